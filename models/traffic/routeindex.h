// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/visibility.h"
#include "models/traffic/routetable.h"

#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::traffic {

/// What is known of a VirtualService without reading its rules.
struct RouteEntry {
    mesh::ResourceIndex resource = mesh::noResource;
    std::string name;
    std::string ns;
    std::string created;
    std::vector<std::string> hosts; ///< fully qualified, in lower case
    std::vector<std::string> gateways; ///< "mesh", "ns/name"
    mesh::effective::Export exported;
};

/// The VirtualServices of a mesh by host and gateway. Immutable but for its cache of rules; thread-safe.
class RouteIndex {
public:
    explicit RouteIndex(const mesh::effective::MeshView& view);

    using Entries = std::vector<const RouteEntry*>;

    /// Those for the mesh that have this very host (a wildcard as written), visible in `ns`, in Istio's order: for that
    /// namespace only, exported to it by name, public; each oldest first. `first` (noResource: nobody) goes before
    /// others of the same age.
    Entries forHost(std::string_view host, std::string_view ns, mesh::ResourceIndex first) const;
    /// Those bound to a gateway "ns/name" that proxies of `ns` see, in the same order.
    Entries forGateway(std::string_view gateway, std::string_view ns, mesh::ResourceIndex first) const;
    /// All of them, oldest first.
    std::span<const RouteEntry> entries() const { return m_entries; }
    /// Hosts with a star that VirtualServices for the mesh have.
    std::span<const std::string> wildcards() const { return m_wildcards; }
    /// The rules, delegates included; read when first asked for.
    const RouteTable& table(const RouteEntry& entry) const;

private:
    Entries sorted(std::span<const RouteEntry* const> entries, std::string_view ns, mesh::ResourceIndex first) const;

    const mesh::effective::MeshView& m_view;
    std::vector<RouteEntry> m_entries;
    std::map<std::string, Entries, std::less<>> m_byHost;
    std::map<std::string, Entries, std::less<>> m_byGateway;
    std::vector<std::string> m_wildcards;
    mutable std::mutex m_mutex;
    mutable std::map<mesh::ResourceIndex, RouteTablePtr> m_tables;
};

} // namespace meshdraft::traffic
