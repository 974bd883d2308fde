// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

namespace meshdraft::checks {

using mesh::Reference;
using mesh::ReferenceType;
using mesh::Resolution;

namespace {

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    for (const Reference& reference : graph.referencesFrom(index)) {
        // a rule for a host of which the files do not know is as silent as the host
        if (reference.type != ReferenceType::AppliesTo || reference.resolution != Resolution::Missing)
            continue;
        report.add(findingAt(resource, reference.node, "IST0174", Severity::Warning, message::danglingRuleHost,
                             {reference.target, resource.key.ns}));
    }
}

} // namespace

/// A DestinationRule for a host that no visible Service or ServiceEntry has (Istio's analyzer
/// destinationrule.PodNotSelectedAnalyzer, a warning there too).
Check danglingRuleHost()
{
    return {{"dangling-rule-host", {"DestinationRule", "Service", "ServiceEntry"}, {"IST0174"}}, check};
}

} // namespace meshdraft::checks
