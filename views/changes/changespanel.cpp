// SPDX-License-Identifier: Apache-2.0
#include "views/changes/changespanel.h"

#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/changes/changetext.h"
#include "views/changes/changetreemodel.h"
#include "views/changes/diffview.h"
#include "views/changes/riskpanel.h"
#include "views/common/ink.h"
#include "views/common/segmentedswitch.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/tree/badgedelegate.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

std::shared_ptr<const std::string> renderedText(const mesh::ResourcePtr& resource)
{
    return resource ? resource->text->text : std::make_shared<const std::string>();
}

/// Loses its middle where it has no room.
class PathLabel : public QLabel {
public:
    using QLabel::QLabel;

protected:
    void paintEvent(QPaintEvent* /*event*/) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft,
                         fontMetrics().elidedText(text(), Qt::ElideMiddle, width()));
    }
};

} // namespace

ChangesPanel::ChangesPanel(const Theme& theme, workspace::Workspace& workspace, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_workspace(workspace)
    , m_model(new ChangeTreeModel(this))
    , m_stack(new QStackedWidget(this))
    , m_list(new QTreeView(this))
    , m_path(new PathLabel(this))
    , m_position(new QLabel(this))
    , m_diff(new DiffView(theme, this))
    , m_risk(new RiskPanel(theme, this))
    , m_tools(new QWidget)
    , m_mode(new SegmentedSwitch(theme, m_tools))
    , m_revert(new QPushButton(tr("Revert change"), m_tools))
{
    m_list->setObjectName(u"pendingChanges"_s);
    m_list->setAccessibleName(tr("Pending changes"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new BadgeDelegate(theme, BadgeDelegate::Glyph::Left, m_list));
    m_list->setHeaderHidden(true);
    m_list->setUniformRowHeights(true);
    m_list->setIndentation(15);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_diff->setObjectName(u"diffView"_s);
    m_diff->setAccessibleName(tr("Difference"));
    m_path->setTextFormat(Qt::PlainText);
    setInk(*m_path, theme, "muted");
    setInk(*m_position, theme, "muted");
    m_mode->setFont(scaledFont(font(), secondaryScale));
    m_revert->setFont(m_mode->font());
    m_path->setFont(scaledFont(font(), secondaryScale));
    m_position->setFont(m_path->font());
    m_position->setObjectName(u"changePosition"_s);

    auto* middle = new QWidget(this);
    middle->setBackgroundRole(QPalette::Base);
    middle->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* caption = new QHBoxLayout;
    caption->setContentsMargins(10, 4, 10, 4);
    caption->setSpacing(12);
    m_path->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    caption->addWidget(m_path, 1);
    caption->addWidget(m_position);
    column->addLayout(caption);
    auto* line = new QFrame(middle);
    line->setFixedHeight(1);
    line->setBackgroundRole(QPalette::Midlight);
    line->setAutoFillBackground(true);
    column->addWidget(line);
    column->addWidget(m_diff, 1);

    auto* splitter = new QSplitter(this);
    splitter->setObjectName(u"changesSplitter"_s);
    splitter->setChildrenCollapsible(false);
    splitter->addWidget(m_list);
    splitter->addWidget(middle);
    splitter->addWidget(m_risk);
    splitter->setSizes({317, 485, 258});
    splitter->setStretchFactor(1, 1);
    m_list->setMinimumWidth(110);
    m_risk->setMinimumWidth(130);

    auto* empty = new QLabel(tr("No pending changes. Edits appear here before anything is written."), this);
    empty->setObjectName(u"changesEmpty"_s);
    empty->setAlignment(Qt::AlignCenter);
    setInk(*empty, theme, "muted");
    empty->setBackgroundRole(QPalette::Base);
    empty->setAutoFillBackground(true);
    m_stack->addWidget(empty);
    m_stack->addWidget(splitter);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_stack);

    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(10);
    m_mode->setObjectName(u"diffMode"_s);
    m_mode->setAccessibleName(tr("Form of the difference"));
    m_mode->setTexts({tr("Unified"), tr("Side by side")});
    m_mode->setCurrent(1);
    m_revert->setObjectName(u"revertChange"_s);
    tools->addWidget(m_mode);
    tools->addWidget(m_revert);

    connect(m_mode, &SegmentedSwitch::chosen, this,
            [this](int index) { m_diff->setMode(index == 0 ? DiffView::Mode::Unified : DiffView::Mode::SideBySide); });
    connect(m_revert, &QPushButton::clicked, this, [this] { revertChange(); });
    auto* revertKey = new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(revertKey, &QShortcut::activated, this, &ChangesPanel::revertRow);
    m_list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_list, &QWidget::customContextMenuRequested, this,
            [this](QPoint position) { showMenu(m_list->viewport(), position); });
    m_diff->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_diff, &QWidget::customContextMenuRequested, this,
            [this](QPoint position) { showMenu(m_diff->viewport(), position); });
    connect(m_diff, &DiffView::currentChangeChanged, this, [this] { updateCaption(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& index) {
        showRow(index);
        if (!m_following && index.isValid()) {
            m_workspace.selection().select(m_model->elementOf(index), this);
        }
    });
    connect(&m_workspace.selection(), &workspace::Selection::changed, this,
            [this](const mesh::ElementRef& element, QObject* origin) {
                const QModelIndex index = m_model->indexOf(element);
                if (origin != this && index.isValid()) {
                    selectRow(index);
                }
            });
}

void ChangesPanel::selectRow(const QModelIndex& index)
{
    const QScopedValueRollback guard(m_following, true);
    m_list->setCurrentIndex(index);
}

void ChangesPanel::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    const QScopedValueRollback guard(m_following, true);
    const mesh::ElementRef current = m_model->elementOf(m_list->currentIndex());
    const int rows = m_model->rowCount();
    m_model->setSnapshot(snapshot);
    const bool any = m_model->rowCount() > 0;
    m_stack->setCurrentIndex(any ? 1 : 0);
    m_revert->setEnabled(any);
    m_mode->setEnabled(any);
    if (!any) {
        m_diff->clear();
        updateCaption();
        return;
    }
    m_risk->setChange(snapshot->change, snapshot->risk);
    if (!m_list->currentIndex().isValid()) {
        m_list->expandAll();
        QModelIndex index = m_model->indexOf(current.isNull() ? m_workspace.selection().current() : current);
        if (!index.isValid()) {
            index = m_model->index(0, 0);
        }
        if (!index.parent().isValid() && rows == 0 && m_model->rowCount(index) > 0) {
            index = m_model->index(0, 0, index);
        }
        m_list->setCurrentIndex(index);
    } else {
        showRow(m_list->currentIndex());
    }
}

void ChangesPanel::showRow(const QModelIndex& index)
{
    const changes::ResourceChange* change = m_model->changeOf(index);
    if (const std::string file = m_model->fileOf(index); !file.empty() && m_snapshot) {
        m_shownRow = index;
        showFile(file);
        return;
    }
    if (change == nullptr || !m_snapshot) {
        return;
    }
    const mesh::ElementRef element = m_model->elementOf(index);
    const std::string path = fileOf(*m_snapshot, *change, element.field);
    const QString shown = workspace::printable(path);
    const bool sameFile = m_path->text() == shown;
    m_shownPath = m_snapshot->isPredicted ? std::string() : path;
    m_path->setText(shown);
    m_path->setToolTip(shown);
    if (m_snapshot->isPredicted) {
        m_diff->setTexts(shown, renderedText(change->before), renderedText(change->after));
    } else {
        m_diff->setTexts(shown, textIn(m_snapshot->saved, path), textIn(m_snapshot->current, path));
    }
    const mesh::ResourcePtr& resource = shownResource(*change);
    const bool isNewRow = m_shownRow != index;
    m_shownRow = index;
    if (change->after && !element.field.isEmpty() && (isNewRow || !sameFile)) {
        const source::NodeRef node = element.field.resolve(resource->rootNode());
        if (node.isValid()) {
            m_diff->goToLine(m_snapshot->isPredicted ? resource->text->locate(node.range().begin).line
                                                     : resource->locate(node.id()).line);
        }
    }
    updateCaption();
}

void ChangesPanel::showFile(const std::string& path)
{
    const QString shown = workspace::printable(path);
    m_path->setText(shown);
    m_path->setToolTip(shown);
    m_shownPath = path;
    m_diff->setTexts(shown, textIn(m_snapshot->saved, path), textIn(m_snapshot->current, path));
    updateCaption();
}

void ChangesPanel::updateCaption()
{
    const int count = m_diff->changeCount();
    m_position->setText(count > 0 ? tr("saved → pending · change %1 of %2").arg(m_diff->currentChange() + 1).arg(count)
                                  : QString());
}

void ChangesPanel::step(int direction)
{
    if (m_model->rowCount() == 0 || (direction > 0 ? m_diff->nextChange() : m_diff->previousChange())) {
        return;
    }
    const QModelIndex current = m_list->currentIndex();
    const int row = (current.parent().isValid() ? current.parent() : current).row() + direction;
    if (row >= 0 && row < m_model->rowCount()) {
        m_list->setCurrentIndex(m_model->index(row, 0));
        if (direction > 0) {
            m_diff->goToFirstChange();
        } else {
            m_diff->goToLastChange();
        }
    }
}

void ChangesPanel::nextChange()
{
    step(1);
}

void ChangesPanel::previousChange()
{
    step(-1);
}

void ChangesPanel::report(const Expected<void>& done)
{
    if (!done) {
        Q_EMIT failed(done.error());
    }
}

void ChangesPanel::revertChange()
{
    const QModelIndex index = m_list->currentIndex();
    if (const std::string file = m_model->fileOf(index); !file.empty()) {
        report(m_workspace.revertFile(file));
        return;
    }
    const changes::ResourceChange* change = m_model->changeOf(index);
    if (change == nullptr) {
        return;
    }
    report(m_workspace.revert(shownResource(*change)->element()));
}

void ChangesPanel::revertRow()
{
    const QModelIndex index = m_list->currentIndex();
    const mesh::ElementRef field = m_model->elementOf(index);
    if (index.parent().isValid() && !field.field.isEmpty()) {
        report(m_workspace.revertField(field));
    } else {
        revertChange();
    }
}

void ChangesPanel::revertLines()
{
    if (m_diff->currentChange() >= 0 && !m_shownPath.empty()) {
        report(m_workspace.revertBlock(m_shownPath, static_cast<std::size_t>(m_diff->currentChange())));
    }
}

void ChangesPanel::showMenu(QWidget* where, QPoint position)
{
    const QModelIndex index = m_list->currentIndex();
    const changes::ResourceChange* change = m_model->changeOf(index);
    QMenu menu(this);
    menu.setObjectName(u"revertMenu"_s);
    QAction* lines = menu.addAction(tr("Revert these lines"), this, &ChangesPanel::revertLines);
    lines->setEnabled(m_diff->currentChange() >= 0 && !m_shownPath.empty());
    if (change != nullptr) {
        const mesh::ElementRef field = m_model->elementOf(index);
        if (index.parent().isValid() && !field.field.isEmpty()) {
            menu.addAction(tr("Revert this field"), this, [this, field] { report(m_workspace.revertField(field)); });
        }
        menu.addAction(tr("Revert all of %1").arg(workspace::printable(shownResource(*change)->key.name)), this,
                       [this, element = shownResource(*change)->element()] { report(m_workspace.revert(element)); });
    }
    if (!m_shownPath.empty()) {
        menu.addAction(tr("Revert %1").arg(workspace::printable(m_shownPath)), this,
                       [this, path = m_shownPath] { report(m_workspace.revertFile(path)); });
    }
    menu.addSeparator();
    menu.addAction(tr("Discard all edits"), this, [this] { report(m_workspace.revertAll()); });
    menu.exec(where->mapToGlobal(position));
}

} // namespace meshdraft::views
