// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/completeness.h"

#include <algorithm>

namespace meshdraft::checks {

Finding findingAt(const mesh::Resource& resource, source::NodeId node, std::string code, Severity severity,
                  std::string message, std::vector<std::string> args)
{
    Finding finding;
    finding.code = std::move(code);
    finding.severity = severity;
    finding.element = resource.element(node);
    const mesh::SourceMap::Place place = resource.place(node);
    finding.where = place.where;
    finding.range = place.range;
    finding.message = std::move(message);
    finding.args = std::move(args);
    return finding;
}

void Report::addUnknown(const std::string& target, Finding finding, bool isOpen)
{
    if (m_isComplete && !isOpen && settle(finding)) {
        add(std::move(finding));
        return;
    }
    std::string group = finding.message + "\n" + target;
    const auto known = std::ranges::find(m_unknowns, group, &Unknown::group);
    if (known != m_unknowns.end())
        ++known->places;
    else
        m_unknowns.push_back({std::move(group), std::move(finding), 1});
}

} // namespace meshdraft::checks
