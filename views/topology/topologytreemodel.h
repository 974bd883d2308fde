// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/render/graphscene.h"

#include <QAbstractItemModel>

#include <functional>

namespace meshdraft::views {

/// The picture as a tree, for screen readers and keyboards: namespaces, what stands in them, and below each node its
/// routes, subsets and the edges that start there. It says what the picture says, in the same words.
class TopologyTreeModel : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { NameColumn, SaysColumn, ColumnCount };
    enum Role { ElementRole = Qt::UserRole + 1 };

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows a scene (null: nothing). Where the same parts stay only their data changes; else the model is reset.
    void setScene(topology::GraphScenePtr scene);
    /// The row that stands for an element, or its nearest ancestor's; invalid where there is none.
    QModelIndex find(const mesh::ElementRef& element) const;

    QModelIndex index(int row, int column, const QModelIndex& parent = {}) const final;
    QModelIndex parent(const QModelIndex& child) const final;
    int rowCount(const QModelIndex& parent = {}) const final;
    int columnCount(const QModelIndex& parent = {}) const final;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const final;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const final;

private:
    struct Item {
        topology::GraphScene::Hit hit; ///< a group, a node, a row or an edge
        int parent = -1; ///< -1: at the top
        int row = 0; ///< in its parent
        std::vector<int> children;
        bool operator==(const Item& other) const;
    };
    static std::vector<Item> itemsOf(const topology::GraphScene& scene, std::vector<int>& top);
    QString name(const Item& item) const;
    QString says(const Item& item) const;

    topology::GraphScenePtr m_scene;
    std::vector<Item> m_items;
    std::vector<int> m_top;
};

} // namespace meshdraft::views
