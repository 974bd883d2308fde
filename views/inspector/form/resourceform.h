// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/form/formsections.h"
#include "models/workspace/snapshot.h"
#include "views/inspector/form/formcontext.h"

#include <QMap>
#include <QSet>

class QLabel;
class QVBoxLayout;

namespace meshdraft::workspace {
class Workspace;
} // namespace meshdraft::workspace

namespace meshdraft::views {

class CollapsibleSection;
class Theme;

/// What a resource says, as sections that open to fields which can be changed. Several resources at once show what they
/// have in common. Fields are made when their section is opened first; which sections are open is kept from one
/// resource to the next.
class ResourceForm : public QWidget {
    Q_OBJECT
public:
    ResourceForm(const Theme& theme, workspace::Workspace& workspace, QWidget* parent = nullptr);

    /// Shows resources (none: nothing) as a snapshot has them. `element`: the field that is selected in the first one;
    /// of a route, the route's own sections come first. Kinds without a table leave the form empty.
    void setResources(const workspace::SnapshotPtr& snapshot, const std::vector<mesh::ResourcePtr>& resources,
                      const mesh::FieldPath& element = {});
    bool isEmpty() const { return m_sections.empty(); }
    /// Better words for what a section holds, by its id.
    void setSummaries(const QMap<QString, QString>& summaries);
    /// Opens what leads to a field; null where nothing does. With `edit` it gets the focus.
    QWidget* reveal(const mesh::FieldPath& path, bool edit = false);
    CollapsibleSection* section(const QString& id) const;

private:
    struct Section {
        workspace::FormSection plan;
        CollapsibleSection* widget = nullptr;
        FormPart* content = nullptr;
        bool isField = false; ///< `content` shows the one field itself, not the object around it
    };
    void setSections(std::vector<workspace::FormSection> plans);
    void fill(Section& section);
    void refresh();
    void showSummaries();
    void showLeftOut();
    void orderTabs();
    QString edit(const workspace::FormEdit& edit, const QString& step);

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    workspace::SnapshotPtr m_snapshot;
    std::vector<mesh::ResourcePtr> m_resources;
    std::vector<mesh::ResourcePtr> m_saved; ///< keeps what the forms look at
    FormContext* m_context;
    QVBoxLayout* m_column;
    QLabel* m_leftOut; ///< of several resources: what they cannot be edited by together
    std::vector<Section> m_sections;
    QSet<QString> m_open;
    QMap<QString, QString> m_summaries;
    bool m_tabsAreDue = false;
};

} // namespace meshdraft::views
