// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/editor/caretpath.h"
#include "models/workspace/editor/fieldhelp.h"

#include <QObject>

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class CompletionPopup;
class EditorPage;
class Theme;
class YamlEdit;

/// What the editors of a page know beyond text: completion, help under the mouse, definitions and references.
class EditorAssist : public QObject {
    Q_OBJECT
public:
    /// `page` becomes the parent.
    EditorAssist(const Theme& theme, workspace::Workspace& workspace, EditorPage& page);

    void attach(YamlEdit& edit);
    void caretMoved(const YamlEdit& edit, const workspace::CaretPath& caret);
    /// Shows what can be written at the caret.
    void complete(YamlEdit& edit);
    void close();
    void goToDefinition(YamlEdit& edit, std::uint32_t offset);
    void showReferences(YamlEdit& edit);
    CompletionPopup* popup() const { return m_popup; }

Q_SIGNALS:
    /// Nothing to go to, in words.
    void said(const QString& text);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void follow(YamlEdit& edit, const QString& typed);
    void offer(YamlEdit& edit, bool asked);
    void accept();
    void showHelp(YamlEdit& edit, std::uint32_t offset, const QPoint& at);
    void goTo(const workspace::TextPlace& place);

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    EditorPage& m_page;
    CompletionPopup* m_popup;
    YamlEdit* m_edit = nullptr; ///< that the popup is for
};

} // namespace meshdraft::views
