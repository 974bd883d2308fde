// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"
#include "models/mesh/meshroutes.h"

#include <algorithm>
#include <set>

namespace meshdraft::checks {

using mesh::Question;
using mesh::Resource;

namespace {

/// The namespaces of the proxies that use a VirtualService: its own, if its workloads see it, and those of the pods of
/// its gateways.
std::set<std::string> clientsOf(const mesh::MeshGraph& graph, mesh::ResourceIndex index, mesh::Lookups* asked)
{
    const Resource& resource = graph.at(index);
    const mesh::RouteTable& table = *istioRoutes(resource);
    std::set<std::string> clients;
    const std::string& ns = resource.key.ns;
    if (isOfMesh(table) && isExportedTo(table.exportTo, ns, ns) && graph.hasWorkloads(ns, asked))
        clients.insert(ns);
    for (const mesh::Reference& reference : graph.referencesFrom(index)) {
        if (reference.type != mesh::ReferenceType::Exposes || reference.to == mesh::noResource)
            continue;
        const Resource& gateway = graph.at(reference.to);
        asked->add(Question::Content, gateway.key);
        const mesh::Gateway* istio = istioGateway(gateway);
        if (istio == nullptr || istio->selector.empty())
            continue;
        const GatewayPods pods = gatewayPodsOf(graph, istio->selector, asked);
        for (const mesh::ResourceIndex each : pods.workloads) {
            if (!graph.at(each).hasGuessedNamespace())
                clients.insert(graph.at(each).key.ns);
        }
        if (pods.workloads.empty() && pods.hasDefault)
            clients.insert(std::string(mesh::rootNamespace));
    }
    return clients;
}

bool isSeenBy(const Resource& resource, const std::string& ns)
{
    const auto& rule = std::get<mesh::DestinationRule>(resource.body);
    if (resource.rootNode()["spec"].resolved()["workloadSelector"].isValid())
        return resource.key.ns == ns; // such rules stay in their namespace
    return isExportedTo(rule.exportTo, resource.key.ns, ns);
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    if (istioRoutes(resource) == nullptr || resource.hasGuessedNamespace())
        return;
    std::set<std::string> said;
    for (const mesh::Reference& reference : graph.referencesFrom(index)) {
        if (reference.subset.empty() || reference.subsetResolution != mesh::Resolution::Found)
            continue;
        const auto rules = rulesWithSubset(graph, reference.target, reference.subset, report.asked());
        const bool isLimited =
            std::ranges::any_of(rules, [&](mesh::ResourceIndex rule) { return !isSeenBy(graph.at(rule), {}); });
        if (!isLimited || !said.insert(reference.target + "|" + reference.subset).second)
            continue;
        for (const std::string& ns : clientsOf(graph, index, report.asked())) {
            if (std::ranges::any_of(rules, [&](mesh::ResourceIndex rule) { return isSeenBy(graph.at(rule), ns); }))
                continue;
            report.add(findingAt(resource, reference.subsetNode, "MD115", Severity::Warning, message::subsetHidden,
                                 {reference.subset, reference.target, ns, fullName(graph.at(rules.front()))}));
            break;
        }
    }
}

} // namespace

/// A route to a subset whose DestinationRule is not exported to the proxies that use the route (Istio,
/// DestinationRule.exportTo).
Check hiddenRule()
{
    return {{"hidden-rule", kindsWith({"DestinationRule", "Gateway", "VirtualService"}), {"MD115"}}, check};
}

} // namespace meshdraft::checks
