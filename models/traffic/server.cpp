// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/server.h"

#include "models/mesh/effective/sidecarscope.h"
#include "models/traffic/authorization.h"
#include "models/traffic/extensions.h"
#include "models/traffic/filterchain.h"
#include "models/traffic/inbound.h"
#include "models/traffic/outbound.h"
#include "models/traffic/responseflags.h"

#include <algorithm>
#include <utility>

namespace meshdraft::traffic {

using mesh::effective::DataPlane;
using mesh::effective::PeerMode;

namespace {

class ServerSide {
public:
    ServerSide(Course& course, mesh::ResourceIndex workload, const ServerArrival& arrival, const Delivery& delivery,
               int share)
        : m_course(course)
        , m_workload(workload)
        , m_resource(course.at(workload))
        , m_arrival(arrival)
        , m_delivery(delivery)
        , m_share(share)
    {
    }

    ServerEnd run()
    {
        const mesh::effective::DataPlaneAnswer plane = dataPlaneOf(m_course.view(), m_workload);
        const mesh::ElementRef element = plane.sources.empty() ? m_resource.element() : plane.sources.front();
        const auto* entry = std::get_if<mesh::WorkloadEntry>(&m_resource.body);
        switch (entry != nullptr && hasProxy(*entry) ? DataPlane::Sidecar : plane.value) {
        case DataPlane::None:
            say(Stage::Inbound, "server.noProxy", {m_resource.key.name}, element);
            return withoutProxy(element);
        case DataPlane::Ambient:
            say(Stage::Inbound, "server.ambient", {m_resource.key.name}, element).isUnknown = true;
            return {Verdict::Unknown, 0, {}, {}, element};
        case DataPlane::Unknown: {
            // where both answers end alike the question does not matter
            const ServerEnd with = behindProxy();
            const ServerEnd without = withoutProxy(element);
            if (with.verdict == without.verdict)
                return with;
            say(Stage::Inbound, "server.proxyUnknown", {m_resource.key.name}, element).isUnknown = true;
            return {Verdict::Unknown, 0, {}, {}, element};
        }
        case DataPlane::Sidecar:
            break;
        }
        return behindProxy();
    }

private:
    Step& say(Stage stage, const char* code, std::vector<std::string> args, mesh::ElementRef element)
    {
        Step& step = m_course.add(stage, code, std::move(args), std::move(element));
        step.share = m_share;
        return step;
    }

    ServerEnd withoutProxy(const mesh::ElementRef& element)
    {
        if (m_arrival.wire != Wire::Mutual)
            return {};
        say(Stage::Inbound, "server.mtlsWithoutProxy", {m_resource.key.name}, element);
        return failure("connectFailure", element);
    }

    /// The client's proxy answers for a server that cannot be talked to; a caller without one sees a closed connection.
    ServerEnd failure(std::string_view meaning, mesh::ElementRef because) const
    {
        const ResponseFlag& row = responseFlag(meaning);
        ServerEnd end{*row.verdict, 0, {}, {}, std::move(because)};
        if (m_delivery.client == nullptr)
            return end;
        end.flag = row.flag;
        if (m_delivery.isHttp) {
            end.status = row.status;
            end.details = row.details;
        }
        return end;
    }

    Proxy proxy() const
    {
        Proxy proxy;
        proxy.ns = m_resource.key.ns;
        proxy.labels = labelsOf(m_resource);
        proxy.workload = m_workload;
        proxy.sidecar = mesh::effective::sidecarFor(m_course.view(), proxy.ns, proxy.labels).first().value;
        return proxy;
    }

    Arrived arrived(std::uint32_t port) const
    {
        Arrived arrived;
        arrived.port = port;
        arrived.protocol = m_course.request.protocol;
        if (m_arrival.wire == Wire::Mutual) {
            arrived.tls = CallerTls::Mutual;
            Request inside = m_course.request;
            inside.tls = CallerTls::Mutual;
            inside.alpn.clear();
            arrived.alpn = alpnOf(inside);
            // a client's proxy that does not see HTTP offers the plain ALPN
            if (!m_delivery.isHttp)
                arrived.alpn = {"istio"};
        } else if (m_arrival.wire == Wire::Tls || m_course.request.tls != CallerTls::None) {
            arrived.tls = CallerTls::Tls;
            arrived.alpn = alpnOf(m_course.request);
        }
        // the caller's own TLS inside is opaque
        if (m_course.request.tls != CallerTls::None && m_delivery.client != nullptr && !m_delivery.client->isGateway)
            arrived.protocol = Protocol::Tcp;
        return arrived;
    }

    ServerEnd behindProxy()
    {
        const Proxy server = proxy();
        const std::uint32_t port = podPort(m_resource, *m_arrival.service, m_arrival.servicePort);
        const std::vector<InboundPort> ports = inboundPorts(m_course.index, server);
        const mesh::effective::ServerMtls modes = serverMtls(m_course.view(), m_workload, port);
        const Inbound first = inboundPath(arrived(port), ports, modes.first());
        for (const auto& other : modes.outcomes) {
            if (inboundPath(arrived(port), ports, other).verdict != first.verdict) {
                say(Stage::Inbound, "inbound.creationOrder", {}, first.because).isUnknown = true;
                return {Verdict::Unknown, 0, {}, {}, first.because};
            }
        }
        if (first.mode == PeerMode::Unknown) {
            say(Stage::Inbound, "inbound.modeUnknown", {}, first.because).isUnknown = true;
            return {Verdict::Unknown, 0, {}, {}, first.because};
        }
        if (first.verdict != Verdict::Routed && first.verdict != Verdict::Passthrough)
            return refused(first);
        static constexpr std::array<const char*, 4> modeNames{"unknown", "DISABLE", "PERMISSIVE", "STRICT"};
        say(Stage::Inbound, first.isMutual ? "inbound.mutual" : "inbound.plaintext",
            {modeNames[static_cast<std::size_t>(first.mode)], std::to_string(port)}, first.because);
        sayExtensions(m_course, server, Stage::Inbound, "SIDECAR_INBOUND", m_share);
        return policies(server, first, port);
    }

    ServerEnd refused(const Inbound& inbound)
    {
        const bool isPlain = m_arrival.wire == Wire::Plaintext && m_course.request.tls == CallerTls::None;
        const char* code = inbound.verdict == Verdict::ProtocolMismatch ? "inbound.protocol"
            : isPlain                                                   ? "inbound.strict"
                                                                        : "inbound.tls";
        say(Stage::Inbound, code, {m_resource.key.name}, inbound.because);
        const bool isProtocol = inbound.verdict == Verdict::ProtocolMismatch;
        return failure(isProtocol ? "connectFailure" : isPlain ? "closedByServer" : "tlsFailure", inbound.because);
    }

    ServerEnd policies(const Proxy& server, const Inbound& inbound, std::uint32_t port)
    {
        Guarded guarded;
        guarded.proxy = &server;
        guarded.isHttp = inbound.isHttp;
        guarded.request = m_delivery.sent;
        guarded.host = m_delivery.sent == nullptr ? m_course.request.host : m_delivery.sent->host;
        guarded.port = port;
        guarded.sni = m_course.request.sni;
        if (inbound.isMutual)
            guarded.caller.principals = m_delivery.principals;
        guarded.caller.isUnknown = inbound.isMutual && m_delivery.principals.empty();
        guarded.caller.ip = m_course.request.sourceIp;
        for (const Ruling& ruling : {authenticate(m_course, guarded, m_share), authorize(m_course, guarded, m_share)}) {
            if (ruling.verdict != Verdict::Routed)
                return {ruling.verdict, ruling.status, {}, ruling.details, ruling.because};
        }
        return {};
    }

    Course& m_course;
    mesh::ResourceIndex m_workload;
    const mesh::Resource& m_resource;
    const ServerArrival& m_arrival;
    const Delivery& m_delivery;
    int m_share;
};

} // namespace

bool hasProxy(const mesh::WorkloadEntry& entry)
{
    const auto label = entry.labels.find("security.istio.io/tlsMode");
    return label != entry.labels.end() ? label->second == "istio" : !entry.serviceAccount.empty();
}

const mesh::Labels& labelsOf(const mesh::Resource& server)
{
    if (const auto* entry = std::get_if<mesh::WorkloadEntry>(&server.body))
        return entry->labels;
    return std::get<mesh::Workload>(server.body).podLabels;
}

std::uint32_t podPort(const mesh::Resource& server, const RegistryService& service, std::uint32_t servicePort)
{
    const ServicePort* port = service.findPort(servicePort);
    if (port == nullptr)
        return servicePort;
    if (const auto* entry = std::get_if<mesh::WorkloadEntry>(&server.body)) {
        const auto own = entry->ports.find(port->name);
        return own != entry->ports.end() ? own->second : port->targetNumber == 0 ? servicePort : port->targetNumber;
    }
    if (port->targetName.empty())
        return port->targetNumber;
    const auto& pods = std::get<mesh::Workload>(server.body);
    const auto named = pods.ports.find(port->targetName);
    return named == pods.ports.end() ? servicePort : named->second;
}

ServerEnd followServer(Course& course, mesh::ResourceIndex workload, const ServerArrival& arrival,
                       const Delivery& delivery, int share)
{
    return ServerSide(course, workload, arrival, delivery, share).run();
}

} // namespace meshdraft::traffic
