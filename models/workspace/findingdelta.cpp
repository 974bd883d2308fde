// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/findingdelta.h"

#include <map>
#include <tuple>

namespace meshdraft::workspace {
namespace {

auto identityOf(const checks::Finding& finding)
{
    // A finding about a file has no element: its path tells it apart.
    return std::tie(finding.code, finding.element, finding.message, finding.args, finding.where.path);
}

using Identity = decltype(identityOf(std::declval<const checks::Finding&>()));

/// The findings of `of` that `in` does not have, counted: two equal ones against one leave one.
std::vector<checks::Finding> missingFrom(const checks::Findings& in, const checks::Findings& of)
{
    std::map<Identity, int> counts;
    for (const auto& finding : in)
        ++counts[identityOf(finding)];
    std::vector<checks::Finding> missing;
    for (const auto& finding : of) {
        const auto found = counts.find(identityOf(finding));
        if (found != counts.end() && found->second > 0) {
            --found->second;
        } else {
            missing.push_back(finding);
        }
    }
    return missing;
}

} // namespace

FindingDelta compareFindings(const checks::Findings& before, const checks::Findings& after)
{
    return {.introduced = missingFrom(before, after), .mended = missingFrom(after, before)};
}

} // namespace meshdraft::workspace
