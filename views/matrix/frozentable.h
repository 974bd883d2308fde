// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTableView>

namespace meshdraft::views {

/// A table to read, whose first columns stay where they are while the others scroll to the side: a second view of the
/// same model, selection and delegate lies over them.
class FrozenTable : public QTableView {
    Q_OBJECT
public:
    explicit FrozenTable(int frozenColumns, QWidget* parent = nullptr);

    void setModel(QAbstractItemModel* model) override;
    void setSelectionModel(QItemSelectionModel* selection) override;
    /// For both views; takes no ownership.
    void setDelegate(QAbstractItemDelegate* delegate);
    QTableView* frozen() const { return m_frozen; }
    int frozenWidth() const;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;

Q_SIGNALS:
    /// A cell was double-clicked, or Enter pressed on it.
    void opened(const QModelIndex& index);

protected:
    void resizeEvent(QResizeEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    void place();
    void hideOthers();

    QTableView* m_frozen;
    int m_columns;
};

} // namespace meshdraft::views
