// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace meshdraft::mesh {

/// How the body of a kind is read.
enum class KindReader : std::uint8_t {
    Other,
    IstioGateway,
    GatewayApiGateway,
    VirtualService,
    HttpRoute,
    GrpcRoute,
    TcpRoute,
    TlsRoute,
    DestinationRule,
    ServiceEntry,
    Service,
    PodTemplateWorkload, ///< pod template at spec.template
    CronJob, ///< pod template at spec.jobTemplate.spec.template
    Pod,
    Rollout, ///< pod template at spec.template, with the steps of its canary
    PeerAuthentication,
    RequestAuthentication,
    AuthorizationPolicy,
    Sidecar,
    EnvoyFilter,
    ProxyExtension,
    Telemetry,
    ProxyConfig,
    WorkloadEntry,
    WorkloadGroup,
    ReferenceGrant,
    BackendTlsPolicy,
    GatewayClass,
    Ingress,
    InjectionWebhooks,
    FlaggerCanary,
    ArgoApplication,
    FluxKustomization,
};

/// A row of the table of kinds.
struct KindInfo {
    std::string_view group; ///< API group without the version, empty for the core group
    std::string_view kind;
    bool isNamespaced = true;
    KindReader reader = KindReader::Other;
};

/// The kinds that are known by name; every other kind counts as namespaced and is kept as it is.
std::span<const KindInfo> knownKinds();

/// The row of a kind; one with empty names where the kind is not in the table.
const KindInfo& kindInfo(std::string_view group, std::string_view kind);

/// True for Istio's configuration kinds, the Gateway API, Services and workloads.
bool isMeshKind(std::string_view group, std::string_view kind);

/// True for VirtualService and the routes of the Gateway API.
bool isRouteKind(std::string_view group, std::string_view kind);

/// "networking.istio.io" of "networking.istio.io/v1"; empty for "v1".
std::string_view groupOf(std::string_view apiVersion);

} // namespace meshdraft::mesh
