// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/editor/caretpath.h"
#include "models/workspace/snapshot.h"

#include <optional>
#include <string>
#include <vector>

namespace meshdraft::workspace {

/// A place that something in the text leads to, or comes from.
struct TextPlace {
    mesh::ElementRef element;
    std::string path;
    source::ByteRange range;
    std::uint32_t line = 0;
    std::string kind; ///< of the resource
    std::string text; ///< "catalog.shop.svc.cluster.local", "shop/reviews"
    std::string detail; ///< "3", the pods of a workload; the field of a reference
};

/// What is known of a field.
struct FieldHelp {
    std::string title; ///< "destination.host"
    const mesh::FieldSchema* field = nullptr; ///< of the built-in tables
    std::string type; ///< "string", "list of string"
    std::vector<TextPlace> targets; ///< what its value resolves to: the Service, then its workloads
};

/// Of the field at a caret; nothing where the tables have none.
std::optional<FieldHelp> fieldHelpAt(const Snapshot& snapshot, std::string_view text, const CaretPath& caret);

/// What the name at a place of the current text leads to; nothing where it is no reference that is found.
std::optional<TextPlace> definitionAt(const Snapshot& snapshot, const std::string& path, std::uint32_t offset);

/// Where the resource at a place of the current text is named, or, at a subset, where that subset is; in file order.
std::vector<TextPlace> referencesAt(const Snapshot& snapshot, const std::string& path, std::uint32_t offset);
/// Where a resource is named.
std::vector<TextPlace> whereUsed(const Snapshot& snapshot, const mesh::ElementRef& element);

} // namespace meshdraft::workspace
