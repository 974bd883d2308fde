// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QObject>

namespace meshdraft::views {

class MessageBar;
class WindowMessages;
class Workbench;

/// Says that the current texts of a rendered environment do not render. While somebody types, the editor says it in its
/// own line (EditorPage) and the last good picture stays: a text is broken between any two keystrokes. The bar of the
/// window is for what is found elsewhere, and it goes when the texts render again.
class RenderGuide : public QObject {
    Q_OBJECT
public:
    /// All of it outlives the object.
    RenderGuide(MessageBar& bar, WindowMessages& messages, const Workbench& workbench);

    void setSnapshot(const workspace::SnapshotPtr& snapshot);

private:
    void refresh();

    MessageBar& m_bar;
    WindowMessages& m_messages;
    const Workbench& m_workbench;
    workspace::SnapshotPtr m_snapshot;
    std::string m_problem; ///< code of what was last said
    QString m_said; ///< what the bar said of it
};

} // namespace meshdraft::views
