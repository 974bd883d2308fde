// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/resource.h"

#include "models/mesh/identity.h"
#include "models/mesh/kinds.h"
#include "models/mesh/nestedyaml.h"
#include "models/mesh/readers.h"

#include <algorithm>

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

Body readPolicyBody(YamlReader& yaml, const KindInfo& kind, NodeRef root, const std::string& ns)
{
    switch (kind.reader) {
    case KindReader::RequestAuthentication:
        return readRequestAuthentication(yaml, root);
    case KindReader::AuthorizationPolicy:
        return readAuthorizationPolicy(yaml, root);
    case KindReader::Sidecar:
        return readSidecar(yaml, root);
    case KindReader::EnvoyFilter:
        return readEnvoyFilter(yaml, root);
    case KindReader::ProxyExtension:
        return readProxyExtension(yaml, root);
    case KindReader::Telemetry:
        return readTelemetry(yaml, root);
    case KindReader::ProxyConfig:
        return readProxyConfig(yaml, root);
    case KindReader::WorkloadEntry:
        return readWorkloadEntry(yaml, yaml.get(root, "spec"));
    case KindReader::WorkloadGroup:
        return readWorkloadGroup(yaml, yaml.get(root, "spec"));
    case KindReader::ReferenceGrant:
        return readReferenceGrant(yaml, root);
    case KindReader::BackendTlsPolicy:
        return readBackendTlsPolicy(yaml, root);
    case KindReader::GatewayClass:
        return readGatewayClass(yaml, root);
    case KindReader::Ingress:
        return readIngress(yaml, root);
    case KindReader::InjectionWebhooks:
        return readInjectionWebhooks(yaml, root);
    case KindReader::FlaggerCanary:
        return readFlaggerCanary(yaml, root);
    case KindReader::ArgoApplication:
        return readArgoApplication(yaml, root);
    case KindReader::FluxKustomization:
        return readFluxKustomization(yaml, root, ns);
    default:
        return OtherKind{};
    }
}

Body readBody(YamlReader& yaml, const KindInfo& kind, NodeRef root, const std::string& ns)
{
    switch (kind.reader) {
    case KindReader::IstioGateway:
        return readIstioGateway(yaml, root);
    case KindReader::GatewayApiGateway:
        return readGatewayApiGateway(yaml, root);
    case KindReader::VirtualService:
        return readVirtualService(yaml, root, ns);
    case KindReader::HttpRoute:
        return readGatewayApiRoute(yaml, root, ns, Protocol::Http);
    case KindReader::GrpcRoute:
        return readGatewayApiRoute(yaml, root, ns, Protocol::Grpc);
    case KindReader::TcpRoute:
        return readGatewayApiRoute(yaml, root, ns, Protocol::Tcp);
    case KindReader::TlsRoute:
        return readGatewayApiRoute(yaml, root, ns, Protocol::Tls);
    case KindReader::DestinationRule:
        return readDestinationRule(yaml, root);
    case KindReader::ServiceEntry:
        return readServiceEntry(yaml, root);
    case KindReader::Service:
        return readService(yaml, root);
    case KindReader::PodTemplateWorkload:
        return readWorkload(yaml, root, yaml.get(root, {"spec", "template"}));
    case KindReader::CronJob:
        return readWorkload(yaml, root, yaml.get(root, {"spec", "jobTemplate", "spec", "template"}));
    case KindReader::Rollout: {
        Workload rollout = readWorkload(yaml, root, yaml.get(root, {"spec", "template"}));
        rollout.rollout = readRolloutStrategy(yaml, root);
        return rollout;
    }
    case KindReader::Pod:
        return readWorkload(yaml, root, root);
    case KindReader::PeerAuthentication:
        return readPeerAuthentication(yaml, root);
    default:
        return readPolicyBody(yaml, kind, root, ns);
    }
}

} // namespace

std::string_view protocolName(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Http:
        return "http";
    case Protocol::Tls:
        return "tls";
    case Protocol::Tcp:
        return "tcp";
    case Protocol::Grpc:
        return "grpc";
    }
    return "http";
}

const source::Document& Resource::document() const
{
    // broken documents are left out of the list, so that an index may stand before its position, never behind it
    const auto place = std::min<std::size_t>(source.document, text->documents.size() - 1);
    if (const auto& there = text->documents[place]; there->index == source.document)
        return *there;
    const auto found = std::ranges::lower_bound(text->documents, source.document, {},
                                                [](const auto& candidate) { return candidate->index; });
    return **found;
}

SourceMap::Place Resource::place(source::NodeId id) const
{
    if (sourceMap)
        return sourceMap->placeOf(*this, id);
    const NodeRef wanted = id == source::noNode ? rootNode() : node(id);
    Location location = text->locate(wanted.range().begin);
    location.path = source.path;
    return {location, wanted.range()};
}

ElementRef Resource::element(source::NodeId id) const
{
    ElementRef element{key, source.path, source.document, source.item, {}};
    if (id != source::noNode)
        element.field = pathOf(id);
    return element;
}

std::vector<ResourcePtr> readResources(const std::string& environment, const std::string& path,
                                       const source::ParsedTextPtr& text, const std::string& defaultNamespace,
                                       const std::shared_ptr<const SourceMap>& sourceMap)
{
    std::vector<ResourcePtr> resources;
    if (text == nullptr)
        return resources;
    for (Identity& identity : identitiesIn(*text, defaultNamespace)) {
        auto resource = std::make_shared<Resource>();
        const KindInfo& kind = kindInfo(identity.group, identity.kind);
        YamlReader yaml(*identity.root.document());
        const NodeRef metadata = yaml.get(identity.root, "metadata");
        resource->labels = yaml.labels(yaml.get(metadata, "labels"));
        resource->annotations = yaml.labels(yaml.get(metadata, "annotations"));
        resource->body = readBody(yaml, kind, identity.root, identity.ns);
        resource->key = {environment, std::move(identity.group), std::move(identity.kind), std::move(identity.ns),
                         std::move(identity.name)};
        resource->apiVersion = std::move(identity.apiVersion);
        resource->source = {text->id, path, identity.document, identity.item};
        resource->text = text;
        resource->sourceMap = sourceMap;
        resource->root = identity.root.id();
        resource->namespaceIsWritten = identity.namespaceIsWritten;
        resource->nestedTexts = nestedTextsOf(*resource);
        resources.push_back(std::move(resource));
    }
    return resources;
}

} // namespace meshdraft::mesh
