// SPDX-License-Identifier: Apache-2.0
// References of routes: VirtualServices and, with parents and ReferenceGrants, those of the Gateway API.
#include "models/mesh/effective/referencecollector.h"

#include "models/mesh/effective/admission.h"
#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::mesh::effective {

namespace {

constexpr std::string_view istioNetworking = "networking.istio.io";
constexpr std::string_view gatewayApi = "gateway.networking.k8s.io";

/// Whether a listener of the Gateway lets routes of another namespace in.
ReferenceReason admission(const MeshView& view, const Resource& gateway, const std::string& ns)
{
    ReferenceReason best = ReferenceReason::NotAllowed;
    for (const source::NodeRef listener : gateway.rootNode()["spec"]["listeners"].resolved().items()) {
        switch (admissionOf(view, listener, gateway.key.ns, ns)) {
        case Admission::Admitted:
            return ReferenceReason::Object;
        case Admission::Unknown:
            best = ReferenceReason::NotInFiles;
            break;
        case Admission::Refused:
            break;
        }
    }
    return best;
}

void addParent(ReferenceCollector& collector, const Field<std::string>& parent)
{
    // "ns/name" of a Gateway, else "Kind/ns/name"
    const auto first = parent.value.find('/');
    const auto second = parent.value.find('/', first + 1);
    if (second != std::string::npos) {
        const std::string kind = parent.value.substr(0, first);
        const std::string ns = parent.value.substr(first + 1, second - first - 1);
        const std::string name = parent.value.substr(second + 1);
        if (kind == "Service") {
            collector.addNamed(ReferenceKind::Exposes, parent.node, {""}, kind, ns, name);
        } else if (kind == "ServiceEntry") {
            collector.addNamed(ReferenceKind::Exposes, parent.node, {istioNetworking}, kind, ns, name);
        } else {
            collector.add(ReferenceKind::Exposes, parent.node, ns + "/" + name, ReferenceReason::OtherKind);
        }
        return;
    }
    const std::string ns = parent.value.substr(0, first);
    const std::string name = parent.value.substr(first + 1);
    const MeshView& view = collector.view();
    const auto found = view.graph().find(
        ResourceKey{collector.resource().key.environment, std::string(gatewayApi), "Gateway", ns, name});
    if (found.empty() || ns == collector.ns()) {
        collector.addNamed(ReferenceKind::Exposes, parent.node, {gatewayApi}, "Gateway", ns, name);
        return;
    }
    collector.add(ReferenceKind::Exposes, parent.node, parent.value,
                  admission(view, view.at(found.front()), collector.ns()), found.front());
}

bool isGranted(const ReferenceCollector& collector, const Destination& destination, std::string_view group)
{
    const ResourceKey& key = collector.resource().key;
    const MeshView& view = collector.view();
    return std::ranges::any_of(view.of<ReferenceGrant>(destination.backendNamespace), [&](ResourceIndex index) {
        return std::get<ReferenceGrant>(view.at(index).body)
            .permits(key.group, key.kind, key.ns, group, destination.backendKind, destination.host.value);
    });
}

void addBackend(ReferenceCollector& collector, ReferenceKind kind, const Destination& destination, bool needsGrant)
{
    const source::NodeId node = destination.host.isPresent() ? destination.host.node : destination.node;
    const std::string& own = collector.ns();
    const std::string& written = destination.backendNamespace;
    if (destination.backendKind == "Hostname") { // Istio's own backend kind: any host
        {
            collector.addHost(kind, node,
                              resolveHost(collector.view(), {.host = destination.host.value, .ns = own, .client = {}}));
        }
        return;
    }
    if (destination.backendKind != "Service") {
        {
            collector.add(kind, node, (written.empty() ? own : written) + "/" + destination.host.value,
                          ReferenceReason::OtherKind);
        }
        return;
    }
    HostAnswer answer = resolveBackend(collector.view(), destination.host.value, written, own);
    if (needsGrant && !written.empty() && written != own && !isGranted(collector, destination, "")) {
        const ResourceIndex to = answer.outcome == HostOutcome::Found ? answer.matches.front().resource : noResource;
        collector.add(kind, node, answer.fqdn, ReferenceReason::NotGranted, to);
        return;
    }
    collector.addHost(kind, node, answer);
}

void addGatewayApiRoute(ReferenceCollector& collector, const RouteTable& table)
{
    for (const Field<std::string>& parent : table.gateways)
        addParent(collector, parent);
    // routes of Services alone are not held to grants (pilot/pkg/config/kube/gateway, convertHTTPRoute)
    const bool needsGrant = std::ranges::any_of(
        table.gateways, [](const Field<std::string>& parent) { return std::ranges::count(parent.value, '/') == 1; });
    for (const Route& route : table.routes) {
        for (const Destination& destination : route.destinations)
            addBackend(collector, ReferenceKind::Routes, destination, needsGrant);
        for (const Destination& mirror : route.mirrors)
            addBackend(collector, ReferenceKind::Mirrors, mirror, needsGrant);
    }
}

/// The namespace and the name in "ns/name".
std::pair<std::string, std::string> splitName(const std::string& reference)
{
    const auto slash = reference.find('/');
    return {reference.substr(0, slash), slash == std::string::npos ? std::string() : reference.substr(slash + 1)};
}

/// A namespace that has the VirtualService: its own unless it is only exported to others.
std::string_view clientOf(const RouteTable& table)
{
    for (const Field<std::string>& to : table.exportTo) {
        if (to.value == "." || to.value == "*")
            return {};
    }
    return table.exportTo.empty() ? std::string_view() : std::string_view(table.exportTo.front().value);
}

void addVirtualService(ReferenceCollector& collector, const RouteTable& table)
{
    for (const Field<std::string>& gateway : table.gateways) {
        if (gateway.value == "mesh")
            continue;
        const auto [ns, name] = splitName(gatewayReference(gateway.value, collector.ns()));
        collector.addNamed(ReferenceKind::Exposes, gateway.node, {istioNetworking, gatewayApi}, "Gateway", ns, name);
    }
    const auto addHost = [&](ReferenceKind kind, const Destination& destination) {
        const source::NodeId node = destination.host.isPresent() ? destination.host.node : destination.node;
        collector.addHost(
            kind, node,
            resolveHost(collector.view(),
                        {.host = destination.host.value, .ns = collector.ns(), .client = clientOf(table)}));
    };
    for (const Route& route : table.routes) {
        for (const Destination& destination : route.destinations)
            addHost(ReferenceKind::Routes, destination);
        for (const Destination& mirror : route.mirrors)
            addHost(ReferenceKind::Mirrors, mirror);
        if (!route.delegate.isPresent())
            continue;
        const auto [ns, name] = splitName(route.delegate.value);
        collector.addNamed(ReferenceKind::Delegates, route.delegate.node, {istioNetworking}, "VirtualService", ns,
                           name);
    }
}

} // namespace

void collectRoutes(ReferenceCollector& collector)
{
    const Body& body = collector.resource().body;
    if (const auto* table = std::get_if<RouteTable>(&body)) {
        if (table->isGatewayApi) {
            addGatewayApiRoute(collector, *table);
        } else {
            addVirtualService(collector, *table);
        }
    } else if (const auto* rule = std::get_if<DestinationRule>(&body)) {
        collector.addHost(
            ReferenceKind::AppliesTo, rule->host.node,
            resolveHost(collector.view(), {.host = rule->host.value, .ns = collector.ns(), .client = {}}));
    } else if (const auto* gateway = std::get_if<Gateway>(&body); gateway != nullptr && !gateway->selector.empty()) {
        collector.addSelected(ReferenceKind::Selects, collector.resource().rootNode()["spec"]["selector"].id(), {},
                              gateway->selector);
    }
}

} // namespace meshdraft::mesh::effective
