// SPDX-License-Identifier: Apache-2.0
#include "views/window/windowmessages.h"

#include "models/git/commit.h"
#include "models/workspace/emergency.h"
#include "models/workspace/pushjob.h"
#include "models/workspace/words.h"
#include "models/workspace/workspace.h"
#include "views/changes/comparewindow.h"
#include "views/common/messagebar.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr int progressAfter = 200; ///< ms: a quicker opening shows no bar
} // namespace

WindowMessages::WindowMessages(const Theme& theme, MessageBar& bar, workspace::Workspace& workspace)
    : QObject(&bar)
    , m_theme(theme)
    , m_bar(bar)
    , m_workspace(workspace)
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(progressAfter);
    m_renderDelay.setSingleShot(true);
    m_renderDelay.setInterval(progressAfter);
    connect(&m_renderDelay, &QTimer::timeout, this, [this] {
        m_isRendering = true;
        m_bar.showMessage(MessageBar::Kind::Info, tr("Rendering the environment…"));
        m_bar.addAction(tr("Cancel"), [this] { m_workspace.cancelRendering(); })->setObjectName(u"cancelRendering"_s);
    });
    connect(&m_workspace, &workspace::Workspace::renderingStarted, &m_renderDelay, qOverload<>(&QTimer::start));
    connect(&m_workspace, &workspace::Workspace::renderingEnded, this, [this] {
        m_renderDelay.stop();
        if (std::exchange(m_isRendering, false)) {
            m_bar.hide();
        }
    });
    const workspace::PushJob& pushing = m_workspace.pushing();
    connect(&pushing, &workspace::PushJob::started, this, &WindowMessages::showPushing);
    connect(&pushing, &workspace::PushJob::progress, this, &WindowMessages::showPushProgress);
    connect(&pushing, &workspace::PushJob::finished, this, &WindowMessages::showPushed);
    connect(&pushing, &workspace::PushJob::failed, this, &WindowMessages::showPushFailed);
    connect(&pushing, &workspace::PushJob::startedAll, this, &WindowMessages::showPushingAll);
    connect(&pushing, &workspace::PushJob::progressOfAll, this, &WindowMessages::showProgressOfAll);
    connect(&pushing, &workspace::PushJob::finishedAll, this, &WindowMessages::showPushedAll);
}

void WindowMessages::addClose()
{
    m_bar.addAction(tr("Close"), [this] { m_bar.hide(); });
}

void WindowMessages::opening()
{
    m_isOpening = true;
    m_delay.start();
}

void WindowMessages::opened()
{
    m_isOpening = false;
    m_delay.stop();
    m_bar.hide();
}

void WindowMessages::showProgress(int done, int all)
{
    if (m_delay.isActive() || !m_isOpening || all <= 0) {
        return;
    }
    m_bar.showMessage(MessageBar::Kind::Info, tr("Reading %L1 files… %2 %").arg(all).arg(100LL * done / all));
    m_bar.addAction(tr("Cancel"), [this] { m_workspace.cancelOpening(); });
}

void WindowMessages::showKept(const std::vector<Error>& notes)
{
    QStringList lines;
    for (const Error& note : notes) {
        lines << workspace::errorText(note);
    }
    m_keptText = lines.join(u'\n');
    m_bar.showMessage(MessageBar::Kind::Warning,
                      lines.size() == 1 ? lines.front() : tr("Nothing of other programs was lost:"),
                      lines.size() == 1 ? QString() : m_keptText);
    addClose();
}

QString WindowMessages::takeKept()
{
    return std::exchange(m_keptText, {});
}

void WindowMessages::showError(const Error& error)
{
    m_bar.showMessage(MessageBar::Kind::Error, workspace::errorText(error), takeKept());
    addClose();
}

void WindowMessages::showWarning(const Error& error)
{
    m_bar.showMessage(MessageBar::Kind::Warning, workspace::errorText(error));
    addClose();
}

void WindowMessages::showEmergencies(const workspace::EmergencyRecords& records, const std::function<void()>& open)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto due = [&](const workspace::EmergencyRecord& record) {
        const int hours = record.hoursLeft(now);
        return hours >= 0 ? tr("its pull request is due in %n hours", nullptr, hours)
                          : tr("its pull request was due %n hours ago", nullptr, -hours);
    };
    const auto what = [&](const workspace::EmergencyRecord& record) {
        //: %1 is what was done past the pull request, %2 "its pull request is due in 5 hours".
        return tr("%1: %2").arg(workspace::printable(record.what.toStdString()), due(record));
    };
    QStringList lines;
    for (const workspace::EmergencyRecord& record : records.open) {
        lines << what(record);
    }
    for (const Error& error : records.errors) {
        lines << workspace::errorText(error);
    }
    const bool isLate = !records.open.empty() && records.open.front().hoursLeft(now) < 0;
    const QString first = lines.takeFirst();
    m_bar.showMessage(isLate ? MessageBar::Kind::Error : MessageBar::Kind::Warning,
                      records.open.empty() ? first : tr("An emergency change is open. %1.").arg(first),
                      lines.join(u'\n'));
    m_bar.addAction(tr("Open the record"), open)->setObjectName(u"openRecord"_s);
    addClose();
}

void WindowMessages::askAboutFile(const QString& path)
{
    const std::string file = path.toStdString();
    const QString name = workspace::printable(file);
    const auto change = m_workspace.foreignChange(file);
    const bool fits = change && change->merged;
    const bool isRemoved = change && change->isRemoved;
    if (isRemoved) {
        m_bar.showMessage(MessageBar::Kind::Warning,
                          tr("%1 was removed on disk; it has pending edits here.").arg(name));
    } else if (!change) {
        m_bar.showMessage(MessageBar::Kind::Warning,
                          tr("%1 changed on disk. %2").arg(name, workspace::errorText(change.error())));
    } else {
        m_bar.showMessage(MessageBar::Kind::Warning,
                          fits ? tr("%1 changed on disk. Your edits fit on top of it.").arg(name)
                               : tr("%1 changed on disk in the same place as your edits.").arg(name));
    }
    const auto answer = [this](const Expected<void>& done) {
        m_bar.hide();
        if (!done) {
            showError(done.error());
        } else {
            askAboutNextFile();
        }
    };
    if (fits) {
        m_bar.addAction(tr("Merge"), [=, this] { answer(m_workspace.mergeFile(file)); })->setObjectName(u"mergeFile"_s);
    }
    m_bar.addAction(isRemoved ? tr("Drop") : tr("Reload"), [=, this] { answer(m_workspace.reloadFile(file)); })
        ->setObjectName(u"reloadFile"_s);
    if (!change) {
        addClose();
        return;
    }
    m_bar.addAction(tr("Keep mine"), [=, this] { answer(m_workspace.keepMine(file)); })->setObjectName(u"keepMine"_s);
    m_bar.addAction(tr("Compare"), [=, this] { compareFile(path); })->setObjectName(u"compareFile"_s);
}

void WindowMessages::askAboutNextFile()
{
    if (const std::vector<std::string> more = m_workspace.conflicts(); !more.empty()) {
        askAboutFile(QString::fromStdString(more.front()));
    }
}

void WindowMessages::compareFile(const QString& path)
{
    auto* window = new CompareWindow(m_theme, m_workspace, path, m_bar.window());
    connect(window, &CompareWindow::settled, this, [this] {
        m_bar.hide();
        askAboutNextFile();
    });
    window->show();
}

void WindowMessages::showCommitted(const git::CommitResult& result, const QString& subject, const QString& summary)
{
    m_bar.showMessage(MessageBar::Kind::Success,
                      tr("Committed %1 on %2: %3")
                          .arg(result.commit.left(7), workspace::printable(result.branch.toStdString()),
                               workspace::printable(subject.toStdString())),
                      takeKept());
    m_bar.addAction(tr("Push"), [this, branch = result.branch] { push(branch); })->setObjectName(u"pushCommit"_s);
    m_bar.addAction(tr("Undo commit"), [this, result] { undo(result); })->setObjectName(u"undoCommit"_s);
    m_bar.addAction(tr("Copy pull-request text"), [summary] { QGuiApplication::clipboard()->setText(summary); })
        ->setObjectName(u"copySummary"_s);
    addClose();
}

void WindowMessages::undo(const git::CommitResult& commit)
{
    const QString id = commit.commit.left(7);
    if (const Expected<void> done = m_workspace.undoCommit(commit); !done) {
        showError(done.error());
        return;
    }
    m_bar.showMessage(MessageBar::Kind::Success, tr("Commit %1 was taken back; its edits are pending again.").arg(id),
                      takeKept());
    addClose();
}

void WindowMessages::push(const QString& branch)
{
    if (const Expected<void> started = m_workspace.push(branch); !started) {
        showError(started.error());
    }
}

void WindowMessages::showPushing(const QString& branch)
{
    m_pushed = branch;
    m_bar.showMessage(MessageBar::Kind::Info, tr("Pushing %1…").arg(workspace::printable(branch.toStdString())));
    m_bar.addAction(tr("Cancel"), [this] { m_workspace.pushing().cancel(); })->setObjectName(u"cancelPush"_s);
}

void WindowMessages::showPushProgress(const QString& line)
{
    // Something else may stand in the bar by now.
    if (m_bar.findChild<QPushButton*>(u"cancelPush"_s) != nullptr) {
        //: %1 is a branch, %2 what git says on its way ("Writing objects:  40% (2/5)").
        m_bar.setText(tr("Pushing %1: %2")
                          .arg(workspace::printable(m_pushed.toStdString()), workspace::printable(line.toStdString())));
    }
}

void WindowMessages::showPushingAll(const QStringList& branches)
{
    m_pushedAll = branches;
    m_bar.showMessage(MessageBar::Kind::Info,
                      branches.size() == 1 ? tr("Pushing %1…").arg(workspace::printable(branches.front().toStdString()))
                                           : tr("Pushing %1 branches…").arg(branches.size()));
    m_bar.addAction(tr("Cancel"), [this] { m_workspace.pushing().cancel(); })->setObjectName(u"cancelPush"_s);
}

void WindowMessages::showProgressOfAll(int position, const QString& line)
{
    // Something else may stand in the bar by now.
    if (position < m_pushedAll.size() && m_bar.findChild<QPushButton*>(u"cancelPush"_s) != nullptr) {
        //: %1 of %2 branches, %3 is the branch, %4 what git says on its way.
        m_bar.setText(tr("Pushing %1 of %2, %3: %4")
                          .arg(QString::number(position + 1), QString::number(m_pushedAll.size()),
                               workspace::printable(m_pushedAll[position].toStdString()),
                               line.isEmpty() ? u"…"_s : workspace::printable(line.toStdString())));
    }
}

void WindowMessages::showPushedAll(const std::vector<git::BranchPush>& pushes)
{
    QStringList failed;
    QStringList reasons;
    QStringList said;
    QStringList remotes;
    bool isCancelled = true;
    for (const git::BranchPush& push : pushes) {
        if (!push.result) {
            failed << push.branch;
            reasons << u"%1: %2"_s.arg(workspace::printable(push.branch.toStdString()),
                                       workspace::errorText(push.error));
            isCancelled = isCancelled && push.error.code == "push.cancelled";
            continue;
        }
        if (const QString remote = workspace::printable(push.result->target.remote.toStdString());
            !remotes.contains(remote)) {
            remotes << remote;
        }
        if (!push.result->said.isEmpty()) {
            said << workspace::printableLines(push.result->said.toStdString());
        }
    }
    if (failed.isEmpty()) {
        //: %2 are names of remotes.
        m_bar.showMessage(MessageBar::Kind::Success,
                          pushes.size() == 1 ? tr("Pushed %1 to %2.")
                                                   .arg(workspace::printable(pushes.front().branch.toStdString()),
                                                        remotes.join(u", "_s))
                                             : tr("Pushed %1 branches to %2. Merge them one by one.")
                                                   .arg(QString::number(pushes.size()), remotes.join(u", "_s)),
                          said.join(u'\n'));
    } else if (isCancelled) {
        m_bar.showMessage(MessageBar::Kind::Warning, tr("The push was cancelled; some branches may have been pushed."));
    } else {
        m_bar.showMessage(MessageBar::Kind::Error,
                          tr("%1 of %2 branches were not pushed:")
                              .arg(QString::number(failed.size()), QString::number(pushes.size())),
                          reasons.join(u'\n'));
    }
    if (!failed.isEmpty()) {
        m_bar
            .addAction(tr("Push again"),
                       [this, failed] {
                           if (const Expected<void> started = m_workspace.pushAll(failed); !started) {
                               showError(started.error());
                           }
                       })
            ->setObjectName(u"pushAgain"_s);
    }
    addClose();
}

void WindowMessages::showPushed(const QString& branch, const git::PushResult& result)
{
    const QString name = workspace::printable(branch.toStdString());
    const QString remote = workspace::printable(result.target.remote.toStdString());
    //: %1 is a remote, %2 a branch.
    const QString text = result.isUpToDate ? tr("%1 has all of %2 already.").arg(remote, name)
                                           //: %1 is a branch, %2 a remote.
                                           : tr("Pushed %1 to %2.").arg(name, remote);
    m_bar.showMessage(MessageBar::Kind::Success, text, workspace::printableLines(result.said.toStdString()));
    addClose();
}

void WindowMessages::showPushFailed(const Error& error)
{
    // What git said follows the sentence.
    const QString text = workspace::errorText(error);
    const bool isCancelled = error.code == "push.cancelled";
    m_bar.showMessage(isCancelled ? MessageBar::Kind::Warning : MessageBar::Kind::Error, text.section(u'\n', 0, 0),
                      text.section(u'\n', 1));
    m_bar.addAction(tr("Push again"), [this] { push(m_pushed); })->setObjectName(u"pushAgain"_s);
    addClose();
}

} // namespace meshdraft::views
