// SPDX-License-Identifier: Apache-2.0
#include "models/changes/textdiff.h"

#include "models/changes/linediff.h"

#include <algorithm>
#include <cctype>
#include <format>
#include <unordered_map>

namespace meshdraft::changes {

namespace {

/// Beyond this many pairs of lines in one block the lines are paired in their order, without looking for the likest.
constexpr std::size_t maximumPairs = 10'000;
/// Lines longer than this are not compared token by token.
constexpr std::size_t maximumTokens = 400;
constexpr double alike = 0.5;

bool isWordByte(char c)
{
    const auto byte = static_cast<unsigned char>(c);
    return std::isalnum(byte) != 0 || byte == '_' || byte >= 0x80;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::string_view withoutLineEnd(std::string_view line)
{
    if (line.ends_with('\n'))
        line.remove_suffix(1);
    return line;
}

/// Words (with every byte of their code points), numbers with their decimal point, runs of blanks, single signs.
std::vector<source::ByteRange> tokensOf(std::string_view line)
{
    std::vector<source::ByteRange> tokens;
    std::size_t begin = 0;
    while (begin < line.size()) {
        std::size_t end = begin + 1;
        if (isWordByte(line[begin])) {
            while (
                end < line.size()
                && (isWordByte(line[end])
                    || (line[end] == '.' && isDigit(line[end - 1]) && end + 1 < line.size() && isDigit(line[end + 1]))))
                ++end;
        } else if (line[begin] == ' ' || line[begin] == '\t') {
            while (end < line.size() && (line[end] == ' ' || line[end] == '\t'))
                ++end;
        }
        tokens.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
        begin = end;
    }
    return tokens;
}

std::string_view textOf(std::string_view line, const source::ByteRange& range)
{
    return line.substr(range.begin, range.size());
}

void addEmphasis(std::vector<source::ByteRange>& ranges, const source::ByteRange& range)
{
    if (range.size() == 0)
        return;
    if (!ranges.empty() && ranges.back().end == range.begin) {
        ranges.back().end = range.end;
    } else {
        ranges.push_back(range);
    }
}

/// Marks the tokens in which two paired lines differ.
void emphasise(DiffRow& row, std::string_view before, std::string_view after)
{
    before = withoutLineEnd(before);
    after = withoutLineEnd(after);
    const std::vector<source::ByteRange> oldTokens = tokensOf(before);
    const std::vector<source::ByteRange> newTokens = tokensOf(after);
    if (oldTokens.size() > maximumTokens || newTokens.size() > maximumTokens) {
        addEmphasis(row.oldEmphasis, {0, static_cast<std::uint32_t>(before.size())});
        addEmphasis(row.newEmphasis, {0, static_cast<std::uint32_t>(after.size())});
        return;
    }
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    const auto numbered = [&](std::string_view line, const std::vector<source::ByteRange>& tokens) {
        std::vector<std::uint32_t> result;
        for (const source::ByteRange& token : tokens) {
            const auto next = static_cast<std::uint32_t>(numbers.size());
            result.push_back(numbers.try_emplace(textOf(line, token), next).first->second);
        }
        return result;
    };
    const std::vector<std::uint32_t> a = numbered(before, oldTokens);
    const std::vector<std::uint32_t> b = numbered(after, newTokens);
    for (const LineBlock& block : diffNumbers(a, b)) {
        for (std::uint32_t i = block.oldBegin; i < block.oldEnd; ++i)
            addEmphasis(row.oldEmphasis, oldTokens[i]);
        for (std::uint32_t i = block.newBegin; i < block.newEnd; ++i)
            addEmphasis(row.newEmphasis, newTokens[i]);
    }
}

/// Words and signs of a line, sorted, for a quick measure of likeness.
std::vector<std::string_view> bagOf(std::string_view line)
{
    line = withoutLineEnd(line);
    std::vector<std::string_view> bag;
    for (const source::ByteRange& token : tokensOf(line)) {
        const std::string_view text = textOf(line, token);
        if (text.front() != ' ' && text.front() != '\t' && text.front() != '\r')
            bag.push_back(text);
    }
    std::ranges::sort(bag);
    return bag;
}

double likeness(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b)
{
    const std::size_t most = std::max(a.size(), b.size());
    if (most == 0)
        return 1;
    std::size_t common = 0;
    for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        if (a[i] == b[j]) {
            ++common;
            ++i;
            ++j;
        } else if (a[i] < b[j]) {
            ++i;
        } else {
            ++j;
        }
    }
    return static_cast<double>(common) / static_cast<double>(most);
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Which removed line belongs to which added line, in order, so that the sum of their likeness is greatest.
Pairs pairLines(const TextDiff& diff, const LineBlock& block)
{
    const std::size_t removed = block.oldEnd - block.oldBegin;
    const std::size_t added = block.newEnd - block.newBegin;
    Pairs pairs;
    if ((removed == 1 && added == 1) || removed * added > maximumPairs) {
        for (std::uint32_t i = 0; i < std::min(removed, added); ++i)
            pairs.emplace_back(block.oldBegin + i, block.newBegin + i);
        return pairs;
    }
    std::vector<std::vector<std::string_view>> oldBags;
    std::vector<std::vector<std::string_view>> newBags;
    for (std::size_t i = 0; i < removed; ++i)
        oldBags.push_back(bagOf(diff.oldLines[block.oldBegin + i]));
    for (std::size_t j = 0; j < added; ++j)
        newBags.push_back(bagOf(diff.newLines[block.newBegin + j]));

    const std::size_t width = added + 1;
    std::vector<double> sums((removed + 1) * width, 0);
    std::vector<double> scores(removed * added, 0);
    for (std::size_t i = removed; i-- > 0;) {
        for (std::size_t j = added; j-- > 0;) {
            double& score = scores[i * added + j];
            score = likeness(oldBags[i], newBags[j]);
            const double paired = score >= alike ? score + sums[(i + 1) * width + j + 1] : 0;
            sums[i * width + j] = std::max({paired, sums[(i + 1) * width + j], sums[i * width + j + 1]});
        }
    }
    for (std::size_t i = 0, j = 0; i < removed && j < added;) {
        const double score = scores[i * added + j];
        if (score >= alike && sums[i * width + j] == score + sums[(i + 1) * width + j + 1]) {
            pairs.emplace_back(block.oldBegin + static_cast<std::uint32_t>(i++),
                               block.newBegin + static_cast<std::uint32_t>(j++));
        } else if (sums[i * width + j] == sums[(i + 1) * width + j]) {
            ++i;
        } else {
            ++j;
        }
    }
    return pairs;
}

void addSameRows(DiffHunk& hunk, std::uint32_t oldBegin, std::uint32_t newBegin, std::uint32_t count)
{
    for (std::uint32_t i = 0; i < count; ++i)
        hunk.rows.push_back({LineKind::Same, oldBegin + i + 1, newBegin + i + 1, {}, {}});
}

void addBlockRows(DiffHunk& hunk, const TextDiff& diff, const LineBlock& block)
{
    std::uint32_t i = block.oldBegin;
    std::uint32_t j = block.newBegin;
    const auto upTo = [&](std::uint32_t oldEnd, std::uint32_t newEnd) {
        while (i < oldEnd)
            hunk.rows.push_back({LineKind::Removed, ++i, 0, {}, {}});
        while (j < newEnd)
            hunk.rows.push_back({LineKind::Added, 0, ++j, {}, {}});
    };
    for (const auto& [oldLine, newLine] : pairLines(diff, block)) {
        upTo(oldLine, newLine);
        DiffRow row{LineKind::Removed, ++i, ++j, {}, {}};
        emphasise(row, diff.oldLines[oldLine], diff.newLines[newLine]);
        hunk.rows.push_back(std::move(row));
    }
    upTo(block.oldEnd, block.newEnd);
}

DiffHunk makeHunk(const TextDiff& diff, std::span<const LineBlock> blocks, std::uint32_t context)
{
    const LineBlock& first = blocks.front();
    const LineBlock& last = blocks.back();
    const std::uint32_t before = std::min(context, first.oldBegin);
    const auto rest = static_cast<std::uint32_t>(diff.oldLines.size()) - last.oldEnd;
    const std::uint32_t after = std::min(context, rest);

    DiffHunk hunk;
    hunk.oldCount = last.oldEnd + after - (first.oldBegin - before);
    hunk.newCount = last.newEnd + after - (first.newBegin - before);
    hunk.oldStart = first.oldBegin - before + (hunk.oldCount > 0 ? 1 : 0);
    hunk.newStart = first.newBegin - before + (hunk.newCount > 0 ? 1 : 0);
    addSameRows(hunk, first.oldBegin - before, first.newBegin - before, before);
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        addBlockRows(hunk, diff, blocks[i]);
        const std::uint32_t end = i + 1 < blocks.size() ? blocks[i + 1].oldBegin : blocks[i].oldEnd + after;
        addSameRows(hunk, blocks[i].oldEnd, blocks[i].newEnd, end - blocks[i].oldEnd);
    }
    return hunk;
}

/// A path as Git writes it into a header: in quotes where it holds control characters, quotes or non-ASCII bytes.
std::string headerPath(std::string_view prefix, std::string_view path)
{
    const auto needsQuotes = [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return byte < 0x20 || byte >= 0x7f || c == '"' || c == '\\';
    };
    const std::string whole = std::string(prefix).append(path);
    if (std::ranges::none_of(whole, needsQuotes))
        return path.contains(' ') ? whole + '\t' : whole;
    static constexpr std::string_view letters = "abtnvfr";
    std::string quoted = "\"";
    for (const char c : whole) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 7 && byte <= 13) {
            quoted += {'\\', letters[byte - 7U]};
        } else if (c == '"' || c == '\\') {
            quoted += {'\\', c};
        } else if (needsQuotes(c)) {
            quoted += std::format("\\{:03o}", byte);
        } else {
            quoted += c;
        }
    }
    return quoted + '"';
}

void appendLine(std::string& out, char mark, std::string_view line)
{
    out += mark;
    out += line;
    if (!line.ends_with('\n'))
        out += "\n\\ No newline at end of file\n";
}

std::string rangeText(std::uint32_t start, std::uint32_t count)
{
    return count == 1 ? std::to_string(start) : std::format("{},{}", start, count);
}

void appendHunk(std::string& out, const TextDiff& diff, const DiffHunk& hunk)
{
    out += std::format("@@ -{} +{} @@\n", rangeText(hunk.oldStart, hunk.oldCount),
                       rangeText(hunk.newStart, hunk.newCount));
    for (std::size_t i = 0; i < hunk.rows.size();) {
        if (hunk.rows[i].kind == LineKind::Same) {
            appendLine(out, ' ', diff.oldLines[hunk.rows[i++].oldLine - 1]);
            continue;
        }
        std::size_t end = i;
        while (end < hunk.rows.size() && hunk.rows[end].kind != LineKind::Same)
            ++end;
        for (std::size_t row = i; row < end; ++row) {
            if (hunk.rows[row].oldLine != 0)
                appendLine(out, '-', diff.oldLines[hunk.rows[row].oldLine - 1]);
        }
        for (std::size_t row = i; row < end; ++row) {
            if (hunk.rows[row].newLine != 0)
                appendLine(out, '+', diff.newLines[hunk.rows[row].newLine - 1]);
        }
        i = end;
    }
}

} // namespace

TextDiff diffTexts(std::string_view before, std::string_view after, std::uint32_t context)
{
    TextDiff diff{splitLines(before), splitLines(after), {}};
    const std::vector<LineBlock> blocks = diffLines(diff.oldLines, diff.newLines);
    for (std::size_t begin = 0; begin < blocks.size();) {
        std::size_t end = begin + 1;
        while (end < blocks.size() && blocks[end].oldBegin - blocks[end - 1].oldEnd <= 2 * std::uint64_t{context})
            ++end;
        diff.hunks.push_back(makeHunk(diff, std::span(blocks).subspan(begin, end - begin), context));
        begin = end;
    }
    return diff;
}

std::string unifiedDiff(std::string_view path, std::string_view before, std::string_view after, std::uint32_t context)
{
    const TextDiff diff = diffTexts(before, after, context);
    if (diff.hunks.empty())
        return {};
    std::string out = std::format("--- {}\n+++ {}\n", headerPath("a/", path), headerPath("b/", path));
    for (const DiffHunk& hunk : diff.hunks)
        appendHunk(out, diff, hunk);
    return out;
}

} // namespace meshdraft::changes
