// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/effective/helmvalues.h"
#include "models/mesh/effective/podtemplate.h"
#include "models/mesh/hostnames.h"

#include <algorithm>
#include <set>

namespace meshdraft::checks {

using mesh::MeshGraph;
using mesh::Resource;
using source::NodeRef;

namespace {

constexpr std::string_view revisionLabel = "istio.io/rev";

void addLabel(const Resource& resource, std::string_view label, std::set<std::string, std::less<>>& revisions)
{
    if (const auto found = resource.labels.find(label); found != resource.labels.end())
        revisions.insert(found->second);
}

/// Whether a HelmRelease or Application installs a control plane.
bool installsControlPlane(const Resource& resource)
{
    const NodeRef spec = resource.rootNode()["spec"];
    std::vector<NodeRef> charts{spec["chart"]["spec"]["chart"], spec["chartRef"]["name"], spec["source"]["chart"]};
    for (const NodeRef& source : spec["sources"].resolved().items())
        charts.push_back(source["chart"]);
    return std::ranges::any_of(charts, [](const NodeRef& chart) { return chart.value().contains("istiod"); });
}

/// Revisions and tags of the control planes in the files; names that stand for all that begin so end in a star.
std::set<std::string, std::less<>> revisionsIn(const MeshGraph& graph, mesh::Lookups* asked)
{
    std::set<std::string, std::less<>> revisions;
    const auto add = [&](std::string_view revision) {
        revisions.emplace(revision.empty() ? std::string_view("default") : revision);
    };
    for (const mesh::ResourceIndex each : graph.ofKind("MutatingWebhookConfiguration", asked)) {
        const auto* webhooks = std::get_if<mesh::InjectionWebhooks>(&graph.at(each).body);
        if (webhooks == nullptr || webhooks->webhooks.empty())
            continue;
        addLabel(graph.at(each), revisionLabel, revisions);
        addLabel(graph.at(each), "istio.io/tag", revisions);
    }
    for (const mesh::ResourceIndex each : graph.workloadsAnywhere({{"app", "istiod"}}, asked)) {
        asked->add(mesh::Question::Content, graph.at(each).key);
        addLabel(graph.at(each), revisionLabel, revisions);
    }
    for (const std::string_view kind : {"Istio", "IstioRevision", "IstioRevisionTag"}) {
        for (const mesh::ResourceIndex each : graph.ofKind(kind, asked)) {
            if (graph.at(each).key.group == "sailoperator.io")
                revisions.insert(graph.at(each).key.name + (kind == "Istio" ? "*" : "")); // NAME-v1-27-1
        }
    }
    for (const mesh::ResourceIndex each : graph.meshConfigs(asked)) {
        const Resource& resource = graph.at(each);
        if (resource.key.kind == "ConfigMap") {
            std::string_view name = resource.key.name;
            for (const std::string_view prefix : {"istio-shared-configmap-", "istio-", "istio"})
                name.remove_prefix(name.starts_with(prefix) ? prefix.size() : 0);
            add(name);
        } else if (resource.key.kind == "IstioOperator") {
            add(resource.rootNode()["spec"]["revision"].value());
        } else if (installsControlPlane(resource)) {
            add({});
            for (const NodeRef& values : mesh::effective::helmValuesIn(resource)) {
                add(values["revision"].value());
                for (const NodeRef& tag : values["revisionTags"].resolved().items())
                    add(tag.value());
            }
        }
    }
    return revisions;
}

void check(const MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    const auto* pods = std::get_if<mesh::Workload>(&resource.body);
    NodeRef label;
    if (resource.key.kind == "Namespace") {
        label = resource.rootNode()["metadata"]["labels"][revisionLabel];
    } else if (pods != nullptr) {
        const auto app = pods->podLabels.find("app");
        if (app != pods->podLabels.end() && app->second == "istiod")
            return;
        label = mesh::effective::podTemplateOf(resource)["metadata"]["labels"][revisionLabel];
    }
    const std::string revision(label.value());
    if (revision.empty() || revision == "default" || mesh::isFilledInLater(revision))
        return;
    const auto revisions = revisionsIn(graph, report.asked());
    if (std::ranges::any_of(revisions, [&](const std::string& each) {
            return each == revision || mesh::isFilledInLater(each)
                || (each.ends_with('*') && revision.starts_with(each.substr(0, each.size() - 1)));
        }))
        return;
    if (revisions.empty()) {
        report.addUnknown(
            revision,
            findingAt(resource, label.id(), "MD168", Severity::Unknown, message::revisionUnknown, {revision}));
        return;
    }
    const std::vector<std::string> known(revisions.begin(), revisions.end());
    report.add(findingAt(resource, label.id(), "MD168", Severity::Warning, message::revisionMissing,
                         {revision, joinedNames(known)}));
}

} // namespace

/// A label istio.io/rev names a control plane that the files, which hold others, do not have.
Check missingRevision()
{
    return {{"missing-revision",
             kindsWith({"Application", "ConfigMap", "HelmRelease", "Istio", "IstioOperator", "IstioRevision",
                        "IstioRevisionTag", "MutatingWebhookConfiguration"}),
             {"MD168"}},
            check};
}

} // namespace meshdraft::checks
