// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/riskrule.h"
#include "models/mesh/fileset.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::changes {

/// Who owns what, by what it is and not by the name of its file.
struct OwnerPolicy {
    /// Resources that fit all of these globs are owned by these.
    struct Rule {
        GlobList kinds;
        GlobList namespaces;
        GlobList names;
        std::vector<std::string> owners; ///< any of them
        Location where;
    };
    std::vector<std::string> platform{"platform team"}; ///< own what holds for the whole mesh
    std::vector<std::string> security{"security team"}; ///< own who may call whom
    bool hasMeshWide = true; ///< the platform team is asked for what is mesh-wide
    bool hasSecurity = true;
    std::vector<Rule> rules;
    std::vector<std::string> keys{"meshdraft.dev/owner", "owner", "team", "service-owner", "a8r.io/owner",
                                  "backstage.io/owner"}; ///< labels and annotations
    std::map<std::string, std::vector<std::string>, std::less<>> members; ///< who may approve for a team
};

struct ProjectOwners {
    OwnerPolicy policy;
    std::optional<Error> error; ///< then `policy` is the built-in one: never half a policy
};

/// Reads `owners:` of .meshdraft.yaml (docs/review-process.md) in the files that a change starts from. Errors: those of
/// ProjectSection; "owners.unknownDefault" (args: name, known ones).
ProjectOwners projectOwners(const mesh::FileSet& base);

} // namespace meshdraft::changes
