// SPDX-License-Identifier: Apache-2.0
#include "models/changes/xdstable.h"

#include <QtGlobal>

#include <algorithm>
#include <map>

namespace meshdraft::changes {

namespace {

using enum Xds;
using enum XdsAudience;

/// A row as it is written below. `kinds`: several between `|`.
struct Written {
    std::string_view group;
    std::string_view kinds;
    std::string_view field;
    std::vector<Xds> types;
    XdsAudience audience = Nobody;
    std::string_view message;
};

constexpr std::string_view istio = "networking.istio.io";
constexpr std::string_view gatewayApi = "gateway.networking.k8s.io";
constexpr std::string_view security = "security.istio.io";

/// Where the content of what proxies get changes. Each block names the code of istiod (pilot/pkg) that writes it; which
/// kinds can reach which type at all is in pilot/pkg/xds/{cds,eds,lds,rds,ecds,nds}.go, and istio.io, Debugging Envoy
/// and Istiod, says what the types hold.
const std::vector<Written>& written()
{
    static const std::vector<Written> rows{
        // networking/core/route/route.go: routes of HTTP are virtual hosts; model/sidecar.go: a Sidecar that limits
        // imports takes in what an imported VirtualService sends requests to
        {istio, "VirtualService", "spec.http[*].route[*].destination.host", {Rds}, Routed, "xds.routes"},
        {istio, "VirtualService", "spec.http[*].route[*].destination.host", {Cds, Eds}, Narrowed, "xds.routeImports"},
        {istio, "VirtualService", "spec.http[*].mirror|mirrors.**", {Rds}, Routed, "xds.routes"},
        {istio, "VirtualService", "spec.http[*].mirror|mirrors.**", {Cds, Eds}, Narrowed, "xds.routeImports"},
        {istio, "VirtualService", "spec.http.**", {Rds}, Routed, "xds.routes"},
        // networking/core/listener_builder.go, gateway.go: TLS and TCP routes are filter chains of a listener
        {istio, "VirtualService", "spec.tls|tcp.**", {Lds}, Routed, "xds.streamRoutes"},
        {istio, "VirtualService", "spec.hosts|gateways|exportTo.**", {Rds}, Routed, "xds.routeScope"},
        {gatewayApi, "HTTPRoute|GRPCRoute", "spec.**", {Rds}, Routed, "xds.routes"},
        {gatewayApi, "TLSRoute|TCPRoute|UDPRoute", "spec.**", {Lds}, Routed, "xds.streamRoutes"},
        // networking/core/gateway.go: servers are listeners, their HTTP routes RDS; xds/sds.go: certificates by name
        {istio,
         "Gateway",
         "spec.servers[*].tls.credentialName|credentialNames|caCertCredentialName.**",
         {Lds, Sds},
         GatewayProxies,
         "xds.certificate"},
        {istio, "Gateway", "spec.servers[*].tls.**", {Lds}, GatewayProxies, "xds.serverTls"},
        {istio, "Gateway", "spec.**", {Lds, Rds}, GatewayProxies, "xds.servers"},
        {gatewayApi,
         "Gateway",
         "spec.listeners[*].tls.certificateRefs.**",
         {Lds, Sds},
         GatewayProxies,
         "xds.certificate"},
        {gatewayApi, "Gateway", "spec.**", {Lds, Rds}, GatewayProxies, "xds.servers"},
        {gatewayApi, "ReferenceGrant", "spec.**", {Rds, Sds}, GatewayProxies, "xds.grant"},
        // networking/core/route/route.go, hashPolicy; xds/endpoints/endpoint_builder.go: locality, failover by outlier
        // detection and the TLS of an endpoint are said with the endpoints; networking/core/cluster_builder.go: the
        // rest
        {istio, "DestinationRule", "spec.**.consistentHash.**", {Cds, Rds}, Callers, "xds.hashPolicy"},
        {istio, "DestinationRule", "spec.**.localityLbSetting.**", {Cds, Eds}, Callers, "xds.locality"},
        {istio, "DestinationRule", "spec.**.outlierDetection.**", {Cds, Eds}, Callers, "xds.outlier"},
        {istio, "DestinationRule", "spec.**.tls.**", {Cds, Eds}, Callers, "xds.clientTls"},
        {istio, "DestinationRule", "spec.**.trafficPolicy.**", {Cds}, Callers, "xds.trafficPolicy"},
        {istio, "DestinationRule", "spec.subsets.**", {Cds, Eds}, Callers, "xds.subset"},
        {istio, "DestinationRule", "spec.**", {Cds, Eds}, Callers, "xds.ruleScope"},
        // serviceregistry/kube/conversion.go, xds/eds.go: the pods behind a Service; its ports are clusters, listeners
        // and virtual hosts; xds/nds.go: its name
        {"", "Service", "spec.selector.**", {Eds}, Callers, "xds.endpoints"},
        {"", "Service", "spec.ports[*].targetPort", {Eds}, Callers, "xds.endpoints"},
        {"", "Service", "spec.clusterIP|type|externalName", {Cds, Lds, Rds, Nds}, Callers, "xds.service"},
        {"", "Service", "spec.**", {Cds, Eds, Lds, Rds}, Callers, "xds.service"},
        {"",
         "Service",
         "metadata.annotations[\"networking.istio.io/exportTo\"]",
         {Cds, Eds, Lds, Rds},
         Callers,
         "xds.exported"},
        // serviceregistry/serviceentry/conversion.go
        {istio, "ServiceEntry", "spec.endpoints|workloadSelector.**", {Cds, Eds}, Callers, "xds.endpoints"},
        {istio, "ServiceEntry", "spec.ports[*].targetPort", {Cds, Eds}, Callers, "xds.endpoints"},
        {istio, "ServiceEntry", "spec.hosts|addresses.**", {Cds, Eds, Lds, Rds, Nds}, Callers, "xds.service"},
        {istio, "ServiceEntry", "spec.subjectAltNames.**", {Cds}, Callers, "xds.clientTls"},
        {istio, "ServiceEntry", "spec.exportTo.**", {Cds, Eds, Lds, Rds}, Callers, "xds.exported"},
        {istio, "ServiceEntry", "spec.**", {Cds, Eds, Lds, Rds}, Callers, "xds.service"},
        {istio, "WorkloadEntry", "spec.**", {Eds}, CallersOfPods, "xds.endpoints"},
        // pods that come and go are endpoints (xds/eds.go)
        {"apps",
         "Deployment|StatefulSet|DaemonSet|ReplicaSet",
         "spec.replicas|template|selector.**",
         {Eds},
         CallersOfPods,
         "xds.pods"},
        {"argoproj.io", "Rollout", "spec.replicas|template|selector.**", {Eds}, CallersOfPods, "xds.pods"},
        {"", "Pod", "spec.**", {Eds}, CallersOfPods, "xds.pods"},
        {"", "Pod", "metadata.labels.**", {Eds}, CallersOfPods, "xds.pods"},
        // networking/core/listener_inbound.go; security/authn: what servers accept. Auto mTLS: what clients send
        // (networking/core/cluster_tls.go, xds/endpoints/mtls_checker.go)
        {security, "PeerAuthentication", "spec.**", {Lds}, Selected, "xds.serverMtls"},
        {security, "PeerAuthentication", "spec.**", {Cds, Eds}, CallersOfSelected, "xds.autoMtls"},
        // security/authn/policy_applier.go, security/authz/builder: filters of the inbound listener
        {security, "RequestAuthentication", "spec.**", {Lds}, Selected, "xds.tokens"},
        {security, "AuthorizationPolicy", "spec.**", {Lds}, Selected, "xds.authorization"},
        // model/sidecar.go: what a proxy knows at all
        {istio, "Sidecar", "spec.ingress|inboundConnectionPool.**", {Cds, Lds}, Selected, "xds.sidecarIngress"},
        {istio, "Sidecar", "spec.**", {Cds, Eds, Lds, Rds}, Selected, "xds.sidecarEgress"},
        // networking/core/envoyfilter: by applyTo, see xdsOfPatch
        {istio, "EnvoyFilter", "spec.**", {Cds, Eds, Lds, Rds, Ecds}, Selected, "xds.patch"},
        // networking/core/extension/wasmplugin.go: the filter stands in the listener, its configuration comes by ECDS
        {"extensions.istio.io",
         "WasmPlugin|TrafficExtension",
         "spec.url|sha256|pluginConfig|vmConfig|imagePullPolicy|imagePullSecret|verificationKey.**",
         {Ecds},
         Selected,
         "xds.extensionConfig"},
        {"extensions.istio.io", "WasmPlugin|TrafficExtension", "spec.**", {Lds, Ecds}, Selected, "xds.extension"},
        // model/telemetry.go: access logs, metrics and tracing are filters and settings of listeners
        {"telemetry.istio.io", "Telemetry", "spec.**", {Lds}, Selected, "xds.telemetry"},
        // pkg/bootstrap: read when the proxy starts
        {istio, "ProxyConfig", "spec.**", {}, Nobody, "xds.bootstrap"},
        {"", "Namespace", "metadata.labels.**", {}, Nobody, "xds.injection"},
        // xds/sds.go
        {"", "Secret", "data|stringData|type.**", {Sds}, SecretReaders, "xds.certificate"},
        {gatewayApi, "BackendTLSPolicy", "spec.**", {Cds}, Callers, "xds.clientTls"},
        {"networking.k8s.io", "Ingress", "spec.**", {Lds, Rds, Sds}, GatewayProxies, "xds.servers"},
    };
    return rows;
}

std::vector<std::string_view> partsOf(std::string_view kinds)
{
    std::vector<std::string_view> parts;
    while (true) {
        const auto bar = kinds.find('|');
        parts.push_back(kinds.substr(0, bar));
        if (bar == std::string_view::npos)
            return parts;
        kinds.remove_prefix(bar + 1);
    }
}

using Table = std::map<std::pair<std::string_view, std::string_view>, std::vector<std::vector<XdsRow>>>;

/// By group and kind: rows with one pattern together.
const Table& table()
{
    static const Table all = [] {
        Table made;
        std::map<std::pair<std::string_view, std::string_view>, std::string_view> last;
        for (const Written& row : written()) {
            for (const std::string_view kind : partsOf(row.kinds)) {
                const auto pattern = FieldPattern::parse(row.field);
                Q_ASSERT(pattern);
                auto& rows = made[{row.group, kind}];
                auto& before = last[{row.group, kind}];
                if (before != row.field)
                    rows.emplace_back();
                before = row.field;
                rows.back().push_back({*pattern, row.types, row.audience, row.message});
            }
        }
        return made;
    }();
    return all;
}

} // namespace

std::string_view xdsName(Xds type)
{
    switch (type) {
    case Cds:
        return "CDS";
    case Eds:
        return "EDS";
    case Lds:
        return "LDS";
    case Rds:
        return "RDS";
    case Sds:
        return "SDS";
    case Ecds:
        return "ECDS";
    case Nds:
        return "NDS";
    }
    return {};
}

std::vector<const XdsRow*> xdsRowsFor(std::string_view group, std::string_view kind, std::span<const PathStep> field)
{
    const auto found = table().find({group, kind});
    if (found == table().end())
        return {};
    for (const std::vector<XdsRow>& rows : found->second) {
        if (!rows.front().field.matches(field))
            continue;
        std::vector<const XdsRow*> result;
        for (const XdsRow& row : rows)
            result.push_back(&row);
        return result;
    }
    return {};
}

std::vector<Xds> xdsOfPatch(std::string_view applyTo)
{
    if (applyTo == "CLUSTER")
        return {Cds};
    if (applyTo == "ROUTE_CONFIGURATION" || applyTo == "VIRTUAL_HOST" || applyTo == "HTTP_ROUTE")
        return {Rds};
    if (applyTo == "EXTENSION_CONFIG")
        return {Ecds};
    if (applyTo == "BOOTSTRAP")
        return {};
    return {Lds}; // LISTENER, FILTER_CHAIN, NETWORK_FILTER, HTTP_FILTER, LISTENER_FILTER
}

} // namespace meshdraft::changes
