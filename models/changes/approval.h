// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/codeowners.h"
#include "models/changes/meshchange.h"
#include "models/changes/ownerpolicy.h"
#include "models/mesh/effective/meshview.h"

#include <optional>
#include <span>

namespace meshdraft::changes {

/// An approval that a change needs, and why.
struct Approval {
    enum class Source : std::uint8_t {
        CodeOwners, ///< the file is theirs
        Scope, ///< it holds for the whole mesh, or is the platform's by its kind
        Security, ///< it decides who may call
        Rule, ///< a rule of .meshdraft.yaml
        Label, ///< a label or annotation names them
    };
    Source source = Source::CodeOwners;
    std::vector<std::string> owners; ///< any of them, sorted
    std::uint32_t count = 1; ///< how many of them
    bool isOptional = false; ///< asked for, not required: `^[SECTION]` of GitLab
    std::optional<std::uint32_t> missing; ///< how many are open still; nothing where that is not known, or optional
    std::string message; ///< id of the sentence
    std::vector<std::string> args; ///< the first resource or file, then what decided
    std::vector<const ResourceChange*> changes; ///< for which of them; point into the change
    std::vector<std::string> paths; ///< for which files, sorted
};

/// Who must approve a change. `codeOwners` and `policy` come from the base: a change cannot choose its own reviewers.
/// `files`: what else the change touches, such as .meshdraft.yaml and CODEOWNERS. Labels count on both sides. Owners by
/// kind, scope and label are asked for wherever the file is. Cost: linear in what differs.
std::vector<Approval> approvalsOf(const MeshChange& change, const mesh::effective::MeshView& before,
                                  const mesh::effective::MeshView& after, const CodeOwners& codeOwners,
                                  const OwnerPolicy& policy, std::span<const std::string> files = {});

/// Fills in how many of each are still open when these have approved. Names are compared without `@` and case, and
/// members approve for their team.
void countMissing(std::span<Approval> approvals, std::span<const std::string> approvers, const OwnerPolicy& policy);

} // namespace meshdraft::changes
