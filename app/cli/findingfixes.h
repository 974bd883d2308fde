// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <span>
#include <string>
#include <vector>

namespace meshdraft::cli {

/// A quick fix as other programs apply it: text in the place of text.
struct PlannedFix {
    struct Replacement {
        std::string path;
        Location from;
        Location to; ///< behind the last character; `from` for a text that is put in
        std::string text;
    };
    QString title;
    bool isCertain = false;
    std::vector<Replacement> replacements; ///< by file and place
};

/// The fixes of a finding that can be planned; none of what is rendered, which stands in no file.
std::vector<PlannedFix> plannedFixes(const workspace::Snapshot& snapshot, const checks::Finding& finding);

/// [{"title", "certain", "edits": [{"file", "line", "column", "endLine", "endColumn", "text"}]}].
QJsonArray fixesAsJson(std::span<const PlannedFix> fixes);
/// SARIF 2.1.0, section 3.55 (fix).
QJsonArray fixesAsSarif(std::span<const PlannedFix> fixes);

/// Who keeps a finding back, why and where: {"by", "reason", "file", "line"}.
QJsonObject suppressionAsJson(const checks::SuppressedFinding& suppressed);
/// SARIF 2.1.0, section 3.35 (suppression): annotations are in the source, the rest is not.
QJsonArray suppressionAsSarif(const checks::SuppressedFinding& suppressed);

} // namespace meshdraft::cli
