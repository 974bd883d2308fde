// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"
#include "views/findings/findingsmodel.h"

#include <QPersistentModelIndex>
#include <QSet>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QStackedWidget;
class QTreeView;

namespace meshdraft::workspace {
class MeshFindings;
class Selection;
} // namespace meshdraft::workspace

namespace meshdraft::views {

class ChoiceButton;
class LinkLabel;
class Theme;

/// What was found, as a list or in groups, filtered; a row selects its place everywhere. F8 and Shift+F8 walk what the
/// pending change introduces.
class FindingsPanel : public QWidget {
    Q_OBJECT
public:
    enum class Scope : std::uint8_t { Everything, Introduced, SelectedFile, SelectedResource };

    FindingsPanel(const Theme& theme, workspace::Selection& selection, QWidget* parent = nullptr);

    /// What stands in the row of the tabs: filter, scope, groups.
    QWidget* tools() const { return m_tools; }
    QTreeView* tree() const { return m_tree; }
    void setFindings(const workspace::MeshFindings& findings);
    /// False when there is no further finding.
    bool step(int direction);
    /// The finding of the current row; null where there is none.
    const checks::Finding* current() const;
    /// Where its row is (global coordinates).
    QRect currentRect() const;

Q_SIGNALS:
    /// What can be done about a finding is wanted, shown at this place (global coordinates).
    void fixesRequested(const meshdraft::checks::Finding& finding, const QRect& anchor);
    /// The page of a code is wanted.
    void pageRequested(const QString& code);
    /// A finding is to be shown in the editor.
    void findingOpened(const meshdraft::checks::Finding& finding);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeTools();
    void setScope(Scope scope);
    void setGrouping(FindingsModel::Grouping grouping);
    void applyFilter();
    void showRows();
    void showMenu(const QPoint& at);
    void takeCurrent(const QModelIndex& index);

    const Theme& m_theme;
    workspace::Selection& m_selection;
    FindingsModel* m_model;
    QStackedWidget* m_stack;
    QLabel* m_empty;
    LinkLabel* m_nothing; ///< of the filter
    QTreeView* m_tree;
    QWidget* m_tools;
    QLineEdit* m_filter = nullptr;
    ChoiceButton* m_scopeButton = nullptr;
    ChoiceButton* m_groupButton = nullptr;
    Scope m_scope = Scope::Everything;
    QSet<QString> m_closed; ///< groups that were closed, by title
    bool m_isFilling = false;
};

} // namespace meshdraft::views
