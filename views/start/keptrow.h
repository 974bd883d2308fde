// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/keptedits.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace meshdraft::views {

class PatchView;
class Theme;

/// Edits that one session left behind: what and when, and what can be done with them. Discarding asks in the row.
class KeptRow : public QFrame {
    Q_OBJECT
public:
    KeptRow(const Theme& theme, workspace::KeptEdits kept, QWidget* parent = nullptr);

Q_SIGNALS:
    void restoreRequested();
    void discardRequested();
    /// The edits shall be written to a patch file.
    void exportRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QPushButton* addButton(const QString& text, const char* name, const QString& accessibleName);
    QString sentence() const;
    QString detail() const;
    void addButtons();
    void askDiscard(bool asking);
    void toggleDiff();

    const Theme& m_theme;
    workspace::KeptEdits m_kept;
    QLabel* m_words;
    QLabel* m_detail;
    PatchView* m_patch;
    QPushButton* m_restore = nullptr;
    QPushButton* m_diff = nullptr;
    QPushButton* m_export = nullptr;
    QPushButton* m_discard = nullptr;
    QPushButton* m_confirm = nullptr;
    QPushButton* m_keep = nullptr;
};

} // namespace meshdraft::views
