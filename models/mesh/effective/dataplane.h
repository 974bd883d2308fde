// SPDX-License-Identifier: Apache-2.0
// Whether a workload's pods get a sidecar, are captured by ambient mode, or are outside of the mesh.
#pragma once

#include "models/mesh/effective/meshview.h"

#include <cstdint>

namespace meshdraft::mesh::effective {

enum class DataPlane : std::uint8_t {
    Unknown,
    None, ///< no proxy
    Sidecar, ///< a proxy in the pod; `isGateway` tells a gateway's
    Ambient, ///< ztunnel
};

enum class DataPlaneReason : std::uint8_t {
    InFile, ///< sidecar: the pod template was injected by hand
    HostNetwork, ///< none: pods on the host's network get nothing
    SystemNamespace, ///< none: kube-system and the like are left out
    PodLabel, ///< label sidecar.istio.io/inject of the pods, either way
    PodAnnotation, ///< the old annotation of the same name, either way
    PodRevision, ///< sidecar: label istio.io/rev of the pods
    NamespaceInjection, ///< label istio-injection, either way
    NamespaceRevision, ///< sidecar: label istio.io/rev of the namespace
    Webhook, ///< sidecar: a webhook configuration in the files selects the pods, without any of these labels
    NotSelected, ///< none: nothing asks for a proxy
    NamespaceNotInFiles, ///< unknown: the labels of the namespace are not in the files
    NoWebhookInFiles, ///< unknown: a proxy is asked for, but none of the webhooks in the files answers
    SeveralRevisions, ///< sidecar: webhooks of several revisions answer; which one injects is open
    Placeholder, ///< unknown: a label is filled in later
    AmbientPod, ///< label istio.io/dataplane-mode of the pods
    AmbientNamespace, ///< the same label of the namespace
    NotAWorkload, ///< unknown: no pods
};

struct DataPlaneAnswer {
    DataPlane value = DataPlane::Unknown;
    DataPlaneReason reason = DataPlaneReason::NotAWorkload;
    std::vector<ElementRef> sources; ///< the label or field that decides, then what else had to hold
    std::string revision; ///< sidecar: of the control plane, as the label or the webhook names it; "default"
    bool isGateway = false; ///< the injected proxy is a gateway (inject.istio.io/templates)
    bool assumesDefaultWebhooks = false; ///< the files have no webhooks: those of Istio's own installation are assumed
};

/// The data plane of a workload. Injection follows the webhooks in the files, else those that Istio installs; then
/// istiod's own test of the pod. A sidecar goes before ambient mode.
DataPlaneAnswer dataPlaneOf(const MeshView& view, ResourceIndex workload);

enum class WaypointReason : std::uint8_t {
    None, ///< no label: no waypoint
    Own, ///< label istio.io/use-waypoint of the resource or its pods
    Namespace, ///< the same label of the namespace
    OptedOut, ///< the label says "none"
    NamespaceNotInFiles, ///< unknown
};

struct WaypointAnswer {
    WaypointReason reason = WaypointReason::None;
    std::string waypoint; ///< "namespace/name" of the Gateway; empty: none
    ResourceIndex gateway = noResource; ///< that Gateway where the files have it
    ElementRef element; ///< the label
};

/// The waypoint of a workload, a Service or a ServiceEntry.
WaypointAnswer waypointOf(const MeshView& view, ResourceIndex index);

} // namespace meshdraft::mesh::effective
