// SPDX-License-Identifier: Apache-2.0
#include "views/editor/yamlhighlighter.h"

#include "views/changes/yamlspans.h"
#include "views/theme/theme.h"

#include <KSyntaxHighlighting/Definition>

#include <QElapsedTimer>
#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>
#include <limits>

namespace meshdraft::views {

namespace {

constexpr qint64 slice = 5; ///< milliseconds

} // namespace

YamlHighlighter::YamlHighlighter(const Theme& theme, QTextDocument& document)
    : QObject(&document)
    , m_theme(theme)
    , m_document(document)
    , m_isValid(yamlDefinition().isValid())
{
    if (m_isValid) {
        setDefinition(yamlDefinition());
    }
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, [this] { work(slice); });
    connect(&document, &QTextDocument::contentsChange, this, &YamlHighlighter::follow);
    connect(&theme, &Theme::changed, this, &YamlHighlighter::restart);
    restart();
}

YamlHighlighter::~YamlHighlighter() = default;

void YamlHighlighter::restart()
{
    m_ends.assign(static_cast<std::size_t>(m_document.blockCount()), {});
    m_dirty = 0;
    m_dirtyEnd = m_document.blockCount();
    m_timer.start();
}

void YamlHighlighter::follow(int position, int /*removed*/, int added)
{
    if (m_isAtWork) {
        return;
    }
    const int first = m_document.findBlock(position).blockNumber();
    const QTextBlock lastBlock = m_document.findBlock(position + added);
    const int last = lastBlock.isValid() ? lastBlock.blockNumber() : m_document.blockCount() - 1;
    const auto count = static_cast<std::size_t>(m_document.blockCount());
    const auto place = m_ends.begin() + std::min<std::ptrdiff_t>(first, std::ssize(m_ends));
    if (count > m_ends.size()) {
        m_ends.insert(place, count - m_ends.size(), KSyntaxHighlighting::State());
    } else if (count < m_ends.size()) {
        const auto gone = static_cast<std::ptrdiff_t>(m_ends.size() - count);
        const auto from = std::min(place, m_ends.end() - gone);
        m_ends.erase(from, from + gone);
    }
    const bool isIdle = m_dirty >= m_dirtyEnd && !m_timer.isActive();
    m_dirtyEnd = isIdle ? last + 1 : std::max(m_dirtyEnd, last + 1);
    m_dirty = isIdle ? first : std::min(m_dirty, first);
    // The line that is typed into is coloured with the letter; the document must not be touched within its own signal.
    m_timer.start();
}

void YamlHighlighter::work(qint64 budget)
{
    QElapsedTimer clock;
    clock.start();
    m_isAtWork = true;
    QTextBlock block = m_document.findBlockByNumber(m_dirty);
    while (block.isValid()) {
        const auto line = static_cast<std::size_t>(block.blockNumber());
        const KSyntaxHighlighting::State before = line > 0 ? m_ends[line - 1] : KSyntaxHighlighting::State();
        m_formats.clear();
        const KSyntaxHighlighting::State after =
            m_isValid ? highlightLine(block.text(), before) : KSyntaxHighlighting::State();
        if (block.layout()->formats() != m_formats) {
            block.layout()->setFormats(m_formats);
            m_document.markContentsDirty(block.position(), block.length());
        }
        const bool isSame = m_ends[line] == after;
        m_ends[line] = after;
        m_dirty = block.blockNumber() + 1;
        if (isSame && m_dirty >= m_dirtyEnd) {
            block = QTextBlock();
            break;
        }
        block = block.next();
        if (clock.elapsed() >= budget) {
            break;
        }
    }
    m_isAtWork = false;
    if (!block.isValid()) {
        m_dirty = std::numeric_limits<int>::max();
        m_dirtyEnd = 0;
        m_timer.stop();
    }
}

void YamlHighlighter::applyFormat(int offset, int length, const KSyntaxHighlighting::Format& format)
{
    const std::optional<YamlInk> ink = yamlInk(format);
    if (!ink || length <= 0) {
        return;
    }
    QTextLayout::FormatRange range;
    range.start = offset;
    range.length = length;
    range.format.setForeground(m_theme.color(ink->token));
    range.format.setFontItalic(ink->italic);
    m_formats.push_back(range);
}

} // namespace meshdraft::views
