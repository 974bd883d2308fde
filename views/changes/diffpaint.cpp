// SPDX-License-Identifier: Apache-2.0
// How DiffView paints; what it shows and where it stands is in diffview.cpp.
#include "models/workspace/words.h"
#include "views/changes/diffside.h"
#include "views/changes/diffview.h"
#include "views/theme/theme.h"

#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

/// Beyond this many bytes a text is shown without colours.
constexpr std::size_t colourLimit = 1U << 20;

} // namespace

QString shownLine(std::string_view line)
{
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) {
        line.remove_suffix(1);
    }
    std::string expanded;
    expanded.reserve(line.size());
    for (const char c : line) {
        if (c == '\t') {
            expanded += "    ";
        } else {
            expanded += c;
        }
    }
    return workspace::printable(expanded);
}

void DiffSide::set(const std::vector<std::string_view>& source, std::size_t bytes)
{
    lines.resize(source.size());
    for (std::size_t i = 0; i < source.size(); ++i) {
        lines[i] = shownLine(source[i]);
    }
    spans.setLines(bytes <= colourLimit ? lines : std::vector<QString>{});
}

void DiffView::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.setFont(font());
    painter.fillRect(event->rect(), m_theme.color("base"));
    const int first = verticalScrollBar()->value();
    const int count = viewport()->height() / m_lineHeight + 2;
    for (int i = first; i < first + count && i < static_cast<int>(m_rows.size()); ++i) {
        paintRow(painter, m_rows[static_cast<std::size_t>(i)], (i - first) * m_lineHeight);
    }
    if (m_mode == Mode::SideBySide && !m_rows.empty()) {
        painter.fillRect(QRect(viewport()->width() / 2, 0, 1, viewport()->height()), m_theme.color("border"));
    }
}

void DiffView::paintRow(QPainter& painter, const Row& row, int y)
{
    const QRect line(0, y, viewport()->width(), m_lineHeight);
    if (row.kind == Row::Fold) {
        painter.fillRect(line, m_theme.color("alt"));
        painter.setPen(m_theme.color("muted"));
        const QString text = row.folded == 1 ? tr("1 unchanged line") : tr("%1 unchanged lines").arg(row.folded);
        painter.drawText(line.adjusted(numberWidth() + diffSignWidth, 0, 0, 0), Qt::AlignVCenter, u"⋯ "_s + text);
        return;
    }
    if (m_mode == Mode::Unified) {
        paintHalf(painter, row, row.newLine == 0, line);
        return;
    }
    const int middle = viewport()->width() / 2;
    paintHalf(painter, row, true, QRect(0, y, middle, m_lineHeight));
    paintHalf(painter, row, false, QRect(middle + 1, y, viewport()->width() - middle - 1, m_lineHeight));
}

void DiffView::paintGap(QPainter& painter, const QRect& rect)
{
    painter.save();
    painter.setClipRect(rect);
    painter.fillRect(rect, m_theme.color("alt"));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color("border"), 1));
    const int step = 8;
    for (int x = rect.left() - rect.height() - (rect.left() + rect.top()) % step; x < rect.right(); x += step) {
        painter.drawLine(QPointF(x, rect.bottom() + 1), QPointF(x + rect.height(), rect.top()));
    }
    painter.restore();
}

void DiffView::paintHalf(QPainter& painter, const Row& row, bool old, const QRect& half)
{
    const std::uint32_t number = old ? row.oldLine : row.newLine;
    if (number == 0) {
        paintGap(painter, half);
        return;
    }
    const bool changed = row.kind == Row::Changed;
    if (changed) {
        painter.fillRect(half, m_theme.color(old ? "rembg" : "addbg"));
    }
    const int digits = numberWidth();
    painter.setPen(m_theme.color("yc"));
    int x = half.left();
    const auto drawNumber = [&](std::uint32_t value) {
        if (value != 0) {
            painter.drawText(QRect(x, half.top(), digits - 8, half.height()), Qt::AlignVCenter | Qt::AlignRight,
                             QString::number(value));
        }
        x += digits;
    };
    if (m_mode == Mode::Unified) {
        drawNumber(row.oldLine);
        drawNumber(row.newLine);
    } else {
        drawNumber(number);
    }
    if (changed) {
        QFont bold = font();
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(m_theme.color(old ? "rem" : "add"));
        painter.drawText(QRect(x, half.top(), diffSignWidth - 4, half.height()), Qt::AlignCenter,
                         old ? u"−"_s : u"+"_s);
        painter.setFont(font());
    }
    const QRect text(x + diffSignWidth, half.top(), half.right() - x - diffSignWidth, half.height());
    paintText(painter, row, old, text);
}

void DiffView::paintText(QPainter& painter, const Row& row, bool old, const QRect& rect)
{
    const std::size_t line = (old ? row.oldLine : row.newLine) - 1;
    const QString shown = textOf(row, old);
    const std::string_view source = (old ? m_diff.oldLines : m_diff.newLines)[line];
    QList<QTextLayout::FormatRange> formats;
    for (const YamlSpans::Span& span : (old ? m_old : m_new)->spans.spansOf(line)) {
        QTextLayout::FormatRange range;
        range.start = span.begin;
        range.length = span.length;
        range.format.setForeground(m_theme.color(span.token));
        range.format.setFontItalic(span.italic);
        formats << range;
    }
    if (row.kind == Row::Changed && row.source != nullptr && row.source->isPair()) {
        for (const source::ByteRange& bytes : old ? row.source->oldEmphasis : row.source->newEmphasis) {
            QTextLayout::FormatRange range;
            range.start = static_cast<int>(shownLine(source.substr(0, bytes.begin)).size());
            range.length = static_cast<int>(shownLine(source.substr(0, bytes.end)).size()) - range.start;
            range.format.setBackground(m_theme.color(old ? "remem" : "addem"));
            range.format.setForeground(m_theme.color("text"));
            formats << range;
        }
    }
    painter.save();
    painter.setClipRect(rect);
    QTextLayout layout(shown, font());
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine text = layout.createLine();
    text.setLineWidth(1.0e6);
    layout.endLayout();
    painter.setPen(m_theme.color("text"));
    const qreal y = rect.top() + (rect.height() - text.height()) / 2;
    layout.draw(&painter, QPointF(rect.left() - horizontalScrollBar()->value(), y));
    painter.restore();
}

} // namespace meshdraft::views
