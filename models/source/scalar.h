// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/document.h"

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
    bool inFlow = false; ///< within [] or {}
    bool atMargin = false; ///< at column 0, where `---` would end the document
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

} // namespace meshdraft::source
