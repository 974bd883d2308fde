// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QString>

namespace meshdraft::workspace {

/// One line of the outline of a resource.
struct OutlineItem {
    std::int32_t parent = -1; ///< position, always before this one; -1: the resource itself
    QString title; ///< a field, or the name of an item
    QString detail; ///< its value in short
    std::string icon;
    mesh::ElementRef element;
    topology::State state = topology::State::Same;
    int errors = 0;
    int warnings = 0;

    friend bool operator==(const OutlineItem&, const OutlineItem&) = default;
};

/// What a resource holds, as people read it: its fields with their values, routes with what they do, subsets, servers,
/// each with its state and findings. Empty where the resource is not in the graph. Cost: linear in the resource.
std::vector<OutlineItem> outlineOf(const Snapshot& snapshot, const mesh::ElementRef& element);

/// The line that holds a field: the deepest one around it; -1: none.
std::int32_t findInOutline(const std::vector<OutlineItem>& items, const mesh::FieldPath& field);

} // namespace meshdraft::workspace
