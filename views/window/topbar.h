// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace meshdraft::views {

class Actions;
class GoToField;
class Theme;
class TierBadge;

/// Back, forward, undo, redo, the repository, the command field, the tier of what is pending, Commit.
class TopBar : public QWidget {
    Q_OBJECT
public:
    TopBar(const Theme& theme, Actions& actions, QWidget* parent = nullptr);

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    GoToField* goTo() const { return m_goTo; }

Q_SIGNALS:
    void tierClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void restyle();
    void fitName();

    const Theme& m_theme;
    Actions& m_actions;
    QLabel* m_folder;
    QLabel* m_name;
    GoToField* m_goTo;
    TierBadge* m_tier;
    QPushButton* m_commit;
    QString m_repository;
};

} // namespace meshdraft::views
