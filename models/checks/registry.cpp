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
        ambientPolicy(),
        annotation(),
        apiVersion(),
        callTimeout(),
        claimRoute(),
        conflictingGateway(),
        conflictingHost(),
        connectionPool(),
        danglingDelegate(),
        danglingGateway(),
        danglingHost(),
        danglingPort(),
        danglingRuleHost(),
        danglingSubset(),
        deploymentServices(),
        deprecatedField(),
        duplicateIdentity(),
        entryAddress(),
        entryDuplicate(),
        entryProtocol(),
        envoyFilterScope(),
        envoyPatch(),
        exportNamespace(),
        externalControlPlane(),
        fluxOrder(),
        gatewayApiVersion(),
        gatewayCertificate(),
        gatewayCredential(),
        gatewayHost(),
        gatewayName(),
        gatewayPolicy(),
        gatewayPort(),
        gatewaySelector(),
        grantNamespace(),
        hiddenHost(),
        hiddenProtocol(),
        hiddenRule(),
        imageAuto(),
        ingressSubset(),
        injectionLabels(),
        injectorWebhook(),
        jwksBlocklist(),
        matchGateway(),
        meshNetworks(),
        missingRevision(),
        namespaceInjection(),
        openExport(),
        ownedWeights(),
        peerRule(),
        plaintextCaller(),
        policyIdentity(),
        policyLockout(),
        policyNamespace(),
        policyNeverMatches(),
        policyOperation(),
        policyPrincipal(),
        policyWorkload(),
        portName(),
        proxyConcurrency(),
        proxyImage(),
        proxyUserId(),
        requiredPort(),
        retryChain(),
        retryTimeout(),
        rolloutProxy(),
        rolloutStrategy(),
        rootOwner(),
        routeTimeout(),
        routeWeights(),
        ruleConflict(),
        ruleTls(),
        schemaValidation(),
        serverCertificate(),
        servicePort(),
        shadowedRoute(),
        sidecarEgress(),
        sidecarHosts(),
        sidecarSelector(),
        skippedFile(),
        statusCondition(),
        subsetLabels(),
        subsetWorkload(),
        syncWave(),
        telemetryProvider(),
        telemetrySelector(),
        tokenWithoutPolicy(),
        unusedDelegate(),
        unusedGateway(),
        unusedSubset(),
        workloadGroup(),
        yamlSyntax(),
    };
    return checks;
}

Findings runChecks(const CheckContext& context)
{
    return CheckResults(context).findings();
}

} // namespace meshdraft::checks
