// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/keptedits.h"

#include <QObject>

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class MessageBar;
class StartPage;
class WindowMessages;

/// Offers edits that sessions left behind which ended unexpectedly: on the start page, and in the bar when their
/// repository is opened.
class KeptGuide : public QObject {
    Q_OBJECT
public:
    /// `bar` owns the object; all others outlive it.
    KeptGuide(MessageBar& bar, WindowMessages& messages, StartPage& start, workspace::Workspace& workspace);

    /// Looks again what is kept.
    void refresh();
    /// A repository was opened: restores what was asked for, or offers what is kept of it.
    void repositoryOpened();

Q_SIGNALS:
    /// The repository of kept edits has to be opened.
    void openRequested(const QString& directory, const QString& environment);
    void restored();

private:
    void request(const workspace::KeptEdits& kept);
    void offer(const workspace::KeptEdits& kept);
    void askDiscard(const workspace::KeptEdits& kept);
    void restore(const workspace::KeptEdits& kept);
    void discard(const workspace::KeptEdits& kept);
    void exportPatch(const workspace::KeptEdits& kept);
    void say(const workspace::KeptEdits& kept, const std::vector<std::string>& left);

    MessageBar& m_bar;
    WindowMessages& m_messages;
    StartPage& m_start;
    workspace::Workspace& m_workspace;
    QString m_wanted; ///< the journal to restore once its repository is open
};

} // namespace meshdraft::views
