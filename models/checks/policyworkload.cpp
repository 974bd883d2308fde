// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::checks {

namespace {

bool isMember(const mesh::MeshGraph& graph, mesh::ResourceIndex index, mesh::Lookups* asked)
{
    return membershipOf(graph, graph.at(index), asked) != Membership::Outside;
}

bool isAnyMember(const mesh::MeshGraph& graph, std::span<const mesh::ResourceIndex> workloads, mesh::Lookups* asked)
{
    return std::ranges::any_of(workloads, [&](mesh::ResourceIndex each) { return isMember(graph, each, asked); });
}

bool holdsMember(const mesh::MeshGraph& graph, const std::string& ns, mesh::Lookups* asked)
{
    return std::ranges::any_of(workloadKinds(), [&](std::string_view kind) {
        return std::ranges::any_of(graph.ofKindIn(kind, ns, asked), [&](mesh::ResourceIndex each) {
            return std::holds_alternative<mesh::Workload>(graph.at(each).body) && isMember(graph, each, asked);
        });
    });
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* policy = std::get_if<mesh::AuthorizationPolicy>(&resource.body);
    if (policy == nullptr || !policy->target.references.empty())
        return; // targetRefs name resources, not pods
    const std::string& ns = resource.key.ns;
    const mesh::Labels& selector = policy->target.selector;
    const bool isForMesh = ns == rootNamespaceOf(graph, report.asked());
    if (selector.empty()) {
        if (isForMesh || holdsMember(graph, ns, report.asked()))
            return;
    } else {
        const auto found = isForMesh ? graph.workloadsAnywhere(selector, report.asked())
                                     : graph.workloadsMatching(ns, selector, report.asked());
        if (isAnyMember(graph, found, report.asked())
            || (isForMesh && includesLabels(defaultGatewayLabels(), selector)))
            return;
    }
    const std::string text = labelText(selector);
    const source::NodeId place = policy->target.selectorNode;
    const char* const what = selector.empty() ? message::policyEmptyNamespace : message::policyWorkload;
    const bool isKnown =
        isForMesh ? graph.hasWorkloads({}, report.asked()) : knowsPodsFor(graph, resource, report.asked());
    if (isKnown) {
        report.add(selector.empty() ? findingOnName(resource, "IST0127", Severity::Warning, what, {ns})
                                    : findingAt(resource, place, "IST0127", Severity::Warning, what, {ns, text}));
    } else {
        report.addUnknown(
            ns + "|" + text,
            findingAt(resource, place, "IST0127", Severity::Unknown, message::policyWorkloadUnknown, {ns, text}));
    }
}

} // namespace

/// An AuthorizationPolicy for pods that are not there, or not in the mesh (Istio's analyzer
/// authz.AuthorizationPoliciesAnalyzer).
Check policyWorkload()
{
    return {{"policy-workload",
             kindsWith({"Application", "AuthorizationPolicy", "ConfigMap", "HelmRelease", "IstioOperator"}),
             {"IST0127"}},
            check};
}

} // namespace meshdraft::checks
