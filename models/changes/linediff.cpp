// SPDX-License-Identifier: Apache-2.0
#include "models/changes/linediff.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>

namespace meshdraft::changes {

namespace {

using Numbers = std::span<const std::uint32_t>;

/// Eugene W. Myers, "An O(ND) Difference Algorithm and Its Variations", section 4b, with a bound on the search: beyond
/// it the part is cut where the search has come furthest.
class LinearMyers {
public:
    LinearMyers(Numbers before, Numbers after)
        : m_a(before)
        , m_b(after)
        , m_origin(static_cast<long>(after.size()) + 1)
        , m_forward(before.size() + after.size() + 3, outside)
        , m_backward(before.size() + after.size() + 3, outside)
        , m_removed(before.size())
        , m_added(after.size())
        , m_limit(std::max(256L, std::lround(std::sqrt(static_cast<double>(before.size() + after.size())))))
    {
    }

    std::vector<LineBlock> run()
    {
        std::vector<Part> open{{0, static_cast<long>(m_a.size()), 0, static_cast<long>(m_b.size())}};
        while (!open.empty()) {
            Part part = open.back();
            open.pop_back();
            trim(part);
            if (part.a0 == part.a1 || part.b0 == part.b1) {
                std::fill(m_removed.begin() + part.a0, m_removed.begin() + part.a1, true);
                std::fill(m_added.begin() + part.b0, m_added.begin() + part.b1, true);
                continue;
            }
            const Point split = middleOf(part);
            open.push_back({part.a0 + split.x, part.a1, part.b0 + split.y, part.b1});
            open.push_back({part.a0, part.a0 + split.x, part.b0, part.b0 + split.y});
        }
        return blocks();
    }

private:
    static constexpr long outside = -1;
    struct Part {
        long a0, a1, b0, b1;
    };
    struct Point {
        long x, y;
    };

    void trim(Part& part) const
    {
        while (part.a0 < part.a1 && part.b0 < part.b1 && at(m_a, part.a0) == at(m_b, part.b0)) {
            ++part.a0;
            ++part.b0;
        }
        while (part.a0 < part.a1 && part.b0 < part.b1 && at(m_a, part.a1 - 1) == at(m_b, part.b1 - 1)) {
            --part.a1;
            --part.b1;
        }
    }

    static std::uint32_t at(Numbers numbers, long index) { return numbers[static_cast<std::size_t>(index)]; }
    long& reached(std::vector<long>& row, long diagonal) const
    {
        return row[static_cast<std::size_t>(diagonal + m_origin)];
    }

    /// The furthest point on a diagonal after one more edit, inside the grid; `outside` when there is none.
    long step(std::vector<long>& row, long diagonal, long n, long m) const
    {
        const long right = reached(row, diagonal - 1) == outside ? outside : reached(row, diagonal - 1) + 1;
        const long down = reached(row, diagonal + 1);
        long best = outside;
        if (right != outside && right <= n && right - diagonal <= m)
            best = right;
        if (down != outside && down - diagonal <= m && down - diagonal >= 0)
            best = std::max(best, down);
        return best;
    }

    /// A point strictly inside `part` on a shortest path; both sides are not empty and differ at either end.
    Point middleOf(const Part& part)
    {
        const long n = part.a1 - part.a0;
        const long m = part.b1 - part.b0;
        const long delta = n - m;
        const bool odd = (delta & 1) != 0;
        reached(m_forward, 0) = 0;
        reached(m_backward, 0) = 0;
        reached(m_forward, 1) = reached(m_forward, -1) = outside;
        reached(m_backward, 1) = reached(m_backward, -1) = outside;
        snake(part, 0, n, m, true);
        snake(part, 0, n, m, false);
        for (long d = 1;; ++d) {
            for (const bool forward : {true, false}) {
                std::vector<long>& row = forward ? m_forward : m_backward;
                for (long k = -std::min(d, m - ((d ^ m) & 1)); k <= std::min(d, n - ((d ^ n) & 1)); k += 2) {
                    if (k == -d)
                        reached(row, k - 1) = outside;
                    if (k == d)
                        reached(row, k + 1) = outside;
                    reached(row, k) = step(row, k, n, m);
                    if (reached(row, k) == outside)
                        continue;
                    snake(part, k, n, m, forward);
                    if (const auto meeting = meet(k, d, delta, n, forward, odd))
                        return forward ? *meeting : Point{n - meeting->x, m - meeting->y};
                }
            }
            if (d >= m_limit)
                return furthest(d, n, m);
        }
    }

    void snake(const Part& part, long diagonal, long n, long m, bool forward)
    {
        long& x = reached(forward ? m_forward : m_backward, diagonal);
        long y = x - diagonal;
        while (x < n && y < m
               && (forward ? at(m_a, part.a0 + x) == at(m_b, part.b0 + y)
                           : at(m_a, part.a1 - 1 - x) == at(m_b, part.b1 - 1 - y))) {
            ++x;
            ++y;
        }
    }

    /// Where the path that was just extended meets one from the other end; in the coordinates of its own end.
    std::optional<Point> meet(long k, long d, long delta, long n, bool forward, bool odd)
    {
        if (forward != odd)
            return std::nullopt;
        const long other = delta - k;
        const long reach = forward ? d - 1 : d;
        if (other < -reach || other > reach || ((other ^ reach) & 1) != 0)
            return std::nullopt;
        const long x = reached(forward ? m_forward : m_backward, k);
        const long opposite = reached(forward ? m_backward : m_forward, other);
        if (opposite == outside || x + opposite < n)
            return std::nullopt;
        return Point{x, x - k};
    }

    Point furthest(long d, long n, long m)
    {
        Point best{0, 0};
        for (long k = -std::min(d, m - ((d ^ m) & 1)); k <= std::min(d, n - ((d ^ n) & 1)); k += 2) {
            const long x = reached(m_forward, k);
            if (x != outside && 2 * x - k > best.x + best.y)
                best = {x, x - k};
        }
        return best;
    }

    std::vector<LineBlock> blocks() const
    {
        std::vector<LineBlock> result;
        std::uint32_t a = 0;
        std::uint32_t b = 0;
        while (a < m_removed.size() || b < m_added.size()) {
            LineBlock block{a, a, b, b};
            while (block.oldEnd < m_removed.size() && m_removed[block.oldEnd])
                ++block.oldEnd;
            while (block.newEnd < m_added.size() && m_added[block.newEnd])
                ++block.newEnd;
            if (block.oldBegin != block.oldEnd || block.newBegin != block.newEnd)
                result.push_back(block);
            a = block.oldEnd + 1;
            b = block.newEnd + 1;
        }
        return result;
    }

    Numbers m_a;
    Numbers m_b;
    long m_origin;
    std::vector<long> m_forward; ///< furthest x on each diagonal, from the beginning
    std::vector<long> m_backward; ///< the same from the end, counted backwards
    std::vector<bool> m_removed;
    std::vector<bool> m_added;
    long m_limit;
};

bool isBlank(std::string_view line)
{
    return line.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

/// How bad it is to cut between line `index - 1` and `index`: the deeper the next line stands, the worse; good behind a
/// blank line.
long cutCost(std::span<const std::string_view> lines, std::size_t index)
{
    long cost = 0;
    if (index > 0 && isBlank(lines[index - 1]))
        cost -= 30;
    std::size_t next = index;
    while (next < lines.size() && isBlank(lines[next]))
        ++next;
    if (next > index)
        cost += 6;
    if (next < lines.size())
        cost += 60 * static_cast<long>(std::min<std::size_t>(lines[next].find_first_not_of(" \t"), 1000));
    return cost;
}

/// Slides pure insertions and deletions: into a neighbour where they can reach it, else to the best cut.
class Compactor {
public:
    Compactor(std::span<const std::string_view> before, std::span<const std::string_view> after, Numbers a, Numbers b)
        : m_beforeLines(before)
        , m_afterLines(after)
        , m_a(a)
        , m_b(b)
    {
    }

    std::vector<LineBlock> run(std::vector<LineBlock> blocks) const
    {
        std::vector<LineBlock> result;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            LineBlock block = blocks[i];
            const LineBlock* next = i + 1 < blocks.size() ? &blocks[i + 1] : nullptr;
            bool handedOn = false;
            while (block.isInsertion() || block.isDeletion()) {
                const std::uint32_t before = block.oldBegin - (result.empty() ? 0 : result.back().oldEnd);
                const std::uint32_t after =
                    (next != nullptr ? next->oldBegin : static_cast<std::uint32_t>(m_a.size())) - block.oldEnd;
                const std::uint32_t up = room(block, before, true);
                const std::uint32_t down = room(block, after, false);
                if (!result.empty() && up == before) {
                    const LineBlock previous = result.back();
                    result.pop_back();
                    block = {previous.oldBegin, block.oldEnd - up, previous.newBegin, block.newEnd - up};
                    continue;
                }
                if (next != nullptr && down == after) {
                    blocks[i + 1] = {block.oldBegin + down, next->oldEnd, block.newBegin + down, next->newEnd};
                    handedOn = true;
                } else {
                    block = best(block, up, down);
                }
                break;
            }
            if (!handedOn)
                result.push_back(block);
        }
        return result;
    }

private:
    std::uint32_t room(const LineBlock& block, std::uint32_t most, bool upwards) const
    {
        const bool insertion = block.isInsertion();
        const Numbers lines = insertion ? m_b : m_a;
        const std::uint32_t begin = insertion ? block.newBegin : block.oldBegin;
        const std::uint32_t end = insertion ? block.newEnd : block.oldEnd;
        std::uint32_t steps = 0;
        while (steps < most
               && (upwards ? lines[begin - 1 - steps] == lines[end - 1 - steps]
                           : lines[begin + steps] == lines[end + steps]))
            ++steps;
        return steps;
    }

    LineBlock best(const LineBlock& block, std::uint32_t up, std::uint32_t down) const
    {
        const bool insertion = block.isInsertion();
        const auto lines = insertion ? m_afterLines : m_beforeLines;
        const std::uint32_t begin = (insertion ? block.newBegin : block.oldBegin) - up;
        const std::uint32_t end = (insertion ? block.newEnd : block.oldEnd) - up;
        std::uint32_t chosen = 0;
        long lowest = 0;
        for (std::uint32_t step = 0; step <= up + down; ++step) {
            const long cost = cutCost(lines, begin + step) + cutCost(lines, end + step);
            if (step == 0 || cost <= lowest) {
                chosen = step;
                lowest = cost;
            }
        }
        const auto moved = [&](std::uint32_t position) { return position - up + chosen; };
        return {moved(block.oldBegin), moved(block.oldEnd), moved(block.newBegin), moved(block.newEnd)};
    }

    std::span<const std::string_view> m_beforeLines;
    std::span<const std::string_view> m_afterLines;
    Numbers m_a;
    Numbers m_b;
};

} // namespace

std::vector<std::string_view> splitLines(std::string_view text)
{
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::size_t length = end == std::string_view::npos ? text.size() : end + 1;
        lines.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return lines;
}

std::vector<LineBlock> diffNumbers(std::span<const std::uint32_t> before, std::span<const std::uint32_t> after)
{
    return LinearMyers(before, after).run();
}

std::vector<LineBlock> diffLines(std::span<const std::string_view> before, std::span<const std::string_view> after)
{
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    const auto numbered = [&](std::span<const std::string_view> lines) {
        std::vector<std::uint32_t> result;
        result.reserve(lines.size());
        for (const std::string_view line : lines)
            result.push_back(numbers.try_emplace(line, static_cast<std::uint32_t>(numbers.size())).first->second);
        return result;
    };
    const std::vector<std::uint32_t> a = numbered(before);
    const std::vector<std::uint32_t> b = numbered(after);
    return Compactor(before, after, a, b).run(diffNumbers(a, b));
}

} // namespace meshdraft::changes
