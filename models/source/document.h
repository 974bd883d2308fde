// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::source {

/// Half-open range of byte offsets in the UTF-8 text of a file (a BOM counts).
struct ByteRange {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    std::uint32_t size() const { return end - begin; }
    bool contains(std::uint32_t offset) const { return offset >= begin && offset < end; }
    friend bool operator==(const ByteRange&, const ByteRange&) = default;
};

enum class NodeKind : std::uint8_t { Empty, Scalar, Sequence, Mapping, Alias };
enum class NodeStyle : std::uint8_t { Plain, SingleQuoted, DoubleQuoted, Literal, Folded, Block, Flow };

using NodeId = std::uint32_t;
inline constexpr NodeId noNode = std::numeric_limits<NodeId>::max();

/// One YAML node of a document. The children of a mapping alternate between key and value.
struct Node {
    NodeKind kind = NodeKind::Empty;
    NodeStyle style = NodeStyle::Plain;
    bool hasTag = false;
    bool hasAnchor = false;
    ByteRange range; ///< the value itself: quotes and brackets included, anchor, tag and comments left out;
                     ///< an Empty node is an empty range right behind its key's ':' or its item's '-'
    NodeId parent = noNode;
    NodeId firstChild = noNode;
    NodeId nextSibling = noNode;
    std::uint32_t children = 0; ///< number of direct children (a mapping with n entries has 2n)
    std::uint32_t value = 0; ///< 0: the scalar's value is its text (without quotes); n: Document::values[n - 1]
    NodeId target = noNode; ///< Alias: the node with the anchor
};

class NodeRef;

/// One document of a YAML stream. Immutable; its offsets count from the start of the file's text.
class Document {
public:
    std::shared_ptr<const std::string> text; ///< the whole file
    ByteRange range; ///< from behind the separator before it to the next separator or the end
    ByteRange chunk; ///< `range` with its directives and its own `---` before it
    std::uint32_t index = 0; ///< position among the documents of the file, from 0; broken ones count
    std::vector<Node> nodes; ///< in the order of the text; the root, if any, is nodes[0]
    std::vector<std::string> values; ///< scalar values that differ from their text (escapes, folds, blocks)
    std::vector<NodeId> duplicateKeys; ///< keys that stand earlier in the same mapping, too

    /// The root node; invalid for an empty document.
    NodeRef root() const;
};

/// A node together with its document: cheap to copy, valid while the document lives. An invalid NodeRef answers every
/// question with "nothing", so that look-ups chain: `root["spec"]["http"].item(0)["route"]`.
class NodeRef {
public:
    struct Entry;

    NodeRef() = default;
    NodeRef(const Document* document, NodeId id)
        : m_document(document)
        , m_id(id)
    {
    }

    bool isValid() const { return m_document != nullptr && m_id < m_document->nodes.size(); }
    explicit operator bool() const { return isValid(); }
    const Document* document() const { return m_document; }
    NodeId id() const { return m_id; }
    const Node& node() const { return m_document->nodes[m_id]; }

    NodeKind kind() const { return isValid() ? node().kind : NodeKind::Empty; }
    bool isMapping() const { return kind() == NodeKind::Mapping; }
    bool isSequence() const { return kind() == NodeKind::Sequence; }
    bool isScalar() const { return kind() == NodeKind::Scalar; }
    ByteRange range() const { return isValid() ? node().range : ByteRange{}; }
    /// The node's text as it stands in the file.
    std::string_view text() const;

    /// The value of a scalar (unquoted, unfolded); empty for anything else. Follows an alias.
    std::string_view value() const;
    /// True for an absent value, `~`, `null` and their spellings (plain style only).
    bool isNull() const;
    /// A plain decimal integer; nothing for quoted or tagged text, other bases and floats.
    std::optional<std::int64_t> toInt() const;
    /// A plain decimal number, with or without fraction and exponent.
    std::optional<double> toDouble() const;
    /// A plain true/false as Kubernetes reads it (YAML 1.1: also yes/no, on/off, y/n).
    std::optional<bool> toBool() const;

    /// The node itself or, for an alias, the node with the anchor.
    NodeRef resolved() const;
    NodeRef parent() const;
    /// Number of entries of a mapping or items of a sequence.
    std::size_t size() const;
    /// The value of the last entry with this key (as Kubernetes takes duplicates); without one, that of a mapping
    /// merged in by `<<`. Follows aliases.
    NodeRef operator[](std::string_view key) const;
    /// Item of a sequence; linear in the index.
    NodeRef item(std::size_t index) const;
    std::vector<NodeRef> items() const;
    std::vector<Entry> entries() const;
    /// For the value of a mapping entry: its key.
    NodeRef key() const;
    /// For an item of a sequence: its position; linear in it.
    std::optional<std::size_t> indexInParent() const;

    friend bool operator==(const NodeRef&, const NodeRef&) = default;

private:
    const Document* m_document = nullptr;
    NodeId m_id = noNode;
};

struct NodeRef::Entry {
    NodeRef key;
    NodeRef value;
};

} // namespace meshdraft::source
