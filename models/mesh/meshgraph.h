// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/askedindex.h"
#include "models/mesh/graphindexes.h"

#include <ranges>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::mesh {

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

/// What a resource names, and the questions that were asked to find it.
struct Resolved {
    std::vector<Reference> references; ///< in the order of the resource
    std::vector<Lookup> lookups; ///< sorted
};

/// Everything that one environment's files say, resolved and indexed. Immutable; shared by `shared_ptr<const>`.
///
/// Lookups write down what they asked for in `asked` (null: nobody wants to know); see graphupdate.h.
class MeshGraph {
public:
    /// Builds a graph; the resources are sorted by path, document and item. Cost: linear in resources and references.
    static std::shared_ptr<const MeshGraph> build(std::string environment, std::vector<ResourcePtr> resources);

    const std::string& environment() const { return m_environment; }
    /// All resources in file order; their numbers are those of order().
    auto resources() const
    {
        return *m_order
            | std::views::transform([this](ResourceIndex index) -> const ResourcePtr& { return m_slots[index]; });
    }
    /// The numbers of all resources, in file order.
    std::span<const ResourceIndex> order() const { return *m_order; }
    /// Every number is below this.
    ResourceIndex slotCount() const { return static_cast<ResourceIndex>(m_slots.size()); }
    const Resource& at(ResourceIndex index) const { return *m_slots[index]; }
    const ResourcePtr& pointerAt(ResourceIndex index) const { return m_slots[index]; }
    /// The numbers of one file's resources, in file order.
    std::span<const ResourceIndex> ofFile(std::string_view path) const;

    /// All resources with this key, in file order (more than one: duplicates).
    std::span<const ResourceIndex> find(const ResourceKey& key, Lookups* asked = nullptr) const;
    /// The resource that an ElementRef names: same key and place if it is there, else same key; else noResource.
    ResourceIndex find(const ElementRef& element) const;
    /// Resources of a kind ("VirtualService"), any group, in file order.
    std::span<const ResourceIndex> ofKind(std::string_view kind, Lookups* asked = nullptr) const;
    /// Those of one namespace; cost: the fewer of the kind's and the namespace's resources.
    std::vector<ResourceIndex> ofKindIn(std::string_view kind, std::string_view ns, Lookups* asked = nullptr) const;
    /// Resources that may hold mesh config, in file order.
    std::span<const ResourceIndex> meshConfigs(Lookups* asked = nullptr) const;
    /// Services, Sidecars, Telemetries or AuthorizationPolicies of a namespace whose selector these labels meet, in
    /// file order; those without a selector too. What they say is asked for, too.
    std::vector<ResourceIndex> selecting(std::string_view kind, std::string_view ns, const Labels& labels,
                                         Lookups* asked = nullptr) const;
    /// The resources that answer a question by name, in file order.
    std::span<const ResourceIndex> answers(Question question, std::string_view name, Lookups* asked = nullptr) const;
    /// The names under which a question has an answer, in no order.
    const GraphIndexes::Names& namesOf(Question question) const { return m_indexes.names(question); }
    /// Namespaces with at least one resource, sorted.
    std::vector<std::string> namespaces() const;

    /// Resolves a destination host as Istio does: a name without dots is short for NAME.NAMESPACE.svc.cluster.local
    /// (istio.io, VirtualService, Destination.host); exact Services and ServiceEntries before wildcards.
    HostResolution resolveHost(std::string_view host, std::string_view ns, Lookups* asked = nullptr) const
    {
        return resolveHost(host, ns, {}, asked);
    }
    /// The same for somebody who exports to these namespaces: the host must be visible in one of them.
    HostResolution resolveHost(std::string_view host, std::string_view ns, std::span<const Field<std::string>> exportTo,
                               Lookups* asked = nullptr) const;
    /// True when "*.example.com" covers a host of a Service or ServiceEntry.
    bool coversSomeHost(std::string_view wildcard, Lookups* asked = nullptr) const;
    /// Whether a DestinationRule of a fully qualified host has a subset; `host` is what became of the host.
    Resolution resolveSubset(std::string_view fqdn, std::string_view subset, Resolution host,
                             Lookups* asked = nullptr) const;
    /// DestinationRules for a fully qualified host, in file order: those for the exact host, else those for the longest
    /// wildcard that covers it.
    std::span<const ResourceIndex> destinationRulesFor(std::string_view fqdn, Lookups* asked = nullptr) const;
    /// Workloads of the same namespace that a label selector matches; an empty selector matches none.
    std::vector<ResourceIndex> workloadsMatching(std::string_view ns, const Labels& selector,
                                                 Lookups* asked = nullptr) const;
    /// The same in every namespace.
    std::vector<ResourceIndex> workloadsAnywhere(const Labels& selector, Lookups* asked = nullptr) const;
    /// Workloads behind a Service (or ServiceEntry with a workloadSelector), narrowed by `subset` labels.
    std::vector<ResourceIndex> workloadsOf(ResourceIndex service, const Labels& subset = {},
                                           Lookups* asked = nullptr) const;
    bool hasNamespace(std::string_view ns, Lookups* asked = nullptr) const;
    /// Whether a namespace, or any (empty), has a workload.
    bool hasWorkloads(std::string_view ns, Lookups* asked = nullptr) const;
    /// The Namespace object; null where there is none.
    const Resource* namespaceObject(std::string_view ns, Lookups* asked = nullptr) const;

    /// References that start at / lead to a resource.
    std::span<const Reference> referencesFrom(ResourceIndex resource) const;
    std::vector<const Reference*> referencesTo(ResourceIndex resource) const;
    /// Every reference, by resource in file order.
    std::vector<const Reference*> references() const;
    /// Resources whose references stand on the answer to a question, in no order.
    std::span<const ResourceIndex> whoAsked(Lookup question) const;

    /// Mode of PeerAuthentication for a namespace without selector, inherited from the root namespace (istio-system);
    /// Unset when nothing says it (Istio then behaves as PERMISSIVE).
    MtlsMode mtlsOfNamespace(std::string_view ns) const;
    /// The same for one workload, with selectors taken into account.
    MtlsMode mtlsOfWorkload(ResourceIndex workload) const;

private:
    friend class GraphUpdater; ///< fills the members, once

    using Resources = std::vector<ResourceIndex>;

    const AskedIndex& asked() const;
    Resolution unfoundHost(std::string_view fqdn, Lookups* asked) const;
    ResourceIndex firstVisible(std::span<const ResourceIndex> candidates, std::string_view ns,
                               std::span<const Field<std::string>> exportTo) const;
    bool isVisible(ResourceIndex resource, std::string_view ns) const;
    std::string_view ruleHostFor(std::string_view fqdn, Lookups* asked) const;
    Resources workloadsWith(std::string_view ns, const Labels& selector, Lookups* asked) const;
    MtlsMode selectorlessMode(std::string_view ns) const;

    std::string m_environment;
    ResourceSlots m_slots;
    std::shared_ptr<const Resources> m_order = std::make_shared<const Resources>();
    Resources m_free; ///< numbers without a resource
    GraphIndexes m_indexes;
    SharedVector<std::shared_ptr<const Resolved>> m_resolved; ///< by number
    SharedVector<Resources> m_leadingTo; ///< by number: resources with a reference to it, in file order
    std::shared_ptr<LazyAskedIndex> m_asked; ///< whoAsked()
};

using MeshGraphPtr = std::shared_ptr<const MeshGraph>;

} // namespace meshdraft::mesh
