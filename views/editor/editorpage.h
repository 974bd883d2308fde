// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/editor/caretpath.h"
#include "models/workspace/editor/fieldhelp.h"
#include "models/workspace/snapshot.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QStackedWidget;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class Breadcrumb;
class EditorAssist;
class FileTabs;
class FindBar;
class Theme;
class YamlEdit;

/// The page of the text editor: tabs of open files, the way to the caret, the text, find and replace. Shares the
/// selection with the other views.
class EditorPage : public QWidget {
    Q_OBJECT
public:
    EditorPage(const Theme& theme, workspace::Workspace& workspace, QWidget* parent = nullptr);
    ~EditorPage() override;

    void setSnapshot(const workspace::SnapshotPtr& snapshot);
    /// Opens a file (or its tab) and goes to a range in it; without one the caret stays where it was.
    YamlEdit* openFile(const std::string& path, std::optional<source::ByteRange> range = std::nullopt);
    /// The same for a line, from 1.
    void openLine(const std::string& path, int line);
    /// Opens the file of an element there.
    void openElement(const mesh::ElementRef& element);
    /// The editor of the current tab; null where no file is open.
    YamlEdit* current() const;
    void closeTab(int tab);
    /// What takes the keys of the page.
    QWidget* focusWidgetOfPage();
    /// "Ln 32, Col 18 · UTF-8 · LF · spaces 2"; empty without a file.
    QString placeText() const;
    const workspace::CaretPath& caretPath() const { return m_caretPath; }
    /// What is known of the field at the caret.
    const std::optional<workspace::FieldHelp>& fieldHelp() const { return m_fieldHelp; }
    FileTabs* tabs() const { return m_tabs; }
    EditorAssist* assist() const { return m_assist; }

public Q_SLOTS:
    void find();
    void replace();
    void complete();
    void goToDefinition();
    void showReferences();
    void closeCurrent();

Q_SIGNALS:
    void placeChanged();
    void fieldChanged();
    void failed(const meshdraft::Error& error);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void followSelection(const mesh::ElementRef& element, const QObject* origin);
    void selectAtCaret();
    void caretMoved();
    void tabChanged();
    void refreshNote();
    void openFind(bool replaces);
    void closeFind();
    void refreshHits();
    void step(int direction);
    void replaceHit();
    void replaceAllHits();

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    workspace::SnapshotPtr m_snapshot;
    FileTabs* m_tabs;
    Breadcrumb* m_breadcrumb;
    QStackedWidget* m_stack;
    QLabel* m_empty;
    FindBar* m_find;
    EditorAssist* m_assist;
    workspace::CaretPath m_caretPath;
    std::optional<workspace::FieldHelp> m_fieldHelp;
    std::vector<source::ByteRange> m_hits;
    mesh::ElementRef m_waiting; ///< selected while the page was hidden
    bool m_isTaking = false; ///< the other views take the same snapshot
    QTimer m_selectTimer;
    QTimer m_pathTimer;
};

} // namespace meshdraft::views
