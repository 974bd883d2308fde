// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/effective/podtemplate.h"

#include <algorithm>
#include <optional>

namespace meshdraft::checks {

using mesh::MeshGraph;
using mesh::Resource;
using source::NodeRef;

namespace {

/// "25%" of a number of pods rounded down, or a plain number; nothing where it cannot be told.
std::optional<std::int64_t> countOf(NodeRef written, std::optional<std::int64_t> replicas)
{
    if (const auto number = written.resolved().toInt())
        return number;
    std::string_view text = written.isValid() ? written.value() : std::string_view("25%");
    if (!text.ends_with('%'))
        return std::nullopt;
    std::int64_t percent = 0;
    for (const char c : text.substr(0, text.size() - 1)) {
        if (c < '0' || c > '9' || percent > 100)
            return std::nullopt;
        percent = percent * 10 + (c - '0');
    }
    if (percent == 0)
        return 0;
    return replicas ? std::optional(*replicas * percent / 100) : std::nullopt;
}

/// A disk that one pod at a time can have leaves no other way.
bool hasDisk(const Resource& resource)
{
    const auto volumes = mesh::effective::podTemplateOf(resource)["spec"]["volumes"].resolved().items();
    return std::ranges::any_of(volumes,
                               [](const NodeRef& volume) { return volume["persistentVolumeClaim"].isValid(); });
}

bool hasService(const MeshGraph& graph, const Resource& resource, const mesh::Labels& labels, mesh::Lookups* asked)
{
    return std::ranges::any_of(
        graph.selecting("Service", resource.key.ns, labels, asked),
        [&](mesh::ResourceIndex each) { return !std::get<mesh::Service>(graph.at(each).body).selector.empty(); });
}

void check(const MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    const auto* pods = std::get_if<mesh::Workload>(&resource.body);
    if (pods == nullptr || resource.key.kind != "Deployment" || pods->replicas == 0
        || membershipOf(graph, resource, report.asked()) != Membership::Inside
        || !hasService(graph, resource, pods->podLabels, report.asked()))
        return;
    const NodeRef strategy = resource.rootNode()["spec"]["strategy"];
    const NodeRef type = strategy["type"];
    if (type.value() == "Recreate") {
        report.add(findingAt(resource, type.id(), "MD170", hasDisk(resource) ? Severity::Info : Severity::Warning,
                             message::rolloutRecreate, {resource.key.name}));
        return;
    }
    const NodeRef unavailable = strategy["rollingUpdate"]["maxUnavailable"];
    const auto gone = countOf(unavailable, pods->replicas);
    if (!gone || *gone <= 0)
        return;
    const source::NodeRef place = unavailable.isValid() ? unavailable : resource.rootNode()["spec"]["replicas"];
    const std::int64_t replicas = pods->replicas.value_or(1);
    if (*gone >= replicas) {
        report.add(findingAt(resource, place.id(), "MD170", Severity::Warning, message::rolloutAllGone,
                             {resource.key.name, std::to_string(*gone), std::to_string(replicas)}));
    } else {
        report.add(findingAt(resource, place.id(), "MD170", Severity::Info, message::rolloutSomeGone,
                             {resource.key.name, std::to_string(*gone), std::to_string(replicas)}));
    }
}

} // namespace

/// A Deployment behind a Service whose update takes pods away before new ones are ready.
Check rolloutStrategy()
{
    return {{"rollout-strategy", kindsWith({"Service"}), {"MD170"}}, check};
}

} // namespace meshdraft::checks
