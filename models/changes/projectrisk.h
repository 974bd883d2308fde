// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/riskpolicy.h"
#include "models/mesh/fileset.h"

#include <memory>

namespace meshdraft::changes {

/// The risk policy of a repository.
struct ProjectRisk {
    std::shared_ptr<const RiskPolicy> policy; ///< never null
    std::optional<Error> error; ///< then `policy` is the built-in one: never half a policy
};

/// Reads `risk:` of .meshdraft.yaml (docs/risk.md) in the files that a change starts from: which profile, or which
/// policy in a file of its own, and what it adds to that or takes out. Errors, located: those of RiskPolicy::parse and
/// the YAML; "risk.unknownProfile" (args: name, known ones), "risk.noSuchFile" (args: path), "risk.noSuchRule" (args:
/// id, name of the policy).
ProjectRisk projectRisk(const mesh::FileSet& base);

} // namespace meshdraft::changes
