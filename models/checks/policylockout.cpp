// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <set>

namespace meshdraft::checks {

using mesh::AuthorizationPolicy;
using mesh::MeshGraph;
using mesh::Resource;

namespace {

bool isDryRun(const Resource& resource)
{
    const auto written = resource.annotations.find("istio.io/dry-run");
    return written != resource.annotations.end() && written->second == "true";
}

bool isAllow(const AuthorizationPolicy& policy)
{
    return policy.action.value.empty() || policy.action.value == "ALLOW";
}

bool matchesAll(const AuthorizationPolicy::Rule& rule)
{
    return rule.from.empty() && rule.to.empty() && rule.when.empty();
}

/// Other policies in force that let requests through to pods with these labels, or (no labels) to any of the namespace.
std::vector<mesh::ResourceIndex> otherAllows(const MeshGraph& graph, const Resource& resource,
                                             const mesh::Labels* labels, mesh::Lookups* asked)
{
    std::vector<mesh::ResourceIndex> others;
    std::set<std::string> namespaces{resource.key.ns, rootNamespaceOf(graph, asked)};
    for (const std::string& ns : namespaces) {
        for (const mesh::ResourceIndex each : graph.ofKindIn("AuthorizationPolicy", ns, asked)) {
            const Resource& other = graph.at(each);
            const auto* policy = std::get_if<AuthorizationPolicy>(&other.body);
            if (policy == nullptr || other.key == resource.key || isDryRun(other) || !isAllow(*policy)
                || policy->rules.empty())
                continue;
            if (!policy->target.references.empty() || labels == nullptr
                || includesLabels(*labels, policy->target.selector))
                others.push_back(each);
        }
    }
    return others;
}

std::vector<mesh::ResourceIndex> podsOf(const MeshGraph& graph, const Resource& resource,
                                        const AuthorizationPolicy& policy, mesh::Lookups* asked)
{
    if (!policy.target.selector.empty())
        return graph.workloadsMatching(resource.key.ns, policy.target.selector, asked);
    std::vector<mesh::ResourceIndex> pods;
    for (const std::string_view kind : workloadKinds()) {
        for (const mesh::ResourceIndex each : graph.ofKindIn(kind, resource.key.ns, asked)) {
            if (std::holds_alternative<mesh::Workload>(graph.at(each).body))
                pods.push_back(each);
        }
    }
    return pods;
}

/// An ALLOW policy without rules, for pods with a Service that no other one opens.
void checkNothing(const MeshGraph& graph, const Resource& resource, const AuthorizationPolicy& policy, Report& report)
{
    const Resource* served = nullptr;
    for (const mesh::ResourceIndex each : podsOf(graph, resource, policy, report.asked())) {
        const Resource& workload = graph.at(each);
        if (membershipOf(graph, workload, report.asked()) == Membership::Outside)
            continue;
        const auto& labels = std::get<mesh::Workload>(workload.body).podLabels;
        if (!otherAllows(graph, resource, &labels, report.asked()).empty())
            return;
        const auto services = graph.selecting("Service", resource.key.ns, labels, report.asked());
        if (served == nullptr && std::ranges::any_of(services, [&](mesh::ResourceIndex service) {
                return !std::get<mesh::Service>(graph.at(service).body).selector.empty();
            }))
            served = &workload;
    }
    if (served != nullptr) {
        const source::NodeRef name = resource.rootNode()["metadata"]["name"];
        report.add(findingAt(resource, policy.rulesNode == source::noNode ? name.id() : policy.rulesNode, "MD161",
                             Severity::Warning, message::lockoutNothing, {served->key.name}));
    }
}

/// An ALLOW rule for everything beside policies that would narrow it.
void checkEverything(const MeshGraph& graph, const Resource& resource, const AuthorizationPolicy& policy,
                     const AuthorizationPolicy::Rule& rule, Report& report)
{
    std::set<std::string> names;
    const auto add = [&](const mesh::Labels* labels) {
        for (const mesh::ResourceIndex each : otherAllows(graph, resource, labels, report.asked())) {
            const auto& other = std::get<AuthorizationPolicy>(graph.at(each).body);
            if (other.target.references.empty() && std::ranges::none_of(other.rules, matchesAll))
                names.insert(fullName(graph.at(each)));
        }
    };
    if (policy.target.selector.empty()) {
        add(nullptr);
    } else {
        for (const mesh::ResourceIndex each : podsOf(graph, resource, policy, report.asked())) {
            report.asked()->add(mesh::Question::Content, graph.at(each).key);
            add(&std::get<mesh::Workload>(graph.at(each).body).podLabels);
        }
    }
    if (names.empty()) {
        report.add(findingAt(resource, rule.node, "MD162", Severity::Info, message::openToAll, {resource.key.ns}));
        return;
    }
    const std::vector<std::string> list(names.begin(), names.end());
    report.add(findingAt(resource, rule.node, "MD162", Severity::Warning, message::openBeside, {joinedNames(list)}));
}

void check(const MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    const auto* policy = std::get_if<AuthorizationPolicy>(&resource.body);
    if (policy == nullptr || isDryRun(resource) || !policy->target.references.empty())
        return;
    const auto all = std::ranges::find_if(policy->rules, matchesAll);
    if (policy->action.value == "DENY") {
        if (all != policy->rules.end()) {
            report.add(
                findingAt(resource, all->node, "MD161", Severity::Warning, message::lockoutDeny, {resource.key.ns}));
        }
        return;
    }
    // the whole mesh is opened and closed by more than files of one place
    if (!isAllow(*policy) || resource.key.ns == rootNamespaceOf(graph, report.asked()))
        return;
    if (policy->rules.empty()) {
        checkNothing(graph, resource, *policy, report);
    } else if (all != policy->rules.end()) {
        checkEverything(graph, resource, *policy, *all, report);
    }
}

} // namespace

/// An AuthorizationPolicy that shuts everybody out, or lets everybody in.
Check policyLockout()
{
    return {{"policy-lockout",
             kindsWith({"Application", "AuthorizationPolicy", "ConfigMap", "HelmRelease", "IstioOperator", "Service"}),
             {"MD161", "MD162"}},
            check};
}

} // namespace meshdraft::checks
