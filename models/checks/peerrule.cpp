// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/mtls.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::checks {

namespace {

/// A rule for all hosts of a policy's namespace that starts this TLS. Clients take the rules of their own namespace,
/// the servers', the root; in each the most specific one.
const mesh::Resource* ruleWith(const mesh::MeshGraph& graph, const std::string& pattern, std::string_view mode,
                               const std::string& ns, mesh::Lookups* asked)
{
    const auto common = commonRules(graph, pattern, ns, asked);
    if (!common.empty()) {
        return tlsModeOf(graph, common) == mode ? &graph.at(common.front()) : nullptr;
    }
    for (const std::string& host : coversOf(pattern)) {
        for (const mesh::ResourceIndex each : graph.answers(mesh::Question::Rules, host, asked)) {
            asked->add(mesh::Question::Content, graph.at(each).key);
            if (std::get<mesh::DestinationRule>(graph.at(each).body).tlsMode == mode)
                return &graph.at(each);
        }
    }
    return nullptr;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* policy = std::get_if<mesh::PeerAuthentication>(&resource.body);
    if (policy == nullptr || !policy->target.isEverything())
        return;
    const std::string& mode = policy->mode.value;
    const std::string& ns = resource.key.ns;
    const bool isForMesh = ns == rootNamespaceOf(graph, report.asked());
    const std::string pattern = isForMesh ? "*.svc.cluster.local" : "*." + ns + std::string(mesh::clusterDomain);
    if (mode == "DISABLE") {
        if (const mesh::Resource* rule = ruleWith(graph, pattern, "ISTIO_MUTUAL", ns, report.asked())) {
            report.add(findingAt(resource, policy->mode.node, "MD147", Severity::Warning, message::peerDisabled,
                                 {fullName(*rule)}));
        }
        return;
    }
    if (mode != "STRICT")
        return;
    if (const mesh::Resource* rule = ruleWith(graph, pattern, "DISABLE", ns, report.asked())) {
        report.add(findingAt(resource, policy->mode.node, "MD146", Severity::Warning, message::peerPlaintext,
                             {fullName(*rule)}));
    } else if (!usesAutoMtls(graph, report.asked())
               && ruleWith(graph, pattern, "ISTIO_MUTUAL", ns, report.asked()) == nullptr) {
        report.add(findingAt(resource, policy->mode.node, "MD148", Severity::Warning, message::peerWithoutRule,
                             {isForMesh ? "*.local" : pattern}));
    }
}

} // namespace

/// A PeerAuthentication for a namespace or the mesh, and DestinationRules that start another kind of TLS to all of it
/// (Kiali's KIA0205 to KIA0208, KIA0401, KIA0501, KIA0505, KIA0506).
Check peerRule()
{
    return {{"peer-rule",
             {"Application", "ConfigMap", "DestinationRule", "HelmRelease", "IstioOperator", "PeerAuthentication"},
             {"MD146", "MD147", "MD148"}},
            check};
}

} // namespace meshdraft::checks
