// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFrame>

namespace meshdraft::views {

class GraphCanvas;
class Theme;

/// What shapes, lines and signs of the picture mean, in the lower left corner of the canvas.
class LegendPanel : public QFrame {
    Q_OBJECT
public:
    LegendPanel(const Theme& theme, GraphCanvas& canvas);
    QSize sizeHint() const override;
    /// Says what the widths of lines mean where they follow flows.
    void setFlow(bool on);

Q_SIGNALS:
    void closed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void showEvent(QShowEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    QString textOf(const char* text, const char* flowText) const;

    const Theme& m_theme;
    GraphCanvas& m_canvas;
    bool m_isFlow = false;
};

} // namespace meshdraft::views
