// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"
#include "models/mesh/fileset.h"

#include <QDateTime>
#include <QTimeZone>

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace meshdraft::changes {

/// What a change of one tier has to go through.
struct TierProcess {
    std::uint32_t reviewers = 1;
    std::vector<std::string> windows; ///< names, any of them; empty: always
    std::vector<std::string> evidence; ///< of tests, as the project calls them
    bool tellsOnCall = false;
    bool needsRollbackPlan = false;
};

/// A time of the week at which changes may go in.
struct TimeWindow {
    std::set<int> days; ///< 1 Monday to 7 Sunday, on which it begins
    QTime from;
    QTime to; ///< not later than `from`: on the next day
    QTimeZone zone;
};

/// A time in which nothing goes in.
struct Freeze {
    std::string name;
    QDateTime from;
    QDateTime to; ///< the first moment behind it
    std::set<Tier> tiers; ///< which; empty: all
};

/// How changes go in: data in resources/risk/process.json, and `process:` of .meshdraft.yaml.
struct Process {
    std::array<TierProcess, 4> tiers; ///< by Tier
    std::map<std::string, std::vector<TimeWindow>, std::less<>> windows;
    std::vector<Freeze> freezes;
    QTimeZone zone; ///< of what does not say its own

    const TierProcess& of(Tier tier) const { return tiers[static_cast<std::size_t>(tier)]; }
};

struct ProjectProcess {
    Process process;
    std::optional<Error> error; ///< then `process` is the built-in one: never half a process
};

/// Reads `process:` of .meshdraft.yaml (docs/review-process.md) in the files that a change starts from; what it does
/// not say stays as it comes with the program. Errors: those of ProjectSection; "process.timeZone" (args: text),
/// "process.time" (text), "process.date" (text), "process.day" (text), "process.noWindow" (name, known ones),
/// "process.tier" (text), "process.freezeOrder" (from, to).
ProjectProcess projectProcess(const mesh::FileSet& base);

} // namespace meshdraft::changes
