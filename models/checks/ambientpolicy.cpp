// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::checks {

using mesh::AuthorizationPolicy;
using mesh::Resource;

namespace {

constexpr std::string_view waypointLabel = "istio.io/use-waypoint";
constexpr std::string_view dataPlaneLabel = "istio.io/dataplane-mode";

std::string_view valueOf(const mesh::Labels& labels, std::string_view key)
{
    const auto found = labels.find(key);
    return found == labels.end() ? std::string_view() : std::string_view(found->second);
}

/// The first thing in a rule that only a proxy for HTTP can judge; noNode: ztunnel can.
source::NodeId httpPartOf(const AuthorizationPolicy::Rule& rule)
{
    for (const auto& from : rule.from) {
        if (!from.requestPrincipals.isEmpty() || !from.remoteIpBlocks.isEmpty())
            return from.node;
    }
    for (const auto& to : rule.to) {
        if (!to.hosts.isEmpty() || !to.methods.isEmpty() || !to.paths.isEmpty())
            return to.node;
    }
    for (const auto& condition : rule.when) {
        if (condition.key.value.starts_with("request."))
            return condition.node;
    }
    return source::noNode;
}

/// Pods with an Envoy of their own: gateways, and those that ask for a sidecar.
bool hasProxies(const mesh::MeshGraph& graph, const Resource& policy, const mesh::Labels& selector,
                mesh::Lookups* asked)
{
    return std::ranges::any_of(graph.workloadsMatching(policy.key.ns, selector, asked), [&](mesh::ResourceIndex each) {
        asked->add(mesh::Question::Content, graph.at(each).key);
        const auto& pods = std::get<mesh::Workload>(graph.at(each).body);
        return !proxyImageOf(graph.at(each)).empty() || valueOf(pods.podLabels, "sidecar.istio.io/inject") == "true"
            || pods.podLabels.contains("gateway.networking.k8s.io/gateway-name");
    });
}

void checkPolicy(const mesh::MeshGraph& graph, const Resource& resource, const mesh::PolicyTarget& target,
                 Report& report)
{
    if (!target.references.empty() || !isAmbient(graph.namespaceObject(resource.key.ns, report.asked()))
        || resource.key.ns == rootNamespaceOf(graph, report.asked())
        || hasProxies(graph, resource, target.selector, report.asked()))
        return;
    const auto* authorization = std::get_if<AuthorizationPolicy>(&resource.body);
    if (authorization == nullptr) {
        report.add(findingOnName(resource, "MD158", Severity::Warning, message::ambientExtension,
                                 {resource.key.kind, resource.key.ns}));
        return;
    }
    for (const auto& rule : authorization->rules) {
        if (const source::NodeId part = httpPartOf(rule); part != source::noNode) {
            const bool isAllow = authorization->action.value.empty() || authorization->action.value == "ALLOW";
            report.add(findingAt(resource, part, "MD158", Severity::Warning,
                                 isAllow ? message::ambientAllow : message::ambientDeny, {resource.key.ns}));
        }
    }
}

/// Routes of clients in ambient mode are a waypoint's work.
void checkRoutes(const mesh::MeshGraph& graph, const Resource& resource, const mesh::RouteTable& table, Report& report)
{
    for (const auto& [host, found] : httpHostsForMesh(graph, resource, table, report.asked())) {
        const Resource& service = *found;
        const Resource* ns = graph.namespaceObject(service.key.ns, report.asked());
        if (!std::holds_alternative<mesh::Service>(service.body) || !isAmbient(ns)
            || service.labels.contains(waypointLabel) || ns->labels.contains(waypointLabel))
            continue;
        report.add(
            findingAt(resource, host->node, "MD158", Severity::Warning, message::ambientRoutes, {fullName(service)}));
        return;
    }
}

/// The label use-waypoint of a namespace or Service names a Gateway.
void checkWaypoint(const mesh::MeshGraph& graph, const Resource& resource, Report& report)
{
    const std::string name(valueOf(resource.labels, waypointLabel));
    if (name.empty() || name == "none" || mesh::isFilledInLater(name))
        return;
    const std::string_view other = valueOf(resource.labels, "istio.io/use-waypoint-namespace");
    const std::string ns = !other.empty()  ? std::string(other)
        : resource.key.kind == "Namespace" ? resource.key.name
                                           : resource.key.ns;
    const auto gateways = graph.ofKindIn("Gateway", ns, report.asked());
    if (std::ranges::any_of(gateways, [&](mesh::ResourceIndex each) {
            return graph.at(each).key.group == "gateway.networking.k8s.io" && graph.at(each).key.name == name;
        }))
        return;
    const source::NodeRef label = resource.rootNode()["metadata"]["labels"][waypointLabel];
    const bool isKnown = std::ranges::any_of(gateways, [&](mesh::ResourceIndex each) {
        const auto* gateway = std::get_if<mesh::Gateway>(&graph.at(each).body);
        return gateway != nullptr && gateway->className == "istio-waypoint";
    });
    if (isKnown) {
        report.add(
            findingAt(resource, label.id(), "MD158", Severity::Warning, message::ambientWaypoint, {ns + "/" + name}));
    } else {
        report.addUnknown(ns + "/" + name,
                          findingAt(resource, label.id(), "MD158", Severity::Unknown, message::ambientWaypointUnknown,
                                    {ns + "/" + name}));
    }
}

void checkPods(const Resource& resource, const mesh::Workload& pods, Report& report)
{
    if (valueOf(pods.podLabels, dataPlaneLabel) == "ambient"
        && valueOf(pods.podLabels, "sidecar.istio.io/inject") == "true") {
        report.add(findingOnName(resource, "MD158", Severity::Warning, message::ambientSidecar, {resource.key.name}));
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    if (const auto* policy = std::get_if<AuthorizationPolicy>(&resource.body)) {
        checkPolicy(graph, resource, policy->target, report);
    } else if (const auto* authentication = std::get_if<mesh::RequestAuthentication>(&resource.body)) {
        checkPolicy(graph, resource, authentication->target, report);
    } else if (const auto* extension = std::get_if<mesh::ProxyExtension>(&resource.body)) {
        checkPolicy(graph, resource, extension->target, report);
    } else if (const auto* table = std::get_if<mesh::RouteTable>(&resource.body)) {
        checkRoutes(graph, resource, *table, report);
    } else if (const auto* pods = std::get_if<mesh::Workload>(&resource.body)) {
        checkPods(resource, *pods, report);
    }
    if (resource.key.kind == "Namespace" || std::holds_alternative<mesh::Service>(resource.body))
        checkWaypoint(graph, resource, report);
}

} // namespace

/// What needs a proxy for HTTP where ambient mode has none (Kiali's KIA0109, KIA0110, KIA1109 to KIA1116, KIA13xx).
Check ambientPolicy()
{
    return {{"ambient-policy",
             kindsWith({"Application", "AuthorizationPolicy", "ConfigMap", "Gateway", "HelmRelease", "IstioOperator",
                        "RequestAuthentication", "Service", "TrafficExtension", "VirtualService", "WasmPlugin"}),
             {"MD158"}},
            check};
}

} // namespace meshdraft::checks
