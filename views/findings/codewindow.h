// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QListWidget;
class QLineEdit;
class QTextBrowser;

namespace meshdraft::views {

class Theme;

/// What each code of a finding means: the pages of docs/codes, which are part of the program. Beside the window, not
/// in front of it.
class CodeWindow : public QDialog {
    Q_OBJECT
public:
    CodeWindow(const Theme& theme, QWidget* parent);

    /// Opens the page of a code; one without a page gets a sentence that says so.
    void showCode(const QString& code);
    QString code() const { return m_code; }

private:
    void fillList();

    const Theme& m_theme;
    QLineEdit* m_filter;
    QListWidget* m_list;
    QTextBrowser* m_page;
    QString m_code;
};

} // namespace meshdraft::views
