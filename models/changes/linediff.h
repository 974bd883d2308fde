// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace meshdraft::changes {

/// A run of lines that differs: [oldBegin, oldEnd) was replaced with [newBegin, newEnd). Positions count from 0.
struct LineBlock {
    std::uint32_t oldBegin = 0, oldEnd = 0, newBegin = 0, newEnd = 0;

    bool isInsertion() const { return oldBegin == oldEnd; }
    bool isDeletion() const { return newBegin == newEnd; }
    friend bool operator==(const LineBlock&, const LineBlock&) = default;
};

/// Lines of a text with their line ends ('\n' only ends a line); views into `text`.
std::vector<std::string_view> splitLines(std::string_view text);

/// Longest common subsequence of two lists of numbers (Myers, linear space), as blocks in between. Where the texts
/// differ in more than some hundred places in a row the result stays correct but need not be the shortest.
std::vector<LineBlock> diffNumbers(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after);

/// The blocks in which two texts differ. A pure insertion or deletion that could stand in several places stands where
/// its first line is indented least, so that a whole list item or mapping entry shows as added.
std::vector<LineBlock> diffLines(std::span<const std::string_view> before, std::span<const std::string_view> after);

} // namespace meshdraft::changes
