// SPDX-License-Identifier: Apache-2.0
// What canary and stack do alike with their branches.
#pragma once

#include "models/workspace/branchstack.h"

#include <QJsonObject>

#include <functional>

namespace meshdraft::cli {

/// The fields of a branch: branch, tier, files; commit where it was made (else null).
QJsonObject branchJson(const workspace::StackedBranch& branch, const git::StackCommit* made);

/// What to do with a stack, and how to print it.
struct StackOutput {
    bool isWritten = false; ///< the branches are made, all or none
    bool isDiff = false;
    bool isJson = false;
    std::function<QByteArray()> text; ///< the plan
    std::function<QByteArray(const std::vector<git::StackCommit>& made)> json;
};
/// The exit code.
int finishStack(const workspace::Snapshot& snapshot, const workspace::BranchStack& stack, const StackOutput& output);

} // namespace meshdraft::cli
