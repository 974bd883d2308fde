// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"

#include <string>
#include <vector>

namespace meshdraft::checks {

/// What a finding says, without what an edit elsewhere changes: no line, no place of another resource, no number of
/// places, no position in a list or file.
struct Fingerprint {
    std::string code;
    std::string subject; ///< "Kind/namespace/name" or, of a finding about a file, its path
    std::string message;
    std::vector<std::string> args;

    friend auto operator<=>(const Fingerprint&, const Fingerprint&) = default;
};

Fingerprint fingerprintOf(const Finding& finding);

/// "Kind/namespace/name", "Kind/name" of a cluster-scoped resource; the path of a finding about a file.
std::string subjectOf(const Finding& finding);

} // namespace meshdraft::checks
