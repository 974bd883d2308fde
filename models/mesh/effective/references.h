// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/meshview.h"

#include <cstdint>

namespace meshdraft::mesh::effective {

enum class ReferenceKind : std::uint8_t {
    Exposes, ///< route or Canary -> Gateway; route -> Service or ServiceEntry that it takes over
    Routes, ///< route, Ingress or Rollout -> where requests go
    Mirrors, ///< route -> where copies go
    Delegates, ///< VirtualService -> VirtualService
    Selects, ///< Service, ServiceEntry, Gateway, Sidecar, Canary -> workload; EndpointSlice -> Service
    AppliesTo, ///< DestinationRule -> host; Telemetry, WasmPlugin, EnvoyFilter, ProxyConfig -> workload or targetRef;
               ///< Rollout -> what it changes
    Secures, ///< security policies and BackendTLSPolicy -> workload or targetRef
    ExportsTo, ///< Service, ServiceEntry, VirtualService, DestinationRule -> Namespace
    Imports, ///< Sidecar -> what its egress lets in; BackendTLSPolicy -> ConfigMap
};

enum class ReferenceOutcome : std::uint8_t {
    Found,
    Missing, ///< certainly not there, or not allowed
    Unknown, ///< files cannot tell
};

enum class ReferenceReason : std::uint8_t {
    // found
    Object, ///< `to` is it
    Everything, ///< no selector: every workload of the namespace, of the mesh, or what a wildcard covers
    // missing
    NoObject, ///< no object of that name where all of them would be in the files
    NoWorkload, ///< no pods with these labels in the namespace, or in the mesh
    NotVisible, ///< not exported to the namespace
    NotGranted, ///< another namespace, without a ReferenceGrant
    NotAllowed, ///< no listener of the Gateway lets routes of this namespace in
    OtherNamespace, ///< a targetRef into another namespace
    WithoutEffect, ///< a PeerAuthentication with a selector in the root namespace
    // unknown
    NotInFiles, ///< the namespace, or that kind of object, is not in the files
    Placeholder, ///< filled in later
    OtherKind, ///< a kind that is not modelled
};

/// What a resource names or selects.
struct Reference {
    ResourceIndex from = noResource;
    ElementRef element; ///< where it is written
    ReferenceKind kind = ReferenceKind::Routes;
    std::string target; ///< "namespace/name", a host, or "namespace/*" ("*/*": the whole mesh)
    ResourceIndex to = noResource; ///< the target where it is one object of the files
    ReferenceOutcome outcome = ReferenceOutcome::Found;
    ReferenceReason reason = ReferenceReason::Object;
};

/// The references that start at a resource, in the order of its fields: one for each workload that a selector matches.
std::vector<Reference> referencesFrom(const MeshView& view, ResourceIndex index);

} // namespace meshdraft::mesh::effective
