// SPDX-License-Identifier: Apache-2.0
#include "models/source/split.h"

#include "models/source/scan.h"

#include <algorithm>

namespace meshdraft::source {

namespace {

enum class LineKind : std::uint8_t { Blank, Directive, Start, End, Content };

LineKind kindOfLine(std::string_view text, std::uint32_t begin, std::uint32_t end)
{
    const std::string_view line = text.substr(begin, end - begin);
    const auto isMarker = [&](std::string_view marker) {
        return line.starts_with(marker) && (line.size() == 3 || isBlankOrBreak(line[3]));
    };
    if (isMarker("---"))
        return LineKind::Start;
    if (isMarker("..."))
        return LineKind::End;
    if (line.starts_with('%'))
        return LineKind::Directive;
    const std::size_t first = line.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos || line[first] == '#' ? LineKind::Blank : LineKind::Content;
}

class Splitter {
public:
    explicit Splitter(std::string_view text)
        : m_text(text)
    {
    }

    void take(std::uint32_t begin, std::uint32_t end)
    {
        // Within a document only the two separators matter; most lines are told by their first byte.
        if (m_open && m_text[begin] != '-' && m_text[begin] != '.')
            return;
        const LineKind kind = kindOfLine(m_text, begin, end);
        if (kind == LineKind::Start) {
            const std::uint32_t from = m_open ? begin : m_prefix;
            close(begin);
            open(from, begin + 3);
        } else if (kind == LineKind::End) {
            if (!m_open)
                closePrefix(begin);
            close(begin);
            noteStray(begin + 3, end);
            m_prefix = end;
            m_directives = false;
        } else if (!m_open && kind == LineKind::Directive) {
            m_directives = true;
        } else if (!m_open && kind == LineKind::Content) {
            // Behind directives only a marker may begin a document.
            const bool orphan = m_directives;
            open(m_prefix, m_prefix);
            m_chunks.back().orphan = orphan;
        }
    }

    std::vector<Chunk> finish()
    {
        const auto size = static_cast<std::uint32_t>(m_text.size());
        if (!m_open)
            closePrefix(size);
        close(size);
        return std::move(m_chunks);
    }

    void startAt(std::uint32_t offset) { m_prefix = offset; }

private:
    void open(std::uint32_t begin, std::uint32_t body)
    {
        m_chunks.push_back({.begin = begin, .body = body});
        m_open = true;
        m_directives = false;
    }

    void close(std::uint32_t end)
    {
        if (m_open)
            m_chunks.back().end = end;
        m_open = false;
    }

    /// Directives need a document.
    void closePrefix(std::uint32_t end)
    {
        if (m_directives)
            m_chunks.push_back({.begin = m_prefix, .body = end, .end = end, .orphan = true});
    }

    void noteStray(std::uint32_t from, std::uint32_t end)
    {
        const std::uint32_t first = skipBlanks(m_text, from, end);
        if (first < end && !m_chunks.empty())
            m_chunks.back().stray = first;
    }

    std::string_view m_text;
    std::vector<Chunk> m_chunks;
    std::uint32_t m_prefix = 0;
    bool m_open = false;
    bool m_directives = false;
};

} // namespace

std::vector<Chunk> splitDocuments(std::string_view text, std::span<const std::uint32_t> starts)
{
    Splitter splitter(text);
    const std::uint32_t bom = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    splitter.startAt(bom);
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const std::uint32_t begin = std::max(starts[i], bom);
        const auto end = i + 1 < starts.size() ? starts[i + 1] : static_cast<std::uint32_t>(text.size());
        if (begin < end)
            splitter.take(begin, end);
    }
    return splitter.finish();
}

} // namespace meshdraft::source
