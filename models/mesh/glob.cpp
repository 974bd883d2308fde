// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/glob.h"

#include <re2/re2.h>

#include <string>

namespace meshdraft::mesh {

namespace {

/// Turns a glob into a regular expression.
class Translator {
public:
    Translator(std::string_view pattern, Glob::Style style)
        : m_rest(pattern)
        , m_crosses(style == Glob::Style::Whole)
    {
    }

    std::string translate()
    {
        while (!m_rest.empty())
            one();
        return m_text;
    }

private:
    void one()
    {
        const char next = m_rest.front();
        if (next == '*') {
            stars();
            return;
        }
        if (next == '[' && set())
            return;
        m_rest.remove_prefix(1);
        if (next == '?') {
            m_text += m_crosses ? "." : "[^/]";
        } else if (next == '{' && m_crosses) {
            m_text += "(?:";
            ++m_depth;
        } else if (next == '}' && m_depth > 0) {
            m_text += ")";
            --m_depth;
        } else if (next == ',' && m_depth > 0) {
            m_text += "|";
        } else if (next == '\\' && !m_rest.empty()) {
            literal(m_rest.substr(0, 1));
            m_rest.remove_prefix(1);
        } else {
            literal({&next, 1});
        }
    }

    void stars()
    {
        std::size_t count = 0;
        while (m_rest.starts_with('*')) {
            m_rest.remove_prefix(1);
            ++count;
        }
        if (m_crosses) {
            m_text += ".*";
        } else if (count == 1) {
            m_text += "[^/]*";
        } else if (m_rest.starts_with('/')) {
            m_rest.remove_prefix(1);
            m_text += "(?:.*/)?";
        } else {
            m_text += ".*";
        }
    }

    bool set()
    {
        const auto end = m_rest.find(']', 2);
        if (end == std::string_view::npos)
            return false;
        std::string_view inside = m_rest.substr(1, end - 1);
        m_text += '[';
        if (inside.starts_with('!') || inside.starts_with('^')) {
            m_text += '^';
            inside.remove_prefix(1);
        }
        for (const char c : inside) {
            if (c == '-') {
                m_text += c;
            } else {
                literal({&c, 1});
            }
        }
        m_text += ']';
        m_rest.remove_prefix(end + 1);
        return true;
    }

    void literal(std::string_view text) { m_text += re2::RE2::QuoteMeta({text.data(), text.size()}); }

    std::string_view m_rest;
    std::string m_text = "(?s)";
    int m_depth = 0;
    bool m_crosses;
};

} // namespace

Glob::Glob(std::string_view pattern, Style style)
    : m_expression(
          std::make_shared<const re2::RE2>(Translator(pattern, style).translate(), re2::RE2::CannedOptions::Quiet))
{
}

bool Glob::isValid() const
{
    return m_expression->ok();
}

bool Glob::matches(std::string_view path) const
{
    return isValid() && re2::RE2::FullMatch({path.data(), path.size()}, *m_expression);
}

} // namespace meshdraft::mesh
