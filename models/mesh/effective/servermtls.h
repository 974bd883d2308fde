// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/dataplane.h"
#include "models/mesh/effective/outcome.h"

#include <optional>

namespace meshdraft::mesh::effective {

enum class PeerMode : std::uint8_t {
    Unknown, ///< the mode that decides is no mode of Istio, or filled in later
    Disable,
    Permissive,
    Strict,
};

enum class PeerReason : std::uint8_t {
    Default, ///< no PeerAuthentication says it
    Mesh, ///< one of the root namespace without selector
    Namespace, ///< one of the namespace without selector
    Workload, ///< one whose selector matches
    Port, ///< portLevelMtls of such a one
};

/// What PeerAuthentication means for this workload besides its mode.
enum class PeerNote : std::uint8_t {
    None,
    NoProxy, ///< the workload has no proxy: nothing of it is enforced
    DataPlaneUnknown, ///< files do not tell whether there is a proxy
    AmbientIgnoresDisable, ///< ztunnel knows no DISABLE; PERMISSIVE holds
};

struct ServerMtls : Effective<PeerMode, PeerReason> {
    PeerNote note = PeerNote::None;
    DataPlane dataPlane = DataPlane::Unknown;
    std::vector<ElementRef> ignored; ///< settings that look as if they applied: portLevelMtls without a selector
};

/// The mTLS mode in which a workload or WorkloadEntry accepts connections, on one of its own ports or (no port) on
/// those that no policy names. Port, then workload, namespace and mesh; UNSET and absent modes inherit; of several
/// policies of one rank the oldest holds.
ServerMtls serverMtls(const MeshView& view, ResourceIndex workload, std::optional<std::uint32_t> port = std::nullopt);

/// The mode of a namespace, without what selectors change.
Effective<PeerMode, PeerReason> namespaceMtls(const MeshView& view, std::string_view ns);

/// The workload's port behind a port of a Service; nothing where the Service has no such port or its name is not among
/// the workload's.
std::optional<std::uint32_t> workloadPort(const Service& service, std::uint32_t servicePort, const Workload& workload);

} // namespace meshdraft::mesh::effective
