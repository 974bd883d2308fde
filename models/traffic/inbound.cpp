// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/inbound.h"

#include "models/traffic/filterchain.h"
#include "models/traffic/servicetargets.h"

#include <algorithm>

namespace meshdraft::traffic {

using mesh::effective::PeerMode;

namespace {

/// A chain and what it does with a connection.
struct Chain {
    FilterChain match;
    bool isHttp = false;
    bool endsMtls = false;
};

std::vector<std::string> allIstioAlpn()
{
    std::vector<std::string> all = istioHttpAlpn;
    all.insert(all.end(), istioTcpAlpn.begin(), istioTcpAlpn.end());
    return all;
}

FilterChain matching(Transport transport, std::vector<std::string> applications = {})
{
    return {.subnets = {}, .sniHosts = {}, .transport = transport, .applications = std::move(applications)};
}

/// istio/pilot/pkg/networking/core/filterchain_options.go
std::vector<Chain> chainsOf(PeerMode mode, PortClass portClass)
{
    const bool isHttp = portClass == PortClass::Http;
    const bool isAuto = portClass == PortClass::Auto;
    if (mode == PeerMode::Strict) {
        if (isAuto)
            return {{matching(Transport::Tls, istioHttpAlpn), true, true}, {matching(Transport::Tls), false, true}};
        return {{matching(Transport::Tls), isHttp, true}};
    }
    if (mode == PeerMode::Disable) {
        if (isAuto)
            return {{matching(Transport::Raw, plainHttpAlpn), true, false},
                    {matching(Transport::Raw), false, false},
                    {matching(Transport::Tls), false, false}};
        return {{matching(Transport::Any), isHttp, false}};
    }
    if (isAuto) {
        return {{matching(Transport::Tls, istioHttpAlpn), true, true},
                {matching(Transport::Raw, plainHttpAlpn), true, false},
                {matching(Transport::Tls, istioTcpAlpn), false, true},
                {matching(Transport::Raw), false, false},
                {matching(Transport::Tls), false, false}};
    }
    if (isHttp)
        return {{matching(Transport::Tls, allIstioAlpn()), true, true}, {matching(Transport::Raw), true, false}};
    return {{matching(Transport::Tls, allIstioAlpn()), false, true},
            {matching(Transport::Raw), false, false},
            {matching(Transport::Tls), false, false}};
}

/// TLS that the Sidecar's ingress ends with certificates of its own.
Inbound ownTls(const Arrived& arrived, const InboundPort& port, Inbound inbound)
{
    inbound.isHttp = port.endsInHttp;
    if (arrived.tls == CallerTls::None) {
        inbound.verdict = Verdict::NoFilterChain;
    } else if (port.tlsMode == "MUTUAL" && arrived.tls != CallerTls::Mutual) {
        inbound.verdict = Verdict::TlsMismatch;
    }
    return inbound;
}

} // namespace

std::vector<InboundPort> inboundPorts(const MeshIndex& index, const Proxy& proxy,
                                      const std::vector<std::string>& addresses)
{
    std::vector<InboundPort> ports;
    const auto add = [&](InboundPort port) {
        if (port.number != 0 && !std::ranges::contains(ports, port.number, &InboundPort::number))
            ports.push_back(std::move(port));
    };
    if (proxy.sidecar != mesh::noResource) {
        const auto& sidecar = std::get<mesh::Sidecar>(index.view->at(proxy.sidecar).body);
        for (const mesh::Sidecar::Ingress& ingress : sidecar.ingress)
            add({ingress.port.value, portClassOf(ingress.protocol.value), ingress.tlsMode.value,
                 ingress.protocol.value == "HTTPS"});
        if (!sidecar.ingress.empty())
            return ports;
    }
    for (const ServiceTarget& target : serviceTargets(index, proxy, addresses))
        add({target.targetPort, target.port->portClass, {}, false});
    return ports;
}

Inbound inboundPath(const Arrived& arrived, const std::vector<InboundPort>& ports,
                    const mesh::effective::Outcome<PeerMode, mesh::effective::PeerReason>& mode)
{
    Inbound inbound;
    inbound.mode = mode.value;
    if (!mode.sources.empty())
        inbound.because = mode.sources.front();
    const auto port = std::ranges::find(ports, arrived.port, &InboundPort::number);
    const bool isKnown = port != ports.end();
    if (isKnown && !port->tlsMode.empty() && mode.value == PeerMode::Disable)
        return ownTls(arrived, *port, std::move(inbound));
    PortClass portClass = isKnown ? port->portClass : PortClass::Auto;
    // bytes of TLS on a TLS port are opaque to the server's proxy
    if (portClass == PortClass::Tls)
        portClass = PortClass::Tcp;
    const std::vector<Chain> chains = chainsOf(mode.value, portClass);
    std::vector<FilterChain> matches;
    for (const Chain& chain : chains)
        matches.push_back(chain.match);
    Connection connection;
    connection.isTls = arrived.tls != CallerTls::None;
    connection.applications = arrived.alpn;
    if (!connection.isTls && arrived.protocol != Protocol::Tcp)
        connection.applications = {arrived.protocol == Protocol::Http ? "http/1.1" : "h2c"};
    const auto chosen = chooseChain(matches, connection);
    if (!chosen) {
        inbound.verdict = Verdict::NoFilterChain;
        return inbound;
    }
    const Chain& chain = chains[*chosen];
    inbound.isHttp = chain.isHttp;
    inbound.isMutual = chain.endsMtls;
    if (chain.endsMtls && arrived.tls != CallerTls::Mutual) {
        inbound.verdict = Verdict::TlsMismatch;
    } else if (chain.isHttp && (arrived.protocol == Protocol::Tcp || (connection.isTls && !chain.endsMtls))) {
        inbound.verdict = Verdict::ProtocolMismatch;
    } else {
        inbound.verdict = isKnown ? Verdict::Routed : Verdict::Passthrough;
    }
    return inbound;
}

} // namespace meshdraft::traffic
