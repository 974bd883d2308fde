// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/suppression/fingerprint.h"
#include "models/mesh/fileset.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::checks {

/// Findings that a repository has put up with: .meshdraft/baseline.yaml, old debt that hides nothing new
/// (docs/suppression.md).
struct Baseline {
    static constexpr std::string_view path = ".meshdraft/baseline.yaml";
    static constexpr std::string_view schema = "meshdraft.baseline/1";

    /// By environment: how many findings look like this.
    std::map<std::string, std::map<Fingerprint, std::uint32_t>> environments;
    std::vector<Error> errors; ///< located

    bool isEmpty() const { return environments.empty(); }
};

/// Reads it out of these files; empty where there is none. An entry with an error is left out. Errors: "baseline.entry"
/// {}: no mapping with code, environment, subject and message; "baseline.schema" {what stands there}: a version that
/// this program does not know, nothing is read; those of the YAML.
Baseline readBaseline(const mesh::FileSet& files);

/// The file with these findings in the place of what it had of the environment.
void putFindings(Baseline& baseline, const std::string& environment, const std::vector<Finding>& findings);
/// The text of the file, sorted, so that it differs only where findings do.
std::string baselineText(const Baseline& baseline);

} // namespace meshdraft::checks
