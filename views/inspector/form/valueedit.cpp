// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/form/valueedit.h"

#include "views/common/ink.h"
#include "views/common/undopassing.h"

#include <QKeyEvent>
#include <QLabel>
#include <QScopedValueRollback>

#include <algorithm>

namespace meshdraft::views {

ValueEdit::ValueEdit(const Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    passUndo(*this);
    connect(this, &QLineEdit::editingFinished, this, [this] { commit(); });
}

void ValueEdit::showValue(const QString& text, const QString& placeholder)
{
    setPlaceholderText(placeholder);
    const bool isKept = isTyped() && hasFocus() && !m_committing;
    m_shown = text;
    if (!isKept) {
        const int position = cursorPosition();
        setText(text);
        setCursorPosition(hasFocus() ? std::min(position, static_cast<int>(text.size())) : 0);
    }
}

void ValueEdit::setUnit(const QString& unit)
{
    m_unit = new QLabel(unit, this);
    setInk(*m_unit, m_theme, "muted");
    m_unit->setAttribute(Qt::WA_TransparentForMouseEvents);
    setTextMargins(0, 0, m_unit->sizeHint().width() + 6, 0);
}

void ValueEdit::setRange(std::optional<double> least, std::optional<double> most)
{
    m_counts = true;
    m_least = least;
    m_most = most;
}

void ValueEdit::takeBack()
{
    setText(m_shown);
    Q_EMIT takenBack();
}

void ValueEdit::commit()
{
    if (isReadOnly() || !isTyped() || m_committing) {
        return;
    }
    const QScopedValueRollback guard(m_committing, true);
    Q_EMIT committed(text());
}

void ValueEdit::count(int steps)
{
    bool isNumber = false;
    const qlonglong now = text().isEmpty() ? placeholderText().toLongLong(&isNumber) : text().toLongLong(&isNumber);
    if (!isNumber && !text().isEmpty()) {
        return;
    }
    double next = static_cast<double>(isNumber ? now : 0) + steps;
    next = std::max(next, m_least.value_or(next));
    next = std::min(next, m_most.value_or(next));
    setText(QString::number(static_cast<qlonglong>(next)));
}

void ValueEdit::keyPressEvent(QKeyEvent* event)
{
    if (m_counts && !isReadOnly() && event->modifiers() == Qt::NoModifier
        && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)) {
        count(event->key() == Qt::Key_Up ? 1 : -1);
        return;
    }
    if (event->key() == Qt::Key_Escape && isTyped()) {
        takeBack();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

bool ValueEdit::event(QEvent* event)
{
    // Escape is the field's while there is something to take back.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape
        && isTyped()) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void ValueEdit::resizeEvent(QResizeEvent* event)
{
    QLineEdit::resizeEvent(event);
    if (m_unit != nullptr) {
        const QSize size = m_unit->sizeHint();
        m_unit->setGeometry(width() - size.width() - 6, (height() - size.height()) / 2, size.width(), size.height());
    }
}

} // namespace meshdraft::views
