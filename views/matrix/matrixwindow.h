// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/matrix/matrix.h"
#include "models/workspace/jobrunner.h"
#include "models/workspace/snapshot.h"

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <memory>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class FrozenTable;
class MatrixBar;
class MatrixModel;
class MatrixRows;
class MessageBar;
class Theme;

/// Environments compared: the settings of each host, a column an environment. Follows the workspace, pending edits
/// included; reads and compares in the background and stops that when it is closed. Deletes itself then.
class MatrixWindow : public QDialog {
    Q_OBJECT
public:
    MatrixWindow(const Theme& theme, workspace::Workspace& workspace, QWidget* parent);
    ~MatrixWindow() override;

    /// Writes the rows that are shown: Markdown where the file's name ends with .md, else CSV.
    Expected<void> exportTo(const QString& file) const;

Q_SIGNALS:
    /// The environment of an element was chosen and the element selected.
    void shown(const meshdraft::mesh::ElementRef& element);

private:
    struct Progress {
        std::atomic<std::size_t> position = 0;
    };
    struct Result {
        workspace::SnapshotPtr snapshot;
        std::vector<std::string> names;
        std::vector<matrix::Input> inputs;
        std::shared_ptr<const matrix::Matrix> matrix;
    };

    void connectBar();
    QWidget* makeFoot();
    void makeTable(const Theme& theme);
    void takeSnapshot(const workspace::SnapshotPtr& snapshot);
    void fillEnvironments();
    void restart();
    void compare();
    void takeResult(Result result);
    void showErrors();
    void showState();
    void showProgress();
    void goTo(const mesh::ElementRef& element);
    void selectWanted();
    void copy();
    void chooseFile(const QString& proposed, const QString& filter);

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    workspace::SnapshotPtr m_snapshot;
    Result m_result;
    std::vector<std::string> m_offered; ///< the environments to choose from
    mesh::ElementRef m_wanted; ///< to select when its environment is there
    bool m_wasCancelled = false;

    MatrixModel* m_model;
    MatrixRows* m_rows;
    FrozenTable* m_table;
    MessageBar* m_message;
    QStackedWidget* m_stack;
    QLabel* m_empty;
    MatrixBar* m_bar;
    QLabel* m_state;
    QPushButton* m_cancel;
    QTimer m_restart;
    QTimer m_progressTimer;
    std::shared_ptr<Progress> m_progress;
    workspace::JobRunner m_job;
};

} // namespace meshdraft::views
