// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/layout.h"

#include <span>

namespace meshdraft::source {

/// The bytes of a mapping's entry or a sequence's item. Its own comments are
/// - the comment lines directly above it that start in its column, without a blank line between;
/// - comments within it and behind it on its last line;
/// - comment lines below it that start right of its column: they belong into its value.
/// An entry that shares its first line (`- a: 1`, or in a flow collection) has no lines above, one that shares its last
/// line has no comment behind it. A comment in a block scalar's text is text.
struct EntryExtent {
    ByteRange key; ///< empty for an item
    ByteRange value; ///< without anchor and tag
    ByteRange entry; ///< from its '-', '?', first property or key to the end of its value
    ByteRange whole; ///< entry and own comments; up to its line breaks where it has its last line for itself
    bool ownLines = false; ///< `whole` is made of whole lines
    std::vector<ByteRange> comments; ///< its own comments, each from '#' to the end of the text on its line
};

/// For a key, a value or an item; nothing for a document's root. Cost: linear in the number of its siblings.
std::optional<EntryExtent> extentOf(const NodeRef& node);

/// EntryExtent::whole of elements[index] of a collection.
ByteRange wholeOf(const Layout& layout, NodeId collection, std::span<const Element> elements, std::size_t index);

/// True if no other element of its flow collection, nor a bracket of it, stands on the lines of this one.
bool hasOwnLines(const Layout& layout, const Element& element);

/// Behind the blanks and the comma that follow an element of a flow collection, if a comma does.
std::optional<std::uint32_t> behindComma(const Layout& layout, const Element& element);

} // namespace meshdraft::source
