// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/textmatch.h"

#include "models/traffic/lowercase.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

namespace meshdraft::traffic {

namespace {

bool hasPathPrefix(std::string_view path, std::string_view prefix)
{
    if (prefix.ends_with('/'))
        prefix.remove_suffix(1);
    return path.starts_with(prefix) && (path.size() == prefix.size() || path[prefix.size()] == '/');
}

} // namespace

TextMatch::TextMatch(Kind kind, std::string value, bool ignoresCase)
    : m_kind(kind)
    , m_value(ignoresCase && kind != Kind::Regex ? lower(value) : std::move(value))
    , m_ignoresCase(ignoresCase)
{
    if (m_kind != Kind::Regex)
        return;
    RE2::Options options(RE2::Quiet);
    m_regex = std::make_shared<const RE2>(m_value, options);
}

bool TextMatch::isBroken() const
{
    return m_kind == Kind::Regex && !m_regex->ok();
}

bool TextMatch::matches(std::string_view text) const
{
    if (m_ignoresCase && m_kind != Kind::Regex) {
        TextMatch exact = *this;
        exact.m_ignoresCase = false;
        return exact.matches(lower(text));
    }
    switch (m_kind) {
    case Kind::Present:
        return true;
    case Kind::Exact:
        return text == m_value;
    case Kind::Prefix:
        return text.starts_with(m_value);
    case Kind::PathPrefix:
        return hasPathPrefix(text, m_value);
    case Kind::Regex:
        return m_regex->ok() && RE2::FullMatch(re2::StringPiece(text.data(), text.size()), *m_regex);
    }
    return false;
}

} // namespace meshdraft::traffic
