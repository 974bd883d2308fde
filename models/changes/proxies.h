// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/xdstable.h"
#include "models/mesh/effective/meshview.h"
#include "models/mesh/effective/sidecarscope.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meshdraft::changes {

/// The proxies of one graph, and which of them read what. For one thread. Cost of making: linear in the workloads; of a
/// question: linear in the proxies, and in the egress hosts of the Sidecars that limit them; what those import by their
/// routes is worked out once, linear in the VirtualServices for each.
class Proxies {
public:
    struct Proxy {
        mesh::ResourceIndex resource = mesh::noResource; ///< workload; the Gateway where its pods are in no file
        bool isGateway = false;
        bool isSure = true; ///< false: the files do not say whether the pods have a proxy
        mesh::ResourceIndex sidecar = mesh::noResource; ///< what limits its imports
        std::optional<std::int64_t> replicas; ///< as stated
    };

    /// The view outlives it.
    explicit Proxies(const mesh::effective::MeshView& view);

    const std::vector<Proxy>& all() const { return m_proxies; }
    const mesh::effective::MeshView& view() const { return m_view; }
    /// Workloads in ambient mode: their ztunnels get other types, which are not counted here.
    std::uint32_t ambient() const { return m_ambient; }
    /// Positions in all() of those that read a resource, sorted.
    std::vector<std::size_t> audienceOf(XdsAudience who, mesh::ResourceIndex resource);

private:
    /// Positions in m_proxies.
    class Set {
    public:
        explicit Set(std::size_t size)
            : m_has(size, false)
            , m_missing(size)
        {
        }

        bool has(std::size_t at) const { return m_has[at]; }
        bool isFull() const { return m_missing == 0; }
        void add(std::size_t at)
        {
            m_missing -= m_has[at] ? 0U : 1U;
            m_has[at] = true;
        }

    private:
        std::vector<bool> m_has;
        std::size_t m_missing;
    };

    /// Proxies that import the same.
    struct Group {
        std::string_view ns;
        mesh::ResourceIndex sidecar = mesh::noResource;
        bool isGateway = false;
        std::vector<std::size_t> proxies;
    };

    void addWorkloads();
    void addGateways();
    void makeGroups();
    Set audience(XdsAudience who, mesh::ResourceIndex index);
    Set narrowed(mesh::ResourceIndex index);
    void addAll(Set& set) const;
    void addCallers(Set& set, mesh::ResourceIndex index);
    void addRouted(Set& set, mesh::ResourceIndex index);
    void addSelected(Set& set, mesh::ResourceIndex index) const;
    void addCallersOfSelected(Set& set, mesh::ResourceIndex index);
    void addCallersOfPods(Set& set, std::string_view ns, const mesh::Labels& labels);
    void addGatewayProxies(Set& set, mesh::ResourceIndex gateway) const;
    void addSecretReaders(Set& set, const mesh::Resource& secret) const;
    void addNamespace(Set& set, std::string_view ns) const;

    const mesh::effective::MeshView& m_view;
    mesh::effective::Imports m_imports;
    std::vector<Proxy> m_proxies;
    std::vector<Group> m_groups;
    std::map<mesh::ResourceIndex, std::size_t> m_byResource;
    std::map<mesh::ResourceIndex, std::vector<std::size_t>> m_ofGateway;
    std::uint32_t m_ambient = 0;
};

} // namespace meshdraft::changes
