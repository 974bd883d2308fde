// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/kindrules.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks::validation {

namespace {

constexpr std::string_view dryRun = "istio.io/dry-run";

/// What Go reads as a boolean.
bool isGoBool(std::string_view text)
{
    static constexpr auto words = std::to_array<std::string_view>(
        {"1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False"});
    return std::ranges::contains(words, text);
}

void checkDryRun(Rules& rules, NodeRef key, NodeRef value)
{
    if (rules.resource().key.kind != "AuthorizationPolicy")
        return rules.error(key, "dryRunKind", {dryRun});
    const std::string_view action = rules.text(rules.spec(), "action");
    if (!action.empty() && action != "ALLOW" && action != "DENY") {
        rules.error(key, "dryRunAction", {dryRun, action});
    } else if (!isGoBool(rules.text(value))) {
        rules.error(value, "dryRunValue");
    }
}

} // namespace

void checkMetadata(Rules& rules)
{
    if (rules.resource().annotations.empty())
        return;
    for (const auto& [key, value] : rules.entries(rules.at(rules.root(), {"metadata", "annotations"}))) {
        const std::string_view name = key.value();
        if (name == dryRun) {
            checkDryRun(rules, key, value);
        } else if (name == "internal.istio.io/webhook-always-reject" || name == "internal.istio.io/parent-namespace"
                   || name == "internal.istio.io/parent-names" || name == "internal.istio.io/parents") {
            rules.error(key, "internalAnnotation", {name});
        }
    }
}

} // namespace meshdraft::checks::validation
