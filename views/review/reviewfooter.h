// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/review.h"

#include <QWidget>

class QLabel;
class QListView;
class QPushButton;
class QVBoxLayout;

namespace meshdraft::views {

class Chip;
class FatePane;
class TextLines;
class Theme;

/// What follows from a change, in four panes: requests whose fate changes, what the proxies receive, who approves, the
/// order in which it lands and whether it may go in now.
class ReviewFooter : public QWidget {
    Q_OBJECT
public:
    explicit ReviewFooter(const Theme& theme, QWidget* parent = nullptr);

    void setReview(const workspace::Review& review);
    /// While the requests are still asked.
    void setBusy();
    /// They will not be.
    void setStopped();
    void clear();
    FatePane* fates() const { return m_fates; }

Q_SIGNALS:
    void requestChosen(const meshdraft::traffic::Request& request);
    void rollbackRequested();
    void runbookRequested();

private:
    struct Pane {
        QLabel* aside = nullptr; ///< beside the title
        QVBoxLayout* rows = nullptr;
    };
    Pane addPane(const QString& title, const QString& name, int stretch);
    void empty(Pane& pane);
    void say(const QString& text);
    TextLines& linesOf(Pane& pane);
    void showProxies(const changes::ProxyImpact& impact);
    void showApprovals(const workspace::Review& review);
    void showOrder(const workspace::Review& review);

    const Theme& m_theme;
    FatePane* m_fates;
    Pane m_proxies;
    Pane m_approvals;
    Pane m_order;
    QPushButton* m_rollback;
    QPushButton* m_runbook;
};

} // namespace meshdraft::views
