// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/document.h"

#include <optional>
#include <string>
#include <vector>

namespace meshdraft::source {

/// Which bytes of a scalar's text make which bytes of its value, in every style. Offsets into the value count from its
/// start, those into the text from the start of the file.
class ScalarContent {
public:
    /// A run of the value and the bytes that stand for it. Bytes between two pieces (the indentation of a literal
    /// block, an escaped line break) stand for nothing.
    struct Piece {
        std::uint32_t value = 0; ///< where it starts in the value
        std::uint32_t size = 0; ///< its bytes in the value
        ByteRange text;
        bool verbatim = false; ///< the same bytes in both; else an escape, a line break or a fold
    };

    /// Nothing for a node that is no scalar, and where the bytes do not read as the value by YAML's rules of the style.
    static std::optional<ScalarContent> of(NodeRef scalar);

    const std::vector<Piece>& pieces() const { return m_pieces; }
    /// Where the bytes start that stand for the value from `offset` on; at its end: behind the last of them.
    std::uint32_t before(std::uint32_t offset) const;
    /// Behind the bytes that stand for the value up to `offset`; at its start: where the first line of a block scalar
    /// starts, in front of its indentation, and where the text within quotes does.
    std::uint32_t behind(std::uint32_t offset) const;

private:
    friend class ContentScan;

    std::vector<Piece> m_pieces;
    std::uint32_t m_begin = 0; ///< of the text, header and quote left out
    std::uint32_t m_size = 0; ///< of the value
};

} // namespace meshdraft::source
