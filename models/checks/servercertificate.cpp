// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

namespace meshdraft::checks {

using source::NodeRef;

namespace {

/// The mode of client TLS settings that check no server certificate; empty where they do, or need not.
std::string_view uncheckedMode(NodeRef tls, bool hasSelector)
{
    const std::string_view mode = tls["mode"].value();
    if (mode != "SIMPLE" && mode != "MUTUAL")
        return {};
    // a credential is read by gateways, and by sidecars only where the rule is bound to a workload
    const bool isBound = hasSelector && !tls["credentialName"].value().empty();
    return isBound || !tls["caCertificates"].value().empty() ? std::string_view() : mode;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body);
    if (rule == nullptr)
        return;
    const NodeRef spec = resource.rootNode()["spec"];
    const NodeRef policy = spec["trafficPolicy"];
    const bool hasSelector = spec["workloadSelector"].resolved().isMapping();
    const NodeRef tls = policy["tls"];
    if (const std::string_view mode = uncheckedMode(tls, hasSelector); !mode.empty()) {
        report.add(findingAt(resource, tls["mode"].id(), "IST0128", Severity::Warning, message::uncheckedServer,
                             {rule->host.value, std::string(mode)}));
    }
    for (const NodeRef& item : policy["portLevelSettings"].resolved().items()) {
        const NodeRef own = item["tls"];
        if (const std::string_view mode = uncheckedMode(own, hasSelector); !mode.empty()) {
            report.add(findingAt(resource, own["mode"].id(), "IST0129", Severity::Warning, message::uncheckedServerPort,
                                 {rule->host.value, std::string(mode), std::string(item["port"]["number"].value())}));
        }
    }
}

} // namespace

/// A DestinationRule starts TLS without a certificate to check the server by (Istio's analyzer
/// destinationrule.CaCertificateAnalyzer).
Check serverCertificate()
{
    return {{"server-certificate", {"DestinationRule"}, {"IST0128", "IST0129"}}, check};
}

} // namespace meshdraft::checks
