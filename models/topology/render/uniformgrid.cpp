// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/uniformgrid.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace meshdraft::topology {

namespace {

constexpr double smallestCell = 200;
constexpr double mostCells = 40000;

} // namespace

UniformGrid::UniformGrid(const QRectF& bounds, std::vector<QRectF> rects)
    : m_bounds(bounds)
    , m_rects(std::move(rects))
{
    m_cell = std::max(smallestCell, std::sqrt(bounds.width() * bounds.height() / mostCells));
    m_columns = std::max(1, static_cast<int>(std::ceil(bounds.width() / m_cell)));
    m_rows = std::max(1, static_cast<int>(std::ceil(bounds.height() / m_cell)));
    const auto eachCell = [this](const QRectF& rect, const auto& visit) {
        const Range range = cellsOf(rect);
        for (int row = range.top; row <= range.bottom; ++row) {
            for (int column = range.left; column <= range.right; ++column)
                visit(cellAt(row, column));
        }
    };
    m_first.assign(static_cast<std::size_t>(m_columns * m_rows) + 1, 0);
    for (const QRectF& rect : m_rects)
        eachCell(rect, [this](std::size_t cell) { ++m_first[cell + 1]; });
    std::partial_sum(m_first.begin(), m_first.end(), m_first.begin());
    m_items.resize(static_cast<std::size_t>(m_first.back()));
    std::vector<int> next = m_first;
    for (std::size_t i = 0; i < m_rects.size(); ++i) {
        eachCell(m_rects[i],
                 [&](std::size_t cell) { m_items[static_cast<std::size_t>(next[cell]++)] = static_cast<int>(i); });
    }
}

std::size_t UniformGrid::cellAt(int row, int column) const
{
    return (static_cast<std::size_t>(row) * static_cast<std::size_t>(m_columns)) + static_cast<std::size_t>(column);
}

UniformGrid::Range UniformGrid::cellsOf(const QRectF& rect) const
{
    const auto cell = [this](double distance, int count) {
        return std::clamp(static_cast<int>(std::floor(distance / m_cell)), 0, count - 1);
    };
    return {cell(rect.left() - m_bounds.left(), m_columns), cell(rect.top() - m_bounds.top(), m_rows),
            cell(rect.right() - m_bounds.left(), m_columns), cell(rect.bottom() - m_bounds.top(), m_rows)};
}

std::vector<int> UniformGrid::meeting(const QRectF& rect) const
{
    std::vector<int> found;
    if (m_rects.empty())
        return found;
    if (rect.contains(m_bounds)) {
        found.resize(m_rects.size());
        std::ranges::iota(found, 0);
        return found;
    }
    const Range range = cellsOf(rect);
    for (int row = range.top; row <= range.bottom; ++row) {
        for (int column = range.left; column <= range.right; ++column) {
            const std::size_t cell = cellAt(row, column);
            for (int i = m_first[cell]; i < m_first[cell + 1]; ++i) {
                const int item = m_items[static_cast<std::size_t>(i)];
                if (m_rects[static_cast<std::size_t>(item)].intersects(rect))
                    found.push_back(item);
            }
        }
    }
    std::ranges::sort(found);
    const auto rest = std::ranges::unique(found);
    found.erase(rest.begin(), rest.end());
    return found;
}

} // namespace meshdraft::topology
