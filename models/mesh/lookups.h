// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resourcekey.h"

#include <algorithm>
#include <cstdint>
#include <functional>
#include <string_view>
#include <utility>
#include <vector>

namespace meshdraft::mesh {

/// A question put to a graph, found or not, as a hash: equal questions have equal hashes. Two that share a hash by
/// accident cost a needless look, never a missed one.
using Lookup = std::uint64_t;

/// What may be asked for; each is answered by one index of the graph.
enum class Question : std::uint8_t {
    Key, ///< resources with this key
    Content, ///< what the resources with this key say
    Host, ///< Services and ServiceEntries of a fully qualified host, and to whom they are exported
    WildcardHost, ///< ServiceEntries of "*.example.com", asked for as ".example.com"
    AnyHost, ///< which hosts there are at all
    Rules, ///< DestinationRules of a host
    Subset, ///< DestinationRules with a subset, asked for as "host|subset"
    Label, ///< workloads of a namespace with a label
    Namespace, ///< whether a namespace has any resource
    ServiceNamespace, ///< whether a namespace has a Service; empty: whether any has
    PeerAuthentications, ///< of a namespace
    WorkloadNamespace, ///< whether a namespace has a workload; empty: whether any has
    Kind, ///< resources of a kind and what they say
    KindIn, ///< the same in one namespace, asked for as "kind\nns"
    MeshConfigs, ///< resources that may hold mesh config, and what they say; no name
    Selector, ///< resources of a kind that select a label, see selectorName
    MeshHost, ///< VirtualServices of the mesh for a fully qualified host
    AnyMeshHost, ///< which hosts such VirtualServices are for at all; no name
    SubsetHost, ///< VirtualServices for a host as written that send requests for it to its subsets
    GatewayPort, ///< Istio's Gateways that listen at a port for a host as written: "port\nhost"
    Injector, ///< ConfigMaps of the sidecar injector, by name
    Credential, ///< Istio's Gateways with a certificate: the name of its secret, or "certificate\nkey" of its files
    Destination, ///< VirtualServices that send or mirror requests to a fully qualified host
    Attached, ///< what names a gateway or a delegate, see attachedName
    GatewayHost, ///< VirtualServices at a gateway for a host as written: "ns/name\nhost"
    SyncWave, ///< whether a VirtualService or DestinationRule has a wave of Argo CD; no name
    WeightOwner, ///< Rollouts and Canaries that set the weights of a route: "kind\nns/name"
    Principal, ///< AuthorizationPolicies that let an identity call certain pods: "namespace/sa/account"
    Timeout, ///< whether a VirtualService of a namespace has a route with a timeout
};
inline constexpr std::size_t questionCount = 29;

inline Lookup lookupOf(Question question, std::string_view name)
{
    const auto hash = static_cast<Lookup>(std::hash<std::string_view>()(name));
    return (hash ^ (static_cast<Lookup>(question) + 1)) * 0x9E3779B97F4A7C15U;
}

inline Lookup lookupOf(Question question, const ResourceKey& key)
{
    Lookup all = 0;
    for (const std::string_view part : {std::string_view(key.group), std::string_view(key.kind),
                                        std::string_view(key.ns), std::string_view(key.name)})
        all = (all ^ lookupOf(question, part)) * 0x9E3779B97F4A7C15U + 1;
    return all;
}

/// The questions that led to an answer: while none of their answers changes, it stands.
class Lookups {
public:
    template <typename Name> void add(Question question, const Name& name)
    {
        m_all.push_back(lookupOf(question, name));
    }

    /// All of them, each once, sorted.
    std::vector<Lookup> take()
    {
        std::ranges::sort(m_all);
        const auto rest = std::ranges::unique(m_all);
        m_all.erase(rest.begin(), rest.end());
        m_all.shrink_to_fit();
        return std::exchange(m_all, {});
    }

private:
    std::vector<Lookup> m_all;
};

} // namespace meshdraft::mesh
