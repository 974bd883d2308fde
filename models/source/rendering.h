// SPDX-License-Identifier: Apache-2.0
// New values as text in the style of what stands around them.
#pragma once

#include "models/source/layout.h"
#include "models/source/newvalue.h"

namespace meshdraft::source {

/// How block collections are laid out near a place of a document.
struct BlockStyle {
    std::uint32_t step = 2; ///< columns from a key to the keys of its mapping
    std::uint32_t items = 0; ///< columns from a key to the '-' of its items
    std::uint32_t gap = 2; ///< columns from a '-' to its item
    std::string lineBreak = "\n";
};

/// The style of the nearest collections: within this one, then before and behind it.
BlockStyle blockStyleNear(const Layout& layout, NodeId id);

/// Colons, commas, quotes and padding of a flow collection as its entries have them.
struct FlowStyle {
    std::string colon = ": ";
    std::string comma = ", ";
    bool quoted = false; ///< JSON: keys and strings in double quotes
    bool padded = false; ///< a blank within the brackets
};

/// The style of a flow collection; where it has no entries, that of those around it.
FlowStyle flowStyleOf(const Layout& layout, NodeId collection);

/// What follows the indicator of a node: ` value`, or the line breaks and lines of a collection, without the last line
/// break. `column` is that of the key or '-'.
std::string blockValue(const NewValue& value, NodeKind owner, std::uint32_t column, const BlockStyle& style);
/// `key: value` and `- value` whose first byte stands in `column`.
std::string blockEntry(const std::string& key, const NewValue& value, std::uint32_t column, const BlockStyle& style);
std::string blockItem(const NewValue& value, std::uint32_t column, const BlockStyle& style);
/// The value of a document's root, from column 0 on.
std::string blockRoot(const NewValue& value, const BlockStyle& style);

std::string flowValue(const NewValue& value, const FlowStyle& style);
std::string flowEntry(const std::string& key, const NewValue& value, const FlowStyle& style);

} // namespace meshdraft::source
