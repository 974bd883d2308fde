// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/reach.h"
#include "models/workspace/jobrunner.h"
#include "models/workspace/snapshot.h"

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <memory>

class QCheckBox;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class FrozenTable;
class LinkLabel;
class MessageBar;
class ReachModel;
class ReachRows;
class Theme;

/// Who can reach whom: callers as rows, targets as columns, and of the chosen cell the reason with its YAML. Follows
/// the workspace, pending edits included; asks in the background and stops that when it is closed. Deletes itself then.
class ReachWindow : public QDialog {
    Q_OBJECT
public:
    ReachWindow(const Theme& theme, workspace::Workspace& workspace, QWidget* parent);
    ~ReachWindow() override;

    /// Asks for some callers or hosts (empty: all). `title`: what is asked, for people.
    void ask(const traffic::ReachQuery& query, const QString& title);
    /// Writes what is shown: Markdown or JSON by the ending of the file's name, else CSV.
    Expected<void> exportTo(const QString& file) const;

Q_SIGNALS:
    /// The YAML of an element is to be opened.
    void elementOpened(const meshdraft::mesh::ElementRef& element);

private:
    struct Progress {
        std::atomic<std::size_t> done = 0;
        std::atomic<std::size_t> all = 0;
    };
    struct Result {
        workspace::SnapshotPtr snapshot;
        std::shared_ptr<const traffic::ReachMatrix> matrix;
    };

    QWidget* makeBar();
    QLineEdit* makeFilter(QWidget* parent, const QString& name, const QString& text);
    QToolButton* makeExport(QWidget* parent);
    void makeTable();
    QWidget* makeFoot();
    void takeSnapshot(const workspace::SnapshotPtr& snapshot);
    void start();
    void takeResult(Result result);
    void showState();
    void showProgress();
    void showDetails();
    void openReason(const QModelIndex& index);
    void copy();
    void chooseFile(const QString& proposed, const QString& filter);

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    workspace::SnapshotPtr m_snapshot;
    traffic::ReachQuery m_query;
    Result m_result;
    bool m_wasCancelled = false;

    ReachModel* m_model;
    ReachRows* m_rows;
    FrozenTable* m_table;
    MessageBar* m_message;
    QStackedWidget* m_stack;
    QLabel* m_empty;
    QLabel* m_question = nullptr;
    QPushButton* m_everything = nullptr;
    QLineEdit* m_callers = nullptr;
    QLineEdit* m_targets = nullptr;
    QCheckBox* m_onlyRefused = nullptr;
    QToolButton* m_export = nullptr;
    LinkLabel* m_details = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_cancel = nullptr;
    QTimer m_restart;
    QTimer m_progressTimer;
    std::shared_ptr<Progress> m_progress;
    workspace::JobRunner m_job{this};
};

} // namespace meshdraft::views
