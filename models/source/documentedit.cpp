// SPDX-License-Identifier: Apache-2.0
#include "models/source/documentedit.h"

#include "models/source/editproof.h"
#include "models/source/rendering.h"

#include <algorithm>

namespace meshdraft::source {

namespace {

using Documents = std::vector<std::shared_ptr<const Document>>;

std::optional<Error> refusalOf(const ParsedText& text)
{
    if (text.kind == TextKind::Template)
        return Error{"edit.template", {}, {{}, 1, 1}};
    if (text.kind == TextKind::Unreadable)
        return Error{"edit.unreadable", {}, {{}, 1, 1}};
    return std::nullopt;
}

std::string lineBreakOf(std::string_view text)
{
    const std::size_t found = text.find('\n');
    return found != std::string_view::npos && found > 0 && text[found - 1] == '\r' ? "\r\n" : "\n";
}

/// How block collections are laid out in the document that stands before the new one.
BlockStyle styleLike(const Documents& documents, std::string_view text)
{
    for (const auto& document : documents) {
        if (!document->nodes.empty())
            return blockStyleNear(Layout(*document), 0);
    }
    BlockStyle style;
    style.lineBreak = lineBreakOf(text);
    return style;
}

/// True if the splices give the documents `expected` (null: the new one), in this order.
bool provesDocuments(const ParsedText& text, const std::vector<Splice>& splices, const Documents& expected,
                     const NewValue* added)
{
    auto after = applySplices(*text.text, splices);
    if (!after)
        return false;
    const ParsedTextPtr parsed = parseText(*std::move(after));
    if (parsed->kind != TextKind::Yaml || parsed->documents.size() != expected.size()
        || parsed->errors.size() > text.errors.size())
        return false;
    return std::ranges::equal(parsed->documents, expected, [&](const auto& now, const auto& wanted) {
        return wanted ? isSameTree(*wanted, *now) : isTree(*now, *added);
    });
}

/// The first line of a first document that is no part of the file's header.
std::uint32_t behindHeader(const Document& document)
{
    const Layout layout(document);
    std::uint32_t kept = layout.begin();
    for (std::uint32_t line = layout.begin(); line < layout.end();) {
        const std::uint32_t next = layout.nextLine(line);
        const bool isBlank = layout.isBlankLine(line);
        if (!isBlank && !layout.commentColumn(line)) {
            // A marker or a directive ends the header at once, content only behind a blank line.
            const bool isMarker = layout.slice(line, next).starts_with("---") || layout.at(line) == '%';
            return isMarker ? line : kept;
        }
        line = next;
        if (isBlank)
            kept = next;
    }
    return layout.begin();
}

} // namespace

Expected<std::vector<Splice>> planDocumentAddition(const ParsedText& text, const NewValue& value,
                                                   std::optional<std::uint32_t> behind)
{
    if (std::optional<Error> refusal = refusalOf(text))
        return std::unexpected(*std::move(refusal));
    const std::string_view all = *text.text;
    auto position = text.documents.end();
    if (behind) {
        position = std::ranges::find(text.documents, *behind, [](const auto& each) { return each->index; });
        if (position == text.documents.end())
            return std::unexpected(Error{"edit.noSuchNode", {}, {}});
        ++position;
    }
    const bool atEnd = position == text.documents.end();
    const BlockStyle style = styleLike(text.documents, all);
    const bool isLone = text.documents.empty() && text.errors.empty();
    const auto offset = atEnd ? static_cast<std::uint32_t>(all.size()) : (*(position - 1))->chunk.end;
    const bool startsLine = offset == 0 || all[offset - 1] == '\n' || all == "\xEF\xBB\xBF";
    std::string added = startsLine ? "" : style.lineBreak;
    if (!isLone)
        added += "---" + style.lineBreak;
    added += blockRoot(value, style);
    if (startsLine || !atEnd)
        added += style.lineBreak;
    std::vector<Splice> splices{{offset, 0, std::move(added)}};
    Documents expected = text.documents;
    expected.insert(expected.begin() + (position - text.documents.begin()), nullptr);
    if (!provesDocuments(text, splices, expected, &value))
        return std::unexpected(Error{"edit.proof", {}, text.locate(offset)});
    return splices;
}

Expected<std::vector<Splice>> planDocumentRemoval(const ParsedText& text, std::uint32_t document)
{
    if (std::optional<Error> refusal = refusalOf(text))
        return std::unexpected(*std::move(refusal));
    const auto found = std::ranges::find(text.documents, document, [](const auto& each) { return each->index; });
    if (found == text.documents.end())
        return std::unexpected(Error{"edit.noSuchNode", {}, {}});
    const Document& target = **found;
    const bool isFirst = target.index == 0;
    const std::uint32_t begin = isFirst ? behindHeader(target) : target.chunk.begin;
    std::uint32_t end = target.chunk.end;
    // The `...` behind a first document has nothing left to end; elsewhere it ends the document before.
    const std::string_view all = *text.text;
    if (isFirst && all.substr(end, 3) == "...") {
        const std::size_t next = all.find('\n', end);
        end = next == std::string_view::npos ? static_cast<std::uint32_t>(all.size())
                                             : static_cast<std::uint32_t>(next) + 1;
    }
    std::vector<Splice> splices{{begin, end - begin, {}}};
    Documents expected = text.documents;
    expected.erase(expected.begin() + (found - text.documents.begin()));
    if (!provesDocuments(text, splices, expected, nullptr))
        return std::unexpected(Error{"edit.proof", {}, text.locate(begin)});
    return splices;
}

} // namespace meshdraft::source
