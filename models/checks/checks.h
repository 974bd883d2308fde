// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"

namespace meshdraft::checks {

// One function a check; each stands in a file of its own.

Check annotation();
Check claimRoute();
Check conflictingGateway();
Check conflictingHost();
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
Check gatewayApiVersion();
Check gatewayCertificate();
Check gatewayCredential();
Check gatewayHost();
Check gatewayPolicy();
Check gatewayPort();
Check gatewaySelector();
Check imageAuto();
Check ingressSubset();
Check injectorWebhook();
Check jwksBlocklist();
Check meshNetworks();
Check namespaceInjection();
Check policyNamespace();
Check policyWorkload();
Check portName();
Check proxyImage();
Check proxyUserId();
Check requiredPort();
Check schemaValidation();
Check serverCertificate();
Check sidecarSelector();
Check skippedFile();
Check statusCondition();
Check subsetWorkload();
Check telemetryProvider();
Check telemetrySelector();
Check yamlSyntax();

/// A finding on a node of a resource (noNode: on the resource), with place and range.
Finding findingAt(const mesh::Resource& resource, source::NodeId node, std::string code, Severity severity,
                  std::string message, std::vector<std::string> args);

} // namespace meshdraft::checks
