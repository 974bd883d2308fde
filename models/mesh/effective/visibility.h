// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/meshview.h"

namespace meshdraft::mesh::effective {

/// What says where a resource is visible.
enum class ExportSource : std::uint8_t {
    Written, ///< spec.exportTo, or Istio's annotation on a Service
    MeshConfig, ///< a default...ExportTo of the mesh config
    Selector, ///< a DestinationRule with a workloadSelector stays in its namespace
    Default, ///< Istio: visible to all
};

/// The namespaces in which a Service, ServiceEntry, VirtualService or DestinationRule is visible.
struct Export {
    std::vector<std::string> to; ///< ".", "*", "~" and names, as written; empty: `toAll` or `toOwn` of a default
    bool toAll = false;
    bool toOwn = false;
    ExportSource source = ExportSource::Default;
    ElementRef element; ///< where it is written; null: a default of Istio

    /// True if clients in `ns` see the resource of `own`. "*" stands over everything, then "~".
    bool includes(std::string_view ns, std::string_view own) const;
};

Export exportOf(const MeshView& view, ResourceIndex index);
bool isVisible(const MeshView& view, ResourceIndex resource, std::string_view ns);

} // namespace meshdraft::mesh::effective
