// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/findingdelta.h"

#include "models/checks/suppression/fingerprint.h"

#include <map>

namespace meshdraft::workspace {
namespace {

/// The findings of `of` that `in` does not have, counted: two equal ones against one leave one.
std::vector<checks::Finding> missingFrom(const checks::Findings& in, const checks::Findings& of)
{
    std::map<checks::Fingerprint, int> counts;
    for (const auto& finding : in)
        ++counts[checks::fingerprintOf(finding)];
    std::vector<checks::Finding> missing;
    for (const auto& finding : of) {
        if (--counts[checks::fingerprintOf(finding)] < 0)
            missing.push_back(finding);
    }
    return missing;
}

} // namespace

FindingDelta compareFindings(const checks::Findings& before, const checks::Findings& after)
{
    if (before == after)
        return {};
    return {.introduced = missingFrom(before, after), .mended = missingFrom(after, before)};
}

} // namespace meshdraft::workspace
