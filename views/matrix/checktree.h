// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTreeWidget>

namespace meshdraft::views {

/// Things to choose from, by group or flat, each with a check mark. For the menu of a button.
class CheckTree : public QTreeWidget {
    Q_OBJECT
public:
    struct Item {
        QString id;
        QString text;
        QString hint;
        bool isChecked = true;
    };
    explicit CheckTree(QWidget* parent = nullptr);

    /// Adds a group; an empty title puts the items at the top.
    void addGroup(const QString& title, const QList<Item>& items);
    /// The ids that are checked, in order.
    QStringList checked() const;

Q_SIGNALS:
    void choiceChanged();

private:
    QList<QTreeWidgetItem*> leaves() const;
};

} // namespace meshdraft::views
