// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <set>

namespace meshdraft::checks {

using mesh::Labels;
using source::NodeRef;

namespace {

constexpr std::size_t mostSelectors = 3;

/// Every set of pods' labels that has all keys of a selector, cut down to these keys; those with the most values in
/// common first.
std::vector<Labels> likelySelectors(const Labels& selector, std::span<const Labels> pods)
{
    std::set<std::pair<std::ptrdiff_t, Labels>> likely;
    for (const Labels& labels : pods) {
        Labels cut;
        std::ptrdiff_t score = 0;
        for (const auto& [key, value] : selector) {
            const auto found = labels.find(key);
            if (found == labels.end())
                break;
            cut.insert(*found);
            const bool isNear = !nearNames(value, {&found->second, 1}).empty();
            score -= found->second == value ? 2 : isNear ? 1 : 0;
        }
        if (cut.size() == selector.size() && cut != selector)
            likely.emplace(score, std::move(cut));
    }
    std::vector<Labels> result;
    for (const auto& [score, labels] : likely) {
        if (result.size() < mostSelectors)
            result.push_back(labels);
    }
    return result;
}

/// One choice for each set of labels that pods have; only values change.
void offerSelectors(const FixContext& context, NodeRef mapping, std::span<const Labels> pods, std::vector<Fix>& fixes)
{
    Labels selector;
    for (const NodeRef::Entry& entry : mapping.resolved().entries()) {
        if (!entry.value.isScalar())
            return;
        selector.emplace(entry.key.value(), entry.value.value());
    }
    if (selector.empty())
        return;
    for (const Labels& labels : likelySelectors(selector, pods)) {
        std::vector<source::Change> changes;
        for (const auto& [key, value] : labels) {
            if (selector.at(key) != value)
                changes.push_back(*scalarChange(mapping.resolved()[key], value));
        }
        fixes.push_back(fixOf(context, "fix.selector.use", {labelText(selector), labelText(labels)}, Certainty::Choice,
                              std::move(changes)));
    }
}

std::vector<Labels> podsOf(const mesh::MeshGraph& graph, std::span<const mesh::ResourceIndex> workloads)
{
    std::vector<Labels> pods;
    for (const mesh::ResourceIndex index : workloads) {
        if (const auto* workload = std::get_if<mesh::Workload>(&graph.at(index).body))
            pods.push_back(workload->podLabels);
    }
    return pods;
}

std::vector<Labels> podsIn(const mesh::MeshGraph& graph, std::string_view ns)
{
    std::vector<Labels> pods;
    for (const std::string_view kind : workloadKinds())
        std::ranges::move(podsOf(graph, graph.ofKindIn(kind, ns)), std::back_inserter(pods));
    return pods;
}

/// Of the policy's own namespace; the root namespace's are for the whole mesh.
void selectPods(const FixContext& context, std::vector<Fix>& fixes)
{
    const std::string& ns = context.resource.key.ns;
    if (ns != rootNamespaceOf(context.graph, nullptr))
        return offerSelectors(context, context.node, podsIn(context.graph, ns), fixes);
    std::vector<Labels> pods;
    for (const std::string_view kind : workloadKinds())
        std::ranges::move(podsOf(context.graph, context.graph.ofKind(kind)), std::back_inserter(pods));
    offerSelectors(context, context.node, pods, fixes);
}

/// `spec.selector.matchLabels` of a policy, `spec.workloadSelector.labels` of a Sidecar: the mapping of labels, however
/// the finding's place leads there.
NodeRef labelsAt(NodeRef node)
{
    for (const std::string_view key : {"matchLabels", "labels"}) {
        if (const NodeRef inner = node[key]; inner.resolved().isMapping())
            return inner;
    }
    return node;
}

void selectOwnPods(const FixContext& context, std::vector<Fix>& fixes)
{
    FixContext inner = context;
    inner.node = labelsAt(context.node);
    selectPods(inner, fixes);
}

void selectGateway(const FixContext& context, std::vector<Fix>& fixes)
{
    std::vector<Labels> gateways{defaultGatewayLabels()};
    for (const std::string_view kind : workloadKinds()) {
        for (const mesh::ResourceIndex index : context.graph.ofKind(kind)) {
            const auto* workload = std::get_if<mesh::Workload>(&context.graph.at(index).body);
            if (workload != nullptr && !proxyImageOf(context.graph.at(index)).empty())
                gateways.push_back(workload->podLabels);
        }
    }
    offerSelectors(context, context.node, gateways, fixes);
}

void selectSubset(const FixContext& context, std::vector<Fix>& fixes)
{
    const mesh::ResourceIndex host = context.graph.resolveHost(context.arg(1), context.resource.key.ns).resource;
    if (host == mesh::noResource)
        return;
    const NodeRef subset = context.node.isScalar() ? context.node.parent() : context.node;
    offerSelectors(context, subset["labels"], podsOf(context.graph, context.graph.workloadsOf(host)), fixes);
}

} // namespace

/// Selectors that find nothing: take the labels that pods have.
std::vector<Fixer> selectorFixers()
{
    const std::vector<std::string_view> ids{"fix.selector.use"};
    return {{message::gatewaySelector, {"IST0101"}, ids, selectGateway},
            {message::policyWorkload, {"IST0127"}, ids, selectOwnPods},
            {message::sidecarSelector, {"IST0101"}, ids, selectOwnPods},
            {message::telemetrySelector, {"IST0101"}, ids, selectOwnPods},
            {message::subsetWithoutPods, {"IST0173"}, ids, selectSubset}};
}

} // namespace meshdraft::checks
