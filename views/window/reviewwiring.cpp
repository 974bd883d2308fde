// SPDX-License-Identifier: Apache-2.0
#include "views/window/reviewwiring.h"

#include "models/topology/render/graphscene.h"
#include "models/workspace/reviewhtml.h"
#include "models/workspace/reviewmarkdown.h"
#include "models/workspace/reviewnotes.h"
#include "models/workspace/workspace.h"
#include "views/request/requestpage.h"
#include "views/review/reviewmodel.h"
#include "views/review/reviewpage.h"
#include "views/review/reviewpicture.h"
#include "views/review/reviewyaml.h"
#include "views/theme/theme.h"
#include "views/topology/graphcanvas.h"
#include "views/window/actions.h"
#include "views/window/editorwiring.h"
#include "views/window/followers.h"
#include "views/window/pagerail.h"
#include "views/window/requestwiring.h"
#include "views/window/statuscontents.h"
#include "views/window/workbench.h"

#include <QAction>
#include <QFileDialog>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

ReviewWiring::ReviewWiring(const Parts& parts, QWidget* parent)
    : QObject(parent)
    , m_parts(parts)
    , m_page(new ReviewPage(parts.theme, parts.settings, parent))
{
    Actions& actions = m_parts.actions;
    const auto on = [this](QAction* action, auto&& slot) { connect(action, &QAction::triggered, this, slot); };
    on(actions.reviewPage, [this] { m_parts.showPage(PageRail::Review); });
    on(actions.reviewPending, [this] {
        m_parts.showPage(PageRail::Review);
        m_page->open(u"HEAD..:worktree"_s);
    });
    on(actions.reviewAgain, [this] { m_page->open(); });
    on(actions.reviewExport, [this] { exportReview(u"markdown"_s); });
    connect(m_page, &ReviewPage::reviewChanged, this, &ReviewWiring::updateActions);
    connect(m_page, &ReviewPage::saveRequested, this, [this] {
        m_parts.actions.save->trigger();
        const workspace::SnapshotPtr snapshot = m_parts.workspace.snapshot();
        if (snapshot && snapshot->changedFiles().empty()) {
            m_page->setSnapshot(snapshot);
            m_page->open();
        }
    });
    connect(m_page, &ReviewPage::exportRequested, this, &ReviewWiring::exportReview);
    connect(m_page, &ReviewPage::requestChosen, this, [this](const traffic::Request& request) {
        m_parts.showPage(PageRail::Explain);
        m_parts.requests.page()->explain(request);
    });
    connect(m_page, &ReviewPage::fileOpened, this, [this](const QString& path, int line) {
        const workspace::SnapshotPtr snapshot = m_parts.workspace.snapshot();
        if (snapshot && snapshot->current.find(path.toStdString()) != nullptr) {
            m_parts.showPage(PageRail::Editor);
            m_parts.editor.openFile(path, line);
        } else {
            m_parts.status.say(tr("%1 is not among the files that are checked out.").arg(path));
        }
    });
    m_parts.workbench.followers()->add(Followers::Pace::AtRest, [this](const workspace::SnapshotPtr& snapshot) {
        m_page->setSnapshot(snapshot);
        updateActions();
    });
    updateActions();
}

void ReviewWiring::updateActions()
{
    const workspace::SnapshotPtr snapshot = m_parts.workspace.snapshot();
    const bool canReview = snapshot && snapshot->repository;
    Actions& actions = m_parts.actions;
    for (QAction* action : {actions.reviewPage, actions.reviewPending}) {
        action->setEnabled(canReview);
    }
    actions.reviewAgain->setEnabled(m_page->comparison() != nullptr);
    actions.reviewExport->setEnabled(m_page->review().has_value());
    m_parts.rail.setPageEnabled(PageRail::Review, canReview, canReview ? QString() : tr("Open a repository first"));
}

QByteArray ReviewWiring::textOf(const QString& format) const
{
    if (format == "notes"_L1) {
        return workspace::reviewNotesJson(m_page->marks().notes());
    }
    const workspace::RangeReview review{
        .base = m_page->shown().base, .head = m_page->shown().head, .environments = {*m_page->review()}};
    if (format == "markdown"_L1) {
        return workspace::reviewMarkdown(review);
    }
    const topology::GraphScenePtr scene = m_page->picture()->scene();
    const auto picture = scene ? topology::sceneSvg(*scene, topology::Palette::light()) : QByteArray();
    return workspace::reviewHtml(review, std::span(&picture, 1));
}

bool ReviewWiring::writeReview(const QString& format, const QString& file)
{
    if (!m_page->review()) {
        return false;
    }
    const QByteArray text = textOf(format);
    QSaveFile out(file);
    const bool isDone = out.open(QIODevice::WriteOnly) && out.write(text) == text.size() && out.commit();
    m_parts.status.say(isDone ? tr("The review is in %1").arg(file)
                              : tr("%1 could not be written: %2").arg(file, out.errorString()));
    return isDone;
}

void ReviewWiring::exportReview(const QString& format)
{
    if (!m_page->review()) {
        m_parts.status.say(tr("The review is not complete yet."));
        return;
    }
    const QString ending = format == "markdown"_L1 ? u"md"_s : format == "html"_L1 ? u"html"_s : u"json"_s;
    const QString file = QFileDialog::getSaveFileName(m_page, tr("Export review"), u"review."_s + ending);
    if (!file.isEmpty()) {
        writeReview(format, file);
    }
}

} // namespace meshdraft::views
