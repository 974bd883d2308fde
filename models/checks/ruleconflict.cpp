// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>
#include <set>

namespace meshdraft::checks {

using mesh::DestinationRule;
using source::NodeRef;

namespace {

/// Rules that Istio merges with this one, which hold for the same clients.
std::vector<mesh::ResourceIndex> mergedWith(const mesh::MeshGraph& graph, const mesh::Resource& resource,
                                            const DestinationRule& rule, mesh::Lookups* asked)
{
    std::vector<mesh::ResourceIndex> others;
    const std::string host = mesh::fullyQualifiedHost(rule.host.value, resource.key.ns);
    for (const mesh::ResourceIndex each : graph.answers(mesh::Question::Rules, host, asked)) {
        const mesh::Resource& other = graph.at(each);
        if (other.key == resource.key || other.key.ns != resource.key.ns)
            continue;
        asked->add(mesh::Question::Content, other.key);
        const auto& theirs = std::get<DestinationRule>(other.body);
        if (theirs.workloadSelector.empty()
            && scopesMeet(scopesOf(rule.exportTo, resource.key.ns), scopesOf(theirs.exportTo, other.key.ns)))
            others.push_back(each);
    }
    return others;
}

std::string joined(const std::set<std::string>& names)
{
    const std::vector<std::string> list(names.begin(), names.end());
    return joinedNames(list);
}

void checkSubset(const mesh::MeshGraph& graph, const mesh::Resource& resource, const DestinationRule::Subset& subset,
                 std::span<const mesh::ResourceIndex> others, Report& report)
{
    std::set<std::string> names;
    for (const mesh::ResourceIndex each : others) {
        const mesh::Resource& other = graph.at(each);
        const auto& theirs = std::get<DestinationRule>(other.body).subsets;
        if (std::ranges::any_of(theirs, [&](const DestinationRule::Subset& their) {
                return their.name.value == subset.name.value
                    && other.node(their.node).text() != resource.node(subset.node).text();
            }))
            names.insert(fullName(other));
    }
    if (!names.empty()) {
        report.add(findingAt(resource, subset.name.isPresent() ? subset.name.node : subset.node, "MD145",
                             Severity::Warning, message::ruleConflictSubset, {subset.name.value, joined(names)}));
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* rule = std::get_if<DestinationRule>(&resource.body);
    if (rule == nullptr || rule->host.value.empty() || !rule->workloadSelector.empty()
        || resource.hasGuessedNamespace())
        return;
    const auto others = mergedWith(graph, resource, *rule, report.asked());
    if (others.empty())
        return;
    for (const DestinationRule::Subset& subset : rule->subsets)
        checkSubset(graph, resource, subset, others, report);
    const NodeRef policy = resource.rootNode()["spec"]["trafficPolicy"];
    if (!policy.isValid())
        return;
    std::set<std::string> names;
    for (const mesh::ResourceIndex each : others) {
        const NodeRef theirs = graph.at(each).rootNode()["spec"]["trafficPolicy"];
        if (theirs.isValid() && theirs.text() != policy.text())
            names.insert(fullName(graph.at(each)));
    }
    if (!names.empty()) {
        report.add(findingAt(resource, rule->host.node, "MD145", Severity::Warning, message::ruleConflictPolicy,
                             {rule->host.value, joined(names)}));
    }
}

} // namespace

/// DestinationRules of one namespace for one host that say different things of the same subset, or of the host
/// (Kiali's KIA0201).
Check ruleConflict()
{
    return {{"rule-conflict", {"DestinationRule"}, {"MD145"}}, check};
}

} // namespace meshdraft::checks
