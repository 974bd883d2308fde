// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/textblocks.h"

#include "models/changes/textdiff.h"

#include <algorithm>

namespace meshdraft::workspace {
namespace {

std::uint32_t sizeOf(std::string_view text)
{
    return static_cast<std::uint32_t>(text.size());
}

/// Offsets of the starts of lines, and one more for the end.
std::vector<std::uint32_t> startsOf(const std::vector<std::string_view>& lines)
{
    std::vector<std::uint32_t> starts = {0};
    for (const auto line : lines)
        starts.push_back(starts.back() + sizeOf(line));
    return starts;
}

/// A part of an edited text: bytes of the original, or new ones.
struct Piece {
    source::ByteRange original;
    std::string_view inserted; ///< set: not from the original

    bool isOriginal() const { return inserted.data() == nullptr; }
    std::uint32_t size() const { return isOriginal() ? original.size() : sizeOf(inserted); }
    Piece part(std::uint32_t from, std::uint32_t to) const
    {
        if (isOriginal())
            return {.original = {.begin = original.begin + from, .end = original.begin + to}, .inserted = {}};
        return {.original = {}, .inserted = inserted.substr(from, to - from)};
    }
};

/// The pieces with splices put in.
std::vector<Piece> cut(const std::vector<Piece>& pieces, std::span<const source::Splice> splices)
{
    std::vector<Piece> result;
    std::uint32_t start = 0; // of the piece, in the text that the splices count in
    auto splice = splices.begin();
    std::uint32_t kept = 0; // everything before is done with
    const auto insert = [&] {
        if (!splice->text.empty())
            result.push_back({.original = {}, .inserted = splice->text});
        kept = splice->offset + splice->length;
        ++splice;
    };
    for (const auto& piece : pieces) {
        const auto end = start + piece.size();
        while (true) {
            const auto upTo = splice == splices.end() ? end : std::min(end, splice->offset);
            if (std::max(start, kept) < upTo) {
                result.push_back(piece.part(std::max(start, kept) - start, upTo - start));
                kept = upTo;
            }
            if (splice == splices.end() || splice->offset >= end)
                break;
            insert();
        }
        start = end;
    }
    while (splice != splices.end())
        insert();
    return result;
}

std::vector<std::string_view> linesOf(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size() - 1) + 1;
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end);
    }
    return lines;
}

/// What differs between two blocks, line by line where they have as many lines, else as a whole.
std::vector<source::Splice> pairedDifferences(std::string_view before, std::string_view after)
{
    const auto oldLines = linesOf(before);
    const auto newLines = linesOf(after);
    if (oldLines.size() != newLines.size())
        return source::differenceOf(before, after);
    std::vector<source::Splice> splices;
    std::uint32_t start = 0;
    for (std::size_t i = 0; i < oldLines.size(); ++i) {
        for (auto& splice : source::differenceOf(oldLines[i], newLines[i])) {
            splice.offset += start;
            splices.push_back(std::move(splice));
        }
        start += sizeOf(oldLines[i]);
    }
    return splices;
}

} // namespace

std::vector<ChangedBlock> changedBlocks(std::string_view before, std::string_view after)
{
    // With all lines as context every equal pair of lines is a row of its own.
    const auto context =
        static_cast<std::uint32_t>(std::ranges::count(before, '\n') + std::ranges::count(after, '\n') + 2);
    const auto diff = changes::diffTexts(before, after, context);
    if (diff.hunks.empty())
        return {};
    const auto oldStarts = startsOf(diff.oldLines);
    const auto newStarts = startsOf(diff.newLines);
    std::vector<ChangedBlock> blocks;
    std::uint32_t oldAt = 0;
    std::uint32_t newAt = 0;
    const auto closeAt = [&](std::uint32_t oldLine, std::uint32_t newLine) {
        if (oldStarts[oldAt] < oldStarts[oldLine] || newStarts[newAt] < newStarts[newLine]) {
            blocks.push_back({.before = {.begin = oldStarts[oldAt], .end = oldStarts[oldLine]},
                              .after = {.begin = newStarts[newAt], .end = newStarts[newLine]}});
        }
        oldAt = oldLine + 1;
        newAt = newLine + 1;
    };
    for (const auto& hunk : diff.hunks) {
        for (const auto& row : hunk.rows) {
            if (row.kind == changes::LineKind::Same && row.oldLine > 0 && row.newLine > 0)
                closeAt(row.oldLine - 1, row.newLine - 1);
        }
    }
    closeAt(static_cast<std::uint32_t>(diff.oldLines.size()), static_cast<std::uint32_t>(diff.newLines.size()));
    return blocks;
}

std::vector<source::Splice> lineSplices(std::string_view before, std::string_view after)
{
    std::vector<source::Splice> splices;
    for (const auto& block : changedBlocks(before, after)) {
        const auto oldText = before.substr(block.before.begin, block.before.size());
        const auto newText = after.substr(block.after.begin, block.after.size());
        // Blocks with as many lines on both sides are compared line by line: two digits in two lines are two splices.
        for (auto& splice : pairedDifferences(oldText, newText)) {
            splice.offset += block.before.begin;
            splices.push_back(std::move(splice));
        }
    }
    return splices;
}

std::vector<source::Splice> composeSplices(std::string_view before, std::span<const source::Splice> first,
                                           std::span<const source::Splice> second)
{
    std::vector<Piece> pieces;
    if (!before.empty())
        pieces.push_back({.original = {.begin = 0, .end = sizeOf(before)}, .inserted = {}});
    pieces = cut(cut(pieces, first), second);

    std::vector<source::Splice> result;
    std::uint32_t at = 0; // in the original
    std::string inserted;
    const auto closeAt = [&](std::uint32_t next) {
        if (before.substr(at, next - at) != inserted)
            result.push_back({.offset = at, .length = next - at, .text = inserted});
        inserted.clear();
    };
    for (const auto& piece : pieces) {
        if (!piece.isOriginal()) {
            inserted += piece.inserted;
            continue;
        }
        closeAt(piece.original.begin);
        at = piece.original.end;
    }
    closeAt(sizeOf(before));
    return result;
}

} // namespace meshdraft::workspace
