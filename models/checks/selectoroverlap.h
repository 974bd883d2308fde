// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"

namespace meshdraft::checks {

/// What is said of kinds of which one resource should hold for a pod: Sidecar and Telemetry.
struct OverlapCodes {
    std::string_view kind;
    source::NodeId selectorNode = source::noNode;
    const char* missing = nullptr; ///< {selector, namespace}: IST0101
    const char* missingUnknown = nullptr; ///< the same where files cannot tell
    const char* overlapCode = nullptr;
    const char* overlap = nullptr; ///< {the others, workload}
    const char* severalCode = nullptr;
    const char* several = nullptr; ///< {the others, namespace}
};

/// A selector that finds no pod in its namespace, or pods that others of the kind select, too. `pods` are those that
/// count for overlaps.
void checkOverlap(const mesh::MeshGraph& graph, const mesh::Resource& resource, const mesh::Labels& selector,
                  bool findsNone, std::span<const mesh::ResourceIndex> pods, const OverlapCodes& codes, Report& report);

/// Several of the kind without a selector in one namespace.
void checkSeveral(const mesh::MeshGraph& graph, const mesh::Resource& resource, const OverlapCodes& codes,
                  Report& report);

} // namespace meshdraft::checks
