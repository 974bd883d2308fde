// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

namespace meshdraft::checks {

using mesh::Reference;
using mesh::Resolution;

namespace {

void run(const CheckContext& context, std::vector<Finding>& findings)
{
    UnknownFindings unknown;
    for (const Reference& reference : context.graph.references()) {
        if (reference.subset.empty() || reference.subsetResolution == Resolution::Found)
            continue;
        const mesh::Resource& resource = context.graph.at(reference.from);
        const std::vector<std::string> args{reference.subset, reference.target};
        if (reference.subsetResolution == Resolution::Missing) {
            findings.push_back(
                findingAt(resource, reference.subsetNode, "IST0101", Severity::Error, message::danglingSubset, args));
        } else {
            unknown.add(reference.target + "|" + reference.subset,
                        findingAt(resource, reference.subsetNode, "IST0101", Severity::Unknown,
                                  message::danglingSubsetUnknown, args));
        }
    }
    unknown.appendTo(findings);
}

} // namespace

/// A route or mirror leads to a subset that no DestinationRule of the host defines (Istio's analyzer
/// virtualservice.DestinationRuleAnalyzer).
Check danglingSubset()
{
    return {{"dangling-subset", {"DestinationRule", "Service", "ServiceEntry", "VirtualService"}, {"IST0101"}}, run};
}

} // namespace meshdraft::checks
