// SPDX-License-Identifier: Apache-2.0
#include "models/source/scan.h"

#include <algorithm>
#include <cstring>
#include <string>

namespace meshdraft::source {

namespace {

bool isEndOfLine(std::string_view text, std::uint32_t at, std::uint32_t end)
{
    return at >= end || text[at] == '\n' || (text[at] == '\r' && at + 1 < end && text[at + 1] == '\n');
}

std::uint32_t nextLine(std::string_view text, std::uint32_t at, std::uint32_t end)
{
    if (at >= end)
        return end;
    const void* found = std::memchr(text.data() + at, '\n', end - at);
    return found != nullptr ? static_cast<std::uint32_t>(static_cast<const char*>(found) - text.data()) + 1 : end;
}

/// The end of the line's text, without the line break before `next`.
std::uint32_t endOfText(std::string_view text, std::uint32_t begin, std::uint32_t next)
{
    if (next > begin && text[next - 1] == '\n')
        --next;
    if (next > begin && text[next - 1] == '\r')
        --next;
    return next;
}

} // namespace

BlockScalarEnd endOfBlockScalar(std::string_view text, std::uint32_t begin, std::uint32_t end, int column)
{
    BlockScalarEnd result;
    std::uint32_t at = begin + 1;
    bool detect = true;
    std::uint32_t indent = 1;
    for (; at < end && at < begin + 3; ++at) {
        if (text[at] == '-') {
            result.strip = true;
        } else if (text[at] == '+') {
            result.keep = true;
        } else if (text[at] >= '1' && text[at] <= '9') {
            indent = static_cast<std::uint32_t>(text[at] - '0');
            detect = false;
        } else {
            break;
        }
    }
    if (column > 0)
        indent += static_cast<std::uint32_t>(column);

    result.range = at;
    std::uint32_t line = nextLine(text, at, end);
    bool found = false;
    while (line < end) {
        std::uint32_t spaces = 0;
        while (line + spaces < end && text[line + spaces] == ' ')
            ++spaces;
        const bool blank = isEndOfLine(text, line + spaces, end);
        if (!found && detect)
            indent = std::max(indent, spaces);
        if (!blank && spaces < indent)
            break;
        const std::uint32_t next = nextLine(text, line + spaces, end);
        if (!blank || spaces > indent) {
            found = true;
            result.range = result.strip ? endOfText(text, line, next) : next;
        } else if (result.keep) {
            result.range = next;
        }
        line = next;
    }
    result.indent = indent;
    return result;
}

std::optional<std::uint32_t> endOfQuoted(std::string_view text, std::uint32_t begin, std::uint32_t end)
{
    const char quote = text[begin];
    for (std::uint32_t at = begin + 1; at < end; ++at) {
        if (text[at] == '\\' && quote == '"') {
            ++at;
        } else if (text[at] == quote) {
            if (quote == '"' || at + 1 >= end || text[at + 1] != quote)
                return at + 1;
            ++at;
        }
    }
    return std::nullopt;
}

std::optional<std::uint32_t> endOfPlain(std::string_view text, std::uint32_t begin, std::uint32_t end,
                                        std::string_view value)
{
    if (begin + value.size() <= end && text.substr(begin, value.size()) == value)
        return begin + static_cast<std::uint32_t>(value.size());
    std::uint32_t offset = begin;
    for (std::size_t i = 0; i < value.size();) {
        std::uint32_t after = offset;
        std::size_t breaks = 0;
        while (after < end && isBlankOrBreak(text[after]))
            breaks += text[after++] == '\n' ? 1 : 0;
        after = std::max(after, offset + 1);
        // One line break reads as a space, more of them as one break less.
        const std::string folded = breaks > 1 ? std::string(breaks - 1, '\n') : std::string(1, ' ');
        const std::string_view expected = breaks > 0 ? folded : text.substr(offset, after - offset);
        if (offset >= end || value.substr(i, expected.size()) != expected)
            return std::nullopt;
        i += expected.size();
        offset = after;
    }
    return offset;
}

std::uint32_t endOfProperty(std::string_view text, std::uint32_t begin, std::uint32_t end)
{
    if (text.substr(begin, 2) == "!<") {
        const std::size_t close = text.find('>', begin);
        return close < end ? static_cast<std::uint32_t>(close) + 1 : end;
    }
    while (begin < end && !isBlankOrBreak(text[begin]) && !isFlowIndicator(text[begin]))
        ++begin;
    return begin;
}

std::optional<std::uint32_t> findUnknownEscape(std::string_view text, std::uint32_t begin, std::uint32_t end)
{
    for (std::uint32_t at = begin; at + 1 < end; ++at) {
        if (text[at] != '\\')
            continue;
        if (text[at + 1] == '\'')
            return at;
        ++at;
    }
    return std::nullopt;
}

std::uint32_t skipBlanks(std::string_view text, std::uint32_t from, std::uint32_t end)
{
    while (from < end) {
        if (isBlankOrBreak(text[from])) {
            ++from;
        } else if (text[from] == '#') {
            from = nextLine(text, from, end);
        } else {
            break;
        }
    }
    return from;
}

std::uint32_t startOfLine(std::string_view text, std::uint32_t offset, std::uint32_t floor)
{
    while (offset > floor && text[offset - 1] != '\n')
        --offset;
    return offset;
}

} // namespace meshdraft::source
