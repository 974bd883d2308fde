// SPDX-License-Identifier: Apache-2.0
#include "views/editor/editorside.h"

#include "models/workspace/selection.h"
#include "views/common/collapsiblesection.h"
#include "views/editor/fieldhelpcard.h"
#include "views/editor/outlinetree.h"
#include "views/inspector/usagelist.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

EditorSide::EditorSide(const Theme& theme, workspace::Selection& selection, QWidget* parent)
    : QScrollArea(parent)
    , m_selection(selection)
{
    setObjectName(u"editorSide"_s);
    auto* content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    auto* column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_help = new FieldHelpCard(theme, content);
    column->addWidget(m_help);
    m_outlineSection = new CollapsibleSection(theme, tr("Outline"), content);
    m_outlineSection->setObjectName(u"outlineSection"_s);
    m_outline = new OutlineTree(theme, m_outlineSection);
    m_outlineSection->setContent(m_outline);
    m_outlineSection->setOpen(true);
    column->addWidget(m_outlineSection);
    m_usesSection = new CollapsibleSection(theme, tr("Where used"), content);
    m_usesSection->setObjectName(u"editorUsesSection"_s);
    m_uses = new UsageList(theme, m_usesSection);
    m_uses->setObjectName(u"editorUses"_s);
    m_uses->setAccessibleName(tr("Where used"));
    m_usesSection->setContent(m_uses);
    m_usesSection->setOpen(true);
    column->addWidget(m_usesSection);
    column->addStretch(1);
    setWidget(content);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setBackgroundRole(QPalette::Base);
    connect(m_help, &FieldHelpCard::activated, this, &EditorSide::activated);
    // Another element shows other lines, which must not happen while these handle their click.
    connect(m_outline, &OutlineTree::chosen, this, &EditorSide::activated, Qt::QueuedConnection);
    connect(m_uses, &UsageList::chosen, this, &EditorSide::activated, Qt::QueuedConnection);
    connect(&selection, &workspace::Selection::changed, this, &EditorSide::refresh);
    refresh();
}

void EditorSide::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    refresh();
}

void EditorSide::setHelp(const std::optional<workspace::FieldHelp>& help)
{
    m_help->setHelp(help);
}

void EditorSide::setUsages(const workspace::UsagesPtr& usages)
{
    m_usages = usages;
    refresh();
}

void EditorSide::showWhereUsed()
{
    m_usesSection->setOpen(true);
    m_uses->setFocus(Qt::ShortcutFocusReason);
    ensureWidgetVisible(m_uses, 0, 12);
}

bool EditorSide::isEmpty() const
{
    return m_outlineSection->isHidden() && m_help->isHidden();
}

void EditorSide::refresh()
{
    const mesh::ElementRef& element = m_selection.current();
    const mesh::ResourceIndex index =
        m_snapshot && m_snapshot->graph ? m_snapshot->graph->find(element) : mesh::noResource;
    m_outlineSection->setVisible(index != mesh::noResource);
    m_usesSection->setVisible(index != mesh::noResource);
    if (index == mesh::noResource) {
        m_outline->setItems({});
        return;
    }
    m_outline->setItems(workspace::outlineOf(*m_snapshot, element));
    m_outline->setCurrentField(element.field);
    // Those of another graph would name what is not there any more.
    if (m_usages && &m_usages->graph() == m_snapshot->graph.get()) {
        const auto uses = m_usages->of(index);
        m_uses->setUsages(*m_snapshot->graph, uses);
        m_usesSection->header()->setSummary(UsageList::summary(uses));
    }
}

} // namespace meshdraft::views
