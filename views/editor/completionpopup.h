// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/editor/completion.h"

#include <QFrame>

class QLabel;
class QListView;
class QStandardItemModel;

namespace meshdraft::views {

class Theme;

/// What can be written at the caret, below it. Never has the focus: the keys come from the editor.
class CompletionPopup : public QFrame {
    Q_OBJECT
public:
    CompletionPopup(const Theme& theme, QWidget* parent);

    /// Shows them with their first letter at `anchor`, below or above the line of the caret (global coordinates).
    void showFor(const workspace::Suggestions& suggestions, const QRect& anchor);
    const workspace::Suggestions& suggestions() const { return m_suggestions; }
    /// The chosen one; null where there is none.
    const workspace::Suggestion* current() const;
    /// Up, down, page up and page down; false for other keys.
    bool move(int key);
    QString footer() const;

Q_SIGNALS:
    void accepted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString footerText() const;
    void restyle();

    const Theme& m_theme;
    workspace::Suggestions m_suggestions;
    QStandardItemModel* m_model;
    QListView* m_list;
    QLabel* m_footer;
};

} // namespace meshdraft::views
