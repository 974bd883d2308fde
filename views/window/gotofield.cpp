// SPDX-License-Identifier: Apache-2.0
#include "views/window/gotofield.h"

#include "views/common/paint.h"
#include "views/common/undopassing.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/tree/badgedelegate.h"
#include "views/window/gotomodel.h"

#include <QAbstractItemView>
#include <QAction>
#include <QCompleter>
#include <QKeyEvent>

#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

GoToField::GoToField(const Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
    , m_model(new GoToModel(this))
    , m_completer(new QCompleter(m_model, this))
{
    setObjectName(u"goToField"_s);
    setAccessibleName(tr("Go to a resource, file or action"));
    setPlaceholderText(tr("Go to a resource, file or action"));
    QAction* glyph = addAction(theme.icon(u"search"_s, "muted"), LeadingPosition);
    connect(&theme, &Theme::changed, this, [this, glyph] { glyph->setIcon(m_theme.icon(u"search"_s, "muted")); });
    // The model ranks; the completer only shows what it holds.
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(12);
    m_completer->setWidget(this);
    m_completer->popup()->setItemDelegate(new BadgeDelegate(theme, BadgeDelegate::Glyph::Right, m_completer));
    m_completer->popup()->setObjectName(u"goToPopup"_s);
    m_completer->popup()->setAccessibleName(tr("Hits"));
    passUndo(*this);
    connect(this, &QLineEdit::textEdited, this, &GoToField::search);
    connect(m_model, &GoToModel::searched, this, [this] {
        if (std::exchange(m_choosesFirst, false)) {
            choose(0);
        } else if (hasFocus()) {
            showHits();
        }
    });
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { choose(index.row()); });
}

void GoToField::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    m_completer->popup()->hide();
    m_model->setSnapshot(snapshot);
}

void GoToField::setActions(const QList<QAction*>& actions)
{
    m_model->setActions(actions);
}

QSize GoToField::sizeHint() const
{
    return {430, QLineEdit::sizeHint().height()};
}

void GoToField::start()
{
    setFocus(Qt::ShortcutFocusReason);
    selectAll();
    m_model->prepare();
}

void GoToField::search(const QString& text)
{
    m_choosesFirst = false;
    m_model->search(text.trimmed());
    showHits();
}

void GoToField::showHits()
{
    if (m_model->rowCount() == 0) {
        m_completer->popup()->hide();
        return;
    }
    m_completer->complete();
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void GoToField::choose(int row)
{
    if (QAction* action = m_model->actionAt(row)) {
        setText({});
        clearFocus();
        action->trigger();
        return;
    }
    const mesh::ElementRef element = m_model->elementAt(row);
    if (!element.isNull()) {
        setText({}); // not clear(): undo would bring the name back
        Q_EMIT elementChosen(element);
    }
}

void GoToField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        m_choosesFirst = m_model->isCollecting();
        if (!m_choosesFirst) {
            choose(0);
        }
        return;
    }
    if (event->key() == Qt::Key_Escape) {
        m_choosesFirst = false;
        setText({});
        clearFocus();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void GoToField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    if (!text().isEmpty()) {
        return;
    }
    QPainter painter(this);
    painter.setFont(scaledFont(font(), 0.85));
    const QString keys = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
    const QFontMetrics metrics = painter.fontMetrics();
    const QRectF box(width() - metrics.horizontalAdvance(keys) - 20, (height() - metrics.height() - 3) / 2.0,
                     metrics.horizontalAdvance(keys) + 10, metrics.height() + 3);
    drawBox(painter, box, 3, {}, m_theme.color("border"));
    painter.setPen(m_theme.color("muted"));
    painter.drawText(box, Qt::AlignCenter, keys);
}

} // namespace meshdraft::views
