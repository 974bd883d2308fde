// SPDX-License-Identifier: Apache-2.0
#include "models/changes/codeowners.h"

#include <re2/re2.h>

#include <algorithm>
#include <charconv>
#include <ranges>
#include <set>
#include <utility>

namespace meshdraft::changes {

namespace {

/// The words of a line; "\ " is a blank within one, "#" at the beginning of one ends the line.
std::vector<std::string> wordsOf(std::string_view line)
{
    std::vector<std::string> words;
    std::string word;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (c == '\\' && i + 1 < line.size() && (line[i + 1] == ' ' || line[i + 1] == '#')) {
            word += line[++i];
        } else if (c == '#' && word.empty()) {
            break;
        } else if (c == ' ' || c == '\t' || c == '\r') {
            if (!word.empty())
                words.push_back(std::exchange(word, {}));
        } else {
            word += c;
        }
    }
    if (!word.empty())
        words.push_back(std::move(word));
    return words;
}

/// A pattern of .gitignore as a regular expression for whole paths. A name without a slash fits at any depth; what
/// fits a directory owns all below it, but "dir/*" owns the files in it alone.
std::string expressionOf(std::string_view pattern)
{
    const bool isDirectory = pattern.ends_with('/');
    std::string_view body = pattern;
    if (isDirectory)
        body.remove_suffix(1);
    const bool isAnchored = body.starts_with('/') || body.contains('/');
    if (body.starts_with('/'))
        body.remove_prefix(1);
    std::string expression = isAnchored ? "" : "(?:.*/)?";
    for (std::size_t i = 0; i < body.size(); ++i) {
        if (body.substr(i).starts_with("**/")) {
            expression += "(?:.*/)?";
            i += 2;
        } else if (body.substr(i).starts_with("**")) {
            expression += ".*";
            ++i;
        } else if (body[i] == '*') {
            expression += "[^/]*";
        } else if (body[i] == '?') {
            expression += "[^/]";
        } else {
            expression += re2::RE2::QuoteMeta(std::string(1, body[i]));
        }
    }
    const bool isFilesOnly = body == "*" || body.ends_with("/*");
    if (isDirectory)
        return expression + "/.*";
    return isFilesOnly && isAnchored ? expression : expression + "(?:/.*)?";
}

bool isOwner(std::string_view word)
{
    return word.contains('@') && word.size() > 1;
}

} // namespace

CodeOwners::CodeOwners(std::string_view text)
{
    std::uint32_t number = 0;
    for (const auto line : std::views::split(text, '\n'))
        readLine(std::string_view(line.begin(), line.end()), ++number);
}

void CodeOwners::readLine(std::string_view line, std::uint32_t number)
{
    static const re2::RE2 heading(R"(^(\^?)\[([^\]]+)\](?:\[(\d+)\])?\s*(.*)$)");
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
        line.remove_suffix(1);
    std::string optional;
    std::string name;
    std::string approvals;
    std::string rest;
    if (re2::RE2::FullMatch(std::string(line), heading, &optional, &name, &approvals, &rest)) {
        Section section;
        section.name = name;
        section.isOptional = !optional.empty();
        if (!approvals.empty())
            std::from_chars(approvals.data(), approvals.data() + approvals.size(), section.approvals);
        section.owners = wordsOf(rest);
        std::erase_if(section.owners, [](const std::string& word) { return !isOwner(word); });
        m_sections->push_back(std::move(section));
        return;
    }
    std::vector<std::string> words = wordsOf(line);
    if (words.empty())
        return;
    Rule rule;
    rule.section = m_sections->size() - 1;
    rule.line = number;
    std::string pattern = std::move(words.front());
    if (pattern.starts_with('!')) {
        rule.isExclusion = true;
        pattern.erase(0, 1);
    }
    rule.owners.assign(words.begin() + 1, words.end());
    std::erase_if(rule.owners, [](const std::string& word) { return !isOwner(word); });
    rule.pattern = std::make_shared<const re2::RE2>(expressionOf(pattern), re2::RE2::Quiet);
    if (rule.pattern->ok())
        m_rules.push_back(std::move(rule));
}

std::vector<CodeOwners::Owned> CodeOwners::ownersOf(std::string_view path) const
{
    std::vector<Owned> all;
    const std::string whole(path);
    for (std::size_t i = 0; i < m_sections->size(); ++i) {
        const Section& section = (*m_sections)[i];
        const auto fits = [&](const Rule& rule) {
            return rule.section == i && re2::RE2::FullMatch(whole, *rule.pattern);
        };
        // an exclusion counts wherever it stands in its section
        if (std::ranges::any_of(m_rules, [&](const Rule& rule) { return rule.isExclusion && fits(rule); }))
            continue;
        const auto last = std::ranges::find_if(m_rules | std::views::reverse,
                                               [&](const Rule& rule) { return !rule.isExclusion && fits(rule); });
        if (last == std::ranges::rend(m_rules))
            continue;
        const std::vector<std::string>& owners = last->owners.empty() ? section.owners : last->owners;
        if (!owners.empty())
            all.push_back({&section, owners, last->line});
    }
    return all;
}

std::string CodeOwners::ownersText(std::string_view path) const
{
    std::string text;
    std::set<std::string> known;
    for (const Owned& owned : ownersOf(path)) {
        for (const std::string& owner : owned.owners) {
            if (known.insert(owner).second)
                text += (text.empty() ? "" : " ") + owner;
        }
    }
    return text;
}

} // namespace meshdraft::changes
