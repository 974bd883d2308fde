// SPDX-License-Identifier: Apache-2.0
#include "models/source/edit.h"

#include <algorithm>

namespace meshdraft::source {

namespace {

bool continuesCodePoint(std::string_view text, std::size_t at)
{
    return at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U;
}

} // namespace

Expected<std::string> applySplices(std::string_view text, std::span<const Splice> splices)
{
    std::string result;
    result.reserve(text.size());
    std::size_t at = 0;
    for (const Splice& splice : splices) {
        const std::size_t end = static_cast<std::size_t>(splice.offset) + splice.length;
        if (end > text.size())
            return std::unexpected(Error{"edit.range", {}, {}});
        if (splice.offset < at)
            return std::unexpected(Error{"edit.order", {}, {}});
        result.append(text, at, splice.offset - at);
        result += splice.text;
        at = end;
    }
    result.append(text, at);
    return result;
}

std::vector<Splice> invertSplices(std::string_view before, std::span<const Splice> splices)
{
    std::vector<Splice> result;
    result.reserve(splices.size());
    std::size_t grown = 0; // may wrap; the sum with an offset does not
    for (const Splice& splice : splices) {
        const auto length = static_cast<std::uint32_t>(splice.text.size());
        result.push_back({static_cast<std::uint32_t>(splice.offset + grown), length,
                          std::string(before.substr(splice.offset, splice.length))});
        grown += splice.text.size() - splice.length;
    }
    return result;
}

std::vector<Splice> differenceOf(std::string_view before, std::string_view after)
{
    if (before == after)
        return {};
    const std::size_t shorter = std::min(before.size(), after.size());
    const auto different = std::ranges::mismatch(before, after);
    auto prefix = static_cast<std::size_t>(different.in1 - before.begin());
    while (prefix > 0 && (continuesCodePoint(before, prefix) || continuesCodePoint(after, prefix)))
        --prefix;
    std::size_t suffix = 0;
    while (suffix < shorter - prefix && before[before.size() - suffix - 1] == after[after.size() - suffix - 1])
        ++suffix;
    while (suffix > 0
           && (continuesCodePoint(before, before.size() - suffix) || continuesCodePoint(after, after.size() - suffix)))
        --suffix;
    return {{static_cast<std::uint32_t>(prefix), static_cast<std::uint32_t>(before.size() - prefix - suffix),
             std::string(after.substr(prefix, after.size() - prefix - suffix))}};
}

} // namespace meshdraft::source
