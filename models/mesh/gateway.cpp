// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/readers.h"

namespace meshdraft::mesh {

using source::NodeRef;

Gateway readIstioGateway(YamlReader& yaml, NodeRef root)
{
    Gateway gateway;
    const NodeRef spec = yaml.get(root, "spec");
    gateway.selector = yaml.labels(yaml.get(spec, "selector"));
    for (const NodeRef item : yaml.items(yaml.get(spec, "servers"))) {
        Gateway::Server server;
        server.node = item.id();
        server.name = yaml.string(item, "name").value;
        const NodeRef port = yaml.get(item, "port");
        server.port.number = yaml.number(port, "number");
        server.port.name = yaml.string(port, "name");
        server.port.protocol = yaml.string(port, "protocol");
        server.port.targetPort = yaml.string(port, "targetPort").value;
        server.port.node = port.id();
        server.hosts = yaml.strings(yaml.get(item, "hosts"));
        const NodeRef tls = yaml.get(item, "tls");
        server.tlsMode = yaml.string(tls, "mode");
        server.credential = yaml.string(tls, "credentialName");
        server.httpsRedirect = yaml.isTrue(tls, "httpsRedirect");
        gateway.servers.push_back(std::move(server));
    }
    return gateway;
}

Gateway readGatewayApiGateway(YamlReader& yaml, NodeRef root)
{
    Gateway gateway;
    const NodeRef spec = yaml.get(root, "spec");
    gateway.className = yaml.string(spec, "gatewayClassName").value;
    for (const NodeRef item : yaml.items(yaml.get(spec, "listeners"))) {
        Gateway::Server server;
        server.node = item.id();
        const Field<std::string> name = yaml.string(item, "name");
        server.name = name.value;
        server.port.name = name;
        server.port.number = yaml.number(item, "port");
        server.port.protocol = yaml.string(item, "protocol");
        server.port.node = yaml.get(item, "port").id();
        if (Field<std::string> hostname = yaml.string(item, "hostname"); hostname.isPresent())
            server.hosts.push_back(std::move(hostname));
        const NodeRef tls = yaml.get(item, "tls");
        server.tlsMode = yaml.string(tls, "mode");
        for (const NodeRef certificate : yaml.items(yaml.get(tls, "certificateRefs"))) {
            if (!server.credential.isPresent())
                server.credential = yaml.string(certificate, "name");
        }
        gateway.servers.push_back(std::move(server));
    }
    return gateway;
}

} // namespace meshdraft::mesh
