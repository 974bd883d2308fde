// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/fixes.h"
#include "models/workspace/jobrunner.h"

#include <QFrame>

class QLabel;
class QListWidget;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class DiffView;
class Theme;

/// The quick fixes of findings, with the lines that each would change and what it would mend or introduce. Enter takes
/// one, as one undo step.
class FixPopup : public QFrame {
    Q_OBJECT
public:
    FixPopup(const Theme& theme, workspace::Workspace& workspace, QWidget* parent);

    /// Shows what can be done about them, below `anchor` (global coordinates) or above it.
    void offer(const std::vector<checks::Finding>& findings, const QRect& anchor);
    QListWidget* list() const { return m_list; }
    /// What is said of the chosen fix; empty until it is tried.
    QString outcome() const;

Q_SIGNALS:
    void applied(const QString& text);
    void failed(const meshdraft::Error& error);
    /// The page of a code is to be shown.
    void pageRequested(const QString& code);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    struct Entry {
        checks::Finding finding;
        std::optional<checks::Fix> fix; ///< none: the page of the finding's code
    };
    struct Tried {
        std::optional<workspace::FixOutcome> outcome;
        std::optional<Error> error;
    };
    void fill(const std::vector<checks::Finding>& findings);
    void tryCurrent();
    void show(const Entry& entry, const Tried& tried);
    void take();
    void place(const QRect& anchor);
    const Entry* current() const;

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    QListWidget* m_list;
    QLabel* m_outcome;
    DiffView* m_diff;
    std::vector<Entry> m_entries; ///< of the rows that can be chosen
    workspace::SnapshotPtr m_snapshot; ///< that the fixes are of
    workspace::JobRunner m_job;
};

} // namespace meshdraft::views
