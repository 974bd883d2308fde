// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QAbstractListModel>

namespace meshdraft::views {

/// What the command field offers for a text, best first: names that are, start with or hold the text, then kinds and
/// files. Has the roles of workspace::ResourceTreeModel.
class GoToModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit GoToModel(QObject* parent = nullptr);

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    void search(const QString& text);
    mesh::ElementRef elementAt(int row) const;

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
    };
    void addRoutes(const mesh::Resource& resource, const mesh::RouteTable& table);

    std::vector<Entry> m_all;
    std::vector<const Entry*> m_hits;
};

} // namespace meshdraft::views
