// SPDX-License-Identifier: Apache-2.0
#include "models/changes/statementgroups.h"
#include "models/changes/statements.h"

#include <algorithm>
#include <array>
#include <set>

namespace meshdraft::changes {

namespace {

using Subset = mesh::DestinationRule::Subset;

const Subset* find(const mesh::DestinationRule& rule, std::string_view name)
{
    const auto found =
        std::ranges::find_if(rule.subsets, [&](const Subset& subset) { return subset.name.value == name; });
    return found == rule.subsets.end() ? nullptr : &*found;
}

/// The new name of a subset that is gone: the one new subset that selects the same pods; null where there is none.
const Subset* renamed(const Subset& old, const mesh::DestinationRule& before, const mesh::DestinationRule& after)
{
    const Subset* result = nullptr;
    for (const Subset& subset : after.subsets) {
        if (subset.labels != old.labels || subset.labels.empty() || find(before, subset.name.value) != nullptr)
            continue;
        if (result != nullptr)
            return nullptr;
        result = &subset;
    }
    return result;
}

bool areSameButForName(const mesh::Resource& before, const Subset& old, const mesh::Resource& after, const Subset& now)
{
    const auto restOf = [](const mesh::Resource& resource, const Subset& subset) {
        mesh::YamlReader reader(resource.document());
        const Value value = Value::of(reader, resource.node(subset.node));
        std::vector<std::pair<std::string, Value>> rest;
        for (const std::uint32_t at : value.byKey) {
            if (value.entries[at].key != "name")
                rest.emplace_back(value.entries[at].key, value.entries[at].value);
        }
        return rest;
    };
    return restOf(before, old) == restOf(after, now);
}

/// The label of the route that holds a node; empty where no route does.
std::string routeAround(const mesh::Resource& resource, source::NodeId node)
{
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr || node == source::noNode)
        return {};
    const source::ByteRange place = resource.node(node).range();
    for (const mesh::Route& route : table->routes) {
        const source::ByteRange range = resource.node(route.node).range();
        if (range.begin <= place.begin && place.end <= range.end)
            return routeLabel(*table, route);
    }
    return {};
}

/// "VirtualService shop/reviews (default, canary)", one a resource that names the subset, sorted.
std::vector<std::string> usersOf(const mesh::MeshGraph& graph, const std::string& host, const std::string& subset)
{
    std::vector<std::string> users;
    const std::string question = host + "|" + subset;
    std::set<mesh::ResourceIndex> seen;
    for (const mesh::ResourceIndex each :
         graph.whoAsked(mesh::lookupOf(mesh::Question::Subset, std::string_view(question)))) {
        if (!seen.insert(each).second)
            continue;
        const mesh::Resource& resource = graph.at(each);
        std::vector<std::string> routes;
        bool names = false;
        for (const mesh::Reference& reference : graph.referencesFrom(each)) {
            if (reference.subset != subset || reference.target != host)
                continue;
            names = true;
            std::string label = routeAround(resource, reference.subsetNode);
            if (!label.empty() && !std::ranges::contains(routes, label))
                routes.push_back(std::move(label));
        }
        if (!names)
            continue;
        std::string text = kindAndName(resource.key);
        for (const std::string& route : routes)
            text += (&route == routes.data() ? " (" : ", ") + route;
        users.push_back(routes.empty() ? text : text + ')');
    }
    std::ranges::sort(users);
    return users;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : "; ") + name;
    return text;
}

} // namespace

void tellSubsets(const ResourceChange& change, const mesh::MeshGraph& after, Told& told)
{
    const auto* before = std::get_if<mesh::DestinationRule>(&change.before->body);
    const auto* now = std::get_if<mesh::DestinationRule>(&change.after->body);
    if (before == nullptr || now == nullptr)
        return;
    const mesh::FieldPath list("spec.subsets");
    const std::string host = after.resolveHost(now->host.value, change.after->key.ns).fqdn;
    for (std::size_t i = 0; i < before->subsets.size(); ++i) {
        const Subset& old = before->subsets[i];
        if (old.name.value.empty() || find(*now, old.name.value) != nullptr)
            continue;
        // Another rule of the host may have it still.
        const bool isElsewhere = std::ranges::any_of(after.destinationRulesFor(host), [&](mesh::ResourceIndex each) {
            const auto* rule = std::get_if<mesh::DestinationRule>(&after.at(each).body);
            return rule != nullptr && find(*rule, old.name.value) != nullptr;
        });
        const std::vector<std::string> users =
            isElsewhere ? std::vector<std::string>() : usersOf(after, host, old.name.value);
        const Subset* subset = renamed(old, *before, *now);
        if (subset == nullptr) {
            if (!users.empty())
                told.say(change, list, "change.subsetStillUsed", {old.name.value, joined(users)});
            continue;
        }
        const auto place = static_cast<std::size_t>(subset - now->subsets.data());
        if (users.empty()) {
            told.say(change, list, "change.subsetRenamed", {old.name.value, subset->name.value});
        } else {
            told.say(change, list, "change.subsetHalfRenamed", {old.name.value, subset->name.value, joined(users)});
        }
        if (areSameButForName(*change.before, old, *change.after, *subset))
            told.cover(change, {list, std::array{i}}, {list, std::array{place}});
    }
}

} // namespace meshdraft::changes
