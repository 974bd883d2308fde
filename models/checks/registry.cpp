// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"

#include <algorithm>
#include <tuple>

namespace meshdraft::checks {

std::string_view severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Info:
        return "info";
    case Severity::Unknown:
        return "unknown";
    }
    return "unknown";
}

const std::vector<Check>& allChecks()
{
    static const std::vector<Check> checks{
        danglingDelegate(), danglingGateway(),   danglingHost(), danglingPort(), danglingRuleHost(),
        danglingSubset(),   duplicateIdentity(), skippedFile(),  yamlSyntax(),
    };
    return checks;
}

std::vector<Finding> runChecks(const CheckContext& context)
{
    std::vector<Finding> findings;
    for (const Check& check : allChecks())
        check.run(context, findings);
    std::ranges::stable_sort(findings, [](const Finding& left, const Finding& right) {
        return std::tie(left.where.path, left.where.line, left.code, left.element, left.where.column, left.message)
            < std::tie(right.where.path, right.where.line, right.code, right.element, right.where.column,
                       right.message);
    });
    return findings;
}

} // namespace meshdraft::checks
