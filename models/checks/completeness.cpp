// SPDX-License-Identifier: Apache-2.0
#include "models/checks/completeness.h"

#include "models/checks/messages.h"
#include "models/checks/semantics.h"
#include "models/mesh/hostnames.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

namespace {

/// What is said where it is certain; with the arguments of the finding that is not.
struct Settled {
    std::string_view open;
    std::string_view certain;
    Severity severity;
};

constexpr auto table = std::to_array<Settled>({
    {message::credentialUnknown, message::credentialMissing, Severity::Error},
    {message::danglingDelegateUnknown, message::danglingDelegate, Severity::Error},
    {message::danglingGatewayUnknown, message::danglingGateway, Severity::Error},
    {message::danglingHostUnknown, message::danglingHost, Severity::Error},
    {message::danglingParentUnknown, message::danglingParent, Severity::Error},
    {message::danglingSubsetUnknown, message::danglingSubset, Severity::Error},
    {message::gatewayPortUnknown, message::gatewayPort, Severity::Warning},
    {message::gatewaySelectorUnknown, message::gatewaySelector, Severity::Error},
    {message::policyNamespaceUnknown, message::policyNamespace, Severity::Error},
    {message::policyWorkloadUnknown, message::policyWorkload, Severity::Warning},
    {message::sidecarSelectorUnknown, message::sidecarSelector, Severity::Error},
    {message::subsetWithoutPodsUnknown, message::subsetWithoutPods, Severity::Error},
    {message::telemetrySelectorUnknown, message::telemetrySelector, Severity::Error},
    {message::unknownRegistryUnknown, message::unknownRegistry, Severity::Error},
    {message::webhookServiceUnknown, message::webhookWithoutService, Severity::Error},
});

/// Services that no repository holds: of Kubernetes itself and of Istio's installation.
bool isBrought(std::string_view host)
{
    const std::string_view ns = mesh::namespaceOfServiceHost(host);
    return host == "kubernetes.default.svc.cluster.local"
        || (!ns.empty() && (isSystemNamespace(ns) || ns == mesh::rootNamespace));
}

} // namespace

bool settle(Finding& finding)
{
    const auto* const row = std::ranges::find(table, finding.message, &Settled::open);
    const auto isLeftOpen = [](const std::string& arg) { return mesh::isFilledInLater(arg) || isBrought(arg); };
    if (row == table.end() || std::ranges::any_of(finding.args, isLeftOpen))
        return false;
    finding.message = row->certain;
    finding.severity = row->severity;
    // a policy for every pod of its namespace
    if (finding.message == message::policyWorkload && finding.args.back().empty()) {
        finding.message = message::policyEmptyNamespace;
        finding.args.pop_back();
    }
    return true;
}

} // namespace meshdraft::checks
