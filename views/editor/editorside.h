// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/editor/fieldhelp.h"
#include "models/workspace/operations/usages.h"
#include "models/workspace/snapshot.h"

#include <QScrollArea>

namespace meshdraft::workspace {
class Selection;
}

namespace meshdraft::views {

class CollapsibleSection;
class FieldHelpCard;
class OutlineTree;
class Theme;
class UsageList;

/// What stands beside the text editor: the field at the caret and what it resolves to, the outline of the resource, and
/// where that is used. Empty where the caret stands in no resource.
class EditorSide : public QScrollArea {
    Q_OBJECT
public:
    EditorSide(const Theme& theme, workspace::Selection& selection, QWidget* parent = nullptr);

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// The field at the caret; nothing: none is known.
    void setHelp(const std::optional<workspace::FieldHelp>& help);
    /// Who uses what in the graph of the snapshot; they come later than it.
    void setUsages(const workspace::UsagesPtr& usages);
    /// Gives the list of what uses the resource the focus.
    void showWhereUsed();
    FieldHelpCard* fieldHelp() const { return m_help; }
    OutlineTree* outline() const { return m_outline; }
    bool isEmpty() const;

Q_SIGNALS:
    /// Something was chosen: go to its line.
    void activated(const meshdraft::mesh::ElementRef& element);

private:
    void refresh();

    workspace::Selection& m_selection;
    workspace::SnapshotPtr m_snapshot;
    workspace::UsagesPtr m_usages;
    FieldHelpCard* m_help;
    CollapsibleSection* m_outlineSection;
    OutlineTree* m_outline;
    CollapsibleSection* m_usesSection;
    UsageList* m_uses;
};

} // namespace meshdraft::views
