// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QTabBar>

namespace meshdraft::views {

class Theme;

/// The open files: icon of what is in them, name, a mark for pending changes, a button to close.
class FileTabs : public QTabBar {
    Q_OBJECT
public:
    explicit FileTabs(const Theme& theme, QWidget* parent = nullptr);

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// The tab of a file; -1 where it has none.
    int find(const std::string& path) const;
    std::string pathOf(int tab) const;
    int add(const std::string& path);

protected:
    QSize tabSizeHint(int index) const override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    void restyle();
    QWidget* makeButtons(int tab);

    const Theme& m_theme;
    workspace::SnapshotPtr m_snapshot;
};

} // namespace meshdraft::views
