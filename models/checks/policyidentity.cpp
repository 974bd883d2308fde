// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/mtls.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::checks {

using mesh::AuthorizationPolicy;

namespace {

/// The first list of a rule that asks for the caller's identity; noNode: none does.
source::NodeId identityListOf(const mesh::Resource& resource, const AuthorizationPolicy::Rule& rule)
{
    for (const auto& from : rule.from) {
        for (const auto* values : {&from.principals, &from.namespaces, &from.serviceAccounts, &from.trustDomains}) {
            for (const auto* list : {&values->any, &values->none}) {
                if (!list->empty())
                    return resource.node(list->front().node).parent().id();
            }
        }
    }
    return source::noNode;
}

/// Labels of the pods that a policy is for: of those in the files, else what its selector says.
std::vector<mesh::Labels> podsOf(const mesh::MeshGraph& graph, const mesh::Resource& resource,
                                 const mesh::Labels& selector, mesh::Lookups* asked)
{
    std::vector<mesh::Labels> pods;
    for (const mesh::ResourceIndex each : graph.workloadsMatching(resource.key.ns, selector, asked)) {
        asked->add(mesh::Question::Content, graph.at(each).key);
        pods.push_back(std::get<mesh::Workload>(graph.at(each).body).podLabels);
    }
    if (pods.empty())
        pods.push_back(selector);
    return pods;
}

/// The hosts under which clients call such pods; without a Service in the files, any of the namespace.
std::vector<std::string> hostsOf(const mesh::MeshGraph& graph, const std::string& ns,
                                 std::span<const mesh::Labels> pods, mesh::Lookups* asked)
{
    std::vector<std::string> hosts;
    for (const mesh::Labels& labels : pods) {
        for (const mesh::ResourceIndex each : graph.selecting("Service", ns, labels, asked)) {
            if (!std::get<mesh::Service>(graph.at(each).body).selector.empty())
                hosts.push_back(mesh::serviceHost(graph.at(each).key.name, ns));
        }
    }
    if (hosts.empty())
        hosts.push_back("*." + ns + std::string(mesh::clusterDomain));
    return hosts;
}

/// Whether a rule of another namespace may give some clients mTLS.
bool hasClientsOfTheirOwn(const mesh::MeshGraph& graph, const std::string& host, const std::string& ns,
                          mesh::Lookups* asked)
{
    const std::string root = rootNamespaceOf(graph, asked);
    for (const std::string& cover : coversOf(host)) {
        for (const mesh::ResourceIndex each : graph.answers(mesh::Question::Rules, cover, asked)) {
            const mesh::Resource& rule = graph.at(each);
            if (rule.key.ns != ns && rule.key.ns != root)
                return true;
        }
    }
    return false;
}

/// Why no caller has an identity; null: some may have one.
const char* reasonFor(const mesh::MeshGraph& graph, const mesh::Resource& resource, const AuthorizationPolicy& policy,
                      mesh::Lookups* asked)
{
    const std::string& ns = resource.key.ns;
    if (!policy.target.references.empty() || ns == rootNamespaceOf(graph, asked)
        || isAmbient(graph.namespaceObject(ns, asked)))
        return nullptr;
    const mesh::Labels& selector = policy.target.selector;
    std::vector<mesh::Labels> pods;
    if (selector.empty()) {
        if (peerModeOfNamespace(graph, ns, asked) == PeerMode::Disable
            && !hasOtherMode(graph, ns, PeerMode::Disable, asked))
            return message::policyIdentityServer;
    } else {
        pods = podsOf(graph, resource, selector, asked);
        if (std::ranges::all_of(pods, [&](const mesh::Labels& labels) {
                return peerModeOf(graph, ns, labels, 0, asked) == PeerMode::Disable;
            }))
            return message::policyIdentityServer;
    }
    // some of the namespace's hosts may have mTLS
    if (selector.empty()
        && std::ranges::any_of(graph.ofKindIn("DestinationRule", ns, asked), [&](mesh::ResourceIndex each) {
               const auto* rule = std::get_if<mesh::DestinationRule>(&graph.at(each).body);
               return rule != nullptr && rule->tlsMode == "ISTIO_MUTUAL";
           }))
        return nullptr;
    const bool isAutomatic = usesAutoMtls(graph, asked);
    bool isPlain = true;
    bool isRule = false;
    for (const std::string& host : hostsOf(graph, ns, pods, asked)) {
        const std::string mode = tlsModeOf(graph, commonRules(graph, host, ns, asked));
        const bool isOff = mode == "DISABLE" || mode == "SIMPLE";
        isRule = isRule || isOff;
        isPlain = isPlain && (isOff || (mode.empty() && !isAutomatic)) && !hasClientsOfTheirOwn(graph, host, ns, asked);
    }
    if (!isPlain)
        return nullptr;
    return isRule ? message::policyIdentityRule : message::policyIdentityAuto;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* policy = std::get_if<AuthorizationPolicy>(&resource.body);
    if (policy == nullptr)
        return;
    const char* reason = nullptr;
    for (const auto& rule : policy->rules) {
        const source::NodeId list = identityListOf(resource, rule);
        if (list == source::noNode)
            continue;
        if (reason == nullptr)
            reason = reasonFor(graph, resource, *policy, report.asked());
        if (reason == nullptr)
            return;
        report.add(findingAt(resource, list, "MD143", Severity::Warning, reason, {resource.key.ns}));
    }
}

} // namespace

/// A rule asks who calls where no caller has an identity, because there is no mTLS (Kiali's KIA0105).
Check policyIdentity()
{
    return {{"policy-identity",
             kindsWith({"Application", "AuthorizationPolicy", "ConfigMap", "DestinationRule", "HelmRelease",
                        "IstioOperator", "PeerAuthentication", "Service"}),
             {"MD143"}},
            check};
}

} // namespace meshdraft::checks
