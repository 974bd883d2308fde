// SPDX-License-Identifier: Apache-2.0
#include "models/checks/presence.h"

#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

bool isSlipOf(std::string_view written, std::string_view meant)
{
    constexpr auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto [left, right] = std::ranges::mismatch(written, meant);
    std::string_view one = written.substr(static_cast<std::size_t>(left - written.begin()));
    std::string_view other = meant.substr(static_cast<std::size_t>(right - meant.begin()));
    while (!one.empty() && !other.empty() && one.back() == other.back()) {
        one.remove_suffix(1);
        other.remove_suffix(1);
    }
    // names that count on are others, not slips
    if (meant.size() < 3 || std::ranges::any_of(one, isDigit) || std::ranges::any_of(other, isDigit))
        return false;
    const bool isSwapped = one.size() == 2 && other.size() == 2 && one[0] == other[1] && one[1] == other[0];
    return isSwapped || (one.size() + other.size() > 0 && one.size() <= 1 && other.size() <= 1);
}

Presence presenceOfNamespace(const mesh::MeshGraph& graph, std::string_view ns, mesh::Lookups* asked)
{
    constexpr auto always =
        std::to_array<std::string_view>({"default", "istio-system", "kube-node-lease", "kube-public", "kube-system"});
    if (std::ranges::contains(always, ns) || graph.hasNamespace(ns, asked)
        || graph.namespaceObject(ns, asked) != nullptr)
        return Presence::There;
    return listsNamespaces(graph, asked) && !mesh::hasPlaceholder(ns) ? Presence::Missing : Presence::Unknown;
}

Presence presenceOfAccount(const mesh::MeshGraph& graph, const mesh::Resource& from, std::string_view ns,
                           std::string_view name, mesh::Lookups* asked)
{
    if (name == "default")
        return Presence::There;
    const auto accounts = graph.ofKindIn("ServiceAccount", ns, asked);
    if (std::ranges::any_of(accounts, [&](mesh::ResourceIndex each) { return graph.at(each).key.name == name; }))
        return Presence::There;
    for (const std::string_view kind : workloadKinds()) {
        for (const mesh::ResourceIndex each : graph.ofKindIn(kind, ns, asked)) {
            const auto* pods = std::get_if<mesh::Workload>(&graph.at(each).body);
            if (pods != nullptr && pods->serviceAccount == name)
                return Presence::There;
        }
    }
    // NAME-CLASS is what Istio calls the account of a Gateway's pods
    if (std::ranges::any_of(graph.ofKindIn("Gateway", ns, asked),
                            [&](mesh::ResourceIndex each) { return name.starts_with(graph.at(each).key.name); }))
        return Presence::There;
    const bool isRoot = ns == rootNamespaceOf(graph, asked);
    if (isRoot && name.starts_with("istio"))
        return Presence::There; // Istio's own accounts come with its installation
    const bool isSlip = std::ranges::any_of(
        accounts, [&](mesh::ResourceIndex each) { return isSlipOf(name, graph.at(each).key.name); });
    if (isRoot || !isSlip || name.starts_with("istio-") || mesh::hasPlaceholder(name)
        || std::ranges::any_of(graph.ofKind("ServiceAccount", asked),
                               [&](mesh::ResourceIndex each) { return graph.at(each).hasGuessedNamespace(); })
        || mayStandElsewhere(graph, from, "ServiceAccount", ns, name, asked))
        return Presence::Unknown;
    return Presence::Missing;
}

} // namespace meshdraft::checks
