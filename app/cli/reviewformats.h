// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"
#include "models/checks/suppression/suppression.h"
#include "models/traffic/requestcompare.h"
#include "models/workspace/findingdelta.h"

#include <QByteArray>
#include <QString>

#include <string>
#include <vector>

namespace meshdraft::cli {

/// What differs between two revisions of one environment.
struct EnvironmentReview {
    std::string environment;
    changes::MeshChange change;
    workspace::FindingDelta findings;
    std::size_t unchangedFindings = 0;
    std::vector<checks::SuppressedFinding> hiddenByHead; ///< the head keeps them back, the base does not: they count
    bool changesJudgement = false; ///< .meshdraft.yaml or the baseline differs, or the head hides something
    traffic::RequestComparison requests;

    /// True where a reviewer has something to look at: not where only the text is laid out differently.
    bool differs() const;
};

struct Review {
    QString base; ///< as it was asked for; the merge base's id for "A...B"
    QString head;
    std::vector<EnvironmentReview> environments;

    bool differs() const;
};

/// How a review is printed.
struct ReviewFormat {
    const char* name;
    QByteArray (*write)(const Review& review);
};

/// text, json, markdown; null for anything else.
const ReviewFormat* reviewFormatNamed(const QString& name);

} // namespace meshdraft::cli
