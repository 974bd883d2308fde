// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace meshdraft::views {

class Theme;
class YamlEdit;

/// Left of the text: glyphs of findings, line numbers, bars of what differs from HEAD, arrows that fold.
class EditorMargin : public QWidget {
    Q_OBJECT
public:
    EditorMargin(const Theme& theme, YamlEdit& edit);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    int numberWidth() const;
    int lineAt(int y) const;
    void paintBars(QPainter& painter);

    const Theme& m_theme;
    YamlEdit& m_edit;
};

} // namespace meshdraft::views
