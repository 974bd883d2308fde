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
    UnknownFindings unknown;
    for (const Reference& reference : context.graph.references()) {
        if (reference.type != ReferenceType::Delegates || reference.resolution == Resolution::Found)
            continue;
        const mesh::Resource& resource = context.graph.at(reference.from);
        if (reference.resolution == Resolution::Missing) {
            findings.push_back(findingAt(resource, reference.node, "IST0101", Severity::Error,
                                         message::danglingDelegate, {reference.target}));
        } else {
            unknown.add(reference.target,
                        findingAt(resource, reference.node, "IST0101", Severity::Unknown,
                                  message::danglingDelegateUnknown, {reference.target}));
        }
    }
    unknown.appendTo(findings);
}

} // namespace

/// A route of a VirtualService delegates to a VirtualService that is not there: its requests get 404 (istio.io,
/// VirtualService, Delegate). Istio has no analyzer for it; the code is that of its missing references.
Check danglingDelegate()
{
    return {{"dangling-delegate", {"VirtualService"}, {"IST0101"}}, run};
}

} // namespace meshdraft::checks
