// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace meshdraft::checks {

namespace {

/// What a gateway's Services offer.
struct Offer {
    std::set<std::uint32_t> ports;
    bool isKnown = false; ///< false: no Service of the gateway's pods is in the files
};

void addPorts(const mesh::Resource& resource, Offer& offer)
{
    offer.isKnown = true;
    for (const mesh::Port& port : std::get<mesh::Service>(resource.body).ports) {
        const std::string_view protocol = resource.node(port.node)["protocol"].value();
        if (!protocol.empty() && protocol != "TCP")
            continue;
        offer.ports.insert(port.number.value);
        std::uint32_t target = 0;
        const std::string& text = port.targetPort;
        if (std::from_chars(text.data(), text.data() + text.size(), target).ec == std::errc())
            offer.ports.insert(target);
    }
}

Offer offerOf(const mesh::MeshGraph& graph, const GatewayPods& pods, mesh::Lookups* asked)
{
    Offer offer;
    for (const mesh::ResourceIndex each : pods.workloads) {
        const mesh::Resource& workload = graph.at(each);
        asked->add(mesh::Question::Content, workload.key);
        const auto& labels = std::get<mesh::Workload>(workload.body).podLabels;
        for (const mesh::ResourceIndex service : graph.selecting("Service", workload.key.ns, labels, asked)) {
            const auto* body = std::get_if<mesh::Service>(&graph.at(service).body);
            if (body != nullptr && !body->selector.empty())
                addPorts(graph.at(service), offer);
        }
    }
    if (!pods.hasDefault)
        return offer;
    const mesh::ResourceKey key{
        graph.environment(), {}, "Service", std::string(mesh::rootNamespace), "istio-ingressgateway"};
    asked->add(mesh::Question::Content, key);
    if (const auto own = graph.find(key, asked);
        !own.empty() && std::holds_alternative<mesh::Service>(graph.at(own.front()).body)) {
        addPorts(graph.at(own.front()), offer);
    } else {
        offer.isKnown = true;
        offer.ports.insert({80, 443, 15443, 31400}); // of Istio's own istio-ingressgateway
    }
    return offer;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const mesh::Gateway* gateway = istioGateway(resource);
    if (gateway == nullptr)
        return;
    const GatewayPods pods = gatewayPodsOf(graph, gateway->selector, report.asked());
    if (pods.isEmpty())
        return;
    const Offer offer = offerOf(graph, pods, report.asked());
    const std::string text = labelText(gateway->selector);
    for (const mesh::Gateway::Server& server : gateway->servers) {
        const auto& number = server.port.number;
        if (!number.isPresent() || number.value == 0 || offer.ports.contains(number.value))
            continue;
        const std::string port = std::to_string(number.value);
        if (offer.isKnown) {
            report.add(
                findingAt(resource, number.node, "IST0162", Severity::Warning, message::gatewayPort, {port, text}));
        } else {
            report.addUnknown(text + "|" + port,
                              findingAt(resource, number.node, "IST0162", Severity::Unknown,
                                        message::gatewayPortUnknown, {port, text}));
        }
    }
}

} // namespace

/// A Gateway listens at a port that no Service of its gateway has (Istio's analyzer
/// gateway.IngressGatewayPortAnalyzer).
Check gatewayPort()
{
    return {{"gateway-port", kindsWith({"Gateway", "Service"}), {"IST0162"}}, check};
}

} // namespace meshdraft::checks
