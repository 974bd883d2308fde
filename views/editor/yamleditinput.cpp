// SPDX-License-Identifier: Apache-2.0
// Keys, mouse and clipboard of the editor.
#include "models/workspace/editor/yamllines.h"
#include "models/workspace/words.h"
#include "views/editor/yamledit.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMimeData>
#include <QMouseEvent>
#include <QTextBlock>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int indentStep = 2;

/// Text of the clipboard as it can stand in a file: one kind of line break, no characters that no editor shows.
QString insertable(QString text)
{
    text.replace("\r\n"_L1, "\n"_L1);
    text.replace(u'\r', u'\n');
    text.replace(QChar::ParagraphSeparator, u'\n');
    text.replace(QChar::LineSeparator, u'\n');
    text.removeIf([](QChar c) {
        const char16_t u = c.unicode();
        return (u < 0x20 && u != u'\n' && u != u'\t') || (u >= 0x7F && u < 0xA0) || u == 0xFEFF || u == 0xFFFC
            || u == 0xFDD0 || u == 0xFDD1;
    });
    return text;
}

/// Keys that a text field takes although the window has an action for them.
bool isOfTheWindow(const QKeyEvent& key)
{
    return key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo)
        || (key.modifiers() == Qt::ControlModifier && (key.key() == Qt::Key_K || key.key() == Qt::Key_E));
}

bool isCommentKey(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Slash && key.modifiers().testFlag(Qt::ControlModifier);
}

} // namespace

bool YamlEdit::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (isOfTheWindow(*key)) {
            event->ignore();
            return true;
        }
        if (isCommentKey(*key)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void YamlEdit::keyPressEvent(QKeyEvent* event)
{
    const bool control = event->modifiers().testFlag(Qt::ControlModifier);
    const bool shift = event->modifiers().testFlag(Qt::ShiftModifier);
    if (control && event->key() == Qt::Key_Space) {
        Q_EMIT completionRequested();
        return;
    }
    if (isOfTheWindow(*event)) {
        event->ignore();
        return;
    }
    if (event->matches(QKeySequence::MoveToStartOfLine) || event->matches(QKeySequence::SelectStartOfLine)) {
        goHome(shift);
        return;
    }
    if (!isReadOnly()) {
        if (isCommentKey(*event)) {
            toggleComment();
            return;
        }
        if (!control && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
            breakLine();
            return;
        }
        if (!control && (event->key() == Qt::Key_Tab || event->key() == Qt::Key_Backtab)) {
            indent(event->key() == Qt::Key_Tab);
            return;
        }
        if (event->key() == Qt::Key_Backspace && event->modifiers() == Qt::NoModifier && unindentByBackspace()) {
            return;
        }
    }
    const int revision = document()->revision();
    const int size = document()->characterCount();
    QPlainTextEdit::keyPressEvent(event);
    if (document()->revision() != revision || document()->characterCount() != size) {
        Q_EMIT typed(event->text());
    }
}

/// A line break and the indentation of what goes on, as one change.
void YamlEdit::breakLine()
{
    QTextCursor cursor = textCursor();
    const std::string indent = workspace::newLineIndent(m_buffer, m_buffer.offsetOf(cursor.selectionStart()));
    cursor.beginEditBlock();
    cursor.removeSelectedText();
    cursor.insertText(u'\n' + QString::fromStdString(indent));
    cursor.endEditBlock();
    setTextCursor(cursor);
    ensureCursorVisible();
    Q_EMIT typed(u"\n"_s);
}

bool YamlEdit::indent(bool more)
{
    const auto [first, last] = selectedLines();
    QTextCursor cursor = textCursor();
    if (more && !(cursor.hasSelection() && last > first)) {
        const int column = cursor.selectionStart() - document()->findBlock(cursor.selectionStart()).position();
        cursor.insertText(QString(indentStep - column % indentStep, u' '));
        return true;
    }
    change(workspace::indentLines(m_buffer, first, last, more),
           more ? tr("Indent lines of %1").arg(QString::fromStdString(m_path))
                : tr("Unindent lines of %1").arg(QString::fromStdString(m_path)));
    return true;
}

/// Within the spaces at the start of a line one step goes, not one space.
bool YamlEdit::unindentByBackspace()
{
    QTextCursor cursor = textCursor();
    const int column = cursor.positionInBlock();
    if (cursor.hasSelection() || column < 2 || column > workspace::indentOf(m_buffer, cursor.blockNumber())) {
        return false;
    }
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, column % indentStep == 0 ? indentStep : 1);
    cursor.removeSelectedText();
    Q_EMIT typed({});
    return true;
}

/// First to where the line begins to say something, then to its start.
void YamlEdit::goHome(bool select)
{
    QTextCursor cursor = textCursor();
    const int indent = workspace::indentOf(m_buffer, cursor.blockNumber());
    const int column = cursor.positionInBlock() == indent ? 0 : indent;
    cursor.setPosition(cursor.block().position() + column, select ? QTextCursor::KeepAnchor : QTextCursor::MoveAnchor);
    setTextCursor(cursor);
}

void YamlEdit::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && event->modifiers() == Qt::ControlModifier) {
        Q_EMIT definitionRequested(m_buffer.offsetOf(cursorForPosition(event->position().toPoint()).position()));
        return;
    }
    m_runEnd = -1;
    QPlainTextEdit::mousePressEvent(event);
}

bool YamlEdit::viewportEvent(QEvent* event)
{
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        Q_EMIT helpRequested(m_buffer.offsetOf(cursorForPosition(help->pos()).position()), help->globalPos());
        return true;
    }
    return QPlainTextEdit::viewportEvent(event);
}

/// The bytes of the selection: what is shown may stand for something else.
QMimeData* YamlEdit::createMimeDataFromSelection() const
{
    const QTextCursor cursor = textCursor();
    const std::uint32_t begin = m_buffer.offsetOf(cursor.selectionStart());
    const std::uint32_t end = m_buffer.offsetOf(cursor.selectionEnd());
    auto* mime = new QMimeData;
    mime->setText(QString::fromStdString(m_buffer.bytes().substr(begin, end - begin)));
    return mime;
}

void YamlEdit::insertFromMimeData(const QMimeData* source)
{
    if (isReadOnly() || !source->hasText()) {
        return;
    }
    m_runEnd = -1;
    QTextCursor cursor = textCursor();
    cursor.insertText(insertable(source->text()));
    setTextCursor(cursor);
    ensureCursorVisible();
}

void YamlEdit::contextMenuEvent(QContextMenuEvent* event)
{
    // The one of the base class has an undo of its own, which is not that of the window.
    QMenu menu(this);
    const auto add = [this, &menu](const QString& text, bool enabled, auto&& slot) {
        QAction* action = menu.addAction(text);
        action->setEnabled(enabled);
        connect(action, &QAction::triggered, this, slot);
    };
    const bool selected = textCursor().hasSelection();
    add(tr("Cut"), selected && !isReadOnly(), [this] { cut(); });
    add(tr("Copy"), selected, [this] { copy(); });
    add(tr("Paste"), canPaste() && !isReadOnly(), [this] { paste(); });
    menu.addSeparator();
    add(tr("Select all"), true, [this] { selectAll(); });
    add(tr("Toggle comment"), !isReadOnly(), [this] { toggleComment(); });
    menu.addSeparator();
    const std::uint32_t offset = m_buffer.offsetOf(cursorForPosition(event->pos()).position());
    add(tr("Go to definition"), true, [this, offset] { Q_EMIT definitionRequested(offset); });
    menu.exec(event->globalPos());
}

} // namespace meshdraft::views
