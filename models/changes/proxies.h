// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/xdstable.h"
#include "models/mesh/effective/meshview.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meshdraft::changes {

/// The proxies of one graph, and which of them read what. Cost of making: linear in the workloads; of a question:
/// linear in the proxies, and in the Sidecars' egress hosts for each namespace.
class Proxies {
public:
    struct Proxy {
        mesh::ResourceIndex resource = mesh::noResource; ///< workload; the Gateway where its pods are in no file
        bool isGateway = false;
        bool isSure = true; ///< false: the files do not say whether the pods have a proxy
        mesh::ResourceIndex sidecar = mesh::noResource; ///< what limits its imports
        std::optional<std::int64_t> replicas; ///< as stated
    };

    /// The graph outlives it.
    explicit Proxies(const mesh::MeshGraph& graph);

    const std::vector<Proxy>& all() const { return m_proxies; }
    const mesh::effective::MeshView& view() const { return m_view; }
    /// Workloads in ambient mode: their ztunnels get other types, which are not counted here.
    std::uint32_t ambient() const { return m_ambient; }
    /// Positions in all() of those that read a resource, sorted.
    std::vector<std::size_t> audienceOf(XdsAudience audience, mesh::ResourceIndex resource) const;

private:
    using Set = std::vector<bool>; ///< by position in m_proxies

    void addWorkloads();
    void addGateways();
    Set audience(XdsAudience audience, mesh::ResourceIndex resource) const;
    void addCallers(Set& set, mesh::ResourceIndex resource) const;
    void addRouted(Set& set, mesh::ResourceIndex resource) const;
    void addSelected(Set& set, mesh::ResourceIndex resource) const;
    void addCallersOfSelected(Set& set, mesh::ResourceIndex resource) const;
    void addCallersOfPods(Set& set, std::string_view ns, const mesh::Labels& labels) const;
    void addGatewayProxies(Set& set, mesh::ResourceIndex gateway) const;
    void addSecretReaders(Set& set, const mesh::Resource& secret) const;
    void addNamespace(Set& set, std::string_view ns) const;

    mesh::effective::MeshView m_view;
    std::vector<Proxy> m_proxies;
    std::map<mesh::ResourceIndex, std::size_t> m_byResource;
    std::map<mesh::ResourceIndex, std::vector<std::size_t>> m_ofGateway;
    std::uint32_t m_ambient = 0;
};

} // namespace meshdraft::changes
