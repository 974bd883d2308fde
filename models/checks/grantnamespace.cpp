// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/presence.h"

namespace meshdraft::checks {

namespace {

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* grant = std::get_if<mesh::ReferenceGrant>(&resource.body);
    if (grant == nullptr)
        return;
    for (const mesh::ReferenceGrant::From& from : grant->from) {
        if (from.ns.value.empty())
            continue;
        const Presence presence = presenceOfNamespace(graph, from.ns.value, report.asked());
        if (presence == Presence::Missing) {
            report.add(findingAt(resource, from.ns.node, "MD156", Severity::Warning, message::grantNamespace,
                                 {from.ns.value}));
        } else if (presence == Presence::Unknown) {
            report.addUnknown(from.ns.value,
                              findingAt(resource, from.ns.node, "MD156", Severity::Unknown,
                                        message::grantNamespaceUnknown, {from.ns.value}));
        }
    }
}

} // namespace

/// A ReferenceGrant for a namespace that does not exist (Kiali's KIA1601).
Check grantNamespace()
{
    return {{"grant-namespace", {"Namespace", "ReferenceGrant"}, {"MD156"}}, check};
}

} // namespace meshdraft::checks
