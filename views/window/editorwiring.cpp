// SPDX-License-Identifier: Apache-2.0
#include "views/window/editorwiring.h"

#include "models/workspace/workspace.h"
#include "views/editor/editorassist.h"
#include "views/editor/editorpage.h"
#include "views/editor/editorside.h"
#include "views/editor/yamledit.h"
#include "views/findings/findingspanel.h"
#include "views/inspector/inspectorpanel.h"
#include "views/topology/topologypage.h"
#include "views/window/actions.h"
#include "views/window/pagerail.h"
#include "views/window/statuscontents.h"
#include "views/window/windowmessages.h"
#include "views/window/workbench.h"

#include <QAction>
#include <QLineEdit>

namespace meshdraft::views {

EditorWiring::EditorWiring(const Parts& parts, QObject* parent)
    : QObject(parent)
    , m_parts(parts)
{
    EditorPage* page = m_parts.workbench.editor();
    Actions& actions = m_parts.actions;
    const auto on = [this](QAction* action, auto&& slot) { connect(action, &QAction::triggered, this, slot); };
    on(actions.editorPage, [this] { m_parts.showPage(PageRail::Editor); });
    on(actions.find, [this, page] {
        if (isEditorShown()) {
            page->find();
        } else {
            m_parts.workbench.topology()->findField()->setFocus(Qt::ShortcutFocusReason);
        }
    });
    on(actions.replace, [page] { page->replace(); });
    on(actions.complete, [page] { page->complete(); });
    on(actions.definition, [page] { page->goToDefinition(); });
    on(actions.references, [page] { page->showReferences(); });
    on(actions.closeTab, [page] { page->closeCurrent(); });
    on(actions.switchView, [this] { switchView(); });
    connect(page, &EditorPage::failed, &m_parts.messages, &WindowMessages::showError);
    connect(page->assist(), &EditorAssist::said, &m_parts.status, &StatusContents::say);
    connect(page, &EditorPage::placeChanged, this, [this] { updateActions(); });
    connect(m_parts.workbench.findings(), &FindingsPanel::findingOpened, this, [this](const checks::Finding& finding) {
        openFile(QString::fromStdString(finding.where.path), static_cast<int>(finding.where.line));
    });
    connect(m_parts.workbench.inspector(), &InspectorPanel::fileRequested, this, &EditorWiring::openFile);
    connect(&m_parts.workbench, &Workbench::viewChanged, this, [this] { updateActions(); });
    EditorSide* side = m_parts.workbench.editorSide();
    const auto showField = [this, page, side] {
        side->setHelp(isEditorShown() ? page->fieldHelp() : std::nullopt);
        m_parts.workbench.updateSide();
    };
    connect(page, &EditorPage::fieldChanged, side, showField);
    connect(&m_parts.workbench, &Workbench::viewChanged, side, showField);
    connect(side, &EditorSide::activated, this, [this, page](const mesh::ElementRef& element) {
        page->openElement(element);
        m_parts.workspace.selection().select(element, page);
    });
    updateActions();
}

bool EditorWiring::isEditorShown() const
{
    return m_parts.workbench.view() == Workbench::EditorView;
}

void EditorWiring::openFile(const QString& path, int line)
{
    m_parts.showPage(PageRail::Editor);
    m_parts.workbench.editor()->openLine(path.toStdString(), line);
    if (YamlEdit* edit = m_parts.workbench.editor()->current()) {
        edit->setFocus();
    }
}

/// From the picture to the line of what is selected, and back.
void EditorWiring::switchView()
{
    EditorPage* page = m_parts.workbench.editor();
    const mesh::ElementRef selected = m_parts.workspace.selection().current();
    if (isEditorShown()) {
        m_parts.showPage(PageRail::Topology);
        m_parts.workbench.topology()->reveal(selected);
        return;
    }
    m_parts.showPage(PageRail::Editor);
    page->openElement(selected);
    if (YamlEdit* edit = page->current()) {
        edit->setFocus();
    }
}

void EditorWiring::updateActions()
{
    const EditorPage* page = m_parts.workbench.editor();
    const bool open = m_parts.workspace.snapshot() != nullptr;
    const bool shown = isEditorShown() && page->current() != nullptr;
    const Actions& actions = m_parts.actions;
    actions.editorPage->setEnabled(open);
    actions.switchView->setEnabled(open);
    for (QAction* action :
         {actions.replace, actions.complete, actions.definition, actions.references, actions.closeTab}) {
        action->setEnabled(open && shown);
    }
    m_parts.status.setPlace(open && shown ? page->placeText() : QString());
}

} // namespace meshdraft::views
