// SPDX-License-Identifier: Apache-2.0
#include "views/editor/editormargin.h"

#include "models/workspace/editor/yamllines.h"
#include "models/workspace/words.h"
#include "views/common/paint.h"
#include "views/editor/yamledit.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int glyphSize = 14;
constexpr int glyphLeft = 5;
constexpr int barWidth = 3;
constexpr int foldWidth = 18;

} // namespace

EditorMargin::EditorMargin(const Theme& theme, YamlEdit& edit)
    : QWidget(&edit)
    , m_theme(theme)
    , m_edit(edit)
{
    setObjectName(u"editorMargin"_s);
    setAccessibleName(tr("Line numbers, findings and changes"));
    setCursor(Qt::ArrowCursor);
}

int EditorMargin::numberWidth() const
{
    const int digits = std::max<int>(3, static_cast<int>(QString::number(m_edit.blockCount()).size()));
    return QFontMetrics(m_edit.font()).horizontalAdvance(u'0') * digits;
}

QSize EditorMargin::sizeHint() const
{
    return {glyphLeft + glyphSize + 6 + numberWidth() + 8 + barWidth + foldWidth, 0};
}

int EditorMargin::lineAt(int y) const
{
    int found = -1;
    m_edit.forEachVisibleLine([&](int line, int top) {
        if (y >= top && y < top + m_edit.lineHeight()) {
            found = line;
        }
    });
    return found;
}

void EditorMargin::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.fillRect(event->rect(), m_theme.color("base"));
    painter.setFont(m_edit.font());
    const int height = m_edit.lineHeight();
    const int numbers = glyphLeft + glyphSize + 6;
    const int current = m_edit.textCursor().blockNumber();
    m_edit.forEachVisibleLine([&](int line, int top) {
        if (line == current) {
            painter.fillRect(QRect(0, top, width(), height), m_theme.color("hlsoft"));
        }
        if (const workspace::EditorMark* mark = m_edit.markOfLine(line)) {
            const Look look = lookOf(mark->severity);
            painter.drawPixmap(QPoint(glyphLeft, top + (height - glyphSize) / 2),
                               m_theme.pixmap(look.icon, glyphSize, look.token, devicePixelRatioF(),
                                              line == current ? "hlsoft" : "base"));
        }
        painter.setPen(m_theme.color(line == current ? "text" : "muted"));
        painter.drawText(QRect(numbers, top, numberWidth(), height), Qt::AlignRight | Qt::AlignVCenter,
                         QString::number(line + 1));
        const bool folded = m_edit.isFolded(line);
        if (folded || workspace::foldEnd(m_edit.buffer(), line) > line) {
            painter.drawPixmap(QPoint(width() - foldWidth + 2, top + (height - 12) / 2),
                               m_theme.pixmap(folded ? u"right"_s : u"down"_s, 12, "muted", devicePixelRatioF()));
        }
    });
    paintBars(painter);
}

void EditorMargin::paintBars(QPainter& painter)
{
    const int left = width() - foldWidth - barWidth - 1;
    const int height = m_edit.lineHeight();
    const std::vector<workspace::ChangeBar>& bars = m_edit.bars();
    m_edit.forEachVisibleLine([&](int line, int top) {
        for (const workspace::ChangeBar& bar : bars) {
            if (bar.kind == workspace::ChangeBar::Kind::Removed && bar.line == line) {
                painter.fillRect(QRect(left - 2, top - 1, barWidth + 5, 2), m_theme.color("rem"));
            } else if (line >= bar.line && line < bar.line + bar.count) {
                const bool added = bar.kind == workspace::ChangeBar::Kind::Added;
                painter.fillRect(QRect(left, top, barWidth, height), m_theme.color(added ? "add" : "chg"));
            }
        }
    });
}

void EditorMargin::mousePressEvent(QMouseEvent* event)
{
    const int line = lineAt(qRound(event->position().y()));
    if (line < 0 || event->button() != Qt::LeftButton) {
        return;
    }
    if (event->position().x() >= width() - foldWidth) {
        m_edit.toggleFold(line);
        return;
    }
    m_edit.setFocus();
    const std::uint32_t begin = m_edit.buffer().startOf(line);
    m_edit.goTo({begin, m_edit.buffer().endOf(line)});
}

bool EditorMargin::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip) {
        return QWidget::event(event);
    }
    auto* help = static_cast<QHelpEvent*>(event);
    const int line = lineAt(help->pos().y());
    QStringList texts;
    for (const workspace::EditorMark& mark : m_edit.marks()) {
        if (m_edit.buffer().lineOf(mark.range.begin) == line) {
            texts << QString::fromStdString(mark.code) + u"  "_s + workspace::sentence(mark.message, mark.args);
        }
    }
    QToolTip::showText(help->globalPos(), texts.join(u'\n'), this);
    return true;
}

} // namespace meshdraft::views
