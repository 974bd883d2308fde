// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/branchstack.h"

#include <map>

namespace meshdraft::workspace {

/// Puts the branches of a stack together, from the bottom on.
class StackBuilder {
public:
    /// Where the texts of a snapshot come from.
    enum class Texts : std::uint8_t {
        WorkTree, ///< from disk, with edits that are put onto what HEAD has
        Revisions, ///< from commits, as Git keeps them
    };

    /// The branches stand on the snapshot's head; `snapshot` outlives it.
    explicit StackBuilder(const Snapshot& snapshot, Texts texts = Texts::WorkTree);

    /// Whether branches can be made of what is pending at all.
    Expected<void> check() const;
    /// A branch that holds what is pending in `at`, on top of those before it; false where that changes no file.
    Expected<bool> add(const SnapshotPtr& at, const QString& name, const StackPlace& place);
    /// Adds a branch for each step in the order of what needs what. Errors: "stack.noOrder", those of upToPart and add.
    Expected<void> addSteps();
    /// The branch that was added last.
    StackedBranch& last() { return m_stack.branches.back(); }
    /// The stack with the names and messages of its branches.
    BranchStack finish(const QString& prefix, std::vector<std::string> leftOut = {});

private:
    Expected<std::string> textBelow(const std::string& path) const;
    Expected<std::vector<StackedBranch::File>> filesOf(const Snapshot& at);

    Expected<std::map<std::string, std::string>> textsOf(const Snapshot& at) const;

    const Snapshot& m_snapshot;
    Texts m_texts;
    mesh::MeshGraphPtr m_graph; ///< of the branch below
    checks::Findings m_findings;
    std::map<std::string, std::string> m_below; ///< of files that a branch has changed; empty: gone
    BranchStack m_stack;
};

} // namespace meshdraft::workspace
