// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/effective/podtemplate.h"
#include "models/mesh/hostnames.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using mesh::Labels;
using source::NodeRef;

namespace {

constexpr auto topology =
    std::to_array<std::string_view>({"kubernetes.io/hostname", "topology.istio.io/subzone",
                                     "topology.kubernetes.io/region", "topology.kubernetes.io/zone"});

/// A selector without what a pod has from its node.
Labels withoutTopology(Labels labels)
{
    for (const std::string_view key : topology) {
        if (const auto found = labels.find(key); found != labels.end())
            labels.erase(found);
    }
    return labels;
}

/// The labels of a pod with those that Istio takes from its node.
Labels withNode(const mesh::MeshGraph& graph, const mesh::Resource& workload, mesh::Lookups* asked)
{
    Labels labels = std::get<mesh::Workload>(workload.body).podLabels;
    const std::string_view node = mesh::effective::podTemplateOf(workload)["spec"]["nodeName"].value();
    if (node.empty())
        return labels;
    const mesh::ResourceKey key{graph.environment(), {}, "Node", {}, std::string(node)};
    asked->add(mesh::Question::Content, key);
    const auto found = graph.find(key, asked);
    if (found.empty())
        return labels;
    for (const std::string_view label : topology) {
        const auto written = graph.at(found.front()).labels.find(label);
        if (written != graph.at(found.front()).labels.end())
            labels.insert_or_assign(std::string(label), written->second);
    }
    labels.insert_or_assign("kubernetes.io/hostname", std::string(node));
    return labels;
}

/// Whether any pod has the labels. Many pods may have one of them: the rarest is looked at.
bool hasPod(const mesh::MeshGraph& graph, const Labels& selector, mesh::Lookups* asked)
{
    std::span<const mesh::ResourceIndex> fewest;
    bool isFirst = true;
    for (const auto& [label, value] : selector) {
        const auto found = graph.answers(mesh::Question::Label, mesh::labelName({}, label, value), asked);
        if (isFirst || found.size() < fewest.size())
            fewest = found;
        isFirst = false;
    }
    return std::ranges::any_of(fewest, [&](mesh::ResourceIndex index) {
        return includesLabels(std::get<mesh::Workload>(graph.at(index).body).podLabels, selector);
    });
}

enum class Found : std::uint8_t { Yes, No, Unknown };

/// Pods that have the labels, in any namespace; what their nodes add is known where the files have the nodes.
Found findPods(const mesh::MeshGraph& graph, const Labels& selector, mesh::Lookups* asked)
{
    const Labels own = withoutTopology(selector);
    if (own.size() == selector.size())
        return selector.empty() || hasPod(graph, selector, asked) ? Found::Yes : Found::No;
    if (graph.ofKind("Node", asked).empty())
        return Found::Unknown;
    const bool isFound = std::ranges::any_of(gatewayPodsOf(graph, own, asked).workloads, [&](mesh::ResourceIndex each) {
        asked->add(mesh::Question::Content, graph.at(each).key);
        // an empty value is what a node without a zone has
        const Labels labels = withNode(graph, graph.at(each), asked);
        return includesLabels(labels, selector) && std::ranges::none_of(topology, [&](std::string_view key) {
                   const auto wanted = selector.find(key);
                   return wanted != selector.end() && wanted->second.empty();
               });
    });
    return isFound ? Found::Yes : Found::No;
}

bool labelsMeet(NodeRef labels, const Labels& selector)
{
    return std::ranges::all_of(selector,
                               [&](const auto& wanted) { return labels[wanted.first].value() == wanted.second; });
}

/// Endpoints that stand in the ServiceEntry, and WorkloadEntries: pods by another name.
bool hasEndpoints(const mesh::MeshGraph& graph, const mesh::Resource& host, const Labels& selector,
                  mesh::Lookups* asked)
{
    const auto* entry = std::get_if<mesh::ServiceEntry>(&host.body);
    if (entry == nullptr)
        return false;
    const bool isWritten =
        std::ranges::any_of(host.rootNode()["spec"]["endpoints"].resolved().items(),
                            [&](NodeRef endpoint) { return labelsMeet(endpoint["labels"], selector); });
    return isWritten
        || std::ranges::any_of(graph.ofKindIn("WorkloadEntry", host.key.ns, asked), [&](mesh::ResourceIndex each) {
               const auto* workload = std::get_if<mesh::WorkloadEntry>(&graph.at(each).body);
               return workload != nullptr && includesLabels(workload->labels, selector);
           });
}

/// Whether files tell which pods a host has: they hold some of them (beside a rule whose namespace nothing says); or it
/// selects none, and they hold others.
bool knowsPods(const mesh::MeshGraph& graph, const mesh::Resource& rule, mesh::ResourceIndex host, mesh::Lookups* asked)
{
    const mesh::Resource& resource = graph.at(host);
    if (const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body);
        entry != nullptr && entry->workloadSelector.empty())
        return graph.hasWorkloads({}, asked);
    if (const auto* service = std::get_if<mesh::Service>(&resource.body);
        service != nullptr && service->selector.empty())
        return graph.hasWorkloads(resource.key.ns, asked);
    return std::ranges::any_of(graph.workloadsOf(host, {}, asked), [&](mesh::ResourceIndex each) {
        return !rule.hasGuessedNamespace() || standBeside(rule, graph.at(each));
    });
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body);
    if (rule == nullptr || rule->subsets.empty())
        return;
    const auto references = graph.referencesFrom(index);
    const auto host = std::ranges::find(references, mesh::ReferenceType::AppliesTo, &mesh::Reference::type);
    if (host == references.end() || host->to == mesh::noResource)
        return;
    const mesh::Resource& target = graph.at(host->to);
    report.asked()->add(mesh::Question::Content, target.key);
    for (const mesh::DestinationRule::Subset& subset : rule->subsets) {
        // the host's own pods: most subsets need no more looking
        if (std::ranges::any_of(references, [&](const mesh::Reference& each) {
                return each.type == mesh::ReferenceType::Selects && each.subset == subset.name.value;
            }))
            continue;
        Labels selector = subset.labels;
        if (const auto* entry = std::get_if<mesh::ServiceEntry>(&target.body))
            selector.insert(entry->workloadSelector.begin(), entry->workloadSelector.end());
        const Found found = findPods(graph, selector, report.asked());
        if (found == Found::Yes || hasEndpoints(graph, target, subset.labels, report.asked()))
            continue;
        const bool isOpen = found == Found::Unknown
            || std::ranges::any_of(selector, [](const auto& label) { return mesh::hasPlaceholder(label.second); })
            || !knowsPods(graph, resource, host->to, report.asked());
        const std::vector<std::string> args{subset.name.value, host->target, labelText(selector)};
        const source::NodeId place = subset.name.isPresent() ? subset.name.node : subset.node;
        if (isOpen) {
            report.addUnknown(
                host->target + "|" + subset.name.value,
                findingAt(resource, place, "IST0173", Severity::Unknown, message::subsetWithoutPodsUnknown, args),
                found == Found::Unknown); // nodes stand in no repository
        } else {
            report.add(findingAt(resource, place, "IST0173", Severity::Error, message::subsetWithoutPods, args));
        }
    }
}

} // namespace

/// A subset whose labels no pod has (Istio's analyzer destinationrule.PodNotSelectedAnalyzer).
Check subsetWorkload()
{
    return {{"subset-workload",
             kindsWith({"DestinationRule", "Node", "Service", "ServiceEntry", "WorkloadEntry"}),
             {"IST0173"}},
            check};
}

} // namespace meshdraft::checks
