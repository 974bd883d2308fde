// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"
#include "models/checks/messages.h"

#include <algorithm>

namespace meshdraft::checks {

using source::NewValue;
using source::NodeRef;

namespace {

constexpr std::size_t mostPorts = 4;

/// The ports of the Service or ServiceEntry of a host.
std::vector<std::uint32_t> portsOf(const FixContext& context, std::string_view host)
{
    const mesh::ResourceIndex index = context.graph.resolveHost(host, context.resource.key.ns).resource;
    if (index == mesh::noResource)
        return {};
    const mesh::Resource& resource = context.graph.at(index);
    std::span<const mesh::Port> ports;
    if (const auto* service = std::get_if<mesh::Service>(&resource.body))
        ports = service->ports;
    else if (const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body))
        ports = entry->ports;
    std::vector<std::uint32_t> numbers;
    for (const mesh::Port& port : ports) {
        // a route carries no UDP
        if (port.number.value != 0 && resource.node(port.node)["protocol"].value() != "UDP")
            numbers.push_back(port.number.value);
    }
    return numbers;
}

/// With one port there is nothing to choose, and to the other one nothing flows.
void usePort(const FixContext& context, std::vector<Fix>& fixes)
{
    if (!context.node.isScalar())
        return;
    const std::string host(context.arg(1));
    const auto ports = portsOf(context, host);
    const Certainty certainty = ports.size() == 1 ? Certainty::Certain : Certainty::Choice;
    for (const std::uint32_t port : ports) {
        if (fixes.size() == mostPorts)
            break;
        fixes.push_back(fixOf(context, "fix.port.use", {std::string(context.arg(0)), std::to_string(port), host},
                              certainty, {*scalarChange(context.node, std::to_string(port), false)}));
    }
}

void namePort(const FixContext& context, std::vector<Fix>& fixes)
{
    const NodeRef destination = context.node.parent();
    const std::string host(context.arg(0));
    for (const std::uint32_t port : portsOf(context, host)) {
        if (fixes.size() == mostPorts)
            break;
        if (auto change = entryAt(destination, {"port"}, "number", numberValue(port)))
            fixes.push_back(
                fixOf(context, "fix.port.add", {std::to_string(port), host}, Certainty::Choice, {std::move(*change)}));
    }
}

} // namespace

/// Ports of destinations: one that the host does not have, or none where it has several.
std::vector<Fixer> portFixers()
{
    return {{message::danglingPort, {"IST0101"}, {"fix.port.use"}, usePort},
            {message::portRequired, {"IST0112"}, {"fix.port.add"}, namePort}};
}

} // namespace meshdraft::checks
