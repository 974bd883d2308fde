// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <set>

namespace meshdraft::checks {

using mesh::Resource;

namespace {

const mesh::FluxKustomization& bodyOf(const Resource& resource)
{
    return std::get<mesh::FluxKustomization>(resource.body);
}

bool covers(std::string_view directory, std::string_view path)
{
    return directory == "."
        || (path.starts_with(directory) && path.size() > directory.size() && path[directory.size()] == '/');
}

/// The Kustomization that brings a file: the only one with the longest path that covers it; null where that is open.
const Resource* bringerOf(std::span<const Resource* const> all, std::string_view path)
{
    const Resource* best = nullptr;
    bool isOpen = false;
    for (const Resource* each : all) {
        const std::string& directory = bodyOf(*each).source.path.value;
        if (directory.empty() || !covers(directory, path))
            continue;
        const std::size_t most = best != nullptr ? bodyOf(*best).source.path.value.size() : 0;
        if (best == nullptr || directory.size() > most) {
            best = each;
            isOpen = false;
        } else if (directory.size() == most) {
            isOpen = true;
        }
    }
    return isOpen ? nullptr : best;
}

bool haveOneSource(const Resource& one, const Resource& other)
{
    const mesh::DeliverySource& a = bodyOf(one).source;
    const mesh::DeliverySource& b = bodyOf(other).source;
    return a.repository == b.repository && a.sourceKind == b.sourceKind && a.sourceNamespace == b.sourceNamespace;
}

/// Whether one waits for the other, at once or by others between them. One that is not in the files may.
bool waitsFor(std::span<const Resource* const> all, const Resource& one, const Resource& other)
{
    std::vector<const Resource*> open{&one};
    std::set<const Resource*> seen;
    while (!open.empty()) {
        const Resource* each = open.back();
        open.pop_back();
        if (!seen.insert(each).second)
            continue;
        for (const mesh::Field<std::string>& name : bodyOf(*each).dependsOn) {
            const auto next =
                std::ranges::find(all, name.value, [](const Resource* known) { return fullName(*known); });
            if (next == all.end() || *next == &other)
                return true;
            open.push_back(*next);
        }
    }
    return false;
}

void compare(std::span<const Resource* const> all, const Resource& resource, source::NodeId node,
             const Resource& target, Report& report)
{
    const Resource* own = bringerOf(all, resource.source.path);
    const Resource* others = target.sourceMap ? nullptr : bringerOf(all, target.source.path);
    if (own == nullptr || others == nullptr || own == others || !haveOneSource(*own, *others)
        || waitsFor(all, *own, *others))
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
    std::vector<const Resource*> all;
    for (const mesh::ResourceIndex each : graph.ofKind("Kustomization", report.asked())) {
        if (std::holds_alternative<mesh::FluxKustomization>(graph.at(each).body) && !bodyOf(graph.at(each)).isSuspended)
            all.push_back(&graph.at(each));
    }
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
