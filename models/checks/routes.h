// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace meshdraft::checks {

/// The routes of a VirtualService; null for everything else.
const mesh::RouteTable* istioRoutes(const mesh::Resource& resource);

/// True if what stands in `own` is exported to `ns` (nothing written: to all).
bool isExportedTo(std::span<const mesh::Field<std::string>> exportTo, std::string_view own, std::string_view ns);
/// The DestinationRules of a host that have a subset; what they say is asked for.
std::vector<mesh::ResourceIndex> rulesWithSubset(const mesh::MeshGraph& graph, std::string_view host,
                                                 std::string_view subset, mesh::Lookups* asked);

/// The name of a host of a Gateway's server where it is open to a namespace: "ns/host", "./host", "*/host" or "host".
std::optional<std::string_view> servedHost(std::string_view written, std::string_view gatewayNs, std::string_view ns);

/// Seconds of a duration that ends something; nothing for "0s", which means none, and for what is no duration.
std::optional<double> limitOf(const mesh::Field<std::string>& duration);
/// True for a route that sends requests on and leaves the rest to no other VirtualService.
bool sendsRequests(const mesh::Route& route);

/// A host of a VirtualService, and the Service or ServiceEntry that has it.
struct FoundHost {
    const mesh::Field<std::string>* host = nullptr;
    const mesh::Resource* resource = nullptr;
};
/// Those of a VirtualService with HTTP routes for the mesh; none for other tables. What they say is asked for.
std::vector<FoundHost> httpHostsForMesh(const mesh::MeshGraph& graph, const mesh::Resource& resource,
                                        const mesh::RouteTable& table, mesh::Lookups* asked);

/// A host that a workload says it calls.
struct DeclaredCall {
    std::string host; ///< full name
    source::NodeId node = source::noNode; ///< the annotation of the workload; noNode: another resource says it
};
/// By the annotation meshdraft.dev/calls, by Sidecars for just its pods, by policies of others that name its identity.
/// Sorted by host, each once.
std::vector<DeclaredCall> callsOf(const mesh::MeshGraph& graph, mesh::ResourceIndex workload, mesh::Lookups* asked);
/// The Services of a workload's pods, as full names.
std::vector<std::string> hostsOf(const mesh::MeshGraph& graph, mesh::ResourceIndex workload, mesh::Lookups* asked);
/// The only VirtualService of the mesh for a host; noResource where there is none, or several.
mesh::ResourceIndex meshRoutesFor(const mesh::MeshGraph& graph, std::string_view host, mesh::Lookups* asked);
/// Calls `visit` with the workloads behind the Services that a VirtualService's requests go to, each once; not more
/// than a few, where a mesh has very many.
void forEachServer(const mesh::MeshGraph& graph, mesh::ResourceIndex routes, mesh::Lookups* asked,
                   const std::function<void(mesh::ResourceIndex)>& visit);

} // namespace meshdraft::checks
