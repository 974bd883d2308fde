// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace meshdraft::views {

class Theme;

/// A big button of the start page: icon, name, one line of what it does, its keys.
class ActionCard : public QAbstractButton {
    Q_OBJECT
public:
    ActionCard(const Theme& theme, QString icon, const QString& title, const QString& detail, QString keys,
               QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {260, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Theme& m_theme;
    QString m_icon;
    QString m_detail;
    QString m_keys;
};

} // namespace meshdraft::views
