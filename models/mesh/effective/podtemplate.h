// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resource.h"

namespace meshdraft::mesh::effective {

/// The mapping with metadata and spec of a workload's pods; the resource itself for a Pod.
source::NodeRef podTemplateOf(const Resource& workload);

/// A label or annotation where it is written; null where the node is absent.
ElementRef elementAt(const Resource& resource, source::NodeRef node);

} // namespace meshdraft::mesh::effective
