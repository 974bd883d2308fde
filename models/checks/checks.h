// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"

namespace meshdraft::checks {

// One function a check; each stands in a file of its own.

Check annotation();
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
Check entryProtocol();
Check envoyPatch();
Check externalControlPlane();
Check fluxOrder();
Check gatewayApiVersion();
Check gatewayCertificate();
Check gatewayCredential();
Check gatewayHost();
Check gatewayPolicy();
Check gatewayPort();
Check gatewaySelector();
Check hiddenHost();
Check hiddenRule();
Check imageAuto();
Check ingressSubset();
Check injectorWebhook();
Check jwksBlocklist();
Check meshNetworks();
Check namespaceInjection();
Check openExport();
Check ownedWeights();
Check policyNamespace();
Check policyWorkload();
Check portName();
Check proxyImage();
Check proxyUserId();
Check requiredPort();
Check retryChain();
Check retryTimeout();
Check routeTimeout();
Check schemaValidation();
Check serverCertificate();
Check shadowedRoute();
Check sidecarEgress();
Check sidecarSelector();
Check skippedFile();
Check statusCondition();
Check subsetWorkload();
Check syncWave();
Check telemetryProvider();
Check telemetrySelector();
Check unusedDelegate();
Check unusedGateway();
Check unusedSubset();
Check yamlSyntax();

/// A finding on a node of a resource (noNode: on the resource), with place and range.
Finding findingAt(const mesh::Resource& resource, source::NodeId node, std::string code, Severity severity,
                  std::string message, std::vector<std::string> args);

} // namespace meshdraft::checks
