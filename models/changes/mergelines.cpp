// SPDX-License-Identifier: Apache-2.0
#include "models/changes/mergelines.h"

#include "models/changes/linediff.h"

#include <span>

namespace meshdraft::changes {

namespace {

using Lines = std::vector<std::string_view>;

void append(std::string& out, const Lines& lines, std::uint32_t begin, std::uint32_t end)
{
    for (std::uint32_t i = begin; i < end; ++i)
        out += lines[i];
}

bool isSameChange(const LineBlock& a, const Lines& aLines, const LineBlock& b, const Lines& bLines)
{
    std::string left;
    std::string right;
    append(left, aLines, a.newBegin, a.newEnd);
    append(right, bLines, b.newBegin, b.newEnd);
    return a.oldBegin == b.oldBegin && a.oldEnd == b.oldEnd && left == right;
}

} // namespace

std::optional<std::string> mergeLines(std::string_view base, std::string_view mine, std::string_view theirs)
{
    const Lines baseLines = splitLines(base);
    const Lines mineLines = splitLines(mine);
    const Lines theirLines = splitLines(theirs);
    const auto ours = diffLines(baseLines, mineLines);
    const auto others = diffLines(baseLines, theirLines);
    std::string out;
    std::uint32_t at = 0;
    auto a = ours.begin();
    auto b = others.begin();
    const auto take = [&](const LineBlock& block, const Lines& lines) {
        append(out, baseLines, at, block.oldBegin);
        append(out, lines, block.newBegin, block.newEnd);
        at = block.oldEnd;
    };
    while (a != ours.end() || b != others.end()) {
        if (b == others.end() || (a != ours.end() && a->oldEnd < b->oldBegin)) {
            take(*a++, mineLines);
        } else if (a == ours.end() || b->oldEnd < a->oldBegin) {
            take(*b++, theirLines);
        } else if (isSameChange(*a, mineLines, *b, theirLines)) {
            take(*b++, theirLines);
            ++a;
        } else {
            return std::nullopt;
        }
    }
    append(out, baseLines, at, static_cast<std::uint32_t>(baseLines.size()));
    return out;
}

} // namespace meshdraft::changes
