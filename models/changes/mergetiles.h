// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/document.h"

#include <vector>

namespace meshdraft::changes {

/// An entry or item with everything that belongs to it: comment lines above, the key or dash, the value, the rest of
/// the line. The tiles of a collection cover its extent without a gap. `extent`: the value alone; of a block collection
/// the whole lines down to the tile's end, so that the tiles inside cover it in turn.
struct MergeTile {
    source::ByteRange range;
    source::ByteRange extent;
    source::NodeRef key; ///< invalid for an item
    source::NodeRef value;
};

/// A block mapping or list with entries, or a flow one in brackets.
bool isTiled(source::NodeRef node);

/// The tiles of such a collection within its extent (of a flow collection: its brackets included).
std::vector<MergeTile> tilesOf(source::NodeRef collection, source::ByteRange extent);

/// The extent of a value in a tile that ends at `end`.
source::ByteRange extentOf(source::NodeRef value, std::uint32_t end);

/// Behind the line that content ending at `offset` is in, at most at `limit`.
std::uint32_t endOfContentLine(std::string_view text, std::uint32_t offset, std::uint32_t limit);

} // namespace meshdraft::changes
