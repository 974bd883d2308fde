// SPDX-License-Identifier: Apache-2.0
#include "views/window/keptguide.h"

#include "models/workspace/keptwords.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/common/messagebar.h"
#include "views/start/keptlist.h"
#include "views/start/startpage.h"
#include "views/window/windowmessages.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>
#include <QPushButton>
#include <QSaveFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

/// "12:31", with the day in front where it is not today's.
QString momentText(const QDateTime& when)
{
    const QString time = QLocale().toString(when.time(), QLocale::ShortFormat);
    return when.date() == QDate::currentDate() ? time
                                               : QLocale().toString(when.date(), QLocale::ShortFormat) + u", "_s + time;
}

} // namespace

KeptGuide::KeptGuide(MessageBar& bar, WindowMessages& messages, StartPage& start, workspace::Workspace& workspace)
    : QObject(&bar)
    , m_bar(bar)
    , m_messages(messages)
    , m_start(start)
    , m_workspace(workspace)
{
    connect(start.kept(), &KeptList::restoreRequested, this, &KeptGuide::request);
    connect(start.kept(), &KeptList::discardRequested, this, &KeptGuide::discard);
    connect(start.kept(), &KeptList::exportRequested, this, &KeptGuide::exportPatch);
    connect(&workspace, &workspace::Workspace::journalFailed, &messages, &WindowMessages::showWarning);
    connect(&workspace, &workspace::Workspace::openFailed, this, [this] { m_wanted.clear(); });
}

void KeptGuide::refresh()
{
    m_start.kept()->setKept(m_workspace.keptEdits());
}

void KeptGuide::request(const workspace::KeptEdits& kept)
{
    const workspace::SnapshotPtr snapshot = m_workspace.snapshot();
    if (snapshot && !snapshot->isReadOnly() && snapshot->repository->workTree() == kept.header.workTree) {
        restore(kept);
        return;
    }
    m_wanted = kept.journal;
    Q_EMIT openRequested(kept.header.workTree, QString::fromStdString(kept.header.environment));
}

void KeptGuide::repositoryOpened()
{
    const QString wanted = std::exchange(m_wanted, QString());
    const std::vector<workspace::KeptEdits> here = m_workspace.keptEditsHere();
    const auto asked = std::ranges::find(here, wanted, &workspace::KeptEdits::journal);
    if (asked != here.end()) {
        restore(*asked);
    } else if (const auto offered = std::ranges::find_if(here, [](const auto& kept) { return !kept.files.empty(); });
               offered != here.end()) {
        offer(*offered);
    }
}

void KeptGuide::offer(const workspace::KeptEdits& kept)
{
    //: %1 is "1 edit" or "4 edits", %2 a time.
    const QString text = kept.count() == 1 ? tr("%1 of %2 was kept after Meshdraft ended unexpectedly.")
                                           : tr("%1 of %2 were kept after Meshdraft ended unexpectedly.");
    m_bar.showMessage(MessageBar::Kind::Info, text.arg(workspace::editCountText(kept), momentText(kept.last)));
    m_bar.addAction(tr("Restore"), [this, kept] { restore(kept); })->setObjectName(u"offerRestore"_s);
    m_bar.addAction(tr("Discard…"), [this, kept] { askDiscard(kept); })->setObjectName(u"offerDiscard"_s);
    m_bar.addAction(tr("Later"), [this] { m_bar.hide(); })->setObjectName(u"offerLater"_s);
}

void KeptGuide::askDiscard(const workspace::KeptEdits& kept)
{
    m_bar.showMessage(MessageBar::Kind::Warning, tr("Discard %1 for good?").arg(workspace::editCountText(kept)));
    m_bar
        .addAction(tr("Discard edits"),
                   [this, kept] {
                       m_bar.hide();
                       discard(kept);
                   })
        ->setObjectName(u"offerConfirm"_s);
    m_bar.addAction(tr("Keep"), [this, kept] { offer(kept); })->setObjectName(u"offerKeep"_s);
}

void KeptGuide::restore(const workspace::KeptEdits& kept)
{
    const Expected<workspace::RestoredEdits> done = m_workspace.restoreKept(kept.journal);
    refresh();
    if (!done) {
        m_messages.showError(done.error());
        return;
    }
    Q_EMIT restored();
    say(kept, done->left);
}

void KeptGuide::say(const workspace::KeptEdits& kept, const std::vector<std::string>& left)
{
    if (left.empty()) {
        m_bar.showMessage(
            MessageBar::Kind::Success,
            tr("%1 restored. Nothing is written before you save or commit.").arg(workspace::editCountText(kept)));
    } else {
        m_bar.showMessage(MessageBar::Kind::Warning,
                          tr("%1 changed so much meanwhile that its edits do not fit any more. They are still kept.")
                              .arg(workspace::printable(left.front())));
        m_bar.addAction(tr("Save as patch…"), [this, kept] { exportPatch(kept); });
    }
    m_bar.addAction(tr("Close"), [this] { m_bar.hide(); });
}

void KeptGuide::discard(const workspace::KeptEdits& kept)
{
    if (const Expected<void> done = workspace::discardKept(kept.journal); !done) {
        m_messages.showError(done.error());
    }
    refresh();
}

void KeptGuide::exportPatch(const workspace::KeptEdits& kept)
{
    const QString proposed = QFileInfo(kept.header.workTree).fileName() + u".patch"_s;
    const QString path =
        QFileDialog::getSaveFileName(&m_bar, tr("Save as patch"), proposed, tr("Patches (*.patch *.diff)"));
    if (path.isEmpty()) {
        return;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray::fromStdString(workspace::keptPatch(kept))) < 0
        || !file.commit()) {
        m_messages.showError(
            {.code = "file.unwritable", .args = {path.toStdString(), file.errorString().toStdString()}, .where = {}});
    }
}

} // namespace meshdraft::views
