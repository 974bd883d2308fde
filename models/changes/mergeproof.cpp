// SPDX-License-Identifier: Apache-2.0
#include "models/changes/mergeproof.h"

#include "models/changes/mergeorder.h"
#include "models/changes/valuetree.h"

#include <algorithm>
#include <set>

namespace meshdraft::changes {

namespace {

/// The values of one place in the three texts and in the merged one; null where there is none.
struct Place {
    const Value* base = nullptr;
    const Value* mine = nullptr;
    const Value* theirs = nullptr;
    const Value* result = nullptr;

    bool areAll(Value::Kind kind) const
    {
        return base->kind == kind && mine->kind == kind && theirs->kind == kind && result->kind == kind;
    }
};

bool same(const Value* a, const Value* b)
{
    return a == nullptr || b == nullptr ? a == b : *a == *b;
}

class Proof {
public:
    explicit Proof(const MergeChoices& choices)
        : m_choices(choices)
    {
    }

    bool holds(const Place& at, const std::string& path, std::string_view kind, std::string_view listKey) const
    {
        if (const auto chosen = m_choices.find(path); chosen != m_choices.end())
            return same(at.result, chosen->second == MergeSide::Mine ? at.mine : at.theirs);
        if (!hasChoiceBelow(path)) {
            if (same(at.mine, at.base))
                return same(at.result, at.theirs);
            if (same(at.theirs, at.base) || same(at.mine, at.theirs))
                return same(at.result, at.mine);
        }
        if (at.base == nullptr || at.mine == nullptr || at.theirs == nullptr || at.result == nullptr)
            return false;
        if (at.areAll(Value::Kind::Map))
            return holdsMap(at, path, kind);
        return at.areAll(Value::Kind::List) && holdsList(at, path, kind, listKey);
    }

private:
    bool hasChoiceBelow(const std::string& path) const
    {
        const auto next = m_choices.upper_bound(path);
        return next != m_choices.end() && next->first.starts_with(path);
    }

    bool holdsMap(const Place& at, const std::string& path, std::string_view outer) const
    {
        const std::string_view kind = kindWithin(at.theirs->node, outer);
        std::set<std::string_view> keys;
        for (const Value* value : {at.base, at.mine, at.theirs, at.result}) {
            for (const Value::Entry& entry : value->entries)
                keys.insert(entry.key);
        }
        return std::ranges::all_of(keys, [&](std::string_view key) {
            return holds({at.base->get(key), at.mine->get(key), at.theirs->get(key), at.result->get(key)},
                         mergePath(path, key), kind, key);
        });
    }

    bool holdsList(const Place& at, const std::string& path, std::string_view kind, std::string_view listKey) const
    {
        const ListRule& rule = listRuleFor(kind, listKey);
        const auto itemsOf = [&rule](const Value& list) {
            std::vector<source::NodeRef> nodes;
            for (const Value& item : list.items)
                nodes.push_back(item.node);
            return mergeItems(nodes, rule);
        };
        const auto order = mergeOrder(itemsOf(*at.base), itemsOf(*at.mine), itemsOf(*at.theirs), rule.isOrdered);
        if (order.isAmbiguous)
            return false;
        std::size_t next = 0;
        for (const MergeTriple& item : order.elements) {
            const auto get = [](const Value& list, int position) {
                return position < 0 ? nullptr : &list.items[static_cast<std::size_t>(position)];
            };
            Place inner{get(*at.base, item.base), get(*at.mine, item.mine), get(*at.theirs, item.theirs), nullptr};
            const std::string innerPath = mergePath(path, item.mine, item.theirs, item.base);
            if (isKept(inner, innerPath)) {
                if (next == at.result->items.size())
                    return false;
                inner.result = &at.result->items[next++];
            }
            if (!holds(inner, innerPath, kind, {}))
                return false;
        }
        return next == at.result->items.size();
    }

    bool isKept(const Place& item, const std::string& path) const
    {
        if (const auto chosen = m_choices.find(path); chosen != m_choices.end())
            return (chosen->second == MergeSide::Mine ? item.mine : item.theirs) != nullptr;
        return item.base == nullptr || (item.mine != nullptr && item.theirs != nullptr);
    }

    const MergeChoices& m_choices;
};

} // namespace

std::string mergePath(const std::string& path, std::string_view key)
{
    return path.empty() ? std::string(key) : path + '.' + std::string(key);
}

std::string mergePath(const std::string& path, int mine, int theirs, int base)
{
    return path + '[' + std::to_string(theirs >= 0 ? theirs : mine >= 0 ? mine : base) + ']';
}

bool provesMerge(const MergedDocument& documents, const source::Document& result, const MergeChoices& choices)
{
    const auto valueOf = [](const source::Document* document) -> std::optional<Value> {
        if (document == nullptr || !document->root().isValid())
            return std::nullopt;
        mesh::YamlReader reader(*document);
        return Value::of(reader, document->root());
    };
    const auto base = valueOf(documents.base);
    const auto mine = valueOf(documents.mine);
    const auto theirs = valueOf(documents.theirs);
    const auto merged = valueOf(&result);
    const auto pointer = [](const std::optional<Value>& value) { return value ? &*value : nullptr; };
    return Proof(choices).holds({pointer(base), pointer(mine), pointer(theirs), pointer(merged)}, {}, {}, {});
}

} // namespace meshdraft::changes
