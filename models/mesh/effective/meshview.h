// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/fileset.h"
#include "models/mesh/meshconfig.h"
#include "models/mesh/meshgraph.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <variant>
#include <vector>

namespace meshdraft::mesh::effective {

/// Position of a type among the bodies of a resource.
template <typename Kind, std::size_t Index = 0> consteval std::size_t bodyIndex()
{
    if constexpr (std::is_same_v<std::variant_alternative_t<Index, Body>, Kind>) {
        return Index;
    } else {
        return bodyIndex<Kind, Index + 1>();
    }
}

/// What holds for the whole mesh of an environment.
struct MeshSettings {
    MeshConfig config;
    ElementRef element; ///< where the mesh config stands; null: nowhere in the files, Istio's defaults hold
    bool isAmbiguous = false; ///< control planes have mesh configs that differ in what is used here; this is the first
    std::string clusterDomain = "cluster.local";
};

/// Finds the mesh config of a graph: the ConfigMap `istio` first, then the other mesh ConfigMaps, IstioOperators, and
/// the Helm values of Flux HelmReleases and Argo CD Applications. One that was given (givenmeshconfig.h) stands over
/// all.
MeshSettings meshSettingsOf(const MeshGraph& graph);

/// The same; where the graph has none, of the Helm values files: those nearest to the environment's directory.
MeshSettings meshSettingsOf(const MeshGraph& graph, const FileSet& files);

/// One graph with the indexes that effective values need. Immutable; holds the graph. Cost of building: linear.
class MeshView {
public:
    explicit MeshView(const MeshGraphPtr& graph);
    MeshView(MeshGraphPtr graph, MeshSettings settings);

    /// A host of a Service or ServiceEntry.
    struct HostOwner {
        ResourceIndex resource = noResource;
        source::NodeId node = source::noNode; ///< the item of spec.hosts; noNode: the Service itself
    };

    const MeshGraph& graph() const { return *m_graph; }
    const Resource& at(ResourceIndex index) const { return m_graph->at(index); }
    const MeshSettings& settings() const { return m_settings; }
    std::string_view rootNamespace() const { return m_settings.config.rootNamespace.value; }

    /// Resources of a namespace with a body of this type, in file order.
    template <typename Kind> std::span<const ResourceIndex> of(std::string_view ns) const
    {
        return ofBody(bodyIndex<Kind>(), ns);
    }
    /// The Namespace object; null where the files have none.
    const Resource* namespaceObject(std::string_view ns) const;
    /// True if the files have a Service there, so that one that is not found is not in the cluster either.
    bool hasServices(std::string_view ns) const { return !of<Service>(ns).empty(); }

    /// Services, then ServiceEntries with this very host; wildcards as written ("*.example.com", "*").
    std::span<const HostOwner> ownersOf(std::string_view host) const;
    /// Every host with its owners, sorted by name.
    const std::map<std::string, std::vector<HostOwner>, std::less<>>& hosts() const { return m_hosts; }

    /// Workloads of a namespace whose pods have all these labels; an empty selector: all of them.
    std::vector<ResourceIndex> workloadsMatching(std::string_view ns, const Labels& selector) const;

    /// "NAME.NS.svc.DOMAIN".
    std::string serviceHost(std::string_view name, std::string_view ns) const;
    /// A host as Istio reads it in a resource of `ns`: a name without dots that is no address is short for a Service of
    /// that namespace.
    std::string fullHost(std::string_view host, std::string_view ns) const;
    /// The namespace in NAME.NS.svc.DOMAIN; empty for any other host.
    std::string_view namespaceOfHost(std::string_view fqdn) const;

private:
    std::span<const ResourceIndex> ofBody(std::size_t body, std::string_view ns) const;
    void indexHosts();

    MeshGraphPtr m_graph;
    MeshSettings m_settings;
    std::vector<std::map<std::string, std::vector<ResourceIndex>, std::less<>>> m_byBody; ///< [body][namespace]
    std::map<std::string, ResourceIndex, std::less<>> m_namespaces;
    std::map<std::string, std::vector<HostOwner>, std::less<>> m_hosts;
};

/// True if `labels` has every pair of `selector`.
bool includesLabels(const Labels& labels, const Labels& selector);

/// The principal of a workload's proxy in a trust domain, "DOMAIN/ns/NAMESPACE/sa/ACCOUNT", for the mesh's own domain
/// and for each of its aliases.
std::vector<std::string> principalsOf(const MeshView& view, ResourceIndex workload);

} // namespace meshdraft::mesh::effective
