// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

namespace {

struct OldVersion {
    std::string_view apiVersion;
    std::string_view kind;
    std::string_view now; ///< to be written instead
    bool isGone = false; ///< no cluster that Istio supports takes it any more
};

/// Versions that have a stable successor (Istio 1.22 release notes, Gateway API 1.0 and 1.1, Kubernetes: Deprecated API
/// Migration Guide).
constexpr auto oldVersions = std::to_array<OldVersion>({
    {"networking.istio.io/v1alpha3", "DestinationRule", "networking.istio.io/v1"},
    {"networking.istio.io/v1alpha3", "Gateway", "networking.istio.io/v1"},
    {"networking.istio.io/v1alpha3", "ServiceEntry", "networking.istio.io/v1"},
    {"networking.istio.io/v1alpha3", "Sidecar", "networking.istio.io/v1"},
    {"networking.istio.io/v1alpha3", "VirtualService", "networking.istio.io/v1"},
    {"networking.istio.io/v1alpha3", "WorkloadEntry", "networking.istio.io/v1"},
    {"networking.istio.io/v1alpha3", "WorkloadGroup", "networking.istio.io/v1"},
    {"telemetry.istio.io/v1alpha1", "Telemetry", "telemetry.istio.io/v1"},
    {"gateway.networking.k8s.io/v1alpha2", "Gateway", "gateway.networking.k8s.io/v1"},
    {"gateway.networking.k8s.io/v1alpha2", "GatewayClass", "gateway.networking.k8s.io/v1"},
    {"gateway.networking.k8s.io/v1alpha2", "HTTPRoute", "gateway.networking.k8s.io/v1"},
    {"gateway.networking.k8s.io/v1alpha2", "GRPCRoute", "gateway.networking.k8s.io/v1"},
    {"gateway.networking.k8s.io/v1alpha2", "ReferenceGrant", "gateway.networking.k8s.io/v1beta1"},
    {"gateway.networking.k8s.io/v1beta1", "Gateway", "gateway.networking.k8s.io/v1"},
    {"gateway.networking.k8s.io/v1beta1", "GatewayClass", "gateway.networking.k8s.io/v1"},
    {"gateway.networking.k8s.io/v1beta1", "HTTPRoute", "gateway.networking.k8s.io/v1"},
    {"extensions/v1beta1", "Deployment", "apps/v1", true},
    {"extensions/v1beta1", "DaemonSet", "apps/v1", true},
    {"extensions/v1beta1", "ReplicaSet", "apps/v1", true},
    {"extensions/v1beta1", "Ingress", "networking.k8s.io/v1", true},
    {"networking.k8s.io/v1beta1", "Ingress", "networking.k8s.io/v1", true},
    {"apps/v1beta1", "Deployment", "apps/v1", true},
    {"apps/v1beta1", "StatefulSet", "apps/v1", true},
    {"apps/v1beta2", "DaemonSet", "apps/v1", true},
    {"apps/v1beta2", "Deployment", "apps/v1", true},
    {"apps/v1beta2", "ReplicaSet", "apps/v1", true},
    {"apps/v1beta2", "StatefulSet", "apps/v1", true},
});

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* const old = std::ranges::find_if(oldVersions, [&](const OldVersion& each) {
        return each.kind == resource.key.kind && each.apiVersion == resource.apiVersion;
    });
    if (old == oldVersions.end())
        return;
    const source::NodeRef place = resource.rootNode()["apiVersion"];
    if (old->isGone) {
        report.add(findingAt(resource, place.id(), "MD172", Severity::Warning, message::apiVersionGone,
                             {resource.key.kind, resource.apiVersion, std::string(old->now)}));
        return;
    }
    // one finding for all of a kind
    report.addUnknown(resource.key.kind + "|" + resource.apiVersion,
                      findingAt(resource, place.id(), "MD172", Severity::Info, message::apiVersionOld,
                                {resource.key.kind, resource.apiVersion, std::string(old->now)}));
}

} // namespace

/// A version of an API that has a stable successor, or is gone.
Check apiVersion()
{
    return {{"api-version",
             {"DaemonSet", "Deployment", "DestinationRule", "GRPCRoute", "Gateway", "GatewayClass", "HTTPRoute",
              "Ingress", "ReferenceGrant", "ReplicaSet", "ServiceEntry", "Sidecar", "StatefulSet", "Telemetry",
              "VirtualService", "WorkloadEntry", "WorkloadGroup"},
             {"MD172"}},
            check};
}

} // namespace meshdraft::checks
