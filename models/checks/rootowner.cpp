// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/presence.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <array>
#include <ranges>

namespace meshdraft::checks {

namespace {

using namespace std::string_view_literals;

/// What holds for the whole mesh from the root namespace (istio.io, Global Mesh Options, rootNamespace).
constexpr std::array kinds{"AuthorizationPolicy"sv, "DestinationRule"sv,       "EnvoyFilter"sv, "PeerAuthentication"sv,
                           "ProxyConfig"sv,         "RequestAuthentication"sv, "Sidecar"sv,     "Telemetry"sv,
                           "WasmPlugin"sv};

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    if (!std::ranges::contains(kinds, resource.key.kind) || resource.hasGuessedNamespace())
        return;
    const std::string root = rootNamespaceOf(graph, report.asked());
    if (resource.key.ns != root)
        return;
    const std::string path = resource.locate(source::noNode).path;
    std::string owner;
    for (const auto part : path | std::views::split('/')) {
        const std::string_view name(part.begin(), part.end());
        if (name == root)
            return; // its own place
        const bool isFile = part.end() == path.end();
        if (!isFile && owner.empty() && !isSystemNamespace(name) && name != "default"sv
            && presenceOfNamespace(graph, name, report.asked()) == Presence::There)
            owner = name;
    }
    if (!owner.empty())
        report.add(findingOnName(resource, "MD166", Severity::Warning, message::rootOwner, {root, owner}));
}

} // namespace

/// Configuration of the root namespace among the files of another one: who owns those decides for the whole mesh.
Check rootOwner()
{
    std::vector<std::string> read{"Application", "ConfigMap", "HelmRelease", "IstioOperator", "Namespace"};
    read.insert(read.end(), kinds.begin(), kinds.end());
    std::ranges::sort(read);
    return {{"root-owner", std::move(read), {"MD166"}}, check};
}

} // namespace meshdraft::checks
