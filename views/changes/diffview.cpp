// SPDX-License-Identifier: Apache-2.0
#include "views/changes/diffview.h"

#include "models/workspace/words.h"
#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr std::uint32_t contextLines = 12;
constexpr int signWidth = 20;
/// Beyond this many bytes a text is shown without colours.
constexpr std::size_t colourLimit = 1U << 20;

/// What stands for a line on the screen: control and direction characters as escapes, its end left out.
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

} // namespace

/// The lines of one text as they are shown, with their colours.
struct DiffView::Side {
    std::vector<QString> lines;
    YamlSpans spans;

    void set(const std::vector<std::string_view>& source, std::size_t bytes)
    {
        lines.resize(source.size());
        for (std::size_t i = 0; i < source.size(); ++i) {
            lines[i] = shownLine(source[i]);
        }
        spans.setLines(bytes <= colourLimit ? lines : std::vector<QString> {});
    }
};

DiffView::DiffView(const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_old(std::make_unique<Side>())
    , m_new(std::make_unique<Side>())
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setFont(fixedFont());
    viewport()->setBackgroundRole(QPalette::Base);
    viewport()->setAutoFillBackground(true);
    m_columnWidth = QFontMetrics(font()).horizontalAdvance(u'0');
    m_lineHeight = std::max(18, QFontMetrics(font()).height() + 3);
    connect(&theme, &Theme::changed, this, [this] { viewport()->update(); });
}

DiffView::~DiffView() = default;

void DiffView::clear()
{
    setTexts({}, std::make_shared<const std::string>(), std::make_shared<const std::string>());
}

void DiffView::setTexts(const QString& path, std::shared_ptr<const std::string> before,
                        std::shared_ptr<const std::string> after)
{
    const bool same = path == m_path;
    if (same && m_beforeText && m_afterText && *m_beforeText == *before && *m_afterText == *after) {
        return;
    }
    m_path = path;
    const bool sameBefore = same && m_beforeText && *m_beforeText == *before;
    m_beforeText = std::move(before);
    m_afterText = std::move(after);
    m_diff = changes::diffTexts(*m_beforeText, *m_afterText, contextLines);
    if (!sameBefore) {
        m_old->set(m_diff.oldLines, m_beforeText->size());
    }
    m_new->set(m_diff.newLines, m_afterText->size());
    const int position = verticalScrollBar()->value();
    rebuild();
    if (same) {
        verticalScrollBar()->setValue(position);
        setCurrentRun(std::clamp(m_currentRun, m_runs.empty() ? -1 : 0, changeCount() - 1), false);
    } else {
        m_currentRun = -1;
        goToFirstChange();
    }
}

void DiffView::setMode(Mode mode)
{
    if (mode != m_mode) {
        m_mode = mode;
        rebuild();
        setCurrentRun(m_currentRun, true);
    }
}

// In unified form the removed lines of a run stand before the added ones.
void DiffView::addUnified(const changes::DiffHunk& hunk)
{
    std::size_t i = 0;
    while (i < hunk.rows.size()) {
        if (hunk.rows[i].kind == changes::LineKind::Same) {
            m_rows.push_back({Row::Same, hunk.rows[i].oldLine, hunk.rows[i].newLine, 0, &hunk.rows[i]});
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < hunk.rows.size() && hunk.rows[end].kind != changes::LineKind::Same) {
            ++end;
        }
        for (std::size_t k = i; k < end; ++k) {
            if (hunk.rows[k].oldLine != 0) {
                m_rows.push_back({Row::Changed, hunk.rows[k].oldLine, 0, 0, &hunk.rows[k]});
            }
        }
        for (std::size_t k = i; k < end; ++k) {
            if (hunk.rows[k].newLine != 0) {
                m_rows.push_back({Row::Changed, 0, hunk.rows[k].newLine, 0, &hunk.rows[k]});
            }
        }
        i = end;
    }
}

void DiffView::rebuild()
{
    m_rows.clear();
    m_runs.clear();
    std::uint32_t oldNext = 1;
    for (const changes::DiffHunk& hunk : m_diff.hunks) {
        const std::uint32_t start = hunk.oldCount == 0 ? hunk.oldStart + 1 : hunk.oldStart;
        if (start > oldNext) {
            m_rows.push_back({Row::Fold, 0, 0, start - oldNext, nullptr});
        }
        oldNext = start + hunk.oldCount;
        if (m_mode == Mode::Unified) {
            addUnified(hunk);
            continue;
        }
        for (const changes::DiffRow& row : hunk.rows) {
            m_rows.push_back({row.kind == changes::LineKind::Same ? Row::Same : Row::Changed, row.oldLine, row.newLine, 0,
                              &row});
        }
    }
    const auto all = static_cast<std::uint32_t>(m_diff.oldLines.size());
    if (!m_rows.empty() && all >= oldNext) {
        m_rows.push_back({Row::Fold, 0, 0, all - oldNext + 1, nullptr});
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        if (m_rows[i].kind == Row::Changed && (i == 0 || m_rows[i - 1].kind != Row::Changed)) {
            m_runs.push_back(static_cast<int>(i));
        }
    }
    setAccessibleDescription(summary());
    updateBars();
    viewport()->update();
}

QString DiffView::summary() const
{
    return changeCount() == 1 ? tr("1 change in %1").arg(m_path) : tr("%1 changes in %2").arg(changeCount()).arg(m_path);
}

QString DiffView::textOf(const Row& row, bool old) const
{
    const std::uint32_t line = old ? row.oldLine : row.newLine;
    const std::vector<QString>& lines = old ? m_old->lines : m_new->lines;
    return line > 0 && line <= lines.size() ? lines[line - 1] : QString();
}

int DiffView::textWidth() const
{
    qsizetype longest = 0;
    for (const Row& row : m_rows) {
        longest = std::max({longest, textOf(row, true).size(), textOf(row, false).size()});
    }
    return static_cast<int>(longest + 2) * m_columnWidth;
}

// Numbers of the longer text, at least two digits.
int DiffView::numberWidth() const
{
    std::size_t lines = std::max(m_diff.oldLines.size(), m_diff.newLines.size());
    int digits = 1;
    while (lines >= 10) {
        lines /= 10;
        ++digits;
    }
    return std::max(2, digits) * m_columnWidth + 16;
}

int DiffView::halfTextWidth() const
{
    const bool two = m_mode == Mode::SideBySide;
    return (two ? viewport()->width() / 2 - numberWidth() : viewport()->width() - 2 * numberWidth()) - signWidth;
}

// Deep indentation would push the change out of a narrow half: its line is brought into sight from its first letter on.
void DiffView::showColumnOf(const Row& row)
{
    const QString line = textOf(row, row.newLine == 0);
    qsizetype first = 0;
    while (first < line.size() && line[first].isSpace()) {
        ++first;
    }
    const int begin = static_cast<int>(std::max<qsizetype>(0, first - 6)) * m_columnWidth;
    const int end = static_cast<int>(line.size() + 1) * m_columnWidth;
    const bool visible = end <= halfTextWidth();
    horizontalScrollBar()->setValue(visible ? 0 : begin);
}

void DiffView::updateBars()
{
    const int rows = std::max(1, viewport()->height() / m_lineHeight);
    verticalScrollBar()->setPageStep(rows);
    verticalScrollBar()->setRange(0, std::max(0, static_cast<int>(m_rows.size()) - rows));
    horizontalScrollBar()->setPageStep(std::max(1, halfTextWidth()));
    horizontalScrollBar()->setSingleStep(3 * m_columnWidth);
    horizontalScrollBar()->setRange(0, std::max(0, textWidth() - halfTextWidth()));
}

void DiffView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    const int run = m_currentRun;
    updateBars();
    if (run >= 0 && event->oldSize().height() <= 0) {
        setCurrentRun(run, true);
    }
}

void DiffView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::FontChange && m_old) {
        m_columnWidth = QFontMetrics(font()).horizontalAdvance(u'0');
        m_lineHeight = std::max(18, QFontMetrics(font()).height() + 3);
        updateBars();
    }
    QAbstractScrollArea::changeEvent(event);
}

void DiffView::setCurrentRun(int run, bool scroll)
{
    m_currentRun = run;
    if (scroll && run >= 0 && run < changeCount()) {
        const int row = m_runs[static_cast<std::size_t>(run)];
        verticalScrollBar()->setValue(std::max(0, row - verticalScrollBar()->pageStep() / 2));
        showColumnOf(m_rows[static_cast<std::size_t>(row)]);
    }
    Q_EMIT currentChangeChanged(run, changeCount());
    viewport()->update();
}

bool DiffView::nextChange()
{
    if (m_currentRun + 1 >= changeCount()) {
        return false;
    }
    setCurrentRun(m_currentRun + 1, true);
    return true;
}

bool DiffView::previousChange()
{
    if (m_currentRun <= 0) {
        return false;
    }
    setCurrentRun(m_currentRun - 1, true);
    return true;
}

void DiffView::goToFirstChange()
{
    setCurrentRun(m_runs.empty() ? -1 : 0, true);
}

void DiffView::goToLastChange()
{
    setCurrentRun(changeCount() - 1, true);
}

void DiffView::goToLine(std::uint32_t line, bool old)
{
    int best = -1;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const std::uint32_t here = old ? m_rows[i].oldLine : m_rows[i].newLine;
        if (here != 0 && here <= line) {
            best = static_cast<int>(i);
        }
    }
    for (int run = changeCount() - 1; run >= 0; --run) {
        if (m_runs[static_cast<std::size_t>(run)] <= std::max(best, m_runs.front())) {
            setCurrentRun(run, false);
            break;
        }
    }
    if (best >= 0) {
        verticalScrollBar()->setValue(std::max(0, best - verticalScrollBar()->pageStep() / 2));
        showColumnOf(m_rows[static_cast<std::size_t>(best)]);
    }
}

void DiffView::mousePressEvent(QMouseEvent* event)
{
    const int y = static_cast<int>(event->position().y());
    const int at = verticalScrollBar()->value() + y / m_lineHeight;
    if (at >= 0 && at < static_cast<int>(m_rows.size())) {
        const Row& row = m_rows[static_cast<std::size_t>(at)];
        const bool left = m_mode == Mode::SideBySide && event->position().x() < viewport()->width() / 2.0;
        const bool old = (left && row.oldLine != 0) || row.newLine == 0;
        for (int run = changeCount() - 1; run >= 0; --run) {
            if (m_runs[static_cast<std::size_t>(run)] <= at) {
                setCurrentRun(run, false);
                break;
            }
        }
        if (row.kind != Row::Fold) {
            Q_EMIT lineClicked(old ? row.oldLine : row.newLine, old);
        }
    }
}

void DiffView::keyPressEvent(QKeyEvent* event)
{
    QScrollBar* bar = verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Up:
        bar->triggerAction(QAbstractSlider::SliderSingleStepSub);
        return;
    case Qt::Key_Down:
        bar->triggerAction(QAbstractSlider::SliderSingleStepAdd);
        return;
    case Qt::Key_PageUp:
        bar->triggerAction(QAbstractSlider::SliderPageStepSub);
        return;
    case Qt::Key_PageDown:
        bar->triggerAction(QAbstractSlider::SliderPageStepAdd);
        return;
    case Qt::Key_Home:
        bar->setValue(bar->minimum());
        return;
    case Qt::Key_End:
        bar->setValue(bar->maximum());
        return;
    default:
        QAbstractScrollArea::keyPressEvent(event);
    }
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
        painter.drawText(line.adjusted(numberWidth() + signWidth, 0, 0, 0), Qt::AlignVCenter, u"⋯ "_s + text);
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
        painter.drawText(QRect(x, half.top(), signWidth - 4, half.height()), Qt::AlignCenter, old ? u"−"_s : u"+"_s);
        painter.setFont(font());
    }
    const QRect text(x + signWidth, half.top(), half.right() - x - signWidth, half.height());
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
