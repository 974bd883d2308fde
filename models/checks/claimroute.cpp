// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

/// The first header match on a claim of a token; invalid where there is none.
NodeRef claimMatch(const mesh::Resource& resource)
{
    for (const NodeRef& route : resource.rootNode()["spec"]["http"].resolved().items()) {
        for (const NodeRef& match : route["match"].resolved().items()) {
            for (const std::string_view list : {"headers", "withoutHeaders"}) {
                for (const NodeRef::Entry& header : match[list].resolved().entries()) {
                    if (header.key.value().starts_with("@request.auth.claims"))
                        return header.key;
                }
            }
        }
    }
    return {};
}

bool isAuthenticated(const mesh::MeshGraph& graph, const std::string& ns, const mesh::Labels& labels,
                     mesh::Lookups* asked)
{
    for (const std::string& where : {std::string(mesh::rootNamespace), ns}) {
        for (const mesh::ResourceIndex each : graph.ofKindIn("RequestAuthentication", where, asked)) {
            const auto* policy = std::get_if<mesh::RequestAuthentication>(&graph.at(each).body);
            if (policy != nullptr && includesLabels(labels, policy->target.selector))
                return true;
        }
    }
    return false;
}

void checkGateway(const mesh::MeshGraph& graph, const mesh::Resource& resource, const mesh::Resource& target,
                  NodeRef claim, Report& report)
{
    report.asked()->add(mesh::Question::Content, target.key);
    const mesh::Gateway* gateway = istioGateway(target);
    if (gateway == nullptr)
        return;
    const auto say = [&](const std::string& ns, const std::string& name, const mesh::Labels& labels) {
        if (isAuthenticated(graph, ns, labels, report.asked()))
            return;
        report.add(findingAt(resource, claim.id(), "IST0149", Severity::Error, message::claimWithoutAuthentication,
                             {std::string(claim.value()), fullName(target), ns + "/" + name}));
    };
    const GatewayPods pods = gatewayPodsOf(graph, gateway->selector, report.asked());
    for (const mesh::ResourceIndex each : pods.workloads) {
        const mesh::Resource& workload = graph.at(each);
        report.asked()->add(mesh::Question::Content, workload.key);
        say(workload.key.ns, workload.key.name, std::get<mesh::Workload>(workload.body).podLabels);
    }
    if (pods.hasDefault && pods.workloads.empty())
        say(std::string(mesh::rootNamespace), "istio-ingressgateway", defaultGatewayLabels());
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr || table->isGatewayApi)
        return;
    const NodeRef claim = claimMatch(resource);
    if (!claim.isValid())
        return;
    for (const mesh::Reference& reference : graph.referencesFrom(index)) {
        if (reference.type == mesh::ReferenceType::Exposes && reference.to != mesh::noResource)
            checkGateway(graph, resource, graph.at(reference.to), claim, report);
    }
}

} // namespace

/// A route by a claim of a token at a gateway that reads no tokens (Istio's analyzer
/// virtualservice.JWTClaimRouteAnalyzer).
Check claimRoute()
{
    return {{"claim-route", kindsWith({"Gateway", "RequestAuthentication", "VirtualService"}), {"IST0149"}}, check};
}

} // namespace meshdraft::checks
