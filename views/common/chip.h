// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace meshdraft::views {

class Theme;

/// A few words on a soft fill: "~ 90 → 80", "+ new".
class Chip : public QWidget {
    Q_OBJECT
public:
    explicit Chip(const Theme& theme, QWidget* parent = nullptr);

    void set(const QString& text, const char* ink, const char* fill);
    const QString& text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QFont chipFont() const;

    const Theme& m_theme;
    QString m_text;
    const char* m_ink = "muted";
    const char* m_fill = "unkbg";
};

} // namespace meshdraft::views
