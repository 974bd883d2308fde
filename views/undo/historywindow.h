// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/historyjob.h"
#include "models/workspace/rollbackscope.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class DiffView;
class HistoryModel;
class MessageBar;
class SegmentedSwitch;
class TextLines;
class Theme;

/// The history of meaning of a resource, a host or the environment: the commits that change it, each with what it means
/// and its risk, filled while they are found. Deletes itself when it is closed.
class HistoryWindow : public QDialog {
    Q_OBJECT
public:
    HistoryWindow(const Theme& theme, workspace::Workspace& workspace, QWidget* parent);
    ~HistoryWindow() override;

    /// Reads the history of a resource; a null key means the environment.
    void ask(const mesh::ResourceKey& key);
    HistoryModel* model() const { return m_model; }

Q_SIGNALS:
    /// "COMMIT^..COMMIT" is to be reviewed.
    void pictureRequested(const QString& range);
    void rollbackRequested(const QString& commit, const meshdraft::workspace::RollbackScope& scope);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    /// One entry of the field: the environment (both empty), a host or a resource.
    struct Subject {
        QString host;
        mesh::ResourceKey key;
    };
    QWidget* makeBar();
    QWidget* makeList();
    QWidget* makeDetails();
    QWidget* makeFoot();
    void fillSubjects();
    void takeText();
    void start(const Subject& subject, const QString& text);
    void take(const std::vector<workspace::MeaningfulCommit>& commits);
    void fail(const Error& error);
    void showState();
    void showCommit();
    void showResource(int index);
    void takeSnapshot(const workspace::SnapshotPtr& snapshot);

    const Theme& m_theme;
    workspace::SnapshotPtr m_snapshot;
    std::vector<Subject> m_subjects; ///< by the row of m_of
    bool m_isStale = false; ///< m_subjects are those of an older snapshot
    workspace::HistorySubject m_asked;
    std::optional<workspace::MeshHistoryEnd> m_end;
    bool m_wasCancelled = false;
    QString m_askedText;
    HistoryModel* m_model;
    MessageBar* m_message;
    QComboBox* m_of = nullptr;
    QListView* m_list = nullptr;
    QLabel* m_empty = nullptr;
    QStackedWidget* m_lists = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_cancel = nullptr;
    QWidget* m_details = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_about = nullptr;
    TextLines* m_meaning = nullptr;
    QWidget* m_meaningArea = nullptr;
    QComboBox* m_resource = nullptr;
    SegmentedSwitch* m_mode = nullptr;
    DiffView* m_diff = nullptr;
    QPushButton* m_picture = nullptr;
    QPushButton* m_rollback = nullptr;
    workspace::HistoryJob m_job;
};

} // namespace meshdraft::views
