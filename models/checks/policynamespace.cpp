// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// "name", "prefix*", "*suffix" or "*".
bool matches(std::string_view ns, std::string_view pattern)
{
    if (pattern == "*")
        return true;
    if (pattern.starts_with('*'))
        return ns.ends_with(pattern.substr(1));
    if (pattern.ends_with('*'))
        return ns.starts_with(pattern.substr(0, pattern.size() - 1));
    return std::ranges::equal(ns, pattern, {}, lower, lower);
}

/// Whether some namespace is meant; those of Kubernetes and Istio are in every cluster.
bool isKnown(const mesh::MeshGraph& graph, const std::string& pattern, mesh::Lookups* asked)
{
    constexpr auto always =
        std::to_array<std::string_view>({"default", "istio-system", "kube-node-lease", "kube-public", "kube-system"});
    if (std::ranges::any_of(always, [&](std::string_view ns) { return matches(ns, pattern); }))
        return true;
    if (!pattern.contains('*') && graph.hasNamespace(pattern, asked))
        return true;
    return std::ranges::any_of(graph.ofKind("Namespace", asked),
                               [&](mesh::ResourceIndex index) { return matches(graph.at(index).key.name, pattern); });
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* policy = std::get_if<mesh::AuthorizationPolicy>(&resource.body);
    if (policy == nullptr)
        return;
    for (const auto& rule : policy->rules) {
        for (const auto& from : rule.from) {
            for (const auto* list : {&from.namespaces.any, &from.namespaces.none}) {
                for (const mesh::Field<std::string>& ns : *list) {
                    if (isKnown(graph, ns.value, report.asked()))
                        continue;
                    if (listsNamespaces(graph, report.asked()) && !mesh::hasPlaceholder(ns.value)) {
                        report.add(findingAt(resource, ns.node, "IST0101", Severity::Error, message::policyNamespace,
                                             {ns.value}));
                    } else {
                        report.addUnknown(ns.value,
                                          findingAt(resource, ns.node, "IST0101", Severity::Unknown,
                                                    message::policyNamespaceUnknown, {ns.value}));
                    }
                }
            }
        }
    }
}

} // namespace

/// A rule for callers of a namespace that does not exist (Istio's analyzer authz.AuthorizationPoliciesAnalyzer).
Check policyNamespace()
{
    return {{"policy-namespace", {"AuthorizationPolicy", "Namespace"}, {"IST0101"}}, check};
}

} // namespace meshdraft::checks
