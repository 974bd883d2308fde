// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <QDialog>

#include <QTimer>

#include <functional>

class QBoxLayout;
class QPlainTextEdit;
class QPushButton;

namespace meshdraft::views {

class DiffView;
class MessageBar;
class Theme;

/// What the dialogs that write commits share: a bar that says what went wrong, a form beside the exact difference, and
/// at the foot a note and the button that writes (Ctrl+Return, too).
class CommitFrame : public QDialog {
    Q_OBJECT
public:
    void reject() override;

protected:
    /// `name` starts the names of the parts: "commitError", "commitCancel", "commitConfirm", "commitDiff".
    CommitFrame(const Theme& theme, const QString& name, QWidget* parent);

    /// Puts the form and the difference into the dialog; to be called once, `write` is what the button does.
    void build(QWidget* form, QWidget* side, int formWidth, const QString& note, const QString& confirm,
               const std::function<void()>& write);
    /// The side with the difference, below a row of the dialog's own.
    QWidget* buildSide(QLayout* head, const QString& accessibleName);
    /// A form to fill from the top, and a label over a part of it.
    QBoxLayout* startForm(QWidget* form) const;
    static QWidget* caption(const QString& text, QWidget* parent, QWidget* buddy = nullptr);
    QPlainTextEdit* addMessage(QBoxLayout& column, QWidget* form, const QString& name, int height) const;
    /// The error in the bar; what a hook printed stands below the sentence, as it was printed.
    void showError(const Error& error);
    /// While something is written: the form and the buttons are off and Escape does nothing; after a moment `text` says
    /// what is waited for.
    void startWaiting(const QString& text);
    void endWaiting();

    const Theme& theme() const { return m_theme; }
    MessageBar& message() { return *m_message; }
    DiffView& diff() { return *m_diff; }
    QPushButton& confirmButton() { return *m_confirm; }

private:
    const Theme& m_theme;
    QString m_name;
    MessageBar* m_message;
    QTimer m_patience;
    QString m_waitText;
    QWidget* m_form = nullptr;
    QPushButton* m_cancel = nullptr;
    bool m_isWaiting = false;
    DiffView* m_diff = nullptr;
    QPushButton* m_confirm = nullptr;
};

} // namespace meshdraft::views
