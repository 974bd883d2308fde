// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/answer.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::traffic {

/// What access logs say of one kind of end: a row of :/traffic/responseflags.json.
struct ResponseFlag {
    std::string flag; ///< "NC"; empty: none, the details tell
    int status = 0; ///< HTTP; 0: none, or the one that the rule names
    std::string details; ///< response_code_details; one star stands for what differs from case to case
    std::optional<Verdict> verdict; ///< nothing: files do not decide it (timeouts, overflow, ...)
    std::string meaning; ///< key of its sentence: "noCluster", "noRoute", ...
    std::string source; ///< "document, section: what it says"
};

/// All rows, in the order of the table. A broken table ends the program: it comes with it.
std::span<const ResponseFlag> responseFlags();
/// The row of a meaning, which must be in the table.
const ResponseFlag& responseFlag(std::string_view meaning);
/// The rows that fit what a log line says; an empty flag ("-"), status 0 and empty details leave that open. A line with
/// several flags ("UF,URX") fits rows of each.
std::vector<const ResponseFlag*> findResponseFlags(std::string_view flags, int status, std::string_view details);

} // namespace meshdraft::traffic
