// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/judgement.h"

#include "models/mesh/projectfile.h"

#include <algorithm>

namespace meshdraft::workspace {
namespace {

source::ContentId contentOf(const Snapshot& snapshot, std::string_view path)
{
    const auto* file = snapshot.saved.find(path);
    return file == nullptr ? source::ContentId() : file->text->id;
}

} // namespace

Judgement judgedBy(const Snapshot& head, const Snapshot& base)
{
    auto all = head.checks.findings();
    if (head.environment.isComplete != base.environment.isComplete) {
        all = checks::CheckResults({.graph = *head.graph,
                                    .files = head.current,
                                    .paths = head.environment.files,
                                    .isComplete = base.environment.isComplete})
                  .findings();
    }
    auto sorted = checks::sortFindings(all, *base.suppressions, *base.graph);
    Judgement judgement;
    judgement.findings = std::move(sorted.shown);
    judgement.suppressed = std::move(sorted.suppressed);
    for (const auto& kept : head.suppressed) {
        if (std::ranges::contains(judgement.findings, kept.finding))
            judgement.hiddenByHead.push_back(kept);
    }
    const auto isOther = [&](std::string_view path) { return contentOf(head, path) != contentOf(base, path); };
    judgement.isChanged =
        !judgement.hiddenByHead.empty() || isOther(mesh::ProjectFile::path) || isOther(checks::Baseline::path);
    return judgement;
}

} // namespace meshdraft::workspace
