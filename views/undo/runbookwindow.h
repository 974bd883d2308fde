// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/jobrunner.h"
#include "models/workspace/runbook.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPrinter;
class QPushButton;
class QTextBrowser;

namespace meshdraft::workspace {
class Workspace;
}

namespace meshdraft::views {

class MessageBar;
class Theme;

/// The runbook for making a change by hand, to read, copy, save and print, and the record of the emergency. Nothing of
/// it is run. Deletes itself when it is closed.
class RunbookWindow : public QDialog {
    Q_OBJECT
public:
    RunbookWindow(const Theme& theme, workspace::Workspace& workspace, QWidget* parent);
    ~RunbookWindow() override;

    /// "main..hotfix": from one commit to another. Empty: the range is to be written; `why` is said.
    void ask(const QString& range, const QString& why = {});
    /// As Markdown; empty while there is none.
    QString markdown() const;
    Expected<void> saveTo(const QString& file) const;
    void printTo(QPrinter& printer) const;

Q_SIGNALS:
    /// The record is pending: it is to be committed.
    void commitRequested();

private:
    QWidget* makeBar();
    QWidget* makeRecordRow();
    QWidget* makeFoot();
    void start();
    void reset();
    void take(Expected<workspace::Runbook> runbook);
    void showRunbook();
    void showState();
    void record();
    void chooseFile();
    void print();

    const Theme& m_theme;
    workspace::Workspace& m_workspace;
    std::optional<workspace::Runbook> m_runbook;
    QString m_directory; ///< of the repository that the window is about
    bool m_wasCancelled = false;
    MessageBar* m_message;
    QLineEdit* m_range = nullptr;
    QLabel* m_environment = nullptr;
    QTextBrowser* m_text;
    QWidget* m_recordRow = nullptr;
    QLineEdit* m_what = nullptr;
    QLabel* m_state = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_record = nullptr;
    QPushButton* m_copy = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_print = nullptr;
    workspace::JobRunner m_job;
};

} // namespace meshdraft::views
