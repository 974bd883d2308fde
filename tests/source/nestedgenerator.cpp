// SPDX-License-Identifier: Apache-2.0
#include "nestedgenerator.h"

#include "models/source/scalar.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <vector>

namespace meshdraft::source {

namespace {

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (true) {
        const std::size_t stop = text.find('\n');
        lines.push_back(text.substr(0, stop));
        if (stop == std::string_view::npos)
            return lines;
        text.remove_prefix(stop + 1);
    }
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t';
}

/// A single space between two words: where a flow scalar can go on with the next line.
bool isGap(std::string_view value, std::size_t at)
{
    const auto isWord = [&](std::size_t i) {
        return i < value.size() && !isBlank(value[i]) && value[i] != '\n' && value[i] != '#';
    };
    return value[at] == ' ' && at > 0 && isWord(at - 1) && isWord(at + 1);
}

/// canBeLiteral, but a block may hold tabs.
bool fitsBlock(std::string_view value)
{
    std::string text(value);
    std::ranges::replace(text, '\t', ' ');
    return canBeLiteral(text) && text.find_first_not_of("\n ") != std::string::npos;
}

void replaceAll(std::string& text, std::string_view what, std::string_view with)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
}

} // namespace

std::string NestedGenerator::flowText()
{
    std::string text = "{\"kind\": \"Virtual Service\", 'http': [";
    for (std::uint32_t count = 1 + next(4); count > 0; --count) {
        text += "{destination: {host: 'it''s', \"subset\": v1}, weight: " + std::to_string(next(101)) + "}";
        text += count > 1 ? ", " : "]}";
    }
    return chance(30) ? text + "\n# weight: 1\n" : text;
}

std::string NestedGenerator::inner(NodeStyle style)
{
    if (style == NodeStyle::SingleQuoted)
        return flowText();
    if (style == NodeStyle::Plain) {
        std::string words = "v1";
        for (std::uint32_t count = next(6); count > 0; --count)
            words += chance(30) ? " weight:3" : chance(30) ? " größe" : " it's";
        return words;
    }
    LayoutGenerator layout(next(1'000'000));
    std::string text = layout.text();
    // Only escapes can hold these.
    if (style != NodeStyle::DoubleQuoted) {
        replaceAll(text, "\r\n", "\n");
        replaceAll(text, "\xEF\xBB\xBF", "");
    }
    return text;
}

/// `|` or `>` with the indicators that the value needs, and at times one that it does not.
std::string NestedGenerator::header(char style, std::string_view value)
{
    const std::size_t first = value.find_first_not_of('\n');
    const bool startsBlank = first != std::string_view::npos && isBlank(value[first]);
    const std::string digit = startsBlank || chance(15) ? "2" : "";
    std::string chomp;
    if (!value.ends_with('\n'))
        chomp = "-";
    else if (value.ends_with("\n\n") || chance(10))
        chomp = "+";
    const bool swapped = chance(50);
    return std::string(1, style) + (swapped ? chomp + digit : digit + chomp) + (chance(15) ? " # weight: 5" : "");
}

std::optional<std::string> NestedGenerator::literal(std::string_view value, const std::string& indent)
{
    if (!fitsBlock(value))
        return std::nullopt;
    std::string text = header('|', value);
    const bool hasBlanks = chance(10);
    if (value.ends_with('\n'))
        value.remove_suffix(1);
    for (const std::string_view line : linesOf(value)) {
        text += '\n';
        if (!line.empty())
            text += indent + std::string(line);
        else if (hasBlanks)
            text += ' ';
    }
    return text + '\n';
}

std::optional<std::string> NestedGenerator::folded(std::string_view value, const std::string& indent)
{
    if (!fitsBlock(value))
        return std::nullopt;
    std::string text = header('>', value) + '\n';
    bool plainBefore = false; // the line with text before is neither indented more nor absent
    std::string_view body = value;
    while (body.ends_with('\n'))
        body.remove_suffix(1);
    const std::size_t tail = value.size() - body.size();
    std::size_t empties = 0;
    for (const std::string_view line : linesOf(body)) {
        if (line.empty()) {
            ++empties;
            continue;
        }
        const bool plain = !isBlank(line.front());
        text += std::string(empties + (plain && plainBefore ? 1 : 0), '\n') + indent;
        for (std::size_t i = 0; i < line.size(); ++i) {
            if (plain && isGap(line, i) && chance(10))
                text += '\n' + indent;
            else
                text += line[i];
        }
        text += '\n';
        empties = 0;
        plainBefore = plain;
    }
    return text + (tail > 1 ? std::string(tail - 1, '\n') : "");
}

std::string NestedGenerator::doubleQuoted(std::string_view value, const std::string& indent)
{
    const bool overLines = chance(70);
    std::string text = "\"";
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto byte = static_cast<unsigned char>(value[i]);
        const bool blankNext = i + 1 < value.size() && isBlank(value[i + 1]);
        std::array<char, 12> escape{};
        if (byte == '\n') {
            text += chance(90) ? "\\n" : "\\x0A";
            if (overLines && chance(70))
                text += "\\\n" + indent;
            if (text.ends_with('\n' + indent) && blankNext)
                text += value[++i] == ' ' ? "\\ " : "\\t";
        } else if (byte < 0x20 || byte == '"' || byte == '\\') {
            std::snprintf(escape.data(), escape.size(), chance(50) ? "\\u%04x" : "\\U%08X", byte);
            text += byte == '"' ? "\\\"" : byte == '\\' ? "\\\\" : escape.data();
        } else if (value.substr(i, 3) == "\xEF\xBB\xBF") {
            text += "\\uFEFF";
            i += 2;
        } else if (overLines && isGap(value, i) && chance(15)) {
            text += chance(30) ? "  \n" + indent : "\n" + indent;
        } else if (byte > 0x20 && byte < 0x7F && chance(3)) {
            std::snprintf(escape.data(), escape.size(), "\\x%02x", byte);
            text += escape.data();
        } else {
            text += value[i];
        }
    }
    return text + '"';
}

/// Single-quoted (`doubled`) or plain: lines end at spaces, and a line break is an empty line.
std::optional<std::string> NestedGenerator::foldedWords(std::string_view value, const std::string& indent, bool doubled)
{
    if (!canBeLiteral(value) || value.ends_with('\t') || (!doubled && !canBePlain(value, {})))
        return std::nullopt;
    std::string text;
    for (std::size_t i = 0; i < value.size(); ++i) {
        if (isGap(value, i) && chance(20))
            text += '\n' + indent;
        else if (value[i] == '\n')
            text += "\n\n" + indent;
        else if (value[i] == '\'' && doubled)
            text += "''";
        else
            text += value[i];
    }
    return doubled ? "'" + text + "'" : text;
}

std::optional<std::string> NestedGenerator::scalarText(std::string_view value, NodeStyle style,
                                                       const std::string& indent)
{
    switch (style) {
    case NodeStyle::Literal:
        return literal(value, indent);
    case NodeStyle::Folded:
        return folded(value, indent);
    case NodeStyle::DoubleQuoted:
        return doubleQuoted(value, indent) + '\n';
    default:
        break;
    }
    const std::optional<std::string> words = foldedWords(value, indent, style == NodeStyle::SingleQuoted);
    return words ? std::optional(*words + '\n') : std::nullopt;
}

std::optional<std::string> NestedGenerator::embedded(std::string_view value, NodeStyle style, bool crlf)
{
    const bool inList = chance(30);
    const std::string margin = inList ? "  " : "";
    const std::string entry = margin + "  ";
    // The indentation indicators say 2.
    const std::optional<std::string> scalar = scalarText(value, style, entry + "  ");
    if (!scalar)
        return std::nullopt;
    std::string file = chance(20) ? "# größe: {\n---\n" : "";
    file += inList ? "kind: List\nitems:\n- kind: ConfigMap\n" : "kind: ConfigMap\n";
    file += margin + "metadata: {name: istio} # x\n" + margin + "data:\n";
    if (chance(50))
        file += entry + "before: |\n" + entry + "  weight: 1\n\n";
    file += entry + (chance(20) ? "\"mesh\": " : "mesh: ")
        + (chance(10)       ? "!!str "
               : chance(10) ? "&m "
                            : "")
        + *scalar;
    if (chance(60))
        file += entry + "after: 'weight: 3'\n";
    else if (chance(40) && style != NodeStyle::Literal && style != NodeStyle::Folded)
        file.pop_back();
    if (chance(20) && file.ends_with('\n'))
        file += "---\nkind: Other\nweight: 4\n";
    if (crlf)
        replaceAll(file, "\n", "\r\n");
    return file;
}

} // namespace meshdraft::source
