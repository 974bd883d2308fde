// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"
#include "models/mesh/hostnames.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace meshdraft::checks {

namespace {

constexpr std::size_t mostGateways = 3;

/// "ns/name" of every Gateway that a resource can name.
std::vector<std::string> gatewaysFor(const FixContext& context)
{
    std::vector<std::string> all;
    for (const mesh::ResourceIndex index : context.graph.ofKind("Gateway")) {
        if (context.graph.at(index).key.group == context.resource.key.group)
            all.push_back(fullName(context.graph.at(index)));
    }
    std::ranges::sort(all);
    return all;
}

std::string_view nameIn(std::string_view full)
{
    return full.substr(full.find('/') + 1);
}

/// The likeliest first: a near name in the namespace that is written, this name in another one, the only Gateway.
std::vector<std::string> likelyGateways(const FixContext& context)
{
    const std::string wanted(context.arg(0));
    const std::vector<std::string> all = gatewaysFor(context);
    std::vector<std::string> likely = nearNames(wanted, all);
    for (const std::string& each : all) {
        const bool isSame = nameIn(each) == nameIn(wanted) || all.size() == 1;
        if (isSame && !std::ranges::contains(likely, each))
            likely.push_back(each);
    }
    if (likely.size() > mostGateways)
        likely.resize(mostGateways);
    return likely;
}

void useGateway(const FixContext& context, std::vector<Fix>& fixes)
{
    if (!context.node.isScalar())
        return;
    const std::string old(context.node.value());
    const std::string own = context.resource.key.ns + '/';
    const bool isIstio = context.resource.key.group == "networking.istio.io";
    for (const std::string& full : likelyGateways(context)) {
        const bool isOwn = full.starts_with(own);
        // the namespace of a parentRef stands in a field of its own
        if (!isIstio && full.substr(0, full.find('/')) != context.arg(0).substr(0, context.arg(0).find('/')))
            continue;
        std::string name = !isIstio || (isOwn && !old.contains('/')) ? std::string(nameIn(full)) : full;
        if (auto change = scalarChange(context.node, name))
            fixes.push_back(
                fixOf(context, "fix.gateway.use", {old, std::move(name)}, Certainty::Choice, {std::move(*change)}));
    }
}

/// The ports of the Services of a gateway's pods; of Istio's own where it is not in the files.
std::set<std::uint32_t> offeredPorts(const mesh::MeshGraph& graph, const GatewayPods& pods)
{
    std::set<std::uint32_t> ports;
    for (const mesh::ResourceIndex each : pods.workloads) {
        const mesh::Resource& workload = graph.at(each);
        const auto& labels = std::get<mesh::Workload>(workload.body).podLabels;
        for (const mesh::ResourceIndex service : graph.selecting("Service", workload.key.ns, labels)) {
            const auto* body = std::get_if<mesh::Service>(&graph.at(service).body);
            if (body == nullptr || body->selector.empty())
                continue;
            for (const mesh::Port& port : body->ports)
                ports.insert(port.number.value);
        }
    }
    if (ports.empty() && pods.hasDefault)
        ports = {80, 443};
    return ports;
}

bool isTls(std::string_view protocol)
{
    return protocol == "HTTPS" || protocol == "TLS";
}

/// The port for the same protocol first: 443 and 8443 are for TLS by custom.
void usePort(const FixContext& context, std::vector<Fix>& fixes)
{
    const mesh::Gateway* gateway = istioGateway(context.resource);
    if (gateway == nullptr || !context.node.isScalar())
        return;
    const std::string_view protocol = context.node.parent()["protocol"].value();
    const auto ports = offeredPorts(context.graph, gatewayPodsOf(context.graph, gateway->selector, nullptr));
    std::vector<std::uint32_t> ordered(ports.begin(), ports.end());
    const auto isAlike = [&](std::uint32_t port) { return (port % 1000 == 443) == isTls(protocol); };
    std::ranges::stable_partition(ordered, isAlike);
    const std::string old(context.node.value());
    for (const std::uint32_t port : ordered) {
        const std::string text = std::to_string(port);
        if (fixes.size() == mostGateways || port == 0 || text == old)
            continue;
        fixes.push_back(fixOf(context, "fix.port.use", {old, text, std::string(context.arg(1))}, Certainty::Choice,
                              {*scalarChange(context.node, text, false)}));
    }
}

} // namespace

/// Gateways that are not there, and ports that a gateway does not have.
std::vector<Fixer> gatewayFixers()
{
    return {{message::danglingGateway, {"IST0101"}, {"fix.gateway.use"}, useGateway},
            {message::gatewayPort, {"IST0162"}, {"fix.port.use"}, usePort}};
}

} // namespace meshdraft::checks
