// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/readers.h"

#include <algorithm>
#include <array>

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

/// The protocol that a port's name selects: istio.io, "Protocol Selection", <protocol>[-<suffix>].
std::string_view protocolOfName(std::string_view name)
{
    static constexpr auto protocols = std::to_array<std::string_view>(
        {"http", "http2", "https", "grpc", "tls", "tcp", "udp", "mongo", "mysql", "redis"});
    if (name == "grpc-web" || name.starts_with("grpc-web-"))
        return "grpc-web";
    const std::string_view prefix = name.substr(0, name.find('-'));
    return std::ranges::contains(protocols, prefix) ? prefix : std::string_view();
}

Field<std::string> protocolOf(const YamlReader& yaml, NodeRef port, const Field<std::string>& name)
{
    if (Field<std::string> stated = yaml.string(port, "appProtocol"); stated.isPresent())
        return stated;
    if (const std::string_view named = protocolOfName(name.value); !named.empty())
        return {std::string(named), name.node};
    return yaml.string(port, "protocol");
}

} // namespace

Service readService(YamlReader& yaml, NodeRef root)
{
    Service service;
    const NodeRef spec = yaml.get(root, "spec");
    service.selector = yaml.labels(yaml.get(spec, "selector"));
    service.type = yaml.string(spec, "type").value;
    service.externalName = yaml.string(spec, "externalName").value;
    for (const NodeRef item : yaml.items(yaml.get(spec, "ports"))) {
        Port port;
        port.node = item.id();
        port.number = yaml.number(item, "port");
        port.name = yaml.string(item, "name");
        port.protocol = protocolOf(yaml, item, port.name);
        port.targetPort = yaml.string(item, "targetPort").value;
        service.ports.push_back(std::move(port));
    }
    return service;
}

} // namespace meshdraft::mesh
