// SPDX-License-Identifier: Apache-2.0
// How git is asked for commits, and how its answer is read.
#pragma once

#include "models/git/history.h"

#include <span>
#include <string_view>
#include <vector>

namespace meshdraft::git {

/// Fields of a commit in the output of logArguments, each ended by NUL.
inline constexpr std::size_t fieldsOfEntry = 11;

/// A commit of these fields.
HistoryEntry entryOf(std::span<const std::string_view> fields);

/// The arguments of `git log` for a range, its settings fixed whatever the configuration says.
Expected<std::vector<std::string>> logArguments(const Repository& repository, const LogRange& range);

} // namespace meshdraft::git
