// SPDX-License-Identifier: Apache-2.0
#include "views/changes/diffview.h"

#include "views/changes/diffside.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr std::uint32_t contextLines = 12;

} // namespace

DiffView::DiffView(const Theme& theme, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_theme(theme)
    , m_old(std::make_unique<DiffSide>())
    , m_new(std::make_unique<DiffSide>())
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
            m_rows.push_back(
                {row.kind == changes::LineKind::Same ? Row::Same : Row::Changed, row.oldLine, row.newLine, 0, &row});
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
    return changeCount() == 1 ? tr("1 change in %1").arg(m_path)
                              : tr("%1 changes in %2").arg(changeCount()).arg(m_path);
}

QString DiffView::textOf(const Row& row, bool old) const
{
    const std::uint32_t line = old ? row.oldLine : row.newLine;
    const std::vector<QString>& lines = old ? m_old->lines : m_new->lines;
    return line > 0 && line <= lines.size() ? lines[line - 1] : QString();
}

QString DiffView::paintedText() const
{
    QStringList lines;
    for (const Row& row : m_rows) {
        if (row.kind == Row::Fold) {
            lines << tr("%1 lines left out").arg(row.folded);
        } else if (row.kind == Row::Same) {
            lines << u' ' + textOf(row, false);
        } else {
            if (row.oldLine > 0) {
                lines << u'-' + textOf(row, true);
            }
            if (row.newLine > 0) {
                lines << u'+' + textOf(row, false);
            }
        }
    }
    return lines.join(u'\n');
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
    return (two ? viewport()->width() / 2 - numberWidth() : viewport()->width() - 2 * numberWidth()) - diffSignWidth;
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

void DiffView::mouseReleaseEvent(QMouseEvent* event)
{
    event->accept();
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

} // namespace meshdraft::views
