// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

namespace meshdraft::checks {

using mesh::Reference;
using mesh::Resolution;

namespace {

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    for (const Reference& reference : graph.referencesFrom(index)) {
        if (reference.subset.empty() || reference.subsetResolution == Resolution::Found)
            continue;
        const std::vector<std::string> args{reference.subset, reference.target};
        if (reference.subsetResolution == Resolution::Missing) {
            report.add(
                findingAt(resource, reference.subsetNode, "IST0101", Severity::Error, message::danglingSubset, args));
        } else {
            report.addUnknown(reference.target + "|" + reference.subset,
                              findingAt(resource, reference.subsetNode, "IST0101", Severity::Unknown,
                                        message::danglingSubsetUnknown, args));
        }
    }
}

} // namespace

/// A route or mirror leads to a subset that no DestinationRule of the host defines (Istio's analyzer
/// virtualservice.DestinationRuleAnalyzer).
Check danglingSubset()
{
    return {{"dangling-subset", {"DestinationRule", "Service", "ServiceEntry", "VirtualService"}, {"IST0101"}}, check};
}

} // namespace meshdraft::checks
