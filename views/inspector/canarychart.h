// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/common/access.h"

#include <QWidget>

#include <vector>

namespace meshdraft::views {

class Theme;

/// A canary plan as stacked bars: what stands now, then one bar a step. A click or the arrow keys choose a bar.
class CanaryChart : public QWidget, public PaintedParts {
    Q_OBJECT
public:
    struct Bar {
        QString caption; ///< "HEAD", "step 1"
        QString shortCaption; ///< where there is no room: "1"
        std::vector<std::int64_t> weights; ///< the first one is at the bottom
        QString spoken; ///< "step 1: v1 80, v3 10, pause 30 min"
        bool isNow = false; ///< what the file has at the moment

        friend bool operator==(const Bar&, const Bar&) = default;
    };
    explicit CanaryChart(const Theme& theme, QWidget* parent = nullptr);

    void setBars(std::vector<Bar> bars, int current);
    const std::vector<Bar>& bars() const { return m_bars; }
    int current() const { return m_current; }
    /// Where a bar stands with its caption; what tests aim at.
    QRect barRect(int bar) const;

    int partCount() const override { return static_cast<int>(m_bars.size()); }
    QString partName(int part) const override { return m_bars[static_cast<std::size_t>(part)].spoken; }
    QRect partRect(int part) const override { return barRect(part); }
    int currentPart() const override { return m_current; }
    void choosePart(int part) override { choose(part); }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void chosen(int bar);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    void choose(int bar);
    int barAt(QPoint position) const;
    QRectF plot() const;
    void paintScale(QPainter& painter) const;
    void paintBar(QPainter& painter, int bar) const;
    std::int64_t total() const;
    void describe();

    const Theme& m_theme;
    std::vector<Bar> m_bars;
    int m_current = -1;
};

} // namespace meshdraft::views
