// SPDX-License-Identifier: Apache-2.0
#include "models/changes/renames.h"

#include "models/changes/fieldcompare.h"

#include <algorithm>
#include <array>
#include <map>
#include <span>
#include <tuple>

namespace meshdraft::changes {

namespace {

bool isName(std::string_view key)
{
    return key == "name" || key == "namespace";
}

/// The entries that count, sorted by key: of equal keys the last one, without those that `skip` names.
template <typename Skip> std::vector<const Value::Entry*> entriesOf(const Value* map, Skip skip)
{
    std::vector<const Value::Entry*> entries;
    if (map == nullptr)
        return entries;
    for (const std::uint32_t at : map->byKey) {
        if (!skip(map->entries[at].key))
            entries.push_back(&map->entries[at]);
    }
    return entries;
}

bool areSame(std::span<const Value::Entry* const> a, std::span<const Value::Entry* const> b)
{
    return std::ranges::equal(
        a, b, [](const Value::Entry* x, const Value::Entry* y) { return x->key == y->key && x->value == y->value; });
}

/// All that a resource says besides its name and namespace.
struct Contents {
    explicit Contents(const mesh::Resource& resource)
        : whole(valueOf(resource))
        , metadata(entriesOf(whole.get("metadata"), isName))
        , rest(entriesOf(&whole, [](std::string_view key) { return key == "metadata"; }))
    {
        for (const auto* entries : {&metadata, &rest}) {
            for (const Value::Entry* entry : *entries)
                hash = hash * 31 + (std::hash<std::string>{}(entry->key) ^ entry->value.hash);
        }
    }

    bool isBare() const
    {
        return std::ranges::all_of(
            rest, [](const Value::Entry* entry) { return entry->key == "apiVersion" || entry->key == "kind"; });
    }

    friend bool operator==(const Contents& a, const Contents& b)
    {
        return a.hash == b.hash && areSame(a.rest, b.rest) && areSame(a.metadata, b.metadata);
    }

    Value whole;
    std::vector<const Value::Entry*> metadata; ///< into `whole`
    std::vector<const Value::Entry*> rest;
    std::size_t hash = 0;
};

/// Higher: a likelier partner. The same name in another namespace, then the same file.
int closeness(const mesh::Resource& before, const mesh::Resource& after)
{
    return (before.key.name == after.key.name ? 2 : 0) + (before.source.path == after.source.path ? 1 : 0);
}

} // namespace

void joinRenames(std::vector<ResourceChange>& changes)
{
    using What = std::tuple<std::string, std::string, std::size_t>; // group, kind, contents
    const auto whatOf = [](const mesh::Resource& resource, std::size_t hash) {
        return What(resource.key.group, resource.key.kind, hash);
    };
    const auto has = [&](Operation operation) {
        return std::ranges::any_of(changes, [&](const ResourceChange& each) { return each.operation == operation; });
    };
    if (!has(Operation::Added) || !has(Operation::Removed))
        return;
    std::map<What, std::vector<ResourceChange*>> removed;
    for (ResourceChange& each : changes) {
        if (each.operation != Operation::Removed)
            continue;
        if (const Contents contents(*each.before); !contents.isBare())
            removed[whatOf(*each.before, contents.hash)].push_back(&each);
    }
    for (ResourceChange& each : changes) {
        if (each.operation != Operation::Added)
            continue;
        const Contents contents(*each.after);
        const auto found = removed.find(whatOf(*each.after, contents.hash));
        if (found == removed.end() || found->second.empty())
            continue;
        std::vector<ResourceChange*>& partners = found->second;
        const auto partner = std::ranges::max_element(
            partners, {}, [&](const ResourceChange* other) { return closeness(*other->before, *each.after); });
        if (!(Contents(*(*partner)->before) == contents))
            continue;
        FieldComparison comparison = compareFields(*(*partner)->before, *each.after);
        // The namespace may come from outside the file: then nothing shows that it is the same one.
        if (comparison.fields.empty())
            continue;
        each.operation = Operation::Renamed;
        each.before = std::move((*partner)->before);
        each.fields = std::move(comparison.fields);
        partners.erase(partner);
    }
    std::erase_if(changes, [](const ResourceChange& each) { return !each.before && !each.after; });
}

} // namespace meshdraft::changes
