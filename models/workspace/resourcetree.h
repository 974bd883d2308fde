// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QString>

namespace meshdraft::workspace {

/// One line of the resource tree. Lines are stored level by level, so that the children of a line stand together.
struct TreeItem {
    enum class Type : std::uint8_t { Namespace, Kind, Resource, Part };

    Type type = Type::Resource;
    std::int32_t parent = -1; ///< position; -1: top level
    std::int32_t row = 0;
    std::int32_t firstChild = 0;
    std::int32_t children = 0;

    std::string id; ///< what it is among its siblings: namespace, group of kinds, resource, field
    mesh::ElementRef element; ///< null for groups; of a namespace: that of topology::namespaceElement
    std::string ns; ///< of namespaces
    QString title;
    QString detail;
    std::string_view icon;
    QString sortKey;
    topology::State state = topology::State::Same;
    mesh::MtlsMode mtls = mesh::MtlsMode::Unset;
    int errors = 0;
    int warnings = 0;

    /// True when both stand for the same thing in the same place.
    bool hasSamePlace(const TreeItem& other) const;
    friend bool operator==(const TreeItem&, const TreeItem&) = default;
};

/// The lines of a snapshot: namespace -> group of kinds -> resource -> routes or subsets. Removed resources stay, with
/// their state. Cost: linear in resources and findings.
std::vector<TreeItem> buildResourceTree(const Snapshot& snapshot);

/// What became of a part of a changed resource (the whole of it added, or something in it).
topology::State stateOfPart(const changes::ResourceChange& change, const mesh::FieldPath& part);

/// The icon of a kind.
std::string_view iconNameOfKind(std::string_view kind);

/// Position of the line for an element or for its nearest ancestor that has one; -1: none.
std::int32_t findInTree(const std::vector<TreeItem>& items, const mesh::ElementRef& element);

} // namespace meshdraft::workspace
