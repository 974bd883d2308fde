// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"
#include "models/checks/semantics.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/hostnames.h"

#include <algorithm>
#include <optional>
#include <set>

namespace meshdraft::checks {

using mesh::Question;
using mesh::Resource;

namespace {

using Names = std::set<std::string, std::less<>>;

/// The subsets of a host that routes and mirrors name; nothing where no route leads to the host, or one whose subset is
/// filled in later.
std::optional<Names> routedSubsets(const mesh::MeshGraph& graph, const std::string& host, mesh::Lookups* asked)
{
    const auto routes = graph.answers(Question::Destination, host, asked);
    if (routes.empty())
        return std::nullopt;
    Names names;
    for (const mesh::ResourceIndex index : routes) {
        const Resource& resource = graph.at(index);
        asked->add(Question::Content, resource.key);
        for (const mesh::Route& route : istioRoutes(resource)->routes) {
            for (const auto* list : {&route.destinations, &route.mirrors}) {
                for (const mesh::Destination& each : *list) {
                    if (each.subset.value.empty() || mesh::fullyQualifiedHost(each.host.value, resource.key.ns) != host)
                        continue;
                    if (mesh::hasPlaceholder(each.subset.value))
                        return std::nullopt;
                    names.insert(each.subset.value);
                }
            }
        }
    }
    return names;
}

/// The subsets that a Rollout sends traffic to with the help of this rule.
void addOwned(const mesh::MeshGraph& graph, const Resource& rule, mesh::Lookups* asked, Names& names)
{
    for (const mesh::ResourceIndex index : graph.ofKindIn("Rollout", rule.key.ns, asked)) {
        const auto* workload = std::get_if<mesh::Workload>(&graph.at(index).body);
        if (workload != nullptr && workload->rollout && workload->rollout->destinationRule.value == rule.key.name)
            names.insert({workload->rollout->canarySubset, workload->rollout->stableSubset});
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body);
    if (rule == nullptr || rule->subsets.empty() || rule->host.value.empty()
        || mesh::effective::isWildcardHost(rule->host.value) || mesh::hasPlaceholder(rule->host.value))
        return;
    const std::string host = mesh::fullyQualifiedHost(rule->host.value, resource.key.ns);
    const auto routed = routedSubsets(graph, host, report.asked());
    if (!routed)
        return;
    Names used = *routed;
    addOwned(graph, resource, report.asked(), used);
    std::vector<const mesh::DestinationRule::Subset*> unused;
    std::vector<std::string> names;
    for (const mesh::DestinationRule::Subset& subset : rule->subsets) {
        const std::string& name = subset.name.value;
        if (name.empty() || mesh::hasPlaceholder(name) || used.contains(name))
            continue;
        unused.push_back(&subset);
        names.push_back(name);
    }
    if (unused.empty())
        return;
    std::vector<std::string> dangling;
    std::ranges::copy_if(*routed, std::back_inserter(dangling), [&](const std::string& name) {
        return graph.resolveSubset(host, name, mesh::Resolution::Found, report.asked()) == mesh::Resolution::Missing;
    });
    if (unused.size() == 1 && dangling.size() == 1) {
        report.add(findingAt(resource, unused.front()->name.node, "MD105", Severity::Info, message::subsetRenamed,
                             {names.front(), dangling.front(), host}));
    } else {
        report.add(findingAt(resource, unused.front()->name.node, "MD104", Severity::Info, message::subsetUnused,
                             {joinedNames(names), host}));
    }
}

} // namespace

/// Subsets that no route of their host uses, and one beside a name that routes use and no rule has: a rename half done
/// (Istio, DestinationRule, Subset).
Check unusedSubset()
{
    return {{"unused-subset", {"DestinationRule", "Rollout", "VirtualService"}, {"MD104", "MD105"}}, check};
}

} // namespace meshdraft::checks
