// SPDX-License-Identifier: Apache-2.0
// Where the lines, entries and indicators of a parsed document stand.
#pragma once

#include "models/source/document.h"
#include "models/source/scalar.h"

namespace meshdraft::source {

/// One entry of a mapping or item of a sequence.
struct Element {
    NodeId key = noNode; ///< noNode for an item
    NodeId value = noNode;
    std::uint32_t begin = 0; ///< its first byte: '-', '?', an anchor or tag of its key, or the key
    std::uint32_t end = 0; ///< behind its value
};

/// Answers questions about the lines of a document; valid while the document lives.
class Layout {
public:
    explicit Layout(const Document& document);

    const Document& document() const { return m_document; }
    std::string_view text() const { return m_text; }
    const Node& node(NodeId id) const { return m_document.nodes[id]; }
    NodeRef ref(NodeId id) const { return {&m_document, id}; }
    std::uint32_t begin() const { return m_begin; } ///< of the document's bytes, a byte order mark left out
    std::uint32_t end() const { return m_end; }
    char at(std::uint32_t offset) const { return offset < m_end ? m_text[offset] : '\0'; }
    std::string_view slice(std::uint32_t begin, std::uint32_t end) const { return m_text.substr(begin, end - begin); }

    bool isInFlow(NodeId id) const;
    ScalarPlace placeOf(NodeId id) const;
    /// The id behind the last node within a node.
    NodeId endOfSubtree(NodeId id) const;
    /// The entries or items of a collection.
    std::vector<Element> elementsOf(NodeId collection) const;
    /// Behind the indicator, anchor and tag in front of a node: where its value would start.
    std::uint32_t headOf(NodeId id) const;

    /// The tag in front of a node as it is written; empty where there is none.
    std::string_view tagOf(NodeId id) const;

    std::uint32_t lineOf(std::uint32_t offset) const; ///< start of the line
    std::uint32_t nextLine(std::uint32_t offset) const; ///< start of the line behind that of `offset`, or end()
    std::uint32_t skipSpaces(std::uint32_t offset) const;
    std::uint32_t skipSpacesBack(std::uint32_t offset) const;
    /// Before the line break that ends right at `offset`, if one does.
    std::uint32_t beforeBreak(std::uint32_t offset) const;
    bool isBlankLine(std::uint32_t line) const;
    bool startsLine(std::uint32_t offset) const; ///< only blanks before it
    bool endsWithBreak(std::uint32_t offset) const; ///< a line break ends right before it
    /// Column of a byte, in code points from 0.
    std::uint32_t columnOf(std::uint32_t offset) const;
    /// Behind the line break of the line if only blanks and a comment follow, else nothing.
    std::optional<std::uint32_t> restOfLine(std::uint32_t offset) const;
    /// Behind the line that a value which ends at `offset` ends on; a block scalar ends with its line.
    std::optional<std::uint32_t> lineBehind(std::uint32_t offset) const;
    /// Column of the comment that is all there is on a line.
    std::optional<std::uint32_t> commentColumn(std::uint32_t line) const;
    /// True if a comment stands in [begin, end), where no scalar is.
    bool hasComment(std::uint32_t begin, std::uint32_t end) const;
    /// The line break in use at this place of the file.
    std::string lineBreakNear(std::uint32_t offset) const;

private:
    /// Behind the ':', '-', '?' or marker in front of a node and its properties.
    std::uint32_t behindIndicator(NodeId id) const;

    const Document& m_document;
    std::string_view m_text;
    std::uint32_t m_begin;
    std::uint32_t m_end;
};

/// A string stays a string under these tags.
bool isStringTag(std::string_view tag);

} // namespace meshdraft::source
