// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"

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

void UnknownFindings::add(const std::string& target, Finding finding)
{
    const auto [place, isNew] = m_entries.try_emplace(target);
    if (isNew)
        place->second.finding = std::move(finding);
    ++place->second.places;
}

void UnknownFindings::appendTo(std::vector<Finding>& findings)
{
    for (auto& [target, entry] : m_entries) {
        entry.finding.args.push_back(std::to_string(entry.places));
        findings.push_back(std::move(entry.finding));
    }
    m_entries.clear();
}

} // namespace meshdraft::checks
