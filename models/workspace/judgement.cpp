// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/judgement.h"

#include "models/mesh/projectfile.h"
#include "models/workspace/codeownersof.h"

#include <algorithm>

namespace meshdraft::workspace {

Judgement judge(const Snapshot& comparison)
{
    const auto& all = comparison.checks.findings();
    auto sorted = checks::sortFindings(all, *comparison.suppressions, *comparison.savedGraph);
    Judgement judgement;
    judgement.findings = std::move(sorted.shown);
    judgement.suppressed = std::move(sorted.suppressed);
    const auto ofHead = checks::readSuppressions(comparison.current, QDate::currentDate());
    for (auto& kept : checks::sortFindings(all, ofHead, *comparison.graph).suppressed) {
        if (std::ranges::contains(judgement.findings, kept.finding))
            judgement.hiddenByHead.push_back(std::move(kept));
    }
    const auto changed = comparison.changedFiles();
    const auto isOther = [&](std::string_view path) { return std::ranges::contains(changed, path); };
    judgement.owners = changedCodeOwners(comparison);
    judgement.isChanged = !judgement.hiddenByHead.empty() || !judgement.owners.empty()
        || isOther(mesh::ProjectFile::path) || isOther(checks::Baseline::path);
    return judgement;
}

} // namespace meshdraft::workspace
