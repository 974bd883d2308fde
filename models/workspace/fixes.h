// SPDX-License-Identifier: Apache-2.0
// Quick fixes on a snapshot: what they change, what they mend, what they would introduce.
#pragma once

#include "models/checks/fixes/fix.h"
#include "models/workspace/meshedit.h"
#include "models/workspace/snapshot.h"

#include <set>
#include <string>
#include <vector>

namespace meshdraft::workspace {

/// The ways to mend a finding of the snapshot, the likeliest first; for Workspace::apply by meshEditOf. None in a
/// revision, which cannot be edited.
std::vector<checks::Fix> fixesFor(const Snapshot& snapshot, const checks::Finding& finding);

/// The fix as an edit of resources.
MeshEdit meshEditOf(const checks::Fix& fix);

/// What a fix does, tried in memory.
struct FixOutcome {
    source::Edit edit; ///< of files; in a rendered environment of the rendered text, for a preview only
    SnapshotPtr after;
    std::vector<checks::Finding> mended; ///< findings that are gone
    std::vector<checks::Finding> introduced; ///< findings that were not there: said before it is applied
    bool mendsFinding = false; ///< the one it was made for is gone
};

/// Plans a fix and puts it into a copy of the snapshot. Findings are compared by what they say
/// (checks::Fingerprint): one that only stands elsewhere is neither mended nor introduced. Cost: one edit. Errors:
/// those of planMeshEdit, withEdit and withPrediction.
Expected<FixOutcome> tryFix(const Snapshot& snapshot, const checks::Finding& finding, const checks::Fix& fix);

/// What `analyze --fix` does and leaves.
struct FixRun {
    struct Step {
        checks::Finding finding;
        checks::Fix fix;
    };
    struct Refusal {
        checks::Finding finding;
        checks::Fix fix;
        std::vector<checks::Finding> introduced; ///< why: it would introduce these
        std::optional<Error> error; ///< or it cannot be planned; neither: it would not mend the finding
    };
    SnapshotPtr after;
    std::vector<Step> done;
    std::vector<Refusal> refused;
};

/// Applies every certain fix that mends its finding and introduces no error or warning, until there is nothing left to
/// do. `codes` (empty: all) are those to mend. Nothing is written. In a rendered environment the sources are edited
/// where that needs no question (SourcePlan::plainChoice); it blocks for kubectl.
FixRun applyCertainFixes(SnapshotPtr snapshot, const std::set<std::string>& codes = {});

} // namespace meshdraft::workspace
