// SPDX-License-Identifier: Apache-2.0
#include "views/editor/editorassist.h"

#include "models/workspace/editor/completion.h"
#include "models/workspace/schemawords.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/editor/completionpopup.h"
#include "views/editor/editorpage.h"
#include "views/editor/yamledit.h"
#include "views/theme/theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QTextBlock>
#include <QTimer>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr std::size_t shownReferences = 40;

bool isOfWord(const QString& typed)
{
    return typed.size() == 1
        && (typed[0].isLetterOrNumber() || typed[0] == u'.' || typed[0] == u'-' || typed[0] == u'/'
            || typed[0] == u'_');
}

} // namespace

EditorAssist::EditorAssist(const Theme& theme, workspace::Workspace& workspace, EditorPage& page)
    : QObject(&page)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_page(page)
    , m_popup(new CompletionPopup(theme, &page))
{
    connect(m_popup, &CompletionPopup::accepted, this, &EditorAssist::accept);
}

void EditorAssist::attach(YamlEdit& edit)
{
    edit.installEventFilter(this);
    connect(&edit, &YamlEdit::typed, this, [this, &edit](const QString& text) { follow(edit, text); });
    connect(&edit, &YamlEdit::completionRequested, this, [this, &edit] { complete(edit); });
    connect(&edit, &YamlEdit::helpRequested, this,
            [this, &edit](quint32 offset, const QPoint& at) { showHelp(edit, offset, at); });
    connect(&edit, &YamlEdit::definitionRequested, this,
            [this, &edit](quint32 offset) { goToDefinition(edit, offset); });
    connect(&edit, &QObject::destroyed, this, [this, gone = &edit] {
        if (m_edit == gone) {
            m_edit = nullptr;
            m_popup->hide();
        }
    });
}

void EditorAssist::follow(YamlEdit& edit, const QString& typed)
{
    if (isOfWord(typed) || (m_popup->isVisible() && typed != u"\n"_s && typed != u"\r"_s && !typed.isEmpty())) {
        offer(edit, false);
    } else if (m_popup->isVisible() && (typed.isEmpty() || typed == u"\b"_s)) {
        offer(edit, false);
    } else {
        close();
    }
}

void EditorAssist::complete(YamlEdit& edit)
{
    offer(edit, true);
}

/// Unasked only where something is typed that is not yet written in full.
void EditorAssist::offer(YamlEdit& edit, bool asked)
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    if (!snapshot || edit.isReadOnly()) {
        return;
    }
    const std::string& text = edit.buffer().bytes();
    const workspace::CaretPath caret = workspace::caretPathAt(text, edit.caretOffset());
    const workspace::Suggestions found = workspace::suggestionsAt(*snapshot, text, caret);
    const bool isDone = found.items.size() == 1 && found.items.front().text == found.typed;
    if (found.items.empty() || (!asked && !m_popup->isVisible() && (found.typed.empty() || isDone))
        || (!asked && isDone)) {
        close();
        if (asked && found.items.empty()) {
            Q_EMIT said(tr("Nothing is known to complete here."));
        }
        return;
    }
    m_edit = &edit;
    QTextCursor start = edit.textCursor();
    start.setPosition(edit.buffer().positionOf(found.replaced.begin));
    QRect anchor = edit.cursorRect(start);
    anchor.moveTopLeft(edit.viewport()->mapToGlobal(anchor.topLeft()));
    m_popup->showFor(found, anchor);
}

void EditorAssist::close()
{
    m_popup->hide();
}

void EditorAssist::accept()
{
    const workspace::Suggestion* chosen = m_popup->current();
    if (m_edit == nullptr || chosen == nullptr) {
        close();
        return;
    }
    const workspace::Suggestion suggestion = *chosen;
    const source::ByteRange replaced = m_popup->suggestions().replaced;
    close();
    m_edit->insertAt(replaced, suggestion.insert, tr("Complete %1").arg(workspace::printable(suggestion.text)));
}

bool EditorAssist::eventFilter(QObject* watched, QEvent* event)
{
    if (!m_popup->isVisible() || watched != m_edit) {
        return QObject::eventFilter(watched, event);
    }
    switch (event->type()) {
    case QEvent::ShortcutOverride: {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Tab) {
            event->accept();
            return true;
        }
        break;
    }
    case QEvent::KeyPress: {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers().testFlag(Qt::ControlModifier)) {
            break;
        }
        if (m_popup->move(key->key())) {
            return true;
        }
        if (key->key() == Qt::Key_Escape) {
            close();
            return true;
        }
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->key() == Qt::Key_Tab) {
            accept();
            return true;
        }
        if (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right || key->key() == Qt::Key_Home
            || key->key() == Qt::Key_End) {
            close();
        }
        break;
    }
    case QEvent::FocusOut:
    case QEvent::Hide:
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
        close();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void EditorAssist::caretMoved(const YamlEdit& edit, const workspace::CaretPath& caret)
{
    if (m_popup->isVisible() && (&edit != m_edit || caret.word.begin != m_popup->suggestions().replaced.begin)) {
        const auto begin = m_popup->suggestions().replaced.begin;
        const auto at = edit.caretOffset();
        if (&edit != m_edit || at < begin) {
            close();
        }
    }
}

void EditorAssist::showHelp(YamlEdit& edit, std::uint32_t offset, const QPoint& at)
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    if (!snapshot) {
        return;
    }
    QStringList parts;
    for (const workspace::EditorMark& mark : edit.marks()) {
        if (offset >= mark.range.begin && offset < std::max(mark.range.end, mark.range.begin + 1)) {
            parts << u"<p><b>%1</b> %2</p>"_s.arg(QString::fromStdString(mark.code).toHtmlEscaped(),
                                                  workspace::sentence(mark.message, mark.args).toHtmlEscaped());
        }
    }
    const std::string& text = edit.buffer().bytes();
    const workspace::CaretPath caret = workspace::caretPathAt(text, offset);
    if (const auto help = workspace::fieldHelpAt(*snapshot, text, caret); help && caret.word.size() > 0) {
        const mesh::FieldSchema& field = *help->field;
        QStringList facts{QString::fromStdString(help->type)};
        if (field.isRequired) {
            facts << tr("required");
        }
        if (!field.defaultValue.empty()) {
            facts << tr("default %1").arg(QString::fromStdString(field.defaultValue));
        }
        parts << u"<p><b>%1</b> &nbsp; %2</p>"_s.arg(QString::fromStdString(help->title).toHtmlEscaped(),
                                                     facts.join(u" · "_s).toHtmlEscaped());
        parts << u"<p>%1</p>"_s.arg(workspace::schemaText(field.explanation).toHtmlEscaped());
        if (const QString old = workspace::deprecationText(field); !old.isEmpty()) {
            parts << u"<p>%1</p>"_s.arg(old.toHtmlEscaped());
        }
        if (!help->targets.empty()) {
            parts << u"<p>%1</p>"_s.arg(
                tr("Resolves to %1").arg(workspace::printable(help->targets.front().text)).toHtmlEscaped());
        }
    }
    if (parts.isEmpty()) {
        QToolTip::hideText();
        return;
    }
    QToolTip::showText(at, u"<div style=\"width:340px\">%1</div>"_s.arg(parts.join(QString())), &edit);
}

void EditorAssist::goTo(const workspace::TextPlace& place)
{
    YamlEdit* edit = m_page.openFile(place.path, source::ByteRange{place.range.begin, place.range.begin});
    if (edit != nullptr) {
        edit->setFocus();
        m_workspace.selection().select(place.element, &m_page);
    }
}

void EditorAssist::goToDefinition(YamlEdit& edit, std::uint32_t offset)
{
    m_workspace.flushTyping();
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    auto place = snapshot ? workspace::definitionAt(*snapshot, edit.path(), offset) : std::nullopt;
    if (snapshot && !place) {
        // Text that the graph has not read: half typed, or a source of what is rendered.
        const std::string& text = edit.buffer().bytes();
        const auto help = workspace::fieldHelpAt(*snapshot, text, workspace::caretPathAt(text, offset));
        if (help && !help->targets.empty()) {
            place = help->targets.front();
        }
    }
    if (!place) {
        Q_EMIT said(tr("Nothing in these files is named here."));
        return;
    }
    goTo(*place);
}

void EditorAssist::showReferences(YamlEdit& edit)
{
    m_workspace.flushTyping();
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    const auto places = snapshot ? workspace::referencesAt(*snapshot, edit.path(), edit.caretOffset())
                                 : std::vector<workspace::TextPlace>();
    if (places.empty()) {
        Q_EMIT said(tr("Nothing in these files refers to this."));
        return;
    }
    auto* menu = new QMenu(&edit);
    menu->setObjectName(u"referencesMenu"_s);
    menu->setAccessibleName(tr("References"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSection(tr("%n reference(s)", nullptr, static_cast<int>(places.size())));
    for (std::size_t i = 0; i < std::min(places.size(), shownReferences); ++i) {
        const workspace::TextPlace& place = places[i];
        QAction* action = menu->addAction(u"%1 %2   %3:%4"_s
                                              .arg(QString::fromStdString(place.kind), workspace::printable(place.text),
                                                   workspace::printable(place.path), QString::number(place.line))
                                              .replace(u'&', u"&&"_s));
        action->setToolTip(workspace::printable(place.detail));
        connect(action, &QAction::triggered, this, [this, place] { goTo(place); });
    }
    menu->setToolTipsVisible(true);
    menu->popup(edit.viewport()->mapToGlobal(edit.cursorRect().bottomLeft()));
}

} // namespace meshdraft::views
