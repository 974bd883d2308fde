// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <QObject>
#include <QTimer>

namespace meshdraft::git {
struct CommitResult;
}
namespace meshdraft::workspace {
class Workspace;
}

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
    /// `path` holds something else on disk than its pending edits were made for.
    void askAboutFile(const QString& path);
    /// The pending text beside the one on disk, with the same answers.
    void compareFile(const QString& path);
    /// `summary` is what Copy pull-request text puts on the clipboard.
    void showCommitted(const git::CommitResult& result, const QString& subject, const QString& summary);

private:
    void addClose();
    void askAboutNextFile();

    const Theme& m_theme;
    MessageBar& m_bar;
    workspace::Workspace& m_workspace;
    QTimer m_delay;
    bool m_isOpening = false;
};

} // namespace meshdraft::views
