// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <map>
#include <set>

namespace meshdraft::checks {

namespace {

struct Use {
    std::set<std::string> services;
    std::set<std::string> values; ///< protocols, or ports
};

std::string listed(const std::set<std::string>& names)
{
    const std::vector<std::string> list(names.begin(), names.end());
    return joinedNames(list);
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* workload = std::get_if<mesh::Workload>(&resource.body);
    if (workload == nullptr || resource.key.kind == "Pod" || isSystemNamespace(resource.key.ns)
        || resource.labels.contains("gateway.istio.io/managed"))
        return;
    const auto services = graph.selecting("Service", resource.key.ns, workload->podLabels, report.asked());
    std::map<std::uint32_t, Use> byPort;
    std::map<std::string, Use> byTarget;
    for (const mesh::ResourceIndex each : services) {
        const auto* service = std::get_if<mesh::Service>(&graph.at(each).body);
        // one without a selector has endpoints of its own
        if (service == nullptr || service->selector.empty())
            continue;
        for (const mesh::Port& port : service->ports) {
            const std::string& name = graph.at(each).key.name;
            const std::string_view protocol = graph.at(each).node(port.node)["protocol"].value();
            Use& use = byPort[port.number.value];
            use.services.insert(name);
            use.values.emplace(protocol.empty() ? "TCP" : protocol);
            const std::string number = std::to_string(port.number.value);
            const bool isSame = port.targetPort.empty() || port.targetPort == "0";
            Use& target = byTarget[isSame ? number : port.targetPort];
            target.services.insert(name);
            target.values.insert(number);
        }
    }
    const auto isDisputed = [](const auto& each) { return each.second.values.size() > 1; };
    if (std::ranges::none_of(byPort, isDisputed) && std::ranges::none_of(byTarget, isDisputed))
        return;
    if (membershipOf(graph, resource, report.asked()) != Membership::Inside)
        return;
    for (const auto& [port, use] : byPort) {
        if (use.values.size() > 1) {
            report.add(findingOnName(resource, "IST0116", Severity::Warning, message::portProtocols,
                                     {std::to_string(port), listed(use.services), listed(use.values)}));
        }
    }
    for (const auto& [target, use] : byTarget) {
        if (use.values.size() > 1) {
            report.add(findingOnName(resource, "IST0137", Severity::Warning, message::targetPorts,
                                     {target, listed(use.services), listed(use.values)}));
        }
    }
}

} // namespace

/// Services of the same pods that disagree about a port (Istio's analyzer deployment.ServiceAssociationAnalyzer).
Check deploymentServices()
{
    return {{"deployment-services", kindsWith({"Service"}), {"IST0116", "IST0137"}}, check};
}

} // namespace meshdraft::checks
