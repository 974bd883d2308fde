// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"

#include <map>

namespace meshdraft::checks {

// One function a check; each stands in a file of its own.

Check danglingDelegate();
Check danglingGateway();
Check danglingHost();
Check danglingPort();
Check danglingRuleHost();
Check danglingSubset();
Check duplicateIdentity();
Check skippedFile();
Check yamlSyntax();

/// A finding on a node of a resource (noNode: on the resource), with place and range.
Finding findingAt(const mesh::Resource& resource, source::NodeId node, std::string code, Severity severity,
                  std::string message, std::vector<std::string> args);

/// Gathers what files cannot tell: a finding a target, at its first place, whose last argument is the number of places.
class UnknownFindings {
public:
    void add(const std::string& target, Finding finding);
    void appendTo(std::vector<Finding>& findings);

private:
    struct Entry {
        Finding finding;
        std::uint32_t places = 0;
    };
    std::map<std::string, Entry> m_entries;
};

} // namespace meshdraft::checks
