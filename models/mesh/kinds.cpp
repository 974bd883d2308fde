// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/kinds.h"

#include <algorithm>
#include <array>

namespace meshdraft::mesh {

namespace {

constexpr std::string_view istioNetworking = "networking.istio.io";
constexpr std::string_view istioSecurity = "security.istio.io";
constexpr std::string_view istioTelemetry = "telemetry.istio.io";
constexpr std::string_view istioExtensions = "extensions.istio.io";
constexpr std::string_view gatewayApi = "gateway.networking.k8s.io";
constexpr std::string_view rbac = "rbac.authorization.k8s.io";
constexpr std::string_view admission = "admissionregistration.k8s.io";

constexpr auto kinds = std::to_array<KindInfo>({
    {istioNetworking, "Gateway", true, KindReader::IstioGateway},
    {istioNetworking, "VirtualService", true, KindReader::VirtualService},
    {istioNetworking, "DestinationRule", true, KindReader::DestinationRule},
    {istioNetworking, "ServiceEntry", true, KindReader::ServiceEntry},
    {istioNetworking, "Sidecar", true, KindReader::Sidecar},
    {istioNetworking, "WorkloadEntry", true, KindReader::WorkloadEntry},
    {istioNetworking, "WorkloadGroup", true, KindReader::WorkloadGroup},
    {istioNetworking, "EnvoyFilter", true, KindReader::EnvoyFilter},
    {istioNetworking, "ProxyConfig", true, KindReader::ProxyConfig},
    {istioSecurity, "PeerAuthentication", true, KindReader::PeerAuthentication},
    {istioSecurity, "RequestAuthentication", true, KindReader::RequestAuthentication},
    {istioSecurity, "AuthorizationPolicy", true, KindReader::AuthorizationPolicy},
    {istioTelemetry, "Telemetry", true, KindReader::Telemetry},
    {istioExtensions, "WasmPlugin", true, KindReader::ProxyExtension},
    {istioExtensions, "TrafficExtension", true, KindReader::ProxyExtension},
    {gatewayApi, "Gateway", true, KindReader::GatewayApiGateway},
    {gatewayApi, "HTTPRoute", true, KindReader::HttpRoute},
    {gatewayApi, "GRPCRoute", true, KindReader::GrpcRoute},
    {gatewayApi, "TCPRoute", true, KindReader::TcpRoute},
    {gatewayApi, "TLSRoute", true, KindReader::TlsRoute},
    {gatewayApi, "UDPRoute"},
    {gatewayApi, "ReferenceGrant", true, KindReader::ReferenceGrant},
    {gatewayApi, "BackendTLSPolicy", true, KindReader::BackendTlsPolicy},
    {gatewayApi, "ListenerSet"},
    {gatewayApi, "GatewayClass", false, KindReader::GatewayClass},
    {"", "Service", true, KindReader::Service},
    {"", "Pod", true, KindReader::Pod},
    {"apps", "Deployment", true, KindReader::PodTemplateWorkload},
    {"apps", "StatefulSet", true, KindReader::PodTemplateWorkload},
    {"apps", "DaemonSet", true, KindReader::PodTemplateWorkload},
    {"apps", "ReplicaSet", true, KindReader::PodTemplateWorkload},
    {"extensions", "Deployment", true, KindReader::PodTemplateWorkload},
    {"extensions", "DaemonSet", true, KindReader::PodTemplateWorkload},
    {"extensions", "ReplicaSet", true, KindReader::PodTemplateWorkload},
    {"batch", "Job", true, KindReader::PodTemplateWorkload},
    {"batch", "CronJob", true, KindReader::CronJob},
    {"argoproj.io", "Rollout", true, KindReader::Rollout},
    {"argoproj.io", "Application", true, KindReader::ArgoApplication},
    {"flagger.app", "Canary", true, KindReader::FlaggerCanary},
    {"kustomize.toolkit.fluxcd.io", "Kustomization", true, KindReader::FluxKustomization},
    {"networking.k8s.io", "Ingress", true, KindReader::Ingress},
    {"extensions", "Ingress", true, KindReader::Ingress},
    {"", "Namespace", false},
    {"", "Node", false},
    {"", "PersistentVolume", false},
    {"apiextensions.k8s.io", "CustomResourceDefinition", false},
    {"apiregistration.k8s.io", "APIService", false},
    {rbac, "ClusterRole", false},
    {rbac, "ClusterRoleBinding", false},
    {admission, "MutatingWebhookConfiguration", false, KindReader::InjectionWebhooks},
    {admission, "ValidatingWebhookConfiguration", false},
    {admission, "ValidatingAdmissionPolicy", false},
    {admission, "ValidatingAdmissionPolicyBinding", false},
    {"storage.k8s.io", "StorageClass", false},
    {"storage.k8s.io", "CSIDriver", false},
    {"storage.k8s.io", "CSINode", false},
    {"storage.k8s.io", "VolumeAttachment", false},
    {"scheduling.k8s.io", "PriorityClass", false},
    {"node.k8s.io", "RuntimeClass", false},
    {"networking.k8s.io", "IngressClass", false},
    {"policy", "PodSecurityPolicy", false},
    {"certificates.k8s.io", "CertificateSigningRequest", false},
    {"cert-manager.io", "ClusterIssuer", false},
    {"authentication.istio.io", "MeshPolicy", false},
});

} // namespace

std::span<const KindInfo> knownKinds()
{
    return kinds;
}

const KindInfo& kindInfo(std::string_view group, std::string_view kind)
{
    static constexpr KindInfo unknown;
    const auto* const found =
        std::ranges::find_if(kinds, [&](const KindInfo& info) { return info.kind == kind && info.group == group; });
    return found == kinds.end() ? unknown : *found;
}

bool isMeshKind(std::string_view group, std::string_view kind)
{
    if (group == istioNetworking || group == istioSecurity || group == istioTelemetry || group == istioExtensions
        || group == gatewayApi)
        return true;
    switch (kindInfo(group, kind).reader) {
    case KindReader::Service:
    case KindReader::PodTemplateWorkload:
    case KindReader::CronJob:
    case KindReader::Pod:
    case KindReader::Rollout:
        return true;
    default:
        return false;
    }
}

bool isRouteKind(std::string_view group, std::string_view kind)
{
    switch (kindInfo(group, kind).reader) {
    case KindReader::VirtualService:
    case KindReader::HttpRoute:
    case KindReader::GrpcRoute:
    case KindReader::TcpRoute:
    case KindReader::TlsRoute:
        return true;
    default:
        return false;
    }
}

std::string_view groupOf(std::string_view apiVersion)
{
    const auto slash = apiVersion.find('/');
    return slash == std::string_view::npos ? std::string_view() : apiVersion.substr(0, slash);
}

} // namespace meshdraft::mesh
