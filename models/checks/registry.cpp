// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/results.h"

namespace meshdraft::checks {

std::string_view severityName(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return "error";
    case Severity::Warning:
        return "warning";
    case Severity::Info:
        return "info";
    case Severity::Unknown:
        return "unknown";
    }
    return "unknown";
}

const std::vector<Check>& allChecks()
{
    static const std::vector<Check> checks{
        annotation(),        callTimeout(),        claimRoute(),         conflictingGateway(),   conflictingHost(),
        connectionPool(),    danglingDelegate(),   danglingGateway(),    danglingHost(),         danglingPort(),
        danglingRuleHost(),  danglingSubset(),     deploymentServices(), deprecatedField(),      duplicateIdentity(),
        entryAddress(),      entryProtocol(),      envoyPatch(),         externalControlPlane(), fluxOrder(),
        gatewayApiVersion(), gatewayCertificate(), gatewayCredential(),  gatewayHost(),          gatewayPolicy(),
        gatewayPort(),       gatewaySelector(),    hiddenHost(),         hiddenRule(),           imageAuto(),
        ingressSubset(),     injectorWebhook(),    jwksBlocklist(),      meshNetworks(),         namespaceInjection(),
        openExport(),        ownedWeights(),       policyNamespace(),    policyWorkload(),       portName(),
        proxyImage(),        proxyUserId(),        requiredPort(),       retryChain(),           retryTimeout(),
        routeTimeout(),      schemaValidation(),   serverCertificate(),  shadowedRoute(),        sidecarEgress(),
        sidecarSelector(),   skippedFile(),        statusCondition(),    subsetWorkload(),       syncWave(),
        telemetryProvider(), telemetrySelector(),  unusedDelegate(),     unusedGateway(),        unusedSubset(),
        yamlSyntax(),
    };
    return checks;
}

Findings runChecks(const CheckContext& context)
{
    return CheckResults(context).findings();
}

} // namespace meshdraft::checks
