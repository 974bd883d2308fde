// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>

namespace meshdraft::checks {

using mesh::AuthorizationPolicy;
using mesh::MeshGraph;
using mesh::Resource;

namespace {

/// Whether a policy asks for a token in any way, or leaves the decision to somebody else.
bool asksForToken(const AuthorizationPolicy& policy)
{
    return policy.action.value == "CUSTOM"
        || std::ranges::any_of(policy.rules, [](const AuthorizationPolicy::Rule& rule) {
               return std::ranges::any_of(rule.from, [](const auto& from) { return !from.requestPrincipals.isEmpty(); })
                   || std::ranges::any_of(rule.when, [](const auto& condition) {
                          return condition.key.value.starts_with("request.auth.");
                      });
           });
}

/// Whether both may be for the same pods.
bool mayMeet(const mesh::PolicyTarget& one, const mesh::PolicyTarget& other)
{
    if (!one.references.empty() || !other.references.empty())
        return true;
    return std::ranges::none_of(one.selector, [&](const auto& label) {
        const auto theirs = other.selector.find(label.first);
        return theirs != other.selector.end() && theirs->second != label.second;
    });
}

/// The server itself gets to see what the token says.
bool isPassedOn(const Resource& resource)
{
    return std::ranges::any_of(
        resource.rootNode()["spec"]["jwtRules"].resolved().items(), [](const source::NodeRef& rule) {
            return rule["forwardOriginalToken"].toBool().value_or(false) || rule["outputPayloadToHeader"].isValid()
                || rule["outputClaimToHeaders"].isValid();
        });
}

void check(const MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    const auto* authentication = std::get_if<mesh::RequestAuthentication>(&resource.body);
    if (authentication == nullptr || authentication->rules.empty())
        return;
    const std::string root = rootNamespaceOf(graph, report.asked());
    const bool isForMesh = resource.key.ns == root;
    const auto isGuard = [&](mesh::ResourceIndex each) {
        const auto* policy = std::get_if<AuthorizationPolicy>(&graph.at(each).body);
        return policy != nullptr && asksForToken(*policy) && mayMeet(authentication->target, policy->target);
    };
    if (isForMesh) {
        if (std::ranges::any_of(graph.ofKind("AuthorizationPolicy", report.asked()), isGuard))
            return;
    } else {
        for (const std::string& ns : {resource.key.ns, root}) {
            if (std::ranges::any_of(graph.ofKindIn("AuthorizationPolicy", ns, report.asked()), isGuard))
                return;
        }
    }
    // a policy that stands where the files do not reach may ask for it
    if (resource.hasGuessedNamespace() && !graph.ofKind("AuthorizationPolicy", report.asked()).empty())
        return;
    report.add(findingOnName(resource, "MD164", isPassedOn(resource) ? Severity::Info : Severity::Warning,
                             message::tokenWithoutPolicy, {authentication->rules.front().issuer.value}));
}

} // namespace

/// Tokens are checked and nothing asks for one: requests without a token pass.
Check tokenWithoutPolicy()
{
    return {
        {"token-without-policy",
         {"Application", "AuthorizationPolicy", "ConfigMap", "HelmRelease", "IstioOperator", "RequestAuthentication"},
         {"MD164"}},
        check};
}

} // namespace meshdraft::checks
