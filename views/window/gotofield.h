// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QLineEdit>

class QCompleter;

namespace meshdraft::views {

class GoToModel;
class Theme;

/// The command field: finds a resource, a route or a file by name and goes there, or an action and does it.
class GoToField : public QLineEdit {
    Q_OBJECT
public:
    explicit GoToField(const Theme& theme, QWidget* parent = nullptr);

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// The actions that it finds by name, too; they outlive the field.
    void setActions(const QList<QAction*>& actions);
    /// Takes the focus with everything selected.
    void start();
    /// As wide as there is room for up to this; the bar makes it narrower.
    QSize sizeHint() const override;

Q_SIGNALS:
    void elementChosen(const meshdraft::mesh::ElementRef& element);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void search(const QString& text);
    void showHits();
    void choose(int row);

    const Theme& m_theme;
    GoToModel* m_model;
    QCompleter* m_completer;
    bool m_choosesFirst = false; ///< Enter came before the hits
};

} // namespace meshdraft::views
