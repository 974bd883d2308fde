// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"
#include "models/checks/semantics.h"
#include "models/mesh/landingorder.h"

namespace meshdraft::checks {

using mesh::Resource;

namespace {

void compare(std::span<const Resource* const> all, const Resource& resource, source::NodeId node,
             const Resource& target, Report& report)
{
    const Resource* own = mesh::bringerOf(all, resource.source.path);
    const Resource* others = target.sourceMap ? nullptr : mesh::bringerOf(all, target.source.path);
    if (own == nullptr || others == nullptr || own == others || !mesh::haveOneSource(*own, *others)
        || mesh::waitsFor(all, *own, *others))
        return;
    report.addUnknown(fullName(*own) + "|" + fullName(*others),
                      findingAt(resource, node, "MD103", Severity::Info, message::fluxOrder,
                                {fullName(*own), fullName(*others), target.key.kind + " " + fullName(target)}));
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    // what was rendered comes from one Kustomization
    if (istioRoutes(resource) == nullptr || resource.sourceMap)
        return;
    const std::vector<const Resource*> all = mesh::fluxKustomizations(graph, report.asked());
    if (all.size() < 2)
        return;
    for (const mesh::Reference& reference : graph.referencesFrom(index)) {
        if (reference.type == mesh::ReferenceType::Exposes) // a gateway may come later: nobody asks it before
            continue;
        if (reference.to != mesh::noResource)
            compare(all, resource, reference.node, graph.at(reference.to), report);
        if (reference.subset.empty() || reference.subsetResolution != mesh::Resolution::Found)
            continue;
        const auto rules = rulesWithSubset(graph, reference.target, reference.subset, report.asked());
        if (rules.size() == 1)
            compare(all, resource, reference.subsetNode, graph.at(rules.front()), report);
    }
}

} // namespace

/// A VirtualService that needs what another Kustomization of Flux brings, and its own does not wait for that one (Flux,
/// Kustomization, dependsOn).
Check fluxOrder()
{
    return {
        {"flux-order", {"DestinationRule", "Kustomization", "Service", "ServiceEntry", "VirtualService"}, {"MD103"}},
        check};
}

} // namespace meshdraft::checks
