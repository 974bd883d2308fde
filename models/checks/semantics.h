// SPDX-License-Identifier: Apache-2.0
// What several of Istio's analyzers agree on: who is in the mesh, which pods a gateway runs in, what the mesh config
// says. Pod templates of workloads stand in for pods.
#pragma once

#include "models/checks/finding.h"
#include "models/mesh/meshgraph.h"

#include <string>
#include <vector>

namespace meshdraft::checks {

/// Resources of these kinds run pods.
std::span<const std::string_view> workloadKinds();
/// Those and "Namespace", which decides whether they are in the mesh.
std::vector<std::string> kindsWith(std::initializer_list<std::string_view> kinds);

bool includesLabels(const mesh::Labels& labels, const mesh::Labels& selector);
/// "app=a,version=v1".
std::string labelText(const mesh::Labels& labels);
/// "ns/name", or the name of a cluster-scoped resource.
std::string fullName(const mesh::Resource& resource);
/// "a, b".
std::string joinedNames(std::span<const std::string> names);

/// A finding on metadata.name.
Finding findingOnName(const mesh::Resource& resource, std::string code, Severity severity, std::string message,
                      std::vector<std::string> args);

/// True for Kubernetes' own namespaces, which Istio's analyzers leave alone.
bool isSystemNamespace(std::string_view ns);
/// True for what belongs to Istio itself: label istio, or release=istio.
bool isControlPlane(const mesh::Resource& resource);
/// The containers of a workload's pods (with `initToo` those that run first, too).
std::vector<source::NodeRef> containersOf(const mesh::Resource& workload, bool initToo = false);
/// The image of the container istio-proxy; empty where there is none.
std::string_view proxyImageOf(const mesh::Resource& workload);

/// Whether the files know all namespaces: they hold Namespace objects. Then one that is not there does not exist.
bool listsNamespaces(const mesh::MeshGraph& graph, mesh::Lookups* asked);
/// Whether files can tell that no pod of a policy's namespace is selected: they hold pods of it; or they list the
/// namespaces without it, and hold pods of others. A policy without a written namespace goes with the pods of its
/// directory that have none either; such pods may go into any namespace.
bool knowsPodsFor(const mesh::MeshGraph& graph, const mesh::Resource& policy, mesh::Lookups* asked);
/// Whether two files are in one directory: if nothing says their namespaces, they go into one.
bool standBeside(const mesh::Resource& one, const mesh::Resource& other);
/// Whether something that a resource names may be in its namespace though the files do not have it there: nothing says
/// the namespace and nothing of the kind is in the one that is guessed; or the name is there without a namespace.
bool mayStandElsewhere(const mesh::MeshGraph& graph, const mesh::Resource& from, std::string_view kind,
                       std::string_view ns, std::string_view name, mesh::Lookups* asked);

enum class Membership : std::uint8_t { Outside, Inside, Unknown };
/// Whether a workload's pods are in the mesh: a proxy in the file, the label or annotation sidecar.istio.io/inject, the
/// labels of the namespace, ambient mode.
Membership membershipOf(const mesh::MeshGraph& graph, const mesh::Resource& workload, mesh::Lookups* asked);
/// Whether a namespace is in ambient mode: the label says it and none asks for sidecars.
bool isAmbient(const mesh::Resource* namespaceObject);

/// The pods that a Gateway's selector finds, in any namespace. An empty selector finds all.
struct GatewayPods {
    std::vector<mesh::ResourceIndex> workloads;
    bool hasDefault = false; ///< Istio's own istio-ingressgateway, which every installation is taken to have

    bool isEmpty() const { return workloads.empty() && !hasDefault; }
};
GatewayPods gatewayPodsOf(const mesh::MeshGraph& graph, const mesh::Labels& selector, mesh::Lookups* asked);
/// The labels of Istio's own ingress gateway.
const mesh::Labels& defaultGatewayLabels();
/// What the resource says of a Gateway of Istio; null for others.
const mesh::Gateway* istioGateway(const mesh::Resource& resource);

/// The mappings of mesh config in the files, the one that holds first: of the ConfigMap `istio`, of others, of
/// IstioOperators.
std::vector<source::NodeRef> meshConfigsIn(const mesh::MeshGraph& graph, mesh::Lookups* asked);
/// The namespace whose policies hold for the whole mesh.
std::string rootNamespaceOf(const mesh::MeshGraph& graph, mesh::Lookups* asked);

/// How far something is exported: "*" (also where nothing is written), else names of namespaces.
std::vector<std::string> scopesOf(std::span<const mesh::Field<std::string>> exportTo, const std::string& ns);
/// True where somebody could see both.
bool scopesMeet(std::span<const std::string> one, std::span<const std::string> other);

} // namespace meshdraft::checks
