// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/topology.h"

#include <string>

namespace meshdraft::topology {

/// A topology in the language of Graphviz: clusters for namespaces, labels with shares, dashed what dangles. The order
/// is that of the topology, so that equal pictures give equal texts.
std::string toDot(const Topology& topology);

} // namespace meshdraft::topology
