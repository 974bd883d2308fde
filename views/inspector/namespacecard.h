// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/facts.h"
#include "models/workspace/snapshot.h"

#include <QWidget>

#include <functional>

class QPushButton;

namespace meshdraft::views {

class CollapsibleSection;
class FactList;
class Theme;

/// What a namespace holds and who calls whom across its border, with what can be done with its group on the picture.
/// Hidden for everything else.
class NamespaceCard : public QWidget {
    Q_OBJECT
public:
    explicit NamespaceCard(const Theme& theme, QWidget* parent = nullptr);

    /// What the picture was made of; `isOpen` says whether a group is drawn open. `facts` may be null.
    void setPicture(std::shared_ptr<const topology::Topology> whole, topology::FactsPtr facts,
                    const std::function<bool(const QString& groupId)>& isOpen);
    /// Shows a namespace; an empty name: nothing.
    void setNamespace(const workspace::SnapshotPtr& snapshot, const std::string& name);

Q_SIGNALS:
    void activated(const meshdraft::mesh::ElementRef& element);
    /// Its group is to be opened or closed.
    void toggleRequested(const QString& groupId, bool open);
    void onlyRequested(const QString& groupId);

private:
    CollapsibleSection* addSection(const QString& title, const QString& name, FactList*& list);
    void refresh();
    void showCounts();
    void showCalls();
    void showImports();
    QString groupId() const;

    const Theme& m_theme;
    std::string m_name;
    workspace::SnapshotPtr m_snapshot;
    std::shared_ptr<const topology::Topology> m_whole;
    topology::FactsPtr m_facts;
    std::function<bool(const QString&)> m_isOpen;
    QPushButton* m_toggle;
    QPushButton* m_only;
    FactList* m_counts;
    FactList* m_imports = nullptr;
    FactList* m_into = nullptr;
    FactList* m_from = nullptr;
    CollapsibleSection* m_importSection;
    CollapsibleSection* m_intoSection;
    CollapsibleSection* m_fromSection;
};

} // namespace meshdraft::views
