// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/meshview.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::mesh::effective {

/// The annotation of a workload that names whom it calls: hosts with or without a port, separated by commas.
inline constexpr std::string_view callsAnnotation = "meshdraft.dev/calls";

/// Full names of the hosts that the annotation names, as written or not in the mesh; and where it stands.
struct AnnotatedCalls {
    std::vector<std::string> hosts;
    source::NodeId written = source::noNode;
};
AnnotatedCalls annotatedCalls(const MeshView& view, const Resource& workload);

} // namespace meshdraft::mesh::effective
