// SPDX-License-Identifier: Apache-2.0
#include "models/changes/meshchange.h"

#include "models/changes/blast.h"
#include "models/changes/fieldcompare.h"
#include "models/changes/renames.h"
#include "models/changes/statements.h"
#include "models/mesh/effective/meshview.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace meshdraft::changes {

namespace {

using mesh::ResourcePtr;

auto placeOf(const ResourcePtr& resource)
{
    return std::tie(resource->source.path, resource->source.document, resource->source.item);
}

/// The bytes that belong to a resource: its document or, in a List, its item with what stands before it. Blanks at
/// either end depend on the neighbours and are left out.
std::string_view regionOf(const mesh::Resource& resource)
{
    const source::Document& document = resource.document();
    source::ByteRange range = document.range;
    const source::NodeRef root = resource.rootNode();
    const auto index = root.parent().isSequence() ? root.indexInParent() : std::nullopt;
    if (index) {
        const source::NodeRef list = root.parent();
        if (*index > 0)
            range.begin = list.item(*index - 1).range().end;
        if (*index + 1 < list.size())
            range.end = root.range().end;
    }
    const std::string_view text = std::string_view(*document.text).substr(range.begin, range.size());
    const std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

/// True when two resources cannot differ: they share object or text, and place.
bool isShared(const ResourcePtr& before, const ResourcePtr& after)
{
    return before == after
        || (before->key == after->key && before->root == after->root
            && (before->text == after->text || before->text->id == after->text->id));
}

struct Candidates {
    std::vector<ResourcePtr> before;
    std::vector<ResourcePtr> after;
};

/// Resources that are not plainly the same, by key. Both lists are sorted by place.
std::map<mesh::ResourceKey, Candidates> candidatesOf(const mesh::MeshGraph& before, const mesh::MeshGraph& after)
{
    std::map<mesh::ResourceKey, Candidates> result;
    const auto olds = before.resources();
    const auto news = after.resources();
    const std::ptrdiff_t oldCount = std::ranges::ssize(olds);
    const std::ptrdiff_t newCount = std::ranges::ssize(news);
    std::ptrdiff_t i = 0;
    std::ptrdiff_t j = 0;
    while (i < oldCount || j < newCount) {
        if (i < oldCount && j < newCount && olds[i] == news[j]) {
            ++i;
            ++j;
            continue;
        }
        const bool takeOld = j == newCount || (i < oldCount && placeOf(olds[i]) <= placeOf(news[j]));
        const bool takeNew = i == oldCount || (j < newCount && placeOf(news[j]) <= placeOf(olds[i]));
        if (!(takeOld && takeNew && isShared(olds[i], news[j]))) {
            if (takeOld)
                result[olds[i]->key].before.push_back(olds[i]);
            if (takeNew)
                result[news[j]->key].after.push_back(news[j]);
        }
        i += takeOld ? 1 : 0;
        j += takeNew ? 1 : 0;
    }
    return result;
}

/// Takes the pairs for which `same` holds off both lists.
template <typename Same>
void takePairs(Candidates& candidates, std::vector<std::pair<ResourcePtr, ResourcePtr>>& pairs, Same same)
{
    for (auto before = candidates.before.begin(); before != candidates.before.end();) {
        const auto after =
            std::ranges::find_if(candidates.after, [&](const ResourcePtr& each) { return same(*before, each); });
        if (after == candidates.after.end()) {
            ++before;
            continue;
        }
        pairs.emplace_back(*before, *after);
        candidates.after.erase(after);
        before = candidates.before.erase(before);
    }
}

void addPair(std::vector<ResourceChange>& changes, const ResourcePtr& before, const ResourcePtr& after)
{
    const bool sameFile = before->source.path == after->source.path;
    const bool sameText = regionOf(*before) == regionOf(*after);
    if (sameFile && sameText)
        return;
    ResourceChange change;
    change.before = before;
    change.after = after;
    if (!sameText) {
        FieldComparison comparison = compareFields(*before, *after);
        change.fields = std::move(comparison.fields);
        change.reordered = std::move(comparison.reordered);
    }
    change.operation = !sameFile && change.fields.empty() ? Operation::Moved : Operation::Modified;
    changes.push_back(std::move(change));
}

void addChanges(std::vector<ResourceChange>& changes, Candidates& candidates)
{
    std::vector<std::pair<ResourcePtr, ResourcePtr>> pairs;
    takePairs(candidates, pairs, [](const auto& a, const auto& b) { return placeOf(a) == placeOf(b); });
    takePairs(candidates, pairs, [](const auto& a, const auto& b) {
        return a->source.path == b->source.path && regionOf(*a) == regionOf(*b);
    });
    takePairs(candidates, pairs, [](const auto& a, const auto& b) { return a->source.path == b->source.path; });
    takePairs(candidates, pairs, [](const auto&, const auto&) { return true; });
    for (const auto& [before, after] : pairs)
        addPair(changes, before, after);
    for (const ResourcePtr& before : candidates.before)
        changes.push_back({Operation::Removed, before, nullptr, {}, {}, {}, Tier::None, {}});
    for (const ResourcePtr& after : candidates.after)
        changes.push_back({Operation::Added, nullptr, after, {}, {}, {}, Tier::None, {}});
}

} // namespace

std::string_view operationName(Operation operation)
{
    switch (operation) {
    case Operation::Added:
        return "added";
    case Operation::Removed:
        return "removed";
    case Operation::Modified:
        return "modified";
    case Operation::Moved:
        return "moved";
    case Operation::Renamed:
        return "renamed";
    }
    return {};
}

ChangeKind kindOf(const ResourceChange& change)
{
    switch (change.operation) {
    case Operation::Added:
        return ChangeKind::Added;
    case Operation::Removed:
        return ChangeKind::Removed;
    case Operation::Moved:
        return ChangeKind::Moved;
    case Operation::Renamed:
        return ChangeKind::Renamed;
    case Operation::Modified:
        break;
    }
    if (change.fields.empty())
        return change.reordered.empty() ? ChangeKind::Text : ChangeKind::ReorderedFreely;
    const bool isOrder = std::ranges::all_of(
        change.fields, [](const FieldChange& field) { return field.operation == Operation::Moved; });
    return isOrder ? ChangeKind::Reordered : ChangeKind::Modified;
}

std::string_view changeKindName(ChangeKind kind)
{
    switch (kind) {
    case ChangeKind::Added:
        return "added";
    case ChangeKind::Removed:
        return "removed";
    case ChangeKind::Modified:
        return "modified";
    case ChangeKind::Moved:
        return "moved";
    case ChangeKind::Renamed:
        return "renamed";
    case ChangeKind::Reordered:
        return "reordered";
    case ChangeKind::ReorderedFreely:
        return "reordered-freely";
    case ChangeKind::Text:
        return "text";
    }
    return {};
}

std::string_view tierName(Tier tier)
{
    switch (tier) {
    case Tier::None:
        return "none";
    case Tier::Low:
        return "low";
    case Tier::Medium:
        return "medium";
    case Tier::High:
        return "high";
    }
    return {};
}

MeshChange compareGraphs(const mesh::MeshGraph& before, const mesh::MeshGraph& after)
{
    MeshChange change;
    for (auto& [key, candidates] : candidatesOf(before, after))
        addChanges(change.resources, candidates);
    joinRenames(change.resources);
    std::ranges::stable_sort(change.resources, {}, [](const ResourceChange& each) {
        const mesh::Resource& resource = each.after ? *each.after : *each.before;
        return std::tie(resource.key.kind, resource.key.ns, resource.key.name, resource.source.path);
    });
    const bool asksForRoot = std::ranges::any_of(change.resources, [](const ResourceChange& each) {
        return each.after && std::holds_alternative<mesh::PeerAuthentication>(each.after->body);
    });
    const std::string root =
        asksForRoot ? mesh::effective::meshSettingsOf(after).config.rootNamespace.value : std::string();
    for (ResourceChange& each : change.resources)
        each.statements = statementsOf(each, after, root);
    findTouched(change, before, after);
    return change;
}

} // namespace meshdraft::changes
