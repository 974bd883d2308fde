// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/document.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::changes {

enum class LineKind : std::uint8_t { Same, Removed, Added, Gap };

/// One row of a side-by-side diff: a line of either side, or of one with a gap opposite. A removed and an added line
/// that belong together share one row: its kind is Removed and both line numbers are set. No row has the kind Gap;
/// views use it for the empty half of a row.
struct DiffRow {
    LineKind kind = LineKind::Same;
    std::uint32_t oldLine = 0; ///< from 1; 0: gap
    std::uint32_t newLine = 0;
    std::vector<source::ByteRange> oldEmphasis; ///< byte ranges within the line that differ
    std::vector<source::ByteRange> newEmphasis;

    bool isPair() const { return kind != LineKind::Same && oldLine != 0 && newLine != 0; }
};

/// A run of changed lines with its context. As in a unified diff, a start counts from 1 and names the line before where
/// the count is 0.
struct DiffHunk {
    std::uint32_t oldStart = 0, oldCount = 0, newStart = 0, newCount = 0;
    std::vector<DiffRow> rows;
};

/// The difference of two texts by lines (Myers), with what differs inside paired lines.
struct TextDiff {
    std::vector<std::string_view> oldLines; ///< with their line ends; views into the arguments of diffTexts
    std::vector<std::string_view> newLines;
    std::vector<DiffHunk> hunks;
};

TextDiff diffTexts(std::string_view before, std::string_view after, std::uint32_t context = 3);

/// As `git diff` prints it: ---/+++ headers, hunks, "\ No newline at end of file". Empty when equal.
std::string unifiedDiff(std::string_view path, std::string_view before, std::string_view after,
                        std::uint32_t context = 3);

} // namespace meshdraft::changes
