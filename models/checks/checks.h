// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"

namespace meshdraft::checks {

// One function a check; each stands in a file of its own.

Check ambientPolicy();
Check annotation();
Check apiVersion();
Check callTimeout();
Check claimRoute();
Check conflictingGateway();
Check conflictingHost();
Check connectionPool();
Check danglingDelegate();
Check danglingGateway();
Check danglingHost();
Check danglingPort();
Check danglingRuleHost();
Check danglingSubset();
Check deploymentServices();
Check deprecatedField();
Check duplicateIdentity();
Check entryAddress();
Check entryDuplicate();
Check entryProtocol();
Check envoyFilterScope();
Check envoyPatch();
Check exportNamespace();
Check externalControlPlane();
Check fluxOrder();
Check gatewayApiVersion();
Check gatewayCertificate();
Check gatewayCredential();
Check gatewayHost();
Check gatewayName();
Check gatewayPolicy();
Check gatewayPort();
Check gatewaySelector();
Check grantNamespace();
Check hiddenHost();
Check hiddenProtocol();
Check hiddenRule();
Check imageAuto();
Check ingressSubset();
Check injectionLabels();
Check injectorWebhook();
Check jwksBlocklist();
Check matchGateway();
Check meshNetworks();
Check missingRevision();
Check namespaceInjection();
Check openExport();
Check ownedWeights();
Check peerRule();
Check plaintextCaller();
Check policyIdentity();
Check policyLockout();
Check policyNamespace();
Check policyNeverMatches();
Check policyOperation();
Check policyPrincipal();
Check policyWorkload();
Check portName();
Check proxyConcurrency();
Check proxyImage();
Check proxyUserId();
Check requiredPort();
Check retryChain();
Check retryTimeout();
Check rolloutProxy();
Check rolloutStrategy();
Check rootOwner();
Check routeTimeout();
Check routeWeights();
Check ruleConflict();
Check ruleTls();
Check schemaValidation();
Check serverCertificate();
Check servicePort();
Check shadowedRoute();
Check sidecarEgress();
Check sidecarHosts();
Check sidecarSelector();
Check skippedFile();
Check statusCondition();
Check subsetLabels();
Check subsetWorkload();
Check syncWave();
Check telemetryProvider();
Check telemetrySelector();
Check tokenWithoutPolicy();
Check unusedDelegate();
Check unusedGateway();
Check unusedSubset();
Check workloadGroup();
Check yamlSyntax();

/// A finding on a node of a resource (noNode: on the resource), with place and range.
Finding findingAt(const mesh::Resource& resource, source::NodeId node, std::string code, Severity severity,
                  std::string message, std::vector<std::string> args);

} // namespace meshdraft::checks
