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
        if (reference.type != ReferenceType::Delegates || reference.resolution == Resolution::Found)
            continue;
        if (reference.resolution == Resolution::Missing) {
            report.add(findingAt(resource, reference.node, "IST0101", Severity::Error, message::danglingDelegate,
                                 {reference.target}));
        } else {
            report.addUnknown(reference.target,
                              findingAt(resource, reference.node, "IST0101", Severity::Unknown,
                                        message::danglingDelegateUnknown, {reference.target}));
        }
    }
}

} // namespace

/// A route of a VirtualService delegates to a VirtualService that is not there: its requests get 404 (istio.io,
/// VirtualService, Delegate). Istio has no analyzer for it; the code is that of its missing references.
Check danglingDelegate()
{
    return {{"dangling-delegate", {"VirtualService"}, {"IST0101"}}, check};
}

} // namespace meshdraft::checks
