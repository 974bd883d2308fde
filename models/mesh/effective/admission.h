// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/meshview.h"

#include <cstdint>

namespace meshdraft::mesh::effective {

enum class Admission : std::uint8_t {
    Refused,
    Admitted,
    Unknown, ///< the labels of the namespace are not in the files
};

/// Whether a listener of a Gateway in `gatewayNs` lets routes of a namespace in (Gateway API, AllowedRoutes: the
/// Gateway's own namespace unless written otherwise).
Admission admissionOf(const MeshView& view, source::NodeRef listener, std::string_view gatewayNs, std::string_view ns);

} // namespace meshdraft::mesh::effective
