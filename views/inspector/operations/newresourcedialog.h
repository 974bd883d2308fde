// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/operations/newresource.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace meshdraft::workspace {
class Workspace;
} // namespace meshdraft::workspace

namespace meshdraft::views {

class Theme;

/// Asks for kind, name, namespace and file of a resource that is to be made: a new one, or a copy. Namespace and file
/// are proposed from the neighbours; the file follows the name until somebody changes it.
class NewResourceDialog : public QDialog {
    Q_OBJECT
public:
    /// A new resource beside what is selected.
    NewResourceDialog(const Theme& theme, workspace::Workspace& workspace, QWidget* parent);
    /// A copy of a resource.
    NewResourceDialog(const Theme& theme, workspace::Workspace& workspace, const mesh::Resource& original,
                      QWidget* parent);

    /// Makes the resource and selects it; stays open with the reason where that is refused.
    void accept() override;

private:
    void build(const Theme& theme, const QString& title, const QString& make);
    workspace::ResourceDraft draft() const;
    const mesh::KindSchema* chosenKind() const;
    void propose();
    void check();
    Expected<workspace::MeshEdit> plan() const;

    workspace::Workspace& m_workspace;
    workspace::SnapshotPtr m_snapshot;
    std::optional<mesh::ElementRef> m_original;
    workspace::ResourceDraft m_copy;
    QComboBox* m_kind = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_namespace = nullptr;
    QLineEdit* m_path = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_make = nullptr;
    bool m_pathIsOwn = false;
};

} // namespace meshdraft::views
