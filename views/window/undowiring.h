// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resourcekey.h"
#include "models/workspace/rollbackjob.h"

#include <QObject>

#include <functional>

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class Actions;
class EditorWiring;
class HistoryWindow;
class MessageBar;
class ResourceActions;
class ReviewWiring;
class Theme;
class WindowMessages;

/// The ways back in the window: rollback plan, history of meaning, runbook, and what is said of open emergency records
/// when a repository is opened.
class UndoWiring : public QObject {
    Q_OBJECT
public:
    /// What the window hands over; all of it outlives the object. `showPage` takes a PageRail::Page.
    struct Parts {
        const Theme& theme;
        Actions& actions;
        ResourceActions& resources;
        ReviewWiring& reviews;
        EditorWiring& editor;
        WindowMessages& messages;
        MessageBar& bar;
        workspace::Workspace& workspace;
        std::function<void(int)> showPage;
        std::function<void()> commit;
    };
    /// `parent` is the window.
    UndoWiring(const Parts& parts, QWidget* parent);

    void openRollback(const workspace::RollbackQuestion& question);
    /// A null key: of the environment.
    void openHistory(const mesh::ResourceKey& key);
    /// An empty range is to be written there; `why` is said.
    void openRunbook(const QString& range, const QString& why = {});

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void updateActions();
    void rollBackReview();
    void runbookOfReview();
    void runbookOfMenu();
    void openHistoryOfSelection();
    void sayMade(const git::StackCommit& made);
    void followOpening();
    void checkRecords();

    Parts m_parts;
    QWidget* m_window;
    bool m_isOpening = false;
    bool m_isSayDue = false; ///< open records are to be said as soon as the bar is free
};

} // namespace meshdraft::views
