// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRectF>

#include <vector>

namespace meshdraft::topology {

/// Which of many rectangles meet one: cells of equal size, each with what touches it. Immutable once built.
class UniformGrid {
public:
    UniformGrid() = default;
    UniformGrid(const QRectF& bounds, std::vector<QRectF> rects);

    /// Positions of the rectangles that meet `rect`, ascending. Cost: the cells covered and what is in them.
    std::vector<int> meeting(const QRectF& rect) const;

private:
    struct Range {
        int left, top, right, bottom;
    };
    Range cellsOf(const QRectF& rect) const;
    std::size_t cellAt(int row, int column) const;

    QRectF m_bounds;
    std::vector<QRectF> m_rects;
    int m_columns = 0;
    int m_rows = 0;
    double m_cell = 1;
    std::vector<int> m_first; ///< cell -> start in m_items
    std::vector<int> m_items;
};

} // namespace meshdraft::topology
