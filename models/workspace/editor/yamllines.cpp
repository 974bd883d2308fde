// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/editor/yamllines.h"

#include "models/workspace/editor/yamlelements.h"

#include <algorithm>
#include <optional>

namespace meshdraft::workspace {

namespace {

constexpr int indentStep = 2;

std::string_view withoutComment(std::string_view line)
{
    return trimmed(line.substr(0, commentIn(line)));
}

bool isItem(std::string_view content)
{
    return content == "-" || content.starts_with("- ");
}

bool opensBelow(std::string_view content)
{
    return content.ends_with(':') || content.ends_with('|') || content.ends_with('>') || content.ends_with("|-")
        || content.ends_with(">-");
}

} // namespace

int indentOf(const TextBuffer& buffer, int line)
{
    const auto text = buffer.line(line);
    return static_cast<int>(std::min(text.find_first_not_of(' '), text.size()));
}

int foldEnd(const TextBuffer& buffer, int line)
{
    const auto content = withoutComment(buffer.line(line));
    if (content.empty() || isItem(content) || !opensBelow(content))
        return -1;
    const int indent = indentOf(buffer, line);
    int last = -1;
    for (int next = line + 1; next < buffer.lineCount(); ++next) {
        const auto text = trimmed(buffer.line(next));
        if (text.empty())
            continue;
        if (isSeparator(buffer.line(next)))
            break;
        const int depth = indentOf(buffer, next);
        const bool isBelow = depth > indent || (depth == indent && isItem(text));
        if (!isBelow && !text.starts_with('#'))
            break;
        if (isBelow)
            last = next;
    }
    return last;
}

std::string newLineIndent(const TextBuffer& buffer, std::uint32_t offset)
{
    const int line = buffer.lineOf(offset);
    const auto before = std::string_view(buffer.bytes()).substr(buffer.startOf(line), offset - buffer.startOf(line));
    auto indent = std::min(before.find_first_not_of(' '), before.size());
    auto content = withoutComment(before.substr(indent));
    // The keys of an item stand behind its dash.
    while (isItem(content) && content.size() > 1) {
        const auto next = content.find_first_not_of(' ', 1);
        indent += next;
        content = content.substr(next);
    }
    if (opensBelow(content))
        indent += indentStep;
    return std::string(indent, ' ');
}

std::vector<source::Splice> toggleComment(const TextBuffer& buffer, int first, int last)
{
    std::optional<int> column;
    bool isCommented = true;
    for (int line = first; line <= last; ++line) {
        const auto text = trimmed(buffer.line(line));
        if (text.empty())
            continue;
        column = std::min(column.value_or(indentOf(buffer, line)), indentOf(buffer, line));
        isCommented = isCommented && text.starts_with('#');
    }
    std::vector<source::Splice> splices;
    for (int line = first; column && line <= last; ++line) {
        const auto text = trimmed(buffer.line(line));
        if (text.empty())
            continue;
        const auto at =
            buffer.startOf(line) + static_cast<std::uint32_t>(isCommented ? indentOf(buffer, line) : *column);
        if (isCommented)
            splices.push_back({.offset = at, .length = text.starts_with("# ") ? 2U : 1U, .text = {}});
        else
            splices.push_back({.offset = at, .length = 0, .text = "# "});
    }
    return splices;
}

std::vector<source::Splice> indentLines(const TextBuffer& buffer, int first, int last, bool more)
{
    std::vector<source::Splice> splices;
    for (int line = first; line <= last; ++line) {
        const int depth = indentOf(buffer, line);
        if (more && !trimmed(buffer.line(line)).empty())
            splices.push_back({.offset = buffer.startOf(line), .length = 0, .text = std::string(indentStep, ' ')});
        else if (!more && depth > 0)
            splices.push_back({.offset = buffer.startOf(line),
                               .length = static_cast<std::uint32_t>(std::min(depth, indentStep)),
                               .text = {}});
    }
    return splices;
}

} // namespace meshdraft::workspace
