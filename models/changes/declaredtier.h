// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

#include <optional>
#include <span>
#include <string>

namespace meshdraft::changes {

/// What the author says of the risk, beside what was computed.
struct DeclaredTier {
    enum class Verdict : std::uint8_t {
        NotDeclared,
        Unreadable, ///< `text` is no tier
        Agrees,
        Lower, ///< the author says less than was computed
        Higher,
    };
    Verdict verdict = Verdict::NotDeclared;
    std::optional<Tier> tier; ///< the highest that is declared
    std::string text; ///< as written
    std::string message; ///< id of the sentence; empty when nothing is declared
};

/// Reads the trailers `Risk: high` of commit messages, and labels like "risk: high", "risk/high" or "high-risk".
DeclaredTier declaredTier(std::span<const std::string> messages, std::span<const std::string> labels, Tier computed);

} // namespace meshdraft::changes
