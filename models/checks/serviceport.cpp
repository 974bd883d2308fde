// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

/// Ports of all containers, those that run first too.
std::vector<NodeRef> portsOf(const mesh::Resource& workload)
{
    std::vector<NodeRef> all;
    for (const NodeRef& container : containersOf(workload, true))
        std::ranges::copy(container["ports"].resolved().items(), std::back_inserter(all));
    return all;
}

bool hasPort(const mesh::Resource& workload, const std::string& target, bool isName)
{
    return std::ranges::any_of(portsOf(workload), [&](const NodeRef& port) {
        return isName ? port["name"].value() == target : port["containerPort"].resolved().value() == target;
    });
}

bool isNumber(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

std::string targetOf(const mesh::Port& port)
{
    return port.targetPort.empty() ? std::to_string(port.number.value) : port.targetPort;
}

bool isAnywhere(const mesh::MeshGraph& graph, std::span<const mesh::ResourceIndex> workloads, const std::string& target)
{
    return std::ranges::any_of(
        workloads, [&](mesh::ResourceIndex each) { return hasPort(graph.at(each), target, !isNumber(target)); });
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* service = std::get_if<mesh::Service>(&resource.body);
    if (service == nullptr || isSystemNamespace(resource.key.ns))
        return;
    const auto workloads = graph.workloadsOf(index, {}, report.asked());
    if (workloads.empty())
        return;
    bool isDeclared = true; // a port need not be declared: a number says something only where all pods declare some
    for (const mesh::ResourceIndex each : workloads) {
        report.asked()->add(mesh::Question::Content, graph.at(each).key);
        if (containersOf(graph.at(each)).empty() || !proxyImageOf(graph.at(each)).empty())
            return; // a part of an object, or ports that the injector adds
        isDeclared = isDeclared && !portsOf(graph.at(each)).empty();
    }
    // numbers: only where no port of the Service is among those that are declared
    isDeclared = isDeclared && std::ranges::none_of(service->ports, [&](const mesh::Port& port) {
                     return isAnywhere(graph, workloads, targetOf(port));
                 });
    for (const mesh::Port& port : service->ports) {
        const std::string target = targetOf(port);
        const bool isName = !isNumber(target);
        if ((!isName && !isDeclared) || target == "http-envoy-prom" || mesh::isFilledInLater(target)
            || isAnywhere(graph, workloads, target))
            continue;
        const NodeRef node = resource.node(port.node);
        const NodeRef place = node["targetPort"].isValid() ? node["targetPort"] : node["port"];
        const std::string pods = fullName(graph.at(workloads.front()));
        report.add(
            isName
                ? findingAt(resource, place.id(), "MD157", Severity::Error, message::servicePortName, {target, pods})
                : findingAt(resource, place.id(), "MD157", Severity::Info, message::servicePortNumber, {target, pods}));
    }
}

} // namespace

/// A port of a Service that leads to no port of its pods (Kiali's KIA0701).
Check servicePort()
{
    return {{"service-port", kindsWith({"Service"}), {"MD157"}}, check};
}

} // namespace meshdraft::checks
