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
        claimRoute(),
        conflictingGateway(),
        conflictingHost(),
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
        gatewayApiVersion(),
        gatewayCertificate(),
        gatewayCredential(),
        gatewayHost(),
        gatewayName(),
        gatewayPolicy(),
        gatewayPort(),
        gatewaySelector(),
        grantNamespace(),
        hiddenProtocol(),
        imageAuto(),
        ingressSubset(),
        injectionLabels(),
        injectorWebhook(),
        jwksBlocklist(),
        matchGateway(),
        meshNetworks(),
        missingRevision(),
        namespaceInjection(),
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
        proxyImage(),
        proxyUserId(),
        requiredPort(),
        rolloutProxy(),
        rolloutStrategy(),
        routeWeights(),
        ruleConflict(),
        ruleTls(),
        schemaValidation(),
        serverCertificate(),
        servicePort(),
        sidecarHosts(),
        sidecarSelector(),
        skippedFile(),
        statusCondition(),
        subsetLabels(),
        subsetWorkload(),
        telemetryProvider(),
        telemetrySelector(),
        tokenWithoutPolicy(),
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
