// SPDX-License-Identifier: Apache-2.0
#include "models/changes/mergeorder.h"

#include "models/changes/linediff.h"

#include <algorithm>
#include <map>
#include <ranges>
#include <set>
#include <unordered_map>

namespace meshdraft::changes {

namespace {

using Items = std::span<const MergeItem>;
using Ids = std::vector<int>;

bool haveIdentities(Items items)
{
    std::set<std::string_view> seen;
    return std::ranges::all_of(
        items, [&](const MergeItem& item) { return !item.identity.empty() && seen.insert(item.identity).second; });
}

/// For each element of `side` its position in `base`; -1 for those that were inserted.
Ids pairByContent(Items base, Items side)
{
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    const auto numbered = [&](Items items) {
        std::vector<std::uint32_t> result;
        for (const MergeItem& item : items) {
            result.push_back(
                numbers.try_emplace(item.content, static_cast<std::uint32_t>(numbers.size())).first->second);
        }
        return result;
    };
    const auto before = numbered(base);
    const auto after = numbered(side);
    Ids pairs(side.size(), -1);
    std::uint32_t oldAt = 0;
    std::uint32_t newAt = 0;
    const auto pairUpTo = [&](std::uint32_t newEnd) {
        while (newAt < newEnd)
            pairs[newAt++] = static_cast<int>(oldAt++);
    };
    for (const LineBlock& block : diffNumbers(before, after)) {
        pairUpTo(block.newBegin);
        if (block.oldEnd - block.oldBegin == block.newEnd - block.newBegin)
            pairUpTo(block.newEnd);
        oldAt = block.oldEnd;
        newAt = block.newEnd;
    }
    pairUpTo(static_cast<std::uint32_t>(side.size()));
    return pairs;
}

/// Merges lists of ids: equal ids are the same element.
class Ordering {
public:
    Ordering(Items base, Items mine, Items theirs, bool isOrdered)
        : m_mineItems(mine)
        , m_theirItems(theirs)
        , m_isOrdered(isOrdered)
        , m_baseSize(static_cast<int>(base.size()))
    {
        if (haveIdentities(base) && haveIdentities(mine) && haveIdentities(theirs)) {
            std::map<std::string_view, int> ids;
            const auto idsOf = [&ids](Items items) {
                Ids result;
                for (const MergeItem& item : items)
                    result.push_back(ids.try_emplace(item.identity, static_cast<int>(ids.size())).first->second);
                return result;
            };
            idsOf(base);
            m_mine = idsOf(mine);
            m_theirs = idsOf(theirs);
        } else {
            m_mine = pairByContent(base, mine);
            m_theirs = pairByContent(base, theirs);
            nameInsertions();
        }
    }

    MergeOrder run()
    {
        const bool mineMoved = isMoved(m_mine);
        const bool theirsMoved = isMoved(m_theirs);
        if (!mineMoved && !theirsMoved) {
            mergeByGaps();
        } else if (m_mine == m_theirs) {
            takeAll(m_mine);
        } else if (mineMoved && theirsMoved) {
            m_result.isAmbiguous = true;
        } else {
            follow(mineMoved ? m_mine : m_theirs, mineMoved ? m_theirs : m_mine);
        }
        return std::move(m_result);
    }

private:
    bool isInserted(int id) const { return id >= m_baseSize; }
    static bool has(const Ids& ids, int id) { return std::ranges::find(ids, id) != ids.end(); }

    bool isMoved(const Ids& ids) const
    {
        Ids kept;
        std::ranges::copy_if(ids, std::back_inserter(kept), [this](int id) { return !isInserted(id); });
        return !std::ranges::is_sorted(kept);
    }

    /// The elements that were inserted, by the position in the base that they stand before.
    std::map<int, Ids> gapsOf(const Ids& ids) const
    {
        std::map<int, Ids> gaps;
        int gap = 0;
        for (const int id : ids) {
            if (isInserted(id)) {
                gaps[gap].push_back(id);
            } else {
                gap = id + 1;
            }
        }
        return gaps;
    }

    /// Gives inserted elements ids; the same content in the same gap of both sides is one element.
    void nameInsertions()
    {
        std::map<std::pair<int, std::string_view>, Ids> known;
        int next = m_baseSize;
        const auto name = [&](Ids& ids, Items items, const auto& idFor) {
            int gap = 0;
            for (std::size_t i = 0; i < ids.size(); ++i) {
                if (ids[i] >= 0) {
                    gap = ids[i] + 1;
                } else {
                    ids[i] = idFor(std::pair(gap, items[i].content));
                }
            }
        };
        name(m_mine, m_mineItems, [&](const auto& place) {
            known[place].push_back(next);
            return next++;
        });
        name(m_theirs, m_theirItems, [&](const auto& place) {
            auto& same = known[place];
            if (same.empty())
                return next++;
            const int id = same.front();
            same.erase(same.begin());
            return id;
        });
    }

    void add(int id)
    {
        // The same identity that both sides inserted, in different places.
        if (!m_added.insert(id).second) {
            m_result.isAmbiguous = m_result.isAmbiguous || m_isOrdered;
            return;
        }
        const auto positionIn = [id](const Ids& ids) {
            const auto found = std::ranges::find(ids, id);
            return found == ids.end() ? -1 : static_cast<int>(found - ids.begin());
        };
        m_result.elements.push_back({isInserted(id) ? -1 : id, positionIn(m_mine), positionIn(m_theirs)});
    }

    void takeAll(const Ids& ids)
    {
        std::ranges::for_each(ids, [this](int id) { add(id); });
        for (int id = 0; id < m_baseSize; ++id) {
            if (!has(ids, id))
                add(id);
        }
    }

    std::string_view contentOf(int id) const
    {
        const auto mine = std::ranges::find(m_mine, id);
        return mine != m_mine.end()
            ? m_mineItems[static_cast<std::size_t>(mine - m_mine.begin())].content
            : m_theirItems[static_cast<std::size_t>(std::ranges::find(m_theirs, id) - m_theirs.begin())].content;
    }

    void addRuns(const Ids& mine, const Ids& theirs)
    {
        if (mine.empty() || theirs.empty() || mine == theirs) {
            std::ranges::for_each(mine.empty() ? theirs : mine, [this](int id) { add(id); });
            return;
        }
        m_result.isAmbiguous = m_result.isAmbiguous || m_isOrdered;
        // By content, so that it does not matter which side is whose.
        const bool mineFirst = contentOf(mine.front()) <= contentOf(theirs.front());
        const Ids& first = mineFirst ? mine : theirs;
        const Ids& second = mineFirst ? theirs : mine;
        std::ranges::for_each(first, [this](int id) { add(id); });
        for (const int id : second) {
            if (!has(first, id))
                add(id);
        }
    }

    void mergeByGaps()
    {
        auto mine = gapsOf(m_mine);
        auto theirs = gapsOf(m_theirs);
        for (int gap = 0; gap <= m_baseSize; ++gap) {
            addRuns(mine[gap], theirs[gap]);
            if (gap < m_baseSize)
                add(gap);
        }
    }

    /// In the order of the side that moved elements; what the other one inserted stands behind what it stood behind.
    void follow(const Ids& moved, const Ids& other)
    {
        Ids order = moved;
        int previous = -1;
        for (const int id : other) {
            if (isInserted(id) && !has(moved, id)) {
                if (m_isOrdered) {
                    m_result.isAmbiguous = true;
                    return;
                }
                const auto place = std::ranges::find(order, previous);
                order.insert(place == order.end() ? order.begin() : std::next(place), id);
            }
            if (has(order, id))
                previous = id;
        }
        takeAll(order);
    }

    Items m_mineItems;
    Items m_theirItems;
    bool m_isOrdered;
    int m_baseSize;
    Ids m_mine;
    Ids m_theirs;
    std::set<int> m_added;
    MergeOrder m_result;
};

std::string identityOf(source::NodeRef item, const ListRule& rule)
{
    std::string identity;
    for (const auto& keys : rule.identity) {
        source::NodeRef node = item;
        for (const std::string_view key : keys)
            node = node[key].resolved();
        if (node.isScalar())
            identity += keys.back().front() + std::string(node.value());
        if (rule.isFirstKey && !identity.empty())
            break;
        if (!rule.isFirstKey)
            identity += '\0';
    }
    const bool isEmpty = std::ranges::all_of(identity, [](char c) { return c == '\0'; });
    return isEmpty ? std::string() : identity;
}

} // namespace

namespace {

/// True if a side has as many elements and none of another name stands where one of these stood: what has a new name
/// was renamed, and is still the same element.
bool isInPlace(Items base, Items side)
{
    if (base.size() != side.size())
        return false;
    for (std::size_t i = 0; i < base.size(); ++i) {
        const std::string& now = side[i].identity;
        if (now.empty() || base[i].identity.empty()
            || (now != base[i].identity && std::ranges::contains(base, now, &MergeItem::identity)))
            return false;
    }
    return true;
}

/// The elements with their places as identities.
std::vector<MergeItem> byPlace(Items items)
{
    std::vector<MergeItem> result;
    for (std::size_t i = 0; i < items.size(); ++i)
        result.push_back({std::to_string(i), items[i].content});
    return result;
}

} // namespace

MergeOrder mergeOrder(Items base, Items mine, Items theirs, bool isOrdered)
{
    if (isInPlace(base, mine) && isInPlace(base, theirs))
        return Ordering(byPlace(base), byPlace(mine), byPlace(theirs), isOrdered).run();
    return Ordering(base, mine, theirs, isOrdered).run();
}

std::vector<MergeItem> mergeItems(const std::vector<source::NodeRef>& items, const ListRule& rule)
{
    std::vector<MergeItem> result;
    for (const source::NodeRef item : items) {
        const source::NodeRef node = item.resolved();
        result.push_back({identityOf(node, rule), node.text()});
    }
    return result;
}

std::string_view kindWithin(source::NodeRef node, std::string_view outer)
{
    const source::NodeRef own = node.resolved()["kind"];
    return own.isScalar() && node.resolved()["metadata"].isMapping() ? own.value() : outer;
}

} // namespace meshdraft::changes
