// SPDX-License-Identifier: Apache-2.0
// Where things end in YAML text: yaml-cpp says where they begin only.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace meshdraft::source {

/// Where a block scalar ends that starts with the `|` or `>` at `begin`.
struct BlockScalarEnd {
    std::uint32_t range = 0; ///< behind the last byte that belongs to the value
    std::uint32_t indent = 0; ///< column at which the lines of the content start
    bool strip = false;
    bool keep = false;
};

/// `end` bounds the scan; `column` is the column of the innermost block collection around it, -1 for none.
BlockScalarEnd endOfBlockScalar(std::string_view text, std::uint32_t begin, std::uint32_t end, int column);

/// Behind the closing quote of the quoted scalar at `begin`; nothing if it does not close before `end`.
std::optional<std::uint32_t> endOfQuoted(std::string_view text, std::uint32_t begin, std::uint32_t end);

/// Behind a plain scalar at `begin` of which the parser read this value; nothing if the bytes do not fold to it.
std::optional<std::uint32_t> endOfPlain(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                        std::string_view value);

/// Behind the anchor or tag at `begin`.
std::uint32_t endOfProperty(std::string_view text, std::uint32_t begin, std::uint32_t end);

/// Offset of an escape in [begin, end) of double-quoted text that yaml-cpp takes and YAML does not have.
std::optional<std::uint32_t> findUnknownEscape(std::string_view text, std::uint32_t begin, std::uint32_t end);

/// The first byte from `from` on that is neither blank, line break nor in a comment.
std::uint32_t skipBlanks(std::string_view text, std::uint32_t from, std::uint32_t end);

/// Offset of the first byte of the line that `offset` is in, not before `floor`.
std::uint32_t startOfLine(std::string_view text, std::uint32_t offset, std::uint32_t floor = 0);

/// One of the characters that end a plain scalar in a flow collection.
inline bool isFlowIndicator(char c)
{
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
}

inline bool isBlankOrBreak(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace meshdraft::source
