// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/editor/outline.h"

#include <QTreeView>

class QStandardItemModel;

namespace meshdraft::views {

class Theme;

/// The outline of the resource at the caret, as tall as it is long; a click or Enter goes to the line.
class OutlineTree : public QTreeView {
    Q_OBJECT
public:
    explicit OutlineTree(const Theme& theme, QWidget* parent = nullptr);

    void setItems(std::vector<workspace::OutlineItem> items);
    /// Marks the line that holds a field.
    void setCurrentField(const mesh::FieldPath& field);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void chosen(const meshdraft::mesh::ElementRef& element);

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void fill();
    void choose(const QModelIndex& index);

    QStandardItemModel* m_model;
    std::vector<workspace::OutlineItem> m_items;
    std::vector<QModelIndex> m_rows; ///< of the items
};

} // namespace meshdraft::views
