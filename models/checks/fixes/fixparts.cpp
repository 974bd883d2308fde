// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixparts.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace meshdraft::checks {

using source::NewValue;
using source::NodeRef;

namespace {

constexpr std::size_t mostNames = 3;

std::string wordOf(std::string_view text)
{
    std::string word;
    for (const char c : text) {
        if (c == '-' || c == '_' || c == ' ')
            continue;
        word += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return word;
}

/// The mappings that lead to an entry, as one value.
NewValue wrapped(std::span<const std::string_view> path, std::string_view key, NewValue value)
{
    NewValue all = NewValue::mapping({{std::string(key), std::move(value)}});
    for (std::size_t i = path.size(); i-- > 0;)
        all = NewValue::mapping({{std::string(path[i]), std::move(all)}});
    return all;
}

} // namespace

std::size_t textDistance(std::string_view one, std::string_view other)
{
    std::vector<std::size_t> before(other.size() + 1);
    std::vector<std::size_t> last(other.size() + 1);
    std::vector<std::size_t> now(other.size() + 1);
    for (std::size_t j = 0; j <= other.size(); ++j)
        last[j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        now[0] = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t swapped = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            now[j] = std::min({last[j] + 1, now[j - 1] + 1, swapped});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                now[j] = std::min(now[j], before[j - 2] + 1);
        }
        std::swap(before, last);
        std::swap(last, now);
    }
    return last[other.size()];
}

bool isSameWord(std::string_view one, std::string_view other)
{
    return wordOf(one) == wordOf(other);
}

std::vector<std::string> nearNames(std::string_view name, std::span<const std::string> known)
{
    // who writes a name of a page on purpose makes no typing mistakes; the time goes with the square of it
    constexpr std::size_t longestName = 256;
    std::vector<std::pair<std::size_t, std::string>> near;
    const std::size_t limit = std::max<std::size_t>(1, name.size() / 3);
    for (const std::string& each : known) {
        const std::size_t longer = std::max(each.size(), name.size());
        if (each == name || each.empty() || longer > longestName)
            continue;
        if (isSameWord(each, name)) {
            near.emplace_back(0, each);
            continue;
        }
        if (longer - std::min(each.size(), name.size()) > limit)
            continue;
        const std::size_t distance = textDistance(name, each);
        if (distance <= limit && distance < longer)
            near.emplace_back(distance, each);
    }
    std::ranges::sort(near);
    const auto rest = std::ranges::unique(near);
    near.erase(rest.begin(), rest.end());
    std::vector<std::string> names;
    for (auto& [distance, each] : near) {
        if (names.size() < mostNames)
            names.push_back(std::move(each));
    }
    return names;
}

Fix fixOf(const FixContext& context, std::string id, std::vector<std::string> args, Certainty certainty,
          std::vector<source::Change> changes)
{
    Fix fix;
    fix.id = std::move(id);
    fix.args = std::move(args);
    fix.certainty = certainty;
    fix.parts.push_back({context.resource.element(), std::move(changes)});
    return fix;
}

std::optional<source::Change> scalarChange(NodeRef node, std::string value, bool asString)
{
    if (!node.isScalar())
        return std::nullopt;
    return source::ScalarChange{node.id(), std::move(value), asString};
}

std::optional<source::Change> entryAt(NodeRef root, std::initializer_list<std::string_view> path, std::string_view key,
                                      NewValue value)
{
    const std::vector<std::string_view> keys(path);
    NodeRef at = root;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (!at.isMapping())
            return std::nullopt;
        const NodeRef next = at[keys[i]];
        const auto rest = std::span(keys).subspan(i + 1);
        if (!next.isValid())
            return source::EntryInsertion{at.id(), std::string(keys[i]), wrapped(rest, key, std::move(value)),
                                          source::noNode};
        if (next.isNull())
            return source::ValueReplacement{next.id(), wrapped(rest, key, std::move(value))};
        at = next;
    }
    if (!at.isMapping())
        return std::nullopt;
    if (const NodeRef there = at[key]; there.isValid())
        return source::ValueReplacement{there.id(), std::move(value)};
    return source::EntryInsertion{at.id(), std::string(key), std::move(value), source::noNode};
}

source::Change removalOf(NodeRef valueOrItem)
{
    const NodeRef key = valueOrItem.parent().isMapping() ? valueOrItem.key() : NodeRef();
    return source::Removal{key.isValid() ? key.id() : valueOrItem.id()};
}

NewValue numberValue(std::uint32_t number)
{
    return NewValue::scalar(std::to_string(number));
}

void offerNames(const FixContext& context, NodeRef node, std::span<const std::string> known, const std::string& id,
                std::vector<Fix>& fixes, const std::vector<std::string>& more)
{
    if (!node.isScalar())
        return;
    const std::string old(node.value());
    for (const std::string& name : nearNames(old, known)) {
        std::vector<std::string> args{old, name};
        std::ranges::copy(more, std::back_inserter(args));
        fixes.push_back(fixOf(context, id, std::move(args), Certainty::Choice, {*scalarChange(node, name)}));
    }
}

} // namespace meshdraft::checks
