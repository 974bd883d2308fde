// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"

namespace meshdraft::checks {

// One function a check; each stands in a file of its own.

Check danglingDelegate();
Check danglingGateway();
Check danglingHost();
Check danglingPort();
Check danglingRuleHost();
Check danglingSubset();
Check duplicateIdentity();
Check schemaValidation();
Check skippedFile();
Check yamlSyntax();

/// A finding on a node of a resource (noNode: on the resource), with place and range.
Finding findingAt(const mesh::Resource& resource, source::NodeId node, std::string code, Severity severity,
                  std::string message, std::vector<std::string> args);

} // namespace meshdraft::checks
