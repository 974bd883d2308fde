// SPDX-License-Identifier: Apache-2.0
#include "editlaws.h"

#include "tests/source/sourcetest.h"

#include <array>

using namespace Qt::StringLiterals;

namespace meshdraft::source {

namespace {

/// The nodes of a document in the order of the text, each with its depth, properties and value.
std::vector<std::string> linesOf(const Document& document)
{
    std::vector<std::string> lines;
    std::vector<std::size_t> depths;
    for (NodeId id = 0; id < document.nodes.size(); ++id) {
        const NodeRef ref(&document, id);
        const Node& node = ref.node();
        depths.push_back(node.parent == noNode ? 0 : depths[node.parent] + 1);
        std::string line = std::to_string(depths.back()) + (node.hasAnchor ? " &" : " ") + (node.hasTag ? "!" : "");
        if (node.kind == NodeKind::Alias)
            line += std::string(ref.text()) + " to " + std::to_string(node.target);
        else
            line += std::to_string(static_cast<int>(node.kind)) + ' ' + std::string(ref.value());
        lines.push_back(std::move(line));
    }
    return lines;
}

std::string scalarLine(const std::string& example, const std::string& value)
{
    // Depth and properties of the old line stay; what stands for kind and value is new.
    const std::size_t kind = example.find_first_not_of("&!", example.find(' ') + 1);
    return example.substr(0, kind) + std::to_string(static_cast<int>(NodeKind::Scalar)) + ' ' + value;
}

NodeId endOfSubtree(const Document& document, NodeId root)
{
    NodeId id = root + 1;
    while (id < document.nodes.size() && document.nodes[id].parent != noNode && document.nodes[id].parent >= root)
        ++id;
    return id;
}

/// The nodes of the text after the edit, as the edit promises them.
std::vector<std::string> promised(const Document& document, std::span<const ScalarChange> changes,
                                  std::span<const EntryAddition> additions)
{
    std::vector<std::string> lines = linesOf(document);
    for (const ScalarChange& change : changes)
        lines[change.node] = scalarLine(lines[change.node], change.value);
    for (const EntryAddition& addition : additions) {
        std::size_t depth = 1;
        for (NodeId id = addition.mapping; document.nodes[id].parent != noNode; id = document.nodes[id].parent)
            ++depth;
        const NodeId place = endOfSubtree(document, addition.mapping);
        // An alias behind the new entry points at a node that has moved.
        for (NodeId id = place; id < document.nodes.size(); ++id) {
            const Node& node = document.nodes[id];
            if (node.kind == NodeKind::Alias && node.target >= place)
                lines[id] = lines[id].substr(0, lines[id].rfind(' ') + 1) + std::to_string(node.target + 2);
        }
        const std::string start = std::to_string(depth) + ' ';
        const std::array<std::string, 2> added{scalarLine(start, addition.key), scalarLine(start, addition.value)};
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(place), added.begin(), added.end());
    }
    return lines;
}

/// A value that is hard to write: words, signs, breaks, or bytes of the text itself.
std::string valueFrom(const ParsedText& text, Choice& choice)
{
    static const std::vector<std::string> values{
        "37",      "",        "on",      "1e3",    "0x1f", "12:30", "~",    "null",   "a: b",   "a #b",    "- a",
        "? a",     "#",       "'",       "\"",     "\\",   "a\nb",  "a\n",  "\n",     " a",     "a ",      "\ta",
        "é\u00a0", "\u2028",  "\u0085x", "a\r\nb", "\r",   "\x04",  "---",  "...",    "[a, b]", "{a",      "&a",
        "*a",      "!t",      "%x",      "@",      "`",    "a:",    ":",    "=",      "<<",     "{{ x }}", "-",
        "a\n\nb",  "a\n b\n", "|",       ">",      ",",    "]",     "\xFF", "\uFEFF", "y",      "---\n",   "a, b"};
    if (choice.next(4) > 0)
        return values[choice.next(values.size())];
    const std::uint32_t offset = choice.next(text.text->size());
    return text.text->substr(offset, choice.next(12));
}

QString compare(const ParsedText& before, const Document& document, const std::string& after,
                const std::vector<std::string>& expected)
{
    const ParsedTextPtr parsed = parseText(after);
    // A new key may end a duplicate.
    if (parsed->documents.size() != before.documents.size() || parsed->errors.size() > before.errors.size())
        return u"other documents or errors: "_s + errorsOf(*parsed);
    for (std::size_t i = 0; i < before.documents.size(); ++i) {
        const bool isEdited = before.documents[i].get() == &document;
        if (linesOf(*parsed->documents[i]) != (isEdited ? expected : linesOf(*before.documents[i])))
            return u"document %1 reads as %2"_s.arg(i).arg(documentsOf(*parsed));
    }
    return {};
}

} // namespace

Choice::Choice(std::span<const std::uint8_t> bytes)
{
    for (const std::uint8_t byte : bytes)
        m_state = (m_state ^ byte) * 0x100000001b3U;
}

std::uint32_t Choice::next(std::size_t bound)
{
    m_state = m_state * 6364136223846793005U + 1442695040888963407U;
    return bound == 0 ? 0 : static_cast<std::uint32_t>((m_state >> 33U) % bound);
}

QString brokenEditLaw(const ParsedText& text, Choice& choice)
{
    if (text.documents.empty())
        return {};
    const Document& document = *text.documents[choice.next(text.documents.size())];
    if (document.nodes.empty())
        return {};
    std::vector<ScalarChange> changes;
    std::vector<EntryAddition> additions;
    NodeId node = choice.next(document.nodes.size());
    const bool asString = choice.next(2) == 0;
    if (choice.next(3) == 0) {
        while (node != 0 && document.nodes[node].kind != NodeKind::Mapping)
            node = document.nodes[node].parent;
        additions.push_back(
            {node, choice.next(2) == 0 ? "newKey" : valueFrom(text, choice), valueFrom(text, choice), asString});
    } else {
        changes.push_back({node, valueFrom(text, choice), asString});
    }
    const auto splices = planChanges(text, document.index, changes, additions);
    if (!splices)
        return splices.error().code.starts_with("edit.") ? QString() : u"refused as "_s + errorText(splices.error());
    const Expected<std::string> after = applySplices(*text.text, *splices);
    if (!after)
        return u"splices do not fit"_s;
    if (applySplices(*after, invertSplices(*text.text, *splices)) != *text.text)
        return u"not undone"_s;
    for (const Splice& splice : *splices) {
        if (splice.offset < document.chunk.begin || splice.offset + splice.length > document.chunk.end)
            return u"a splice outside its document"_s;
        if (!additions.empty() && splice.length != 0)
            return u"an addition that replaces"_s;
        const ByteRange range = additions.empty() ? document.nodes[node].range : document.range;
        if (splice.offset < range.begin || splice.offset + splice.length > range.end)
            return u"a splice outside its node"_s;
    }
    const QString wrong = compare(text, document, *after, promised(document, changes, additions));
    return wrong.isEmpty() ? wrong : wrong + u"\nafter the edit:\n"_s + QString::fromStdString(*after);
}

QString brokenSpliceLaw(const ParsedText& text, Choice& choice)
{
    static const std::vector<std::string> pieces{
        "",        "1",   "\n", "---\n", "\n---\n",      "...\n",       "-",           "a: b\n",
        "é",       "[",   "]",  "\"",    "# c\n",        "%YAML 1.2\n", "  ",          "\r\n",
        "{{ x }}", "&a ", "*a", "\x07",  "\xEF\xBB\xBF", "\u2028",      "x: |\n  y\n", "'"};
    const std::string& old = *text.text;
    const std::uint32_t offset = choice.next(old.size() + 1);
    const std::uint32_t length =
        std::min<std::uint32_t>(choice.next(8), static_cast<std::uint32_t>(old.size()) - offset);
    const std::vector<Splice> splices{{offset, length, pieces[choice.next(pieces.size())]}};
    const std::string after = *applySplices(old, splices);
    if (applySplices(after, invertSplices(old, splices)) != old)
        return u"splices not undone"_s;
    if (applySplices(old, differenceOf(old, after)) != after)
        return u"difference does not lead there"_s;
    const ByteRange range{offset, offset + static_cast<std::uint32_t>(splices.front().text.size())};
    const ParsedTextPtr again = reparseText(text, after, range);
    const QString wrong = differenceBetween(*again, *parseText(after));
    if (!wrong.isEmpty())
        return u"parsed again after a splice: "_s + wrong + u'\n' + QString::fromStdString(after);
    const ParsedTextPtr back = reparseText(*again, old, {offset, offset + length});
    const QString wrongBack = differenceBetween(*back, text);
    return wrongBack.isEmpty() ? wrongBack : u"parsed again after taking back: "_s + wrongBack;
}

} // namespace meshdraft::source
