// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/parsedtext.h"

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace meshdraft::mesh {

/// Who a resource is. Several documents may carry the same key; duplicates are kept as data.
struct ResourceKey {
    std::string environment;
    std::string group; ///< API group without the version, empty for the core group
    std::string kind;
    std::string ns; ///< empty for cluster-scoped kinds
    std::string name;

    friend auto operator<=>(const ResourceKey&, const ResourceKey&) = default;
};

/// Where a resource stands: content, path and position of the document in the file (from 0).
struct SourceDoc {
    source::ContentId blob;
    std::string path;
    std::uint32_t document = 0;
    std::uint32_t item = 0; ///< position in a `kind: List`, else 0

    friend auto operator<=>(const SourceDoc&, const SourceDoc&) = default;
};

/// Path of a field from the root of its resource, as text: `spec.http[0].route[1].weight`. Keys that are not plain
/// words are quoted: `metadata.annotations["a.b/c"]`.
class FieldPath {
public:
    /// One step: the key of a mapping or, where `isIndex`, the position in a list.
    struct Step {
        std::string key;
        std::size_t index = 0;
        bool isIndex = false;
    };

    FieldPath() = default;
    explicit FieldPath(std::string text)
        : m_text(std::move(text))
    {
    }
    /// Path of a node below a resource's root.
    static FieldPath of(source::NodeRef root, source::NodeRef node);

    const std::string& text() const { return m_text; }
    bool isEmpty() const { return m_text.empty(); }
    /// The steps from the root; nothing when the text is not a path.
    std::optional<std::vector<Step>> steps() const;
    FieldPath child(std::string_view key) const;
    FieldPath child(std::size_t index) const;
    /// True when this path is `other` or lies below it.
    bool isWithin(const FieldPath& other) const;
    /// The node there; invalid when the path leads nowhere.
    source::NodeRef resolve(source::NodeRef root) const;

    friend auto operator<=>(const FieldPath&, const FieldPath&) = default;

private:
    std::string m_text;
};

/// One place in the mesh that views select and findings point at: a resource as it stands in a file, and a field in it
/// (empty: the resource itself). Stays valid over edits that do not move the document.
struct ElementRef {
    ResourceKey key;
    std::string path;
    std::uint32_t document = 0;
    std::uint32_t item = 0;
    FieldPath field;

    bool isNull() const { return key.kind.empty(); }
    friend auto operator<=>(const ElementRef&, const ElementRef&) = default;
};

} // namespace meshdraft::mesh
