// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/effective/podtemplate.h"

#include <algorithm>

namespace meshdraft::checks {

using mesh::Resource;
using source::NodeRef;

namespace {

constexpr std::string_view injectLabel = "sidecar.istio.io/inject";
constexpr std::string_view injectionLabel = "istio-injection";
constexpr std::string_view revisionLabel = "istio.io/rev";

std::string_view valueOf(const mesh::Labels& labels, std::string_view key)
{
    const auto found = labels.find(key);
    return found == labels.end() ? std::string_view() : std::string_view(found->second);
}

/// What Istio installs carries its revision everywhere.
bool isIstiosOwn(const Resource& resource, const mesh::Workload& pods)
{
    const auto isComponent = [](const mesh::Labels& labels) {
        return valueOf(labels, "app") == "istiod" || std::ranges::any_of(labels, [](const auto& label) {
                   return label.first.contains("operator.istio.io/");
               });
    };
    return isComponent(resource.labels) || isComponent(pods.podLabels) || isSystemNamespace(resource.key.ns)
        || resource.key.name.starts_with("istio") || resource.key.name.starts_with("ztunnel");
}

/// Labels that injection reads of pods, on the object that makes them.
void checkPlaces(const Resource& resource, const mesh::Workload& pods, Report& report)
{
    const NodeRef labels = resource.rootNode()["metadata"]["labels"];
    const bool isPod = resource.key.kind == "Pod";
    for (const std::string_view label : {injectLabel, revisionLabel}) {
        if (isPod || !resource.labels.contains(label) || pods.podLabels.contains(label)
            || pods.podAnnotations.contains(label))
            continue;
        report.add(findingAt(resource, labels[label].id(), "MD167", Severity::Warning, message::injectionPlace,
                             {std::string(label), resource.key.kind}));
    }
    const NodeRef ofPods = mesh::effective::podTemplateOf(resource)["metadata"]["labels"][injectionLabel];
    const NodeRef written = labels[injectionLabel].isValid() ? labels[injectionLabel] : ofPods;
    if (written.isValid()) {
        report.add(findingAt(resource, written.id(), "MD167", Severity::Warning, message::injectionOfNamespaces,
                             {resource.key.kind}));
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    const auto* pods = std::get_if<mesh::Workload>(&resource.body);
    if (pods == nullptr || isIstiosOwn(resource, *pods))
        return;
    checkPlaces(resource, *pods, report);
    const Resource* ns = graph.namespaceObject(resource.key.ns, report.asked());
    if (ns == nullptr)
        return;
    const NodeRef labels = mesh::effective::podTemplateOf(resource)["metadata"]["labels"];
    const std::string_view injection = valueOf(ns->labels, injectionLabel);
    const std::string_view revision = valueOf(ns->labels, revisionLabel);
    if (injection == "disabled" && valueOf(pods->podLabels, injectLabel) == "true") {
        report.add(findingAt(resource, labels[injectLabel].id(), "MD167", Severity::Warning, message::injectionDisabled,
                             {resource.key.ns}));
    }
    const std::string_view own = valueOf(pods->podLabels, revisionLabel);
    const std::string_view used = injection == "enabled" ? std::string_view("default") : revision;
    if (!own.empty() && !used.empty() && own != used) {
        report.add(findingAt(resource, labels[revisionLabel].id(), "MD167", Severity::Warning,
                             message::injectionRevision, {std::string(own), resource.key.ns, std::string(used)}));
    }
}

} // namespace

/// Labels that injection does not read where they stand, or that those of the namespace go before.
Check injectionLabels()
{
    return {{"injection-labels", kindsWith({}), {"MD167"}}, check};
}

} // namespace meshdraft::checks
