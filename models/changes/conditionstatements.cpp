// SPDX-License-Identifier: Apache-2.0
#include "models/changes/statementgroups.h"
#include "models/changes/statements.h"

#include <algorithm>
#include <array>
#include <ranges>

using namespace std::string_view_literals;

namespace meshdraft::changes {

namespace {

/// One condition of an item; all conditions of an item must hold.
struct Atom {
    std::string label; ///< "principals", "headers.x-preview", "when"
    const Value* value = nullptr;

    friend bool operator==(const Atom& a, const Atom& b) { return a.label == b.label && *a.value == *b.value; }
};
using Atoms = std::vector<Atom>;

enum class Items : std::uint8_t { Rules, Froms, Tos, Matches };

void addEntries(const Value* map, Atoms& atoms)
{
    if (map == nullptr)
        return;
    for (const std::uint32_t at : map->byKey)
        atoms.push_back({map->entries[at].key, &map->entries[at].value});
}

/// A `from` or `to` that has one item only says its conditions; with several it is one condition of its own.
void addAlternatives(const Value::Entry& entry, std::string_view inner, Atoms& atoms)
{
    if (entry.value.items.size() == 1) {
        addEntries(entry.value.items[0].get(inner), atoms);
    } else {
        atoms.push_back({entry.key, &entry.value});
    }
}

void addRule(const Value& rule, Atoms& atoms)
{
    for (const std::uint32_t at : rule.byKey) {
        const Value::Entry& entry = rule.entries[at];
        if (entry.key == "from") {
            addAlternatives(entry, "source", atoms);
        } else if (entry.key == "to") {
            addAlternatives(entry, "operation", atoms);
        } else if (entry.key == "when") {
            for (const Value& condition : entry.value.items)
                atoms.push_back({entry.key, &condition});
        } else {
            atoms.push_back({entry.key, &entry.value});
        }
    }
}

void addMatch(const Value& match, Atoms& atoms)
{
    static constexpr std::array<std::string_view, 4> maps{"headers", "withoutHeaders", "queryParams", "sourceLabels"};
    for (const std::uint32_t at : match.byKey) {
        const Value::Entry& entry = match.entries[at];
        if (entry.key == "name")
            continue;
        if (std::ranges::find(maps, entry.key) == maps.end()) {
            atoms.push_back({entry.key, &entry.value});
            continue;
        }
        for (const std::uint32_t inner : entry.value.byKey)
            atoms.push_back({entry.key + '.' + entry.value.entries[inner].key, &entry.value.entries[inner].value});
        for (const Value& item : entry.value.items)
            atoms.push_back({entry.key, &item});
    }
}

Atoms atomsOf(const Value& item, Items items)
{
    Atoms atoms;
    switch (items) {
    case Items::Rules:
        addRule(item, atoms);
        break;
    case Items::Froms:
        addEntries(item.get("source"), atoms);
        break;
    case Items::Tos:
        addEntries(item.get("operation"), atoms);
        break;
    case Items::Matches:
        addMatch(item, atoms);
        break;
    }
    return atoms;
}

bool isWithin(const Atoms& part, const Atoms& whole)
{
    return std::ranges::all_of(part, [&](const Atom& atom) { return std::ranges::find(whole, atom) != whole.end(); });
}

std::string listText(const Value& list)
{
    std::string text;
    for (const Value& item : list.items) {
        text += (text.empty() ? "" : ", ")
            + (item.kind == Value::Kind::Scalar ? std::string(item.text()) : item.shortText());
    }
    return text;
}

/// "principals a, b", "x-preview exact yes", "request.headers[x] = a".
std::string atomText(const Atom& atom)
{
    const Value& value = *atom.value;
    if (const Value* key = atom.label == "when" ? value.get("key") : nullptr) {
        const Value* values = value.get("values");
        const Value* others = value.get("notValues");
        std::string text(key->text());
        if (values != nullptr)
            text += " = " + listText(*values);
        if (others != nullptr)
            text += " \xe2\x89\xa0 " + listText(*others);
        return text;
    }
    std::string text = atom.label.starts_with("headers.") ? atom.label.substr(8) : atom.label;
    if (value.kind == Value::Kind::List)
        return text + ' ' + listText(value);
    if (value.kind == Value::Kind::Map && value.byKey.size() == 1) {
        const Value::Entry& entry = value.entries[value.byKey[0]];
        return text + ' ' + entry.key + ' ' + entry.value.shortText();
    }
    if (value.kind == Value::Kind::Map && value.byKey.empty())
        return text;
    return text + ' ' + value.shortText();
}

std::string atomsText(const Atoms& atoms)
{
    std::string text;
    for (const Atom& atom : atoms)
        text += (text.empty() ? "" : " + ") + atomText(atom);
    return text;
}

/// Items of the list `many` that are one item of the list `one`.
struct Merge {
    std::vector<std::size_t> parts; ///< positions in `many`
    std::size_t whole = 0; ///< position in `one`
    std::vector<std::string> texts; ///< of the parts
};

/// Where alternatives of `many` are one item of `one`, which has exactly their conditions.
std::vector<Merge> mergesOf(const Value& many, const Value& one, Items items)
{
    std::vector<Merge> merges;
    const auto leftOf = [](const Value& list, const Value& other) {
        std::vector<std::size_t> left;
        for (std::size_t i = 0; i < list.items.size(); ++i) {
            if (std::ranges::find(other.items, list.items[i]) == other.items.end())
                left.push_back(i);
        }
        return left;
    };
    std::vector<std::size_t> parts = leftOf(many, one);
    for (const std::size_t whole : parts.size() < 2 ? std::vector<std::size_t>() : leftOf(one, many)) {
        const Atoms atoms = atomsOf(one.items[whole], items);
        Merge merge{{}, whole, {}};
        Atoms found;
        for (const std::size_t part : parts) {
            const Atoms its = atomsOf(many.items[part], items);
            if (its.empty() || its.size() >= atoms.size() || !isWithin(its, atoms))
                continue;
            merge.parts.push_back(part);
            merge.texts.push_back(atomsText(its));
            std::ranges::copy(its, std::back_inserter(found));
        }
        if (merge.parts.size() < 2 || !isWithin(atoms, found))
            continue;
        std::erase_if(parts, [&](std::size_t part) { return std::ranges::contains(merge.parts, part); });
        merges.push_back(std::move(merge));
    }
    return merges;
}

/// Says what became of the lists at one place.
class Conditions {
public:
    Conditions(const ResourceChange& change, Told& told)
        : m_change(change)
        , m_told(told)
    {
    }

    /// The lists at a place of the old and of the new resource.
    struct Lists {
        const Value* before = nullptr;
        const Value* after = nullptr;
        mesh::FieldPath oldPath;
        mesh::FieldPath path;
    };

    void compare(const Lists& lists, Items items, std::string_view subject, const std::vector<std::string>& args)
    {
        const auto& [before, after, oldPath, path] = lists;
        if (before == nullptr || after == nullptr || before->kind != Value::Kind::List
            || after->kind != Value::Kind::List || *before == *after)
            return;
        for (const Merge& merge : mergesOf(*before, *after, items)) {
            m_told.cover(m_change, {oldPath, merge.parts}, {path, std::array{merge.whole}});
            tell(merge, path, subject, true, args);
        }
        for (const Merge& merge : mergesOf(*after, *before, items)) {
            m_told.cover(m_change, {oldPath, std::array{merge.whole}}, {path, merge.parts});
            tell(merge, path, subject, false, args);
        }
    }

private:
    void tell(const Merge& merge, const mesh::FieldPath& path, std::string_view subject, bool isAnd,
              std::vector<std::string> args)
    {
        const bool isTwo = merge.texts.size() == 2;
        if (isTwo) {
            std::ranges::copy(merge.texts, std::back_inserter(args));
        } else {
            std::string all;
            for (const std::string& text : merge.texts)
                all += (all.empty() ? "" : "; ") + text;
            args.push_back(std::move(all));
        }
        m_told.say(m_change, path, messageOf(subject, isAnd, isTwo), std::move(args));
    }

    static std::string messageOf(std::string_view subject, bool isAnd, bool isTwo)
    {
        struct Row {
            std::string_view subject;
            std::array<std::string_view, 4> messages; ///< both, all, either, any
        };
        static constexpr std::array<Row, 4> rows{{
            {"ALLOW", {"change.allowBoth", "change.allowAll", "change.allowEither", "change.allowAny"}},
            {"DENY", {"change.denyBoth", "change.denyAll", "change.denyEither", "change.denyAny"}},
            {"match", {"change.matchBoth", "change.matchAll", "change.matchEither", "change.matchAny"}},
            {"", {"change.policyBoth", "change.policyAll", "change.policyEither", "change.policyAny"}},
        }};
        const auto* row = std::ranges::find(rows, subject, &Row::subject);
        if (row == rows.end())
            --row;
        return std::string(row->messages[(isAnd ? 0U : 2U) + (isTwo ? 0U : 1U)]);
    }

    const ResourceChange& m_change;
    Told& m_told;
};

std::string_view ruleMessage(std::string_view action, bool isAny, bool isNew)
{
    struct Row {
        std::string_view action;
        std::array<std::string_view, 4> messages; ///< some calls: gone, new; all calls: gone, new
    };
    static constexpr std::array<Row, 3> rows{{
        {"ALLOW", {"change.allowRuleGone", "change.allowRuleNew", "change.allowEveryGone", "change.allowEveryNew"}},
        {"DENY", {"change.denyRuleGone", "change.denyRuleNew", "change.denyEveryGone", "change.denyEveryNew"}},
        {"", {"change.policyRuleGone", "change.policyRuleNew", "change.policyEveryGone", "change.policyEveryNew"}},
    }};
    const auto* row = std::ranges::find(rows, action, &Row::action);
    if (row == rows.end())
        --row;
    return row->messages[(isAny ? 2U : 0U) + (isNew ? 1U : 0U)];
}

/// Rules that came or went as a whole, by the calls that they are for.
void tellRules(const ResourceChange& change, const Value& rules, bool isNew, std::string_view action, Told& told)
{
    const mesh::FieldPath list("spec.rules");
    const auto operation = isNew ? Operation::Added : Operation::Removed;
    for (std::size_t i = 0; i < rules.items.size(); ++i) {
        const mesh::FieldPath path = list.child(i);
        for (std::size_t field = 0; field < change.fields.size(); ++field) {
            if (told.fields[field] || change.fields[field].operation != operation || change.fields[field].path != path)
                continue;
            const std::string calls = atomsText(atomsOf(rules.items[i], Items::Rules));
            told.fields[field] = true;
            told.say(change, isNew ? path : list, std::string(ruleMessage(action, calls.empty(), isNew)),
                     calls.empty() ? std::vector<std::string>() : std::vector{calls});
        }
    }
}

void tellPolicy(const ResourceChange& change, Told& told)
{
    const auto& policy = std::get<mesh::AuthorizationPolicy>(change.after->body);
    const auto& old = std::get<mesh::AuthorizationPolicy>(change.before->body);
    if (policy.action.value != old.action.value)
        return;
    const std::string action = policy.action.value.empty() ? "ALLOW" : policy.action.value;
    const Value before = valueOf(*change.before);
    const Value after = valueOf(*change.after);
    const Value* olds = before.get({"spec", "rules"});
    const Value* news = after.get({"spec", "rules"});
    if (olds == nullptr || news == nullptr)
        return;
    Conditions conditions(change, told);
    const mesh::FieldPath rules("spec.rules");
    conditions.compare({olds, news, rules, rules}, Items::Rules, action, {});
    for (const ItemPairs::Pair& pair : pairItems(*olds, *news, listRuleFor(change.after->key.kind, "rules")).pairs) {
        for (const auto& [key, items] : {std::pair("from"sv, Items::Froms), std::pair("to"sv, Items::Tos)}) {
            conditions.compare({olds->items[pair.before].get(key), news->items[pair.after].get(key),
                                rules.child(pair.before).child(key), rules.child(pair.after).child(key)},
                               items, action, {});
        }
    }
    tellRules(change, *news, true, action, told);
    tellRules(change, *olds, false, action, told);
}

void tellMatches(const ResourceChange& change, std::span<const RoutePair> routes, Told& told)
{
    const auto& table = std::get<mesh::RouteTable>(change.after->body);
    const Value before = valueOf(*change.before);
    const Value after = valueOf(*change.after);
    Conditions conditions(change, told);
    for (const RoutePair& pair : routes) {
        if (pair.before == nullptr || pair.after == nullptr || pair.before->protocol != pair.after->protocol)
            continue;
        const std::string_view list = table.isGatewayApi ? "rules" : mesh::protocolName(pair.after->protocol);
        const std::string_view key = table.isGatewayApi ? "matches" : "match";
        const auto matchesOf = [&](const Value& whole, std::size_t index) {
            const Value* items = whole.get({"spec", list});
            return items != nullptr && index < items->items.size() ? items->items[index].get(key) : nullptr;
        };
        const mesh::FieldPath routesPath = mesh::FieldPath("spec").child(list);
        conditions.compare({matchesOf(before, pair.before->index), matchesOf(after, pair.after->index),
                            routesPath.child(pair.before->index).child(key),
                            routesPath.child(pair.after->index).child(key)},
                           Items::Matches, "match", {routeLabel(table, *pair.after)});
    }
}

} // namespace

void tellConditions(const ResourceChange& change, std::span<const RoutePair> routes, Told& told)
{
    if (std::holds_alternative<mesh::AuthorizationPolicy>(change.after->body)
        && std::holds_alternative<mesh::AuthorizationPolicy>(change.before->body))
        tellPolicy(change, told);
    if (!routes.empty())
        tellMatches(change, routes, told);
}

} // namespace meshdraft::changes
