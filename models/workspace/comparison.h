// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

namespace meshdraft::workspace {

/// Two states of a repository that are compared, each a revision as of git::Repository::filesOf (a commit, a tree, the
/// index, a stash); empty: the working tree.
struct RevisionRange {
    QString base;
    QString head;
    QString basePatch = {}; ///< the patch file that made the base; empty: none did
    QString headPatch = {};
};

/// "A..B" and "A...B" as Git has them: an end that is left out is HEAD; of three dots the base is the commit where the
/// two part (A itself where they have no common commit, or several). ":worktree" and ":index" stand for the working
/// tree and the index. "patch:FILE" is the other end with a patch applied (HEAD where both ends are patches): a tree
/// that nothing names (git::applyPatch). Nothing for text that is no range. Errors: those of git::mergeBases and
/// git::applyPatchFile; "patch.workTree" (args: file).
std::optional<Expected<RevisionRange>> readRange(const git::Repository& repository, const QString& text);

/// Reads both states: no environment is chosen yet (withComparedEnvironment). Errors: those of openSnapshot.
Expected<SnapshotPtr> readComparison(const QString& directory, const RevisionRange& range,
                                     const std::function<void(int, int)>& progress = {},
                                     const std::stop_token& stop = {}, std::shared_ptr<ParseCache> cache = {});

/// The environments of both states, by name.
std::vector<mesh::Environment> comparedEnvironments(const Snapshot& comparison);

/// Both states as one snapshot that cannot be edited: `saved` and its graph are the base, `current` and its graph the
/// head. What judges (risk policy, suppressions, whether the files are complete) is the base's: a change cannot judge
/// itself. Costs an opening of the base and an edit of what differs. Errors: those of openSnapshot, of
/// mesh::chooseEnvironment and of renderMesh on either side.
Expected<SnapshotPtr> openComparison(const QString& directory, const RevisionRange& range,
                                     const std::string& environment, const std::function<void(int, int)>& progress = {},
                                     const std::stop_token& stop = {}, std::shared_ptr<ParseCache> cache = {});

/// Two snapshots of one environment as such a comparison: what each has in `current`.
SnapshotPtr comparisonOf(const Snapshot& base, const Snapshot& head);

/// The same two states seen through another environment. Errors as above.
Expected<SnapshotPtr> withComparedEnvironment(const Snapshot& comparison, const std::string& environment);

/// Another head against the same base, in the same environment; what is known of the base is not worked out again.
/// Errors as above.
Expected<SnapshotPtr> withComparedHead(const Snapshot& comparison, const QString& head,
                                       const std::stop_token& stop = {});

} // namespace meshdraft::workspace
