// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/form/yamlfield.h"

#include "views/theme/fonts.h"

#include <QKeyEvent>
#include <QScopedValueRollback>

#include <algorithm>

namespace meshdraft::views {

namespace {

constexpr int leastLines = 2;
constexpr int mostLines = 10;

} // namespace

YamlField::YamlField(const Theme& /*theme*/, QWidget* parent)
    : QPlainTextEdit(parent)
{
    setFont(fixedFont());
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    connect(this, &QPlainTextEdit::textChanged, this, [this] { fitHeight(); });
    fitHeight();
}

void YamlField::fitHeight()
{
    const int lines = std::clamp(document()->blockCount(), leastLines, mostLines);
    setFixedHeight(lines * fontMetrics().lineSpacing() + 2 * frameWidth() + 10);
}

void YamlField::showValue(const QString& text, const QString& placeholder)
{
    setPlaceholderText(placeholder);
    const bool isKept = toPlainText() != m_shown && hasFocus() && !m_committing;
    m_shown = text;
    if (!isKept && toPlainText() != text) {
        setPlainText(text);
    }
}

bool YamlField::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        const bool undo = key->matches(QKeySequence::Undo) && !document()->isUndoAvailable();
        const bool redo = key->matches(QKeySequence::Redo) && !document()->isRedoAvailable();
        if (undo || redo) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void YamlField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && toPlainText() != m_shown) {
        setPlainText(m_shown);
        Q_EMIT takenBack();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

void YamlField::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (isReadOnly() || toPlainText() == m_shown || event->reason() == Qt::PopupFocusReason) {
        return;
    }
    const QScopedValueRollback guard(m_committing, true);
    Q_EMIT committed(toPlainText());
}

} // namespace meshdraft::views
