// SPDX-License-Identifier: Apache-2.0
// What policies and rules say of mTLS, with every question written down.
#pragma once

#include "models/checks/finding.h"
#include "models/mesh/meshgraph.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::checks {

/// Whether proxies start mTLS by themselves where the servers take it: `enableAutoMtls` of the mesh config, true unless
/// the files say otherwise.
bool usesAutoMtls(const mesh::MeshGraph& graph, mesh::Lookups* asked);

/// True if pods or their namespace say that they get no proxy; without a word of either, somebody may add one.
bool isKeptOutside(const mesh::MeshGraph& graph, const mesh::Resource& workload, mesh::Lookups* asked);

enum class PeerMode : std::uint8_t {
    Permissive, ///< also where nothing says it
    Strict,
    Disable,
    Unknown, ///< several policies of one rank disagree, ports differ, or a value is no mode
};

/// The mode in which pods with these labels accept connections at one of their ports; port 0: at every port.
PeerMode peerModeOf(const mesh::MeshGraph& graph, const std::string& ns, const mesh::Labels& labels, std::uint32_t port,
                    mesh::Lookups* asked);
/// The mode of a namespace without what selectors change.
PeerMode peerModeOfNamespace(const mesh::MeshGraph& graph, const std::string& ns, mesh::Lookups* asked);
/// True if a policy with a selector says another mode in the namespace.
bool hasOtherMode(const mesh::MeshGraph& graph, const std::string& ns, PeerMode mode, mesh::Lookups* asked);

/// How all pods of a host take connections at a port of its Service.
enum class Servers : std::uint8_t {
    Unknown, ///< not all alike, or the files do not tell
    Strict, ///< all have a sidecar and take mTLS only
    NoMtls, ///< all have a sidecar that takes plaintext only
    NoProxy, ///< none has a sidecar, and pods or namespaces say so
};
/// `service` is a Service, `subset` the labels of a subset.
Servers serversOf(const mesh::MeshGraph& graph, mesh::ResourceIndex service, const mesh::Port& port,
                  const mesh::Labels& subset, mesh::Lookups* asked);

/// The host and the wildcards that cover it, the most specific first; for a wildcard, those above it.
std::vector<std::string> coversOf(std::string_view host);

/// The rules of one namespace for the most specific host that covers this one.
std::vector<mesh::ResourceIndex> rulesIn(const mesh::MeshGraph& graph, std::string_view fqdn, std::string_view ns,
                                         mesh::Lookups* asked);
/// The rules that clients use which have none in their own namespace: of the service's namespace, else of the root.
std::vector<mesh::ResourceIndex> commonRules(const mesh::MeshGraph& graph, std::string_view fqdn, std::string_view ns,
                                             mesh::Lookups* asked);
/// spec.trafficPolicy.tls.mode of rules; "?" where they differ, or hold for other ports or clients than all.
std::string tlsModeOf(const mesh::MeshGraph& graph, std::span<const mesh::ResourceIndex> rules);

} // namespace meshdraft::checks
