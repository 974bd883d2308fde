// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace meshdraft::workspace {

// Lines of YAML as they are written, whether the text parses or not.

/// A key or a dash of a line.
struct Element {
    bool isDash = false;
    int column = 0;
    std::string_view key;
    std::uint32_t offset = 0;
    std::string_view value; ///< behind the colon or dash, without a comment
};

/// Bytes of a line without its line ending.
struct Line {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// Without blanks at both ends.
std::string_view trimmed(std::string_view text);
/// Without quotes around it.
std::string_view unquoted(std::string_view text);
/// Where a comment begins in a line, or its end.
std::size_t commentIn(std::string_view line);
/// The colon that ends a key at the start of `content`; npos where none does.
std::size_t colonOf(std::string_view content);
/// The dashes and the key at the start of a line.
std::vector<Element> elementsOf(std::string_view text, const Line& line);
/// The line around an offset.
Line lineAt(std::string_view text, std::uint32_t offset);
/// True for a line that parts or ends documents.
bool isSeparator(std::string_view line);
inline bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

} // namespace meshdraft::workspace
