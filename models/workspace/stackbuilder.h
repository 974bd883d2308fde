// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/branchstack.h"

#include <map>

namespace meshdraft::workspace {

/// Puts the branches of a stack together, from the bottom on.
class StackBuilder {
public:
    /// `snapshot` outlives it.
    explicit StackBuilder(const Snapshot& snapshot);

    /// Whether branches can be made of what is pending at all.
    Expected<void> check() const;
    /// A branch that holds what is pending in `at`, on top of those before it; false where that changes no file.
    Expected<bool> add(const SnapshotPtr& at, const QString& name, const StackPlace& place);
    /// The branch that was added last.
    StackedBranch& last() { return m_stack.branches.back(); }
    /// The stack with the names and messages of its branches.
    BranchStack finish(const QString& prefix, std::vector<std::string> leftOut = {});

private:
    Expected<std::string> textBelow(const std::string& path) const;
    Expected<std::vector<StackedBranch::File>> filesOf(const Snapshot& at);

    const Snapshot& m_snapshot;
    mesh::MeshGraphPtr m_graph; ///< of the branch below
    checks::Findings m_findings;
    std::map<std::string, std::string> m_below; ///< of files that a branch has changed; empty: gone
    BranchStack m_stack;
};

} // namespace meshdraft::workspace
