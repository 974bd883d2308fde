// SPDX-License-Identifier: Apache-2.0
#include "views/editor/editorpage.h"

#include "models/mesh/elementplace.h"
#include "models/workspace/editor/editorfile.h"
#include "models/workspace/gitdirectory.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/access.h"
#include "views/common/ink.h"
#include "views/editor/breadcrumb.h"
#include "views/editor/editorassist.h"
#include "views/editor/filetabs.h"
#include "views/editor/findbar.h"
#include "views/editor/yamledit.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QShowEvent>
#include <QStackedWidget>
#include <QTextBlock>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int tabsHeight = 29;
constexpr int selectDelay = 150; ///< milliseconds until the other views follow the caret
constexpr int pathDelay = 30;

} // namespace

EditorPage::EditorPage(const Theme& theme, workspace::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_tabs(new FileTabs(theme, this))
    , m_breadcrumb(new Breadcrumb(theme, this))
    , m_stack(new QStackedWidget(this))
    , m_empty(new QLabel(this))
    , m_find(new FindBar(theme, this))
{
    setObjectName(u"editorPage"_s);
    setFocusPolicy(Qt::TabFocus);
    setRole(*this, QAccessible::Grouping);
    setAccessibleName(tr("Editor"));
    m_assist = new EditorAssist(theme, workspace, *this);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* top = new QHBoxLayout;
    top->setContentsMargins(8, 2, 0, 0);
    top->addWidget(m_tabs, 1);
    m_tabs->setMinimumHeight(tabsHeight);
    column->addLayout(top);
    column->addWidget(m_breadcrumb);
    column->addWidget(m_stack, 1);
    column->addWidget(m_find);
    m_empty->setObjectName(u"editorEmpty"_s);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_empty->setBackgroundRole(QPalette::Base);
    m_empty->setAutoFillBackground(true);
    m_empty->setText(tr("No file is open. Select a resource, or press Ctrl+K and type the name of a file."));
    setInk(*m_empty, theme, "muted");
    m_stack->addWidget(m_empty);
    for (QTimer* timer : {&m_selectTimer, &m_pathTimer}) {
        timer->setSingleShot(true);
    }
    m_selectTimer.setInterval(selectDelay);
    m_pathTimer.setInterval(pathDelay);
    connect(&m_selectTimer, &QTimer::timeout, this, &EditorPage::selectAtCaret);
    connect(&m_pathTimer, &QTimer::timeout, this, &EditorPage::caretMoved);
    connect(m_tabs, &QTabBar::currentChanged, this, &EditorPage::tabChanged);
    connect(m_tabs, &QTabBar::tabCloseRequested, this, &EditorPage::closeTab);
    connect(m_breadcrumb, &Breadcrumb::chosen, this, [this](quint32 offset) {
        if (YamlEdit* edit = current()) {
            edit->goTo({offset, offset});
            edit->setFocus();
        }
    });
    connect(m_find, &FindBar::queryChanged, this, &EditorPage::refreshHits);
    connect(m_find, &FindBar::stepRequested, this, &EditorPage::step);
    connect(m_find, &FindBar::replaceRequested, this, &EditorPage::replaceHit);
    connect(m_find, &FindBar::replaceAllRequested, this, &EditorPage::replaceAllHits);
    connect(m_find, &FindBar::closed, this, &EditorPage::closeFind);
    connect(&workspace.selection(), &workspace::Selection::changed, this, &EditorPage::followSelection);
    connect(&theme, &Theme::changed, this, [this] { update(); });
    tabChanged();
}

EditorPage::~EditorPage() = default;

YamlEdit* EditorPage::current() const
{
    return qobject_cast<YamlEdit*>(m_stack->currentWidget());
}

void EditorPage::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    const bool isOther = workspace::gitDirectoryOf(snapshot) != workspace::gitDirectoryOf(m_snapshot);
    m_snapshot = snapshot;
    m_isTaking = true;
    QMetaObject::invokeMethod(this, [this] { m_isTaking = false; }, Qt::QueuedConnection);
    for (int i = m_tabs->count() - 1; i >= 0; --i) {
        if (isOther || !snapshot || snapshot->current.find(m_tabs->pathOf(i)) == nullptr) {
            closeTab(i);
        }
    }
    m_tabs->setSnapshot(snapshot);
    for (int i = 1; i < m_stack->count(); ++i) {
        static_cast<YamlEdit*>(m_stack->widget(i))->setSnapshot(snapshot);
    }
    refreshNote();
    m_pathTimer.start();
    m_selectTimer.start();
    if (m_find->isVisible()) {
        refreshHits();
    }
    Q_EMIT placeChanged();
}

YamlEdit* EditorPage::openFile(const std::string& path, std::optional<source::ByteRange> range)
{
    if (!m_snapshot || m_snapshot->current.find(path) == nullptr) {
        return nullptr;
    }
    int tab = m_tabs->find(path);
    if (tab < 0) {
        auto* edit = new YamlEdit(m_theme, m_workspace, path, m_stack);
        edit->setSnapshot(m_snapshot);
        m_stack->addWidget(edit);
        connect(edit, &YamlEdit::caretMoved, this, [this, edit] {
            if (edit == current()) {
                m_pathTimer.start();
                m_selectTimer.start();
                Q_EMIT placeChanged();
            }
        });
        connect(edit, &QPlainTextEdit::textChanged, this, [this, edit] {
            if (edit == current()) {
                m_pathTimer.start();
            }
        });
        connect(edit, &YamlEdit::failed, this, &EditorPage::failed);
        m_assist->attach(*edit);
        const QSignalBlocker quiet(m_tabs);
        tab = m_tabs->add(path);
    }
    m_tabs->setSnapshot(m_snapshot);
    m_tabs->setCurrentIndex(tab);
    tabChanged();
    YamlEdit* edit = current();
    if (edit != nullptr && range) {
        edit->goTo(*range);
        m_selectTimer.stop();
    }
    return edit;
}

void EditorPage::openLine(const std::string& path, int line)
{
    if (YamlEdit* edit = openFile(path)) {
        const std::uint32_t begin = edit->buffer().startOf(line - 1);
        edit->goTo({begin, begin});
        m_selectTimer.stop();
    }
}

void EditorPage::openElement(const mesh::ElementRef& element)
{
    if (!m_snapshot || element.isNull()) {
        return;
    }
    const Location where = mesh::placeOf(*m_snapshot->graph, element).where;
    if (where.line == 0) {
        return;
    }
    const source::ByteRange place = workspace::placeOf(*m_snapshot, element);
    openFile(where.path, source::ByteRange{place.begin, place.begin});
}

void EditorPage::followSelection(const mesh::ElementRef& element, const QObject* origin)
{
    if (origin == this) {
        return;
    }
    // What other views select because the text has changed must not move the caret of whoever types.
    const bool follows = m_isTaking || m_workspace.snapshot() != m_snapshot;
    if (follows && current() != nullptr && current()->hasFocus()) {
        return;
    }
    if (!isVisible()) {
        m_waiting = element;
        return;
    }
    openElement(element);
}

void EditorPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (const mesh::ElementRef waiting = std::exchange(m_waiting, {}); !waiting.isNull()) {
        openElement(waiting);
    } else if (m_tabs->count() == 0) {
        openElement(m_workspace.selection().current());
    }
}

void EditorPage::selectAtCaret()
{
    const YamlEdit* edit = current();
    if (edit == nullptr || !edit->hasFocus() || !m_snapshot) {
        return;
    }
    const mesh::ElementRef element = workspace::elementAt(*m_snapshot, edit->path(), edit->caretOffset());
    if (!element.isNull() && element != m_workspace.selection().current()) {
        m_workspace.selection().select(element, this);
    }
}

void EditorPage::caretMoved()
{
    const YamlEdit* edit = current();
    if (edit == nullptr || !m_snapshot) {
        m_caretPath = {};
        m_fieldHelp.reset();
        m_breadcrumb->setPath({}, {});
    } else {
        const std::string& text = edit->buffer().bytes();
        m_caretPath = workspace::caretPathAt(text, edit->caretOffset());
        m_fieldHelp = workspace::fieldHelpAt(*m_snapshot, text, m_caretPath);
        m_breadcrumb->setPath(workspace::printable(edit->path()), workspace::crumbsOf(m_caretPath, text));
        m_assist->caretMoved(*edit, m_caretPath);
    }
    Q_EMIT fieldChanged();
}

void EditorPage::tabChanged()
{
    const int tab = m_tabs->currentIndex();
    QWidget* shown = m_empty;
    for (int i = 1; i < m_stack->count(); ++i) {
        auto* edit = static_cast<YamlEdit*>(m_stack->widget(i));
        if (tab >= 0 && edit->path() == m_tabs->pathOf(tab)) {
            shown = edit;
        }
    }
    m_stack->setCurrentWidget(shown);
    m_breadcrumb->setVisible(shown != m_empty);
    m_tabs->setVisible(shown != m_empty);
    if (shown == m_empty) {
        m_find->hide();
    } else if (m_find->isVisible()) {
        refreshHits();
    }
    m_assist->close();
    caretMoved();
    refreshNote();
    Q_EMIT placeChanged();
}

QWidget* EditorPage::focusWidgetOfPage()
{
    YamlEdit* edit = current();
    return edit != nullptr ? static_cast<QWidget*>(edit) : this;
}

void EditorPage::closeTab(int tab)
{
    const std::string path = m_tabs->pathOf(tab);
    for (int i = 1; i < m_stack->count(); ++i) {
        auto* edit = static_cast<YamlEdit*>(m_stack->widget(i));
        if (edit->path() == path) {
            m_stack->removeWidget(edit);
            edit->deleteLater();
            break;
        }
    }
    m_tabs->removeTab(tab);
    tabChanged();
    if (YamlEdit* edit = current(); edit != nullptr && isVisible()) {
        edit->setFocus();
    }
}

void EditorPage::closeCurrent()
{
    if (m_tabs->currentIndex() >= 0) {
        closeTab(m_tabs->currentIndex());
    }
}

void EditorPage::refreshNote()
{
    const YamlEdit* edit = current();
    if (edit == nullptr || !m_snapshot) {
        m_breadcrumb->setNote({}, false);
    } else if (edit->readOnlyReason()) {
        m_breadcrumb->setNote(workspace::errorText(*edit->readOnlyReason()), false);
    } else if (workspace::isIncomplete(*m_snapshot, edit->path())) {
        m_breadcrumb->setNote(tr("Incomplete: the picture shows the last valid text"), true);
    } else if (m_snapshot->renderError && m_snapshot->render && m_snapshot->render->closure->needs(edit->path())) {
        m_breadcrumb->setNote(tr("Does not render: the picture shows the last text that does"), true);
    } else {
        m_breadcrumb->setNote({}, false);
    }
}

QString EditorPage::placeText() const
{
    const YamlEdit* edit = current();
    if (edit == nullptr) {
        return {};
    }
    const QTextCursor cursor = edit->textCursor();
    // Columns count code points, as everywhere.
    const auto column = cursor.block().text().left(cursor.positionInBlock()).toUcs4().size() + 1;
    const bool isPair = edit->buffer().endingAt(cursor.blockNumber()) == "\r\n";
    return tr("Ln %1, Col %2 · UTF-8 · %3 · spaces 2")
        .arg(cursor.blockNumber() + 1)
        .arg(column)
        .arg(isPair ? u"CRLF"_s : u"LF"_s);
}

void EditorPage::find()
{
    openFind(false);
}

void EditorPage::replace()
{
    openFind(true);
}

void EditorPage::openFind(bool replaces)
{
    const YamlEdit* edit = current();
    if (edit == nullptr) {
        return;
    }
    const QString selected = edit->textCursor().selectedText();
    m_find->open(selected.contains(QChar::ParagraphSeparator) ? QString() : selected, replaces && !edit->isReadOnly());
    // The bar takes room from the text, which must not be that of the caret.
    QMetaObject::invokeMethod(current(), &QPlainTextEdit::ensureCursorVisible, Qt::QueuedConnection);
}

void EditorPage::closeFind()
{
    m_find->hide();
    if (YamlEdit* edit = current()) {
        edit->setHits({});
        edit->setFocus();
    }
}

/// What the text has no use for.
void EditorPage::keyPressEvent(QKeyEvent* event)
{
    if (m_find->isVisible() && event->key() == Qt::Key_Escape) {
        closeFind();
    } else if (m_find->isVisible() && event->key() == Qt::Key_F3) {
        step(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void EditorPage::refreshHits()
{
    YamlEdit* edit = current();
    if (edit == nullptr || !m_find->isVisible()) {
        return;
    }
    auto hits = workspace::findAll(edit->buffer().bytes(), m_find->query());
    if (!hits) {
        m_hits.clear();
        m_find->setStatus(workspace::errorText(hits.error()), true);
    } else {
        m_hits = std::move(*hits);
        m_find->setStatus(m_find->query().text.empty() ? QString()
                              : m_hits.empty()         ? tr("No hit")
                                                       : tr("%n hit(s)", nullptr, static_cast<int>(m_hits.size())));
    }
    edit->setHits(m_hits);
}

void EditorPage::step(int direction)
{
    YamlEdit* edit = current();
    if (edit == nullptr || m_hits.empty()) {
        return;
    }
    const QTextCursor cursor = edit->textCursor();
    const std::uint32_t begin = edit->buffer().offsetOf(cursor.selectionStart());
    const std::uint32_t end = edit->buffer().offsetOf(cursor.selectionEnd());
    std::size_t next = 0;
    if (direction > 0) {
        const auto found =
            std::ranges::find_if(m_hits, [&](source::ByteRange hit) { return hit.begin >= end && hit.end > begin; });
        next = found == m_hits.end() ? 0 : static_cast<std::size_t>(found - m_hits.begin());
    } else {
        const auto found = std::ranges::find_if(m_hits, [&](source::ByteRange hit) { return hit.begin >= begin; });
        const auto at = static_cast<std::size_t>(found - m_hits.begin());
        next = at == 0 ? m_hits.size() - 1 : at - 1;
    }
    edit->goTo(m_hits[next]);
    m_find->setStatus(tr("%1 of %2").arg(next + 1).arg(m_hits.size()));
}

void EditorPage::replaceHit()
{
    YamlEdit* edit = current();
    if (edit == nullptr) {
        return;
    }
    const QTextCursor cursor = edit->textCursor();
    const source::ByteRange selected{edit->buffer().offsetOf(cursor.selectionStart()),
                                     edit->buffer().offsetOf(cursor.selectionEnd())};
    if (std::ranges::contains(m_hits, selected)) {
        const auto splices =
            workspace::replaceOne(edit->buffer().bytes(), m_find->query(), m_find->replacement(), selected);
        if (!splices) {
            m_find->setStatus(workspace::errorText(splices.error()), true);
            return;
        }
        edit->change(*splices, tr("Replace in %1").arg(workspace::printable(edit->path())));
        refreshHits();
    }
    step(1);
}

void EditorPage::replaceAllHits()
{
    YamlEdit* edit = current();
    if (edit == nullptr) {
        return;
    }
    const auto splices = workspace::replaceAll(edit->buffer().bytes(), m_find->query(), m_find->replacement());
    if (!splices) {
        m_find->setStatus(workspace::errorText(splices.error()), true);
        return;
    }
    edit->change(*splices, tr("Replace all in %1").arg(workspace::printable(edit->path())));
    refreshHits();
    m_find->setStatus(tr("%n place(s) replaced", nullptr, static_cast<int>(splices->size())));
}

void EditorPage::complete()
{
    if (YamlEdit* edit = current()) {
        m_assist->complete(*edit);
    }
}

void EditorPage::goToDefinition()
{
    if (YamlEdit* edit = current()) {
        m_assist->goToDefinition(*edit, edit->caretOffset());
    }
}

void EditorPage::showReferences()
{
    if (YamlEdit* edit = current()) {
        m_assist->showReferences(*edit);
    }
}

void EditorPage::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color("window"));
}

} // namespace meshdraft::views
