// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/fileset.h"
#include "models/mesh/meshgraph.h"

#include <string>
#include <vector>

namespace meshdraft::checks {

enum class Severity : std::uint8_t { Error, Warning, Info, Unknown };
/// "error", "warning", "info", "unknown".
std::string_view severityName(Severity severity);

/// One thing that a check has to say. The words are made from `message` and `args` (workspace/words.h).
struct Finding {
    std::string code; ///< IST0101, MD001 ...
    Severity severity = Severity::Warning;
    mesh::ElementRef element; ///< null for a finding about a file
    Location where;
    source::ByteRange range; ///< what to underline
    std::string message; ///< id of the sentence, "dangling.subset"
    std::vector<std::string> args;

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// What a check reads and may say.
struct CheckInfo {
    std::string id; ///< "dangling-gateway"
    std::vector<std::string> kinds; ///< kinds it reads
    std::vector<std::string> codes; ///< codes it may give
};

/// What checks see: one environment's graph and the files it was read from.
struct CheckContext {
    const mesh::MeshGraph& graph;
    const mesh::FileSet& files;
    const std::vector<std::string>& paths; ///< the files of the environment
};

/// A stateless check; one a file.
struct Check {
    CheckInfo info;
    void (*run)(const CheckContext& context, std::vector<Finding>& findings);
};

/// Every check, sorted by id.
const std::vector<Check>& allChecks();

/// Runs the checks; sorted by file, line, code, resource.
std::vector<Finding> runChecks(const CheckContext& context);

} // namespace meshdraft::checks
