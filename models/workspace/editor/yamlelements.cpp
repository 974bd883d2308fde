// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/editor/yamlelements.h"

#include <algorithm>

namespace meshdraft::workspace {

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

std::string_view unquoted(std::string_view text)
{
    if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
        return text.substr(1, text.size() - 2);
    return text;
}

/// Where a comment begins in a line, or its end.
std::size_t commentIn(std::string_view line)
{
    char quote = '\0';
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (quote != '\0') {
            if (line[i] == quote)
                quote = '\0';
        } else if ((line[i] == '"' || line[i] == '\'')
                   && (i == 0 || isBlank(line[i - 1]) || line[i - 1] == '[' || line[i - 1] == '{'
                       || line[i - 1] == ',')) {
            quote = line[i];
        } else if (line[i] == '#' && (i == 0 || isBlank(line[i - 1]))) {
            return i;
        }
    }
    return line.size();
}

/// The colon that ends a key at the start of `content`; npos where none does.
std::size_t colonOf(std::string_view content)
{
    std::size_t from = 0;
    if (!content.empty() && (content.front() == '"' || content.front() == '\'')) {
        from = content.find(content.front(), 1);
        if (from == std::string_view::npos)
            return from;
        ++from;
    } else if (!content.empty() && (content.front() == '{' || content.front() == '[')) {
        return std::string_view::npos;
    }
    for (auto at = content.find(':', from); at != std::string_view::npos; at = content.find(':', at + 1)) {
        if (at + 1 == content.size() || isBlank(content[at + 1]))
            return at;
    }
    return std::string_view::npos;
}

/// The dashes and the key at the start of a line.
std::vector<Element> elementsOf(std::string_view text, const Line& line)
{
    std::vector<Element> elements;
    const auto content = text.substr(line.begin, line.end - line.begin);
    const auto end = commentIn(content);
    std::size_t at = content.find_first_not_of(' ');
    while (at < end && content[at] == '-' && (at + 1 >= end || content[at + 1] == ' ')) {
        elements.push_back({.isDash = true,
                            .column = static_cast<int>(at),
                            .key = {},
                            .offset = line.begin + static_cast<std::uint32_t>(at),
                            .value = trimmed(content.substr(at + 1, end - at - 1))});
        at = content.find_first_not_of(' ', at + 1);
    }
    if (at >= end)
        return elements;
    const auto rest = content.substr(at, end - at);
    const auto colon = colonOf(rest);
    if (colon == std::string_view::npos)
        return elements;
    elements.push_back({.isDash = false,
                        .column = static_cast<int>(at),
                        .key = unquoted(trimmed(rest.substr(0, colon))),
                        .offset = line.begin + static_cast<std::uint32_t>(at),
                        .value = trimmed(rest.substr(colon + 1))});
    return elements;
}

/// Lines around one, without their line endings.
Line lineAt(std::string_view text, std::uint32_t offset)
{
    const auto begin = offset == 0 ? 0 : static_cast<std::uint32_t>(text.rfind('\n', offset - 1) + 1);
    auto end = static_cast<std::uint32_t>(std::min(text.find('\n', offset), text.size()));
    if (end > begin && text[end - 1] == '\r')
        --end;
    return {begin, end};
}

bool isSeparator(std::string_view line)
{
    return line.starts_with("---") || line.starts_with("...");
}

} // namespace meshdraft::workspace
