// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/jobrunner.h"
#include "models/workspace/snapshot.h"

#include <QAbstractListModel>

class QAction;

namespace meshdraft::views {

/// What the command field offers for a text, best first: names that are, start with or hold the text, then kinds and
/// files; actions that can be done now among them, and nothing else behind a '>'. Has the roles of
/// workspace::ResourceTreeModel.
class GoToModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit GoToModel(QObject* parent = nullptr);

    /// What there is to find is collected when it is first asked for; of a large mesh in the background.
    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// Somebody is about to search.
    void prepare();
    /// True while a search has to wait: searched() follows.
    bool isCollecting() const { return m_job.isRunning(); }
    /// The actions to offer; they outlive the model.
    void setActions(const QList<QAction*>& actions) { m_actions = actions; }
    void search(const QString& text);
    /// Null for an action.
    mesh::ElementRef elementAt(int row) const;
    /// Null for anything else.
    QAction* actionAt(int row) const;

Q_SIGNALS:
    /// A search that had to wait has its hits.
    void searched();

public:
    int rowCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;

private:
    struct Entry {
        QString name;
        QString detail;
        QString icon;
        QString path; ///< of the file; searched last
        mesh::ElementRef element;
        int kindRank = 0;
        QAction* action = nullptr;
    };
    static std::vector<Entry> collect(const mesh::MeshGraph& graph);
    bool isCollected() const;
    void findActions();

    workspace::SnapshotPtr m_snapshot;
    std::weak_ptr<const mesh::MeshGraph> m_collectedOf; ///< what m_all was collected from
    workspace::JobRunner m_job;
    QString m_wanted; ///< what was last searched for
    std::vector<Entry> m_all;
    std::vector<Entry> m_possible; ///< actions, as they are at the last search
    QList<QAction*> m_actions;
    std::vector<const Entry*> m_hits;
};

} // namespace meshdraft::views
