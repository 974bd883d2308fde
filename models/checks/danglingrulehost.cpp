// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

namespace meshdraft::checks {

using mesh::Reference;
using mesh::ReferenceType;
using mesh::Resolution;

namespace {

void run(const CheckContext& context, std::vector<Finding>& findings)
{
    for (const Reference& reference : context.graph.references()) {
        // a rule for a host of which the files do not know is as silent as the host
        if (reference.type != ReferenceType::AppliesTo || reference.resolution != Resolution::Missing)
            continue;
        const mesh::Resource& resource = context.graph.at(reference.from);
        findings.push_back(findingAt(resource, reference.node, "IST0174", Severity::Warning, message::danglingRuleHost,
                                     {reference.target, resource.key.ns}));
    }
}

} // namespace

/// A DestinationRule for a host that no visible Service or ServiceEntry has (Istio's analyzer
/// destinationrule.PodNotSelectedAnalyzer, a warning there too).
Check danglingRuleHost()
{
    return {{"dangling-rule-host", {"DestinationRule", "Service", "ServiceEntry"}, {"IST0174"}}, run};
}

} // namespace meshdraft::checks
