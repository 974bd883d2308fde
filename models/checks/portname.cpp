// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

bool isProtocol(std::string_view name)
{
    constexpr auto known = std::to_array<std::string_view>({"grpc", "grpc-web", "hbone", "http", "http2", "http_proxy",
                                                            "https", "mongo", "mysql", "redis", "tcp", "tls", "udp"});
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::ranges::contains(known, lower);
}

/// Whether Istio knows what a port speaks (istio.io, Protocol Selection): appProtocol, else the name up to the first
/// "-", else some ports that are known.
bool isSelected(NodeRef port, std::string_view name)
{
    constexpr auto known = std::to_array<std::int64_t>({25, 53, 3306, 27017});
    constexpr auto ofKubernetes =
        std::to_array<std::string_view>({"kubernetes.io/h2c", "kubernetes.io/ws", "kubernetes.io/wss"});
    if (port["protocol"].value() == "UDP" || std::ranges::contains(known, port["port"].resolved().toInt().value_or(0)))
        return true;
    if (const std::string_view application = port["appProtocol"].value(); !application.empty())
        return isProtocol(application) || std::ranges::contains(ofKubernetes, application);
    return name.starts_with("grpc-web") || isProtocol(name.substr(0, name.find('-')));
}

bool isManaged(const mesh::Resource& resource)
{
    const auto managed = resource.labels.find("gateway.istio.io/managed");
    return managed != resource.labels.end()
        && (managed->second == "istio.io-gateway-controller" || managed->second == "istio.io-mesh-controller"
            || managed->second == "istio.io-eastwest-controller");
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* service = std::get_if<mesh::Service>(&resource.body);
    if (service == nullptr || isSystemNamespace(resource.key.ns) || isControlPlane(resource) || isManaged(resource))
        return;
    const bool isExternal = service->type == "ExternalName";
    for (const mesh::Port& port : service->ports) {
        const std::string& name = port.name.value;
        const NodeRef node = resource.node(port.node);
        if (isSelected(node, name) && !(isExternal && name == "tcp"))
            continue;
        const source::NodeId place = port.name.isPresent() ? port.name.node : port.node;
        const std::string number = std::to_string(port.number.value);
        if (isExternal) {
            report.add(
                findingAt(resource, place, "IST0150", Severity::Warning, message::externalPortName, {number, name}));
        } else {
            report.add(name.empty()
                           ? findingAt(resource, place, "IST0118", Severity::Info, message::portWithoutName, {number})
                           : findingAt(resource, place, "IST0118", Severity::Info, message::portName, {name, number}));
        }
    }
}

} // namespace

/// A port whose name does not say what it speaks (Istio's analyzer service.PortNameAnalyzer).
Check portName()
{
    return {{"port-name", {"Service"}, {"IST0118", "IST0150"}}, check};
}

} // namespace meshdraft::checks
