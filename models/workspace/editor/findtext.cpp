// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/editor/findtext.h"

#include <re2/re2.h>

#include <array>
#include <memory>

namespace meshdraft::workspace {

namespace {

constexpr int groups = 10;
using Match = std::array<re2::StringPiece, groups>;

Error findError(const char* code, const std::string& why)
{
    return {.code = code, .args = {why}, .where = {}};
}

Expected<std::unique_ptr<re2::RE2>> compile(const FindQuery& query)
{
    re2::RE2::Options options;
    options.set_log_errors(false);
    options.set_case_sensitive(query.matchCase);
    options.set_never_nl(false);
    std::string pattern =
        query.isRegex ? query.text : re2::RE2::QuoteMeta(re2::StringPiece(query.text.data(), query.text.size()));
    if (query.wholeWord)
        pattern = "\\b(?:" + pattern + ")\\b";
    // ^ and $ are those of a line.
    pattern = "(?m)" + pattern;
    auto regex = std::make_unique<re2::RE2>(pattern, options);
    if (!regex->ok())
        return std::unexpected(findError("find.regex", regex->error()));
    return regex;
}

std::vector<Match> matchesOf(std::string_view text, const re2::RE2& regex)
{
    std::vector<Match> matches;
    const int wanted = std::min(groups, regex.NumberOfCapturingGroups() + 1);
    std::size_t from = 0;
    Match match;
    while (from <= text.size()
           && regex.Match(re2::StringPiece(text.data(), text.size()), from, text.size(), re2::RE2::UNANCHORED,
                          match.data(), wanted)) {
        if (match[0].empty()) {
            ++from;
            continue;
        }
        matches.push_back(match);
        from = static_cast<std::size_t>(match[0].data() - text.data()) + match[0].size();
        match = {};
    }
    return matches;
}

source::ByteRange rangeOf(std::string_view text, re2::StringPiece part)
{
    const auto begin = static_cast<std::uint32_t>(part.data() - text.data());
    return {begin, begin + static_cast<std::uint32_t>(part.size())};
}

/// With `only`: of this place.
Expected<std::vector<source::Splice>> replaced(std::string_view text, const FindQuery& query,
                                               const std::string& replacement, const source::ByteRange* only)
{
    const auto regex = compile(query);
    if (!regex)
        return std::unexpected(regex.error());
    std::string why;
    if (query.isRegex && !(*regex)->CheckRewriteString(re2::StringPiece(replacement.data(), replacement.size()), &why))
        return std::unexpected(findError("find.replacement", why));
    std::vector<source::Splice> splices;
    for (const auto& match : matchesOf(text, **regex)) {
        const auto range = rangeOf(text, match[0]);
        if (only != nullptr && range != *only)
            continue;
        std::string now = replacement;
        if (query.isRegex) {
            now.clear();
            (*regex)->Rewrite(&now, re2::StringPiece(replacement.data(), replacement.size()), match.data(), groups);
        }
        if (now != std::string_view(match[0].data(), match[0].size()))
            splices.push_back({.offset = range.begin, .length = range.size(), .text = std::move(now)});
    }
    return splices;
}

} // namespace

Expected<std::vector<source::ByteRange>> findAll(std::string_view text, const FindQuery& query)
{
    if (query.text.empty())
        return {};
    const auto regex = compile(query);
    if (!regex)
        return std::unexpected(regex.error());
    std::vector<source::ByteRange> ranges;
    for (const auto& match : matchesOf(text, **regex))
        ranges.push_back(rangeOf(text, match[0]));
    return ranges;
}

Expected<std::vector<source::Splice>> replaceAll(std::string_view text, const FindQuery& query,
                                                 const std::string& replacement)
{
    if (query.text.empty())
        return {};
    return replaced(text, query, replacement, nullptr);
}

Expected<std::vector<source::Splice>> replaceOne(std::string_view text, const FindQuery& query,
                                                 const std::string& replacement, source::ByteRange place)
{
    if (query.text.empty())
        return {};
    return replaced(text, query, replacement, &place);
}

} // namespace meshdraft::workspace
