// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>

namespace meshdraft::checks {

namespace {

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const mesh::Gateway* gateway = istioGateway(resource);
    if (gateway == nullptr)
        return;
    std::vector<std::string> said;
    for (const mesh::Gateway::Server& server : gateway->servers) {
        const source::NodeRef tls = resource.node(server.node)["tls"];
        std::string name = server.credential.value;
        source::NodeId place = server.credential.node;
        if (name.empty()) {
            const std::string_view certificate = tls["serverCertificate"].value();
            const std::string_view key = tls["privateKey"].value();
            if (certificate.empty() || key.empty())
                continue;
            name.assign(certificate).append(1, '\n').append(key);
            place = tls["serverCertificate"].id();
        }
        for (const mesh::ResourceIndex each : graph.answers(mesh::Question::Credential, name, report.asked())) {
            const mesh::Resource& other = graph.at(each);
            if (other.key == resource.key)
                continue;
            report.asked()->add(mesh::Question::Content, other.key);
            const std::string theirs = fullName(other);
            // a Gateway with a narrower selector stands in some of these pods only
            if (!includesLabels(istioGateway(other)->selector, gateway->selector)
                || std::ranges::contains(said, theirs))
                continue;
            said.push_back(theirs);
            report.add(findingAt(resource, place, "IST0138", Severity::Warning, message::sharedCertificate,
                                 {name.substr(0, name.find('\n')), theirs}));
        }
    }
}

} // namespace

/// Two Gateways of the same pods show one certificate: clients that reuse connections get 404 (Istio's analyzer
/// gateway.CertificateAnalyzer).
Check gatewayCertificate()
{
    return {{"gateway-certificate", {"Gateway"}, {"IST0138"}}, check};
}

} // namespace meshdraft::checks
