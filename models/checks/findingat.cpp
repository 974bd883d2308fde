// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"

#include <algorithm>

namespace meshdraft::checks {

Finding findingAt(const mesh::Resource& resource, source::NodeId node, std::string code, Severity severity,
                  std::string message, std::vector<std::string> args)
{
    Finding finding;
    finding.code = std::move(code);
    finding.severity = severity;
    finding.element = resource.element(node);
    finding.where = resource.locate(node);
    finding.range = resource.node(node == source::noNode ? resource.root : node).range();
    finding.message = std::move(message);
    finding.args = std::move(args);
    return finding;
}

void Report::addUnknown(const std::string& target, Finding finding)
{
    std::string group = finding.message + "\n" + target;
    const auto known = std::ranges::find(m_unknowns, group, &Unknown::group);
    if (known != m_unknowns.end())
        ++known->places;
    else
        m_unknowns.push_back({std::move(group), std::move(finding), 1});
}

} // namespace meshdraft::checks
