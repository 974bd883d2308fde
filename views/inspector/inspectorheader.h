// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resource.h"
#include "models/topology/topology.h"

#include <QWidget>

class QLabel;
class QMenu;
class QToolButton;

namespace meshdraft::views {

class Theme;

/// Who is inspected: icon, name, kind and namespace, difference, and where it stands.
class InspectorHeader : public QWidget {
    Q_OBJECT
public:
    explicit InspectorHeader(const Theme& theme, QWidget* parent = nullptr);

    void setResource(const mesh::Resource& resource, const Location& where, topology::State state);
    /// Several resources at once.
    void setResources(const std::vector<mesh::ResourcePtr>& resources);
    /// What can be done with the resource, behind the button at the right.
    /// Of a namespace that has no object in the files.
    void setNamespace(const QString& name);
    void setMenu(QMenu* menu);

Q_SIGNALS:
    /// The link to the file was followed.
    void fileRequested(const QString& path, int line);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void restyle();

    const Theme& m_theme;
    QLabel* m_icon;
    QLabel* m_name;
    QLabel* m_state;
    QLabel* m_link;
    QToolButton* m_menu;
    QString m_iconName;
    QString m_title;
    QString m_detail;
    Location m_where;
    topology::State m_change = topology::State::Same;
};

} // namespace meshdraft::views
