// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"
#include "models/checks/messages.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using source::NewValue;
using source::NodeRef;

namespace {

struct Custom {
    std::uint32_t port;
    std::string_view protocol;
};

/// What is spoken at a port by custom: IANA's names of services, and the defaults of well-known programs.
constexpr auto customs = std::to_array<Custom>({
    {22, "tcp"},    {80, "http"},    {389, "tcp"},   {443, "https"},  {636, "tls"},    {1433, "tcp"},  {3000, "http"},
    {5000, "http"}, {5432, "tcp"},   {5672, "tcp"},  {6379, "redis"}, {8000, "http"},  {8080, "http"}, {8081, "http"},
    {8088, "http"}, {8443, "https"}, {8888, "http"}, {9080, "http"},  {9090, "http"},  {9091, "http"}, {9092, "tcp"},
    {9200, "http"}, {9411, "http"},  {11211, "tcp"}, {15672, "http"}, {50051, "grpc"},
});

struct Hint {
    std::string_view part;
    std::string_view protocol;
};

/// What a name hints at, though it says it in words that Istio does not read.
constexpr auto hints = std::to_array<Hint>({
    {"grpc", "grpc"},
    {"https", "https"},
    {"http", "http"},
    {"web", "http"},
    {"rest", "http"},
    {"metrics", "http"},
    {"health", "http"},
    {"redis", "redis"},
    {"mongo", "mongo"},
    {"mysql", "mysql"},
    {"postgres", "tcp"},
    {"kafka", "tcp"},
    {"amqp", "tcp"},
    {"ldap", "tcp"},
    {"tls", "tls"},
});

/// The likeliest protocol first; which it is only people know.
std::vector<std::string_view> protocolsFor(std::uint32_t port, std::string_view name)
{
    std::vector<std::string_view> protocols;
    const auto add = [&](std::string_view protocol) {
        if (!std::ranges::contains(protocols, protocol))
            protocols.push_back(protocol);
    };
    for (const Hint& hint : hints) {
        if (name.contains(hint.part)) {
            add(hint.protocol);
            break;
        }
    }
    if (const auto* const custom = std::ranges::find(customs, port, &Custom::port); custom != customs.end())
        add(custom->protocol);
    for (const std::string_view protocol : {"http", "tcp", "grpc"})
        add(protocol);
    constexpr std::size_t most = 3;
    protocols.resize(most);
    return protocols;
}

const mesh::Port* portAt(const FixContext& context)
{
    const auto* service = std::get_if<mesh::Service>(&context.resource.body);
    if (service == nullptr)
        return nullptr;
    const auto found = std::ranges::find_if(service->ports, [&](const mesh::Port& port) {
        return port.node == context.node.id() || port.name.node == context.node.id();
    });
    return found == service->ports.end() ? nullptr : &*found;
}

/// A name that no other port of the Service has.
std::string freeName(const FixContext& context, std::string_view protocol, std::uint32_t number)
{
    const auto& ports = std::get<mesh::Service>(context.resource.body).ports;
    const std::string name(protocol);
    return std::ranges::contains(ports, name, [](const mesh::Port& port) { return port.name.value; })
        ? name + '-' + std::to_string(number)
        : name;
}

/// A port with a name keeps it, since others may go by it, and says its protocol in a field of its own.
void namePort(const FixContext& context, std::vector<Fix>& fixes)
{
    const mesh::Port* port = portAt(context);
    if (port == nullptr)
        return;
    const NodeRef node = context.resource.node(port->node);
    const std::string number = std::to_string(port->number.value);
    for (const std::string_view protocol : protocolsFor(port->number.value, port->name.value)) {
        const bool isNamed = port->name.isPresent() && !port->name.value.empty();
        const std::string name = isNamed ? std::string(protocol) : freeName(context, protocol, port->number.value);
        if (auto change = entryAt(node, {}, isNamed ? "appProtocol" : "name", NewValue::scalar(name, true)))
            fixes.push_back(fixOf(context, isNamed ? "fix.port.protocol" : "fix.port.name", {number, name},
                                  Certainty::Choice, {std::move(*change)}));
    }
}

} // namespace

/// Ports that do not say what they speak.
std::vector<Fixer> portNameFixers()
{
    const std::vector<std::string_view> ids{"fix.port.name", "fix.port.protocol"};
    return {{message::portName, {"IST0118"}, ids, namePort},
            {message::portWithoutName, {"IST0118"}, ids, namePort},
            {message::externalPortName, {"IST0150"}, ids, namePort}};
}

} // namespace meshdraft::checks
