// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resource.h"

#include <functional>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace meshdraft::mesh {

/// Position of a resource in MeshGraph::resources().
using ResourceIndex = std::uint32_t;
inline constexpr ResourceIndex noResource = std::numeric_limits<ResourceIndex>::max();

enum class ReferenceType : std::uint8_t {
    Exposes, ///< VirtualService or route -> gateway ("mesh" is none); Gateway API also route -> parent Service
    Routes, ///< route destination -> service or service entry (subset checked through the DestinationRules)
    Mirrors, ///< mirror destination -> service
    Delegates, ///< VirtualService -> VirtualService
    AppliesTo, ///< DestinationRule -> service of its host; a wildcard that covers some host is Found without a `to`
    Selects, ///< Service, subset or Gateway -> workload, one reference a workload
};

enum class Resolution : std::uint8_t {
    Found,
    Missing, ///< certainly not there
    Unknown, ///< files cannot tell (a placeholder, another cluster's namespace, an outside host)
};

/// What a resource names, found or not.
struct Reference {
    ReferenceType type = ReferenceType::Routes;
    ResourceIndex from = noResource;
    source::NodeId node = source::noNode; ///< in `from`: the scalar that names the target
    std::string target; ///< host, gateway or name as Istio resolves it (FQDN, "ns/name")
    std::string subset; ///< empty: none named
    ResourceIndex to = noResource; ///< the target when found
    Resolution resolution = Resolution::Found;
    Resolution subsetResolution = Resolution::Found;
    source::NodeId subsetNode = source::noNode;
};

/// What a host name stands for in one namespace.
struct HostResolution {
    Resolution resolution = Resolution::Missing;
    std::string fqdn; ///< reviews.shop.svc.cluster.local; outside hosts as written
    ResourceIndex resource = noResource; ///< Service or ServiceEntry
};

enum class MtlsMode : std::uint8_t { Unset, Disable, Permissive, Strict };

/// Everything that one environment's files say, resolved and indexed. Immutable; shared by `shared_ptr<const>`.
class MeshGraph {
public:
    /// Builds a graph; the resources are sorted by path, document and item. Cost: linear in resources and references.
    static std::shared_ptr<const MeshGraph> build(std::string environment, std::vector<ResourcePtr> resources);

    const std::string& environment() const { return m_environment; }
    std::span<const ResourcePtr> resources() const { return m_resources; }
    const Resource& at(ResourceIndex index) const { return *m_resources[index]; }
    std::span<const Reference> references() const { return m_references; }

    /// All resources with this key, in file order (more than one: duplicates).
    std::vector<ResourceIndex> find(const ResourceKey& key) const;
    /// The resource that an ElementRef names: same key and place if it is there, else same key; else noResource.
    ResourceIndex find(const ElementRef& element) const;
    /// Resources of a kind ("VirtualService"), any group, in file order.
    std::span<const ResourceIndex> ofKind(std::string_view kind) const;
    /// Namespaces with at least one resource, sorted.
    std::vector<std::string> namespaces() const;

    /// Resolves a destination host as Istio does: a name without dots is short for NAME.NAMESPACE.svc.cluster.local
    /// (istio.io, VirtualService, Destination.host); exact Services and ServiceEntries before wildcards.
    HostResolution resolveHost(std::string_view host, std::string_view ns) const;
    /// DestinationRules for a fully qualified host, in file order: those for the exact host, else those for the longest
    /// wildcard that covers it.
    std::vector<ResourceIndex> destinationRulesFor(std::string_view fqdn) const;
    /// Workloads of the same namespace that a label selector matches; an empty selector matches none.
    std::vector<ResourceIndex> workloadsMatching(std::string_view ns, const Labels& selector) const;
    /// Workloads behind a Service (or ServiceEntry with a workloadSelector), narrowed by `subset` labels.
    std::vector<ResourceIndex> workloadsOf(ResourceIndex service, const Labels& subset = {}) const;
    /// References that start at / lead to a resource.
    std::vector<const Reference*> referencesFrom(ResourceIndex resource) const;
    std::vector<const Reference*> referencesTo(ResourceIndex resource) const;

    /// Mode of PeerAuthentication for a namespace without selector, inherited from the root namespace (istio-system);
    /// Unset when nothing says it (Istio then behaves as PERMISSIVE).
    MtlsMode mtlsOfNamespace(std::string_view ns) const;
    /// The same for one workload, with selectors taken into account.
    MtlsMode mtlsOfWorkload(ResourceIndex workload) const;

private:
    friend class GraphBuilder; ///< fills the members, once

    struct StringHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    template <typename T> using Index = std::unordered_map<std::string, T, StringHash, std::equal_to<>>;
    using Resources = std::vector<ResourceIndex>;

    HostResolution resolveVisibleHost(std::string_view host, std::string_view ns,
                                      std::span<const Field<std::string>> exportTo) const;
    Resolution unfoundHost(std::string_view fqdn) const;
    ResourceIndex firstVisible(std::span<const ResourceIndex> candidates, std::string_view ns,
                               std::span<const Field<std::string>> exportTo) const;
    bool isVisible(ResourceIndex resource, std::string_view ns) const;
    std::string_view ruleHostFor(std::string_view fqdn) const;
    Resolution resolveSubset(std::string_view fqdn, std::string_view subset, Resolution host) const;
    Resources workloadsWith(std::string_view ns, const Labels& selector) const;
    MtlsMode selectorlessMode(std::string_view ns) const;

    std::string m_environment;
    std::vector<ResourcePtr> m_resources;
    std::vector<Reference> m_references;
    std::map<ResourceKey, Resources> m_byKey;
    std::map<std::string, Resources, std::less<>> m_byKind;
    std::map<std::string, Resources, std::less<>> m_byNamespace;
    Index<Resources> m_hosts; ///< exact FQDN -> Services, then ServiceEntries
    Index<Resources> m_wildcards; ///< ".example.com" of "*.example.com" -> ServiceEntries; "" of "*"
    Index<Resources> m_destinationRules; ///< by FQDN; wildcard hosts as written
    Index<Resources> m_workloads; ///< by namespace, label and value; the same with an empty namespace for all
    Index<Resources> m_peerAuthentications; ///< by namespace
    std::set<std::string, std::less<>> m_subsets; ///< "host|subset"
    std::set<std::string, std::less<>> m_serviceNamespaces; ///< namespaces with a Service
    std::vector<std::vector<std::uint32_t>> m_from; ///< resource -> positions in m_references
    std::vector<std::vector<std::uint32_t>> m_to;
};

/// The graph with the resources of one file replaced by `resources` (none: the file is gone); the resources of all
/// other files are shared with `graph`.
std::shared_ptr<const MeshGraph> rebuildWith(const MeshGraph& graph, std::string_view path,
                                             std::vector<ResourcePtr> resources);

using MeshGraphPtr = std::shared_ptr<const MeshGraph>;

} // namespace meshdraft::mesh
