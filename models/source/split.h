// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/parsedtext.h"

#include <span>
#include <string_view>
#include <vector>

namespace meshdraft::source {

/// The bytes of one document in a stream.
struct Chunk {
    std::uint32_t begin = 0; ///< its directives, or its `---`, or its first line
    std::uint32_t body = 0; ///< behind the `---`
    std::uint32_t end = 0; ///< the next separator or the end of the text
    bool orphan = false; ///< directives that no document follows
    std::uint32_t stray = 0; ///< offset of text behind the `...` that ends it; 0 for none
};

/// Cuts a stream at `---` and `...` in column 0. Comments and directives in front of a document belong to it; comments
/// alone are no document. `starts` holds the line starts of the text (LineIndex::starts).
std::vector<Chunk> splitDocuments(std::string_view text, std::span<const std::uint32_t> starts);

} // namespace meshdraft::source
