// SPDX-License-Identifier: Apache-2.0
#include "views/window/findingwiring.h"

#include "models/workspace/codewords.h"
#include "models/workspace/meshfindings.h"
#include "models/workspace/workspace.h"
#include "views/editor/editorpage.h"
#include "views/editor/yamledit.h"
#include "views/findings/codewindow.h"
#include "views/findings/findingspanel.h"
#include "views/findings/fixpopup.h"
#include "views/topology/topologypage.h"
#include "views/window/actions.h"
#include "views/window/statuscontents.h"
#include "views/window/workbench.h"

#include <QAction>
#include <QTextBlock>
#include <QTreeView>

#include <algorithm>

namespace meshdraft::views {

FindingWiring::FindingWiring(Parts parts, QWidget* window)
    : QObject(window)
    , m_parts(std::move(parts))
    , m_window(window)
    , m_popup(new FixPopup(m_parts.theme, m_parts.workspace, window))
{
    connect(m_parts.actions.nextFinding, &QAction::triggered, this, [this] { step(1); });
    connect(m_parts.actions.previousFinding, &QAction::triggered, this, [this] { step(-1); });
    connect(m_parts.actions.quickFix, &QAction::triggered, this, &FindingWiring::offerFixes);
    connect(m_parts.actions.explainFinding, &QAction::triggered, this, &FindingWiring::explain);
    connect(m_popup, &FixPopup::applied, this,
            [this](const QString& text) { m_parts.status.say(tr("Done: %1. Ctrl+Z takes it back.").arg(text)); });
    connect(m_popup, &FixPopup::failed, this, [this](const Error& error) { m_parts.report(error); });
    connect(m_popup, &FixPopup::pageRequested, this, &FindingWiring::showPage);
    FindingsPanel* panel = m_parts.workbench.findings();
    connect(panel, &FindingsPanel::pageRequested, this, &FindingWiring::showPage);
    connect(panel, &FindingsPanel::fixesRequested, this,
            [this](const checks::Finding& finding, const QRect& anchor) { m_popup->offer({finding}, anchor); });
}

std::pair<std::vector<checks::Finding>, QRect> FindingWiring::focused() const
{
    const checks::Findings& all = m_parts.workbench.meshFindings()->current();
    std::vector<checks::Finding> findings;
    const FindingsPanel* panel = m_parts.workbench.findings();
    const auto isIn = [](const QWidget* place) {
        return place->isVisible() && (place->hasFocus() || place->isAncestorOf(place->window()->focusWidget()));
    };
    if (isIn(panel) && panel->current() != nullptr) {
        return {{*panel->current()}, panel->currentRect()};
    }
    const YamlEdit* edit = m_parts.workbench.editor()->current();
    if (edit != nullptr && m_parts.workbench.view() == Workbench::EditorView && edit->isVisible()) {
        const auto line = static_cast<std::uint32_t>(edit->textCursor().block().blockNumber() + 1);
        std::ranges::copy_if(all, std::back_inserter(findings), [&](const checks::Finding& finding) {
            return finding.where.path == edit->path() && finding.where.line == line;
        });
        const QRect caret = edit->caretRect();
        return {findings, {edit->mapToGlobal(caret.topLeft()), caret.size()}};
    }
    const mesh::ElementRef selected = m_parts.workspace.selection().current();
    std::ranges::copy_if(all, std::back_inserter(findings), [&](const checks::Finding& finding) {
        return !selected.isNull() && finding.element.key == selected.key && finding.element.path == selected.path;
    });
    const QWidget* page = m_parts.workbench.topology();
    return {findings, {page->mapToGlobal(QPoint(page->width() / 2 - 400, 60)), QSize(1, 1)}};
}

/// Beside the text the caret goes along: what was found there can be mended at once.
void FindingWiring::step(int direction)
{
    FindingsPanel* panel = m_parts.workbench.findings();
    m_parts.workbench.showTab(Workbench::FindingsTab);
    const bool isInText = m_parts.workbench.view() == Workbench::EditorView;
    if (!panel->step(direction)) {
        m_parts.status.say(direction > 0 ? tr("No further finding below.") : tr("No further finding above."));
        return;
    }
    const checks::Finding* finding = panel->current();
    if (!isInText || finding == nullptr || finding->where.line == 0) {
        return;
    }
    m_parts.workbench.editor()->openLine(finding->where.path, static_cast<int>(finding->where.line));
    if (YamlEdit* edit = m_parts.workbench.editor()->current()) {
        edit->setFocus(Qt::ShortcutFocusReason);
    }
}

void FindingWiring::offerFixes()
{
    const auto [findings, anchor] = focused();
    if (findings.empty()) {
        m_parts.status.say(tr("Nothing was found here. F8 goes to the next finding."));
        return;
    }
    m_popup->offer(findings, anchor);
}

void FindingWiring::explain()
{
    const auto [findings, anchor] = focused();
    showPage(findings.empty() ? QString() : QString::fromStdString(findings.front().code));
}

void FindingWiring::showPage(const QString& code)
{
    auto* shown = m_window->findChild<CodeWindow*>();
    if (shown == nullptr) {
        shown = new CodeWindow(m_parts.theme, m_window);
    }
    const QStringList codes = workspace::codesWithPages();
    shown->showCode(code.isEmpty() && !codes.isEmpty() ? codes.front() : code);
    shown->show();
    shown->raise();
    shown->activateWindow();
}

} // namespace meshdraft::views
