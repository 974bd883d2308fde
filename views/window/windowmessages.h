// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <vector>

namespace meshdraft::git {
struct BranchPush;
struct CommitResult;
struct PushResult;
} // namespace meshdraft::git
namespace meshdraft::workspace {
struct EmergencyRecords;
class Workspace;
} // namespace meshdraft::workspace

namespace meshdraft::views {

class MessageBar;
class Theme;

/// What the bar at the top of the window says: progress of an opening, errors, files changed on disk, commits.
class WindowMessages : public QObject {
    Q_OBJECT
public:
    /// `bar` owns the object; `workspace` outlives it.
    WindowMessages(const Theme& theme, MessageBar& bar, workspace::Workspace& workspace);

    /// An opening began: its progress is shown when it takes longer than a moment.
    void opening();
    /// It ended, whichever way.
    void opened();
    void showProgress(int done, int all);
    void showError(const Error& error);
    void showWarning(const Error& error);
    /// Where content of other programs was kept; said below what is shown next, too.
    void showKept(const std::vector<Error>& notes);
    /// Changes that went past the pull request and are not followed up yet; `open` opens the most urgent record.
    void showEmergencies(const workspace::EmergencyRecords& records, const std::function<void()>& open);
    /// `path` holds something else on disk than its pending edits were made for.
    void askAboutFile(const QString& path);
    /// The pending text beside the one on disk, with the same answers.
    void compareFile(const QString& path);
    /// `summary` is what Copy pull-request text puts on the clipboard. The commit can be pushed and taken back there.
    void showCommitted(const git::CommitResult& result, const QString& subject, const QString& summary);

private:
    void addClose();
    QString takeKept();
    void askAboutNextFile();
    void push(const QString& branch);
    void showPushing(const QString& branch);
    void showPushProgress(const QString& line);
    void showPushed(const QString& branch, const git::PushResult& result);
    void showPushFailed(const Error& error);
    void showPushingAll(const QStringList& branches);
    void showProgressOfAll(int position, const QString& line);
    void showPushedAll(const std::vector<git::BranchPush>& pushes);
    void undo(const git::CommitResult& commit);

    const Theme& m_theme;
    MessageBar& m_bar;
    workspace::Workspace& m_workspace;
    QTimer m_delay;
    QTimer m_renderDelay;
    bool m_isOpening = false;
    bool m_isRendering = false; ///< the bar says so
    QString m_keptText; ///< not yet said together with what became of the commit or the files
    QString m_pushed; ///< the branch of the latest push
    QStringList m_pushedAll; ///< those of the latest push of several
};

} // namespace meshdraft::views
