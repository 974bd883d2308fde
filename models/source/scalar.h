// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/document.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meshdraft::source {

/// `~`, `null`, `Null`, `NULL`.
bool isNullWord(std::string_view plain);

/// What a plain scalar means as a YAML 1.1 boolean: true, yes, on, y and their opposites in three spellings.
std::optional<bool> booleanOf(std::string_view plain);

/// True if YAML 1.1 or 1.2 reads this plain scalar as something other than a string: null, boolean, number in any base,
/// sexagesimal number, date, merge or default key.
bool readsAsOtherThanString(std::string_view plain);

/// Where a scalar is to stand.
struct ScalarPlace {
    bool inFlow = false;    ///< within [] or {}
    bool atMargin = false;  ///< at column 0, where `---` would end the document
};

/// True if a plain scalar in this place is read back as exactly this value (whatever its type).
bool canBePlain(std::string_view value, ScalarPlace place);

/// True if the lines of a literal block scalar can hold the value: no character in it needs an escape.
bool canBeLiteral(std::string_view value);

/// The value within single quotes; nothing if it has a line break or a character that needs an escape.
std::optional<std::string> singleQuoted(std::string_view value);

/// The value within double quotes, on one line; line breaks, tabs and control characters are escaped.
std::string doubleQuoted(std::string_view value);

/// The text of a one-line scalar: in `style` where that can hold the value, else in the nearest style that can.
std::string renderScalar(std::string_view value, NodeStyle style, bool asString, ScalarPlace place);

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

/// The first byte from `from` on that is neither blank, line break nor in a comment.
std::uint32_t skipBlanks(std::string_view text, std::uint32_t from, std::uint32_t end);

/// Offset of the first byte of the line that `offset` is in, not before `floor`.
std::uint32_t startOfLine(std::string_view text, std::uint32_t offset, std::uint32_t floor = 0);

inline bool isBlankOrBreak(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

} // namespace meshdraft::source
