// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/editor/findtext.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace meshdraft::views {

class Theme;

/// Find and replace in the text above it. What it asks for is done by the page.
class FindBar : public QWidget {
    Q_OBJECT
public:
    explicit FindBar(const Theme& theme, QWidget* parent = nullptr);

    workspace::FindQuery query() const;
    std::string replacement() const;
    /// Shows the bar with this text to look for (empty: what it was).
    void open(const QString& text, bool replaces);
    /// "3 of 14", or what is wrong.
    void setStatus(const QString& text, bool isWrong = false);

Q_SIGNALS:
    void queryChanged();
    void stepRequested(int direction);
    void replaceRequested();
    void replaceAllRequested();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QToolButton* addSwitch(const QString& text, const QString& name, const char* objectName);

    const Theme& m_theme;
    QLineEdit* m_find;
    QLineEdit* m_replace;
    QWidget* m_replaceRow;
    QToolButton* m_case;
    QToolButton* m_word;
    QToolButton* m_regex;
    QLabel* m_status;
};

} // namespace meshdraft::views
