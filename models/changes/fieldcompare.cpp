// SPDX-License-Identifier: Apache-2.0
#include "models/changes/fieldcompare.h"

#include "models/changes/fieldpattern.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <tuple>
#include <utility>

namespace meshdraft::changes {

namespace {

/// Beyond this many pairs of items without names, items are paired by their position instead of their likeness.
constexpr std::size_t maximumPairs = 4096;
/// Items at least this alike are one item that was changed.
constexpr double alike = 0.3;
/// Destinations at least this alike are one whose host or subset was replaced.
constexpr double half = 0.5;

using Keys = std::vector<std::string_view>;

/// What an item has under these keys; nothing where that is no scalar.
std::optional<std::string_view> namePart(const Value& item, const Keys& keys)
{
    const Value* value = &item;
    for (const std::string_view key : keys)
        value = value != nullptr ? value->get(key) : nullptr;
    if (value == nullptr || value->kind != Value::Kind::Scalar || value->isNull())
        return std::nullopt;
    return value->text();
}

/// The name that an item has by all of these keys together; nothing where it has none.
std::optional<std::string> nameOf(const Value& item, std::span<const Keys> identity)
{
    std::string name;
    bool hasAny = false;
    for (const Keys& keys : identity) {
        const auto part = namePart(item, keys);
        name += part.value_or(std::string_view());
        name += '\0';
        hasAny = hasAny || part;
    }
    return hasAny ? std::optional(name) : std::nullopt;
}

/// True when two names differ in nothing that both have, and share something.
bool areNamesCompatible(const Value& before, const Value& after, const ListRule& rule)
{
    bool shareAny = false;
    for (const Keys& keys : rule.identity) {
        const auto old = namePart(before, keys);
        const auto now = namePart(after, keys);
        if (old && now && *old != *now)
            return false;
        shareAny = shareAny || (old && now);
    }
    return shareAny;
}

class ItemMatcher {
public:
    ItemMatcher(const Value& before, const Value& after, const ListRule& rule)
        : m_before(before)
        , m_after(after)
        , m_rule(rule)
        , m_partner(after.items.size())
        , m_taken(before.items.size())
    {
    }

    ItemPairs run()
    {
        // Equal items first: of several with one name, each finds itself.
        pairEqual();
        pairByName();
        pairAlike();
        return result();
    }

private:
    void pair(std::size_t before, std::size_t after)
    {
        m_partner[after] = before;
        m_taken[before] = true;
    }

    /// By the whole name or, where each key is a name of its own, by one key after the other.
    void pairByName()
    {
        if (!m_rule.isFirstKey) {
            pairByName(m_rule.identity);
            return;
        }
        for (std::size_t k = 0; k < m_rule.identity.size(); ++k)
            pairByName(std::span(m_rule.identity).subspan(k, 1));
    }

    void pairByName(std::span<const Keys> identity)
    {
        if (identity.empty())
            return;
        std::multimap<std::string, std::size_t> names;
        for (std::size_t i = 0; i < m_before.items.size(); ++i) {
            if (auto name = m_taken[i] ? std::nullopt : nameOf(m_before.items[i], identity))
                names.emplace(std::move(*name), i);
        }
        for (std::size_t j = 0; j < m_after.items.size(); ++j) {
            const auto name = m_partner[j] ? std::nullopt : nameOf(m_after.items[j], identity);
            const auto found = name ? names.find(*name) : names.end();
            if (found == names.end())
                continue;
            pair(found->second, j);
            names.erase(found);
        }
    }

    void pairEqual()
    {
        std::multimap<std::size_t, std::size_t> hashes;
        for (std::size_t i = 0; i < m_before.items.size(); ++i)
            hashes.emplace(m_before.items[i].hash, i);
        for (std::size_t j = 0; j < m_after.items.size(); ++j) {
            const auto [begin, end] = hashes.equal_range(m_after.items[j].hash);
            const auto found = std::find_if(
                begin, end, [&](const auto& entry) { return m_before.items[entry.second] == m_after.items[j]; });
            if (found == end)
                continue;
            pair(found->second, j);
            hashes.erase(found);
        }
    }

    /// What is left: maps by likeness, the likest first, then the nearest; scalars by position. What cannot be said to
    /// be the same item is removed and added.
    void pairAlike()
    {
        std::vector<std::size_t> olds;
        std::vector<std::size_t> news;
        for (std::size_t i = 0; i < m_before.items.size(); ++i) {
            if (!m_taken[i])
                olds.push_back(i);
        }
        for (std::size_t j = 0; j < m_after.items.size(); ++j) {
            if (!m_partner[j])
                news.push_back(j);
        }
        if (olds.empty() || news.empty())
            return;
        if (olds.size() * news.size() > maximumPairs) {
            for (std::size_t k = 0; m_rule.isOrdered && k < std::min(olds.size(), news.size()); ++k)
                pair(olds[k], news[k]);
            return;
        }
        const bool isOnlyChoice = olds.size() == 1 && news.size() == 1;
        std::vector<std::tuple<double, std::size_t, std::size_t, std::size_t>> candidates;
        for (std::size_t x = 0; x < olds.size(); ++x) {
            for (std::size_t y = 0; y < news.size(); ++y) {
                // Items of an ordered list stand in a row, those of a set have their place in the file only.
                const bool isSamePlace = isOnlyChoice || (m_rule.isOrdered ? x == y : olds[x] == news[y]);
                const double score =
                    scoreOf(m_before.items[olds[x]], m_after.items[news[y]], isSamePlace, isOnlyChoice);
                if (score > 0)
                    candidates.emplace_back(-score, olds[x] > news[y] ? olds[x] - news[y] : news[y] - olds[x], olds[x],
                                            news[y]);
            }
        }
        std::ranges::sort(candidates);
        for (const auto& [score, distance, before, after] : candidates) {
            if (!m_taken[before] && !m_partner[after])
                pair(before, after);
        }
    }

    /// Above 0 when two items without a common name may be the same one.
    double scoreOf(const Value& before, const Value& after, bool isSamePlace, bool isOnlyChoice) const
    {
        if (before.kind != after.kind)
            return 0;
        if (before.kind == Value::Kind::Scalar)
            return isSamePlace ? 1 : 0;
        const bool bothNamed = isNamed(before) && isNamed(after);
        if (bothNamed && m_rule.isFirmIdentity)
            return scoreOfReplaced(before, after, isSamePlace);
        const double score = likeness(before, after);
        // Two named routes that share little are two routes; a lone unnamed item is itself, however much it changed.
        if (isOnlyChoice && !bothNamed)
            return 1;
        return score >= (bothNamed ? 0.6 : alike) ? score : 0;
    }

    /// Destinations of different names: one that got another host or subset and kept its place and weight.
    double scoreOfReplaced(const Value& before, const Value& after, bool isSamePlace) const
    {
        if (!m_rule.canBeReplaced)
            return 0;
        if (m_before.items.size() == 1 && m_after.items.size() == 1)
            return 1;
        if (areNamesCompatible(before, after, m_rule))
            return 0.9;
        const double score = likeness(before, after);
        return isSamePlace && score >= half ? score : 0;
    }

    bool isNamed(const Value& item) const { return nameOf(item, m_rule.identity).has_value(); }

    ItemPairs result() const
    {
        ItemPairs result;
        for (std::size_t j = 0; j < m_after.items.size(); ++j) {
            if (m_partner[j]) {
                result.pairs.push_back({*m_partner[j], j, false});
            } else {
                result.added.push_back(j);
            }
        }
        for (std::size_t i = 0; i < m_before.items.size(); ++i) {
            if (!m_taken[i])
                result.removed.push_back(i);
        }
        markMoved(result.pairs);
        if (!m_rule.isOrdered) {
            for (ItemPairs::Pair& pair : result.pairs)
                result.isReordered = std::exchange(pair.moved, false) || result.isReordered;
        }
        return result;
    }

    /// The fewest pairs whose removal leaves both lists in the same order: all but a longest rising sequence.
    static void markMoved(std::vector<ItemPairs::Pair>& pairs)
    {
        std::vector<std::size_t> tails; // positions in `pairs`: the lowest end of a rising sequence of each length
        std::vector<std::size_t> previous(pairs.size(), pairs.size());
        for (std::size_t k = 0; k < pairs.size(); ++k) {
            const auto place = std::ranges::lower_bound(tails, pairs[k].before, {},
                                                        [&](std::size_t tail) { return pairs[tail].before; });
            if (place != tails.begin())
                previous[k] = *(place - 1);
            if (place == tails.end()) {
                tails.push_back(k);
            } else {
                *place = k;
            }
        }
        std::set<std::size_t> rising;
        for (std::size_t k = tails.empty() ? pairs.size() : tails.back(); k < pairs.size(); k = previous[k])
            rising.insert(k);
        for (std::size_t k = 0; k < pairs.size(); ++k)
            pairs[k].moved = !rising.contains(k);
    }

    const Value& m_before;
    const Value& m_after;
    const ListRule& m_rule;
    std::vector<std::optional<std::size_t>> m_partner; ///< of each new item
    std::vector<bool> m_taken;
};

std::string yamlOf(const Value& value)
{
    if (value.kind == Value::Kind::Scalar)
        return std::string(value.text());
    return std::string(value.node.resolved().text());
}

/// The path of a value in either resource: they part below list items that have another position.
struct PathPair {
    mesh::FieldPath before;
    mesh::FieldPath after;

    PathPair child(std::string_view key) const { return {before.child(key), after.child(key)}; }
    PathPair child(std::size_t oldIndex, std::size_t newIndex) const
    {
        return {before.child(oldIndex), after.child(newIndex)};
    }
};

class Comparer {
public:
    Comparer(std::string_view kind, FieldComparison& result)
        : m_kind(kind)
        , m_changes(result.fields)
        , m_reordered(result.reordered)
    {
    }

    void compare(const Value& before, const Value& after, const PathPair& path, std::string_view key)
    {
        if (before == after)
            return;
        if (before.kind == Value::Kind::Map && after.kind == Value::Kind::Map) {
            compareMaps(before, after, path);
        } else if (before.kind == Value::Kind::List && after.kind == Value::Kind::List) {
            compareLists(before, after, path, key);
        } else {
            FieldChange change{Operation::Modified, path.after,          yamlOf(before),
                               yamlOf(after),       before.node.range(), after.node.range()};
            // "80" and 80 differ by their type: show how they are written.
            if (change.oldValue == change.newValue) {
                change.oldValue = before.node.text();
                change.newValue = after.node.text();
            }
            m_changes.push_back(std::move(change));
        }
    }

private:
    void compareMaps(const Value& before, const Value& after, const PathPair& path)
    {
        for (const Value::Entry& entry : after.entries) {
            if (after.get(entry.key) != &entry.value)
                continue;
            const PathPair child = path.child(std::string_view(entry.key));
            if (const Value* old = before.get(entry.key)) {
                compare(*old, entry.value, child, entry.key);
            } else {
                addAdded(entry.value, child.after, entry.keyNode.range());
            }
        }
        for (const Value::Entry& entry : before.entries) {
            if (before.get(entry.key) == &entry.value && (after.get(entry.key) == nullptr))
                addRemoved(entry.value, path.before.child(std::string_view(entry.key)), entry.keyNode.range());
        }
    }

    void compareLists(const Value& before, const Value& after, const PathPair& path, std::string_view key)
    {
        const ItemPairs items = pairItems(before, after, listRuleFor(m_kind, key));
        if (items.isReordered)
            m_reordered.push_back(path.after);
        for (const ItemPairs::Pair& pair : items.pairs) {
            const Value& old = before.items[pair.before];
            const Value& now = after.items[pair.after];
            const PathPair child = path.child(pair.before, pair.after);
            if (pair.moved) {
                m_changes.push_back({Operation::Moved, child.after, std::to_string(pair.before),
                                     std::to_string(pair.after), old.node.range(), now.node.range()});
            }
            compare(old, now, child, {});
        }
        for (const std::size_t added : items.added)
            addAdded(after.items[added], path.after.child(added), {});
        for (const std::size_t removed : items.removed)
            addRemoved(before.items[removed], path.before.child(removed), {});
    }

    static source::ByteRange withKey(const Value& value, source::ByteRange key)
    {
        const source::ByteRange range = value.node.range();
        return key.size() > 0 && key.begin <= range.begin ? source::ByteRange{key.begin, range.end} : range;
    }

    void addAdded(const Value& value, const mesh::FieldPath& path, source::ByteRange key)
    {
        m_changes.push_back({Operation::Added, path, {}, yamlOf(value), {}, withKey(value, key)});
    }

    void addRemoved(const Value& value, const mesh::FieldPath& path, source::ByteRange key)
    {
        m_changes.push_back({Operation::Removed, path, yamlOf(value), {}, withKey(value, key), {}});
    }

    std::string_view m_kind;
    std::vector<FieldChange>& m_changes;
    std::vector<mesh::FieldPath>& m_reordered;
};

const mesh::Route* routeAt(const mesh::RouteTable& table, std::string_view list, std::size_t index)
{
    const auto found = std::ranges::find_if(table.routes, [&](const mesh::Route& route) {
        return route.index == index && (table.isGatewayApi || mesh::protocolName(route.protocol) == list);
    });
    return found == table.routes.end() ? nullptr : &*found;
}

} // namespace

Value valueOf(const mesh::Resource& resource)
{
    mesh::YamlReader reader(resource.document());
    return Value::of(reader, resource.rootNode());
}

ItemPairs pairItems(const Value& before, const Value& after, const ListRule& rule)
{
    return ItemMatcher(before, after, rule).run();
}

std::vector<RoutePair> pairRoutes(const mesh::Resource& before, const mesh::Resource& after)
{
    const auto* oldTable = std::get_if<mesh::RouteTable>(&before.body);
    const auto* newTable = std::get_if<mesh::RouteTable>(&after.body);
    if ((oldTable == nullptr) || (newTable == nullptr))
        return {};
    static const Value nothing;
    const Value oldValue = valueOf(before);
    const Value newValue = valueOf(after);
    std::vector<RoutePair> result;
    for (const std::string_view list : {"http", "tls", "tcp", "rules"}) {
        const Value* olds = oldValue.get({"spec", list});
        const Value* news = newValue.get({"spec", list});
        const ItemPairs items = pairItems(olds != nullptr ? *olds : nothing, news != nullptr ? *news : nothing,
                                          listRuleFor(after.key.kind, list));
        for (const ItemPairs::Pair& pair : items.pairs)
            result.push_back({routeAt(*oldTable, list, pair.before), routeAt(*newTable, list, pair.after)});
        for (const std::size_t added : items.added)
            result.push_back({nullptr, routeAt(*newTable, list, added)});
        for (const std::size_t removed : items.removed)
            result.push_back({routeAt(*oldTable, list, removed), nullptr});
    }
    std::erase_if(result, [](const RoutePair& pair) { return !pair.before && !pair.after; });
    return result;
}

std::vector<DestinationPair> pairDestinations(const mesh::Route& before, const mesh::Route& after)
{
    const auto identityOf = [](const mesh::Destination& destination) {
        return std::tuple(destination.backendKind, destination.backendNamespace, destination.host.value,
                          destination.subset.value, destination.port.value);
    };
    std::vector<DestinationPair> result;
    std::vector<bool> taken(before.destinations.size());
    for (const mesh::Destination& destination : after.destinations) {
        DestinationPair pair{nullptr, &destination};
        for (std::size_t i = 0; i < before.destinations.size() && (pair.before == nullptr); ++i) {
            if (!taken[i] && identityOf(before.destinations[i]) == identityOf(destination)) {
                pair.before = &before.destinations[i];
                taken[i] = true;
            }
        }
        result.push_back(pair);
    }
    for (std::size_t i = 0; i < before.destinations.size(); ++i) {
        if (!taken[i])
            result.push_back({&before.destinations[i], nullptr});
    }
    return result;
}

FieldComparison compareFields(const mesh::Resource& before, const mesh::Resource& after)
{
    FieldComparison result;
    Comparer(after.key.kind, result).compare(valueOf(before), valueOf(after), {}, {});
    for (FieldChange& field : result.fields) {
        // what moved has two positions as its values
        if (field.operation == Operation::Moved || !isHidden(after.key, field.path))
            continue;
        for (std::string* value : {&field.oldValue, &field.newValue}) {
            if (!value->empty())
                *value = hiddenValue;
        }
    }
    return result;
}

bool isHidden(const mesh::ResourceKey& key, const mesh::FieldPath& path)
{
    if (key.kind != "Secret" || !key.group.empty())
        return false;
    const std::vector<PathStep> steps = stepsOf(path);
    if (steps.empty())
        return true;
    return steps[0].key == "data" || steps[0].key == "stringData"
        || (steps[0].key == "metadata" && (steps.size() == 1 || steps[1].key == "annotations"));
}

} // namespace meshdraft::changes
