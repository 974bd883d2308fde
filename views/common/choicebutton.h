// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QToolButton>

namespace meshdraft::views {

class Theme;

/// A button with a menu that says its name and, stronger, what is chosen: "Show Everything".
class ChoiceButton : public QToolButton {
    Q_OBJECT
public:
    ChoiceButton(const Theme& theme, const QString& name, QWidget* parent = nullptr);

    void setChoice(const QString& choice);
    QString choice() const { return m_choice; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int widthFor(int textWidth) const;

    const Theme& m_theme;
    QString m_name;
    QString m_choice;
};

} // namespace meshdraft::views
