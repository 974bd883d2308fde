// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/cel.h"
#include "models/checks/validation/common.h"
#include "models/checks/validation/kindrules.h"

namespace meshdraft::checks::validation {

namespace {

void checkTracing(Rules& rules, NodeRef list)
{
    const std::vector<NodeRef> all = rules.items(list);
    if (all.size() > 1)
        rules.warning(all[1], "tracingSeveral");
    for (const NodeRef tracing : all) {
        if (const auto providers = rules.items(tracing, "providers"); providers.size() > 1)
            rules.warning(providers[1], "tracingProviders");
        for (const auto& [key, tag] : rules.entries(rules.at(tracing, "customTags"))) {
            if (key.value().empty())
                rules.error(key, "tagNameless");
            if (Rules::isNull(tag))
                rules.error(key, "tagEmpty", {key.value()});
        }
    }
}

void checkTagOverrides(Rules& rules, NodeRef tags)
{
    for (const auto& [key, change] : rules.entries(tags)) {
        if (key.value().empty())
            rules.warning(key, "tagNameless");
        if (Rules::isNull(change)) {
            rules.error(key, "tagEmpty", {key.value()});
        } else if (!rules.at(change, "operation").isValid()) {
            requireFilled(rules, change, "value"); // setting a value is what happens without an operation
        }
    }
}

} // namespace

void checkTelemetry(Rules& rules)
{
    const NodeRef spec = rules.spec();
    checkPolicyTarget(rules, spec);
    checkTracing(rules, rules.at(spec, "tracing"));
    for (const NodeRef metrics : rules.items(spec, "metrics")) {
        checkDuration(rules, rules.at(metrics, "reportingInterval"));
        for (const NodeRef change : rules.items(metrics, "overrides"))
            checkTagOverrides(rules, rules.at(change, "tagOverrides"));
    }
    for (const NodeRef logging : rules.items(spec, "accessLogging")) {
        const NodeRef expression = rules.at(logging, {"filter", "expression"});
        if (const std::string_view text = rules.text(expression); !text.empty() && !isCelExpression(text))
            rules.error(expression, "cel");
    }
}

} // namespace meshdraft::checks::validation
