// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/process.h"
#include "models/source/error.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::git {

/// How much of the repository's and the user's configuration may act.
enum class Access {
    Safe, ///< nothing that is configured runs, nothing is fetched, no optional lock: reading, and our private indexes
    User, ///< as if the user called git: hooks, signing, filters and credential helpers run (committing and pushing
          ///< only)
};

struct GitCall {
    std::vector<std::string> arguments;
    Access access = Access::Safe;
    std::string_view input;
    std::vector<std::string> environment; ///< "NAME=value", put above the rest
    const ProcessWatch* watch = nullptr;
};

/// The whole command line of a call, run in a directory (DECISIONS "Reading Git safely"). Of the caller's GIT_
/// variables only those about the user's configuration and identity go through: a GIT_DIR of a hook that started us
/// must not lead us elsewhere.
CommandLine commandLineOf(const std::string& directory, const GitCall& call);

/// Runs git; an exit code other than 0 is a result. Errors: "git.notFound", "git.failed" (args: command, reason).
Expected<ProcessResult> runGit(const std::string& directory, const GitCall& call);

/// Runs git; its output. An exit code other than 0 is "git.failed" (args: command, what it said) or "git.diskFull"
/// (args: command).
Expected<QByteArray> outputOfGit(const std::string& directory, const GitCall& call);

/// "git.failed" or "git.diskFull" of a call that ended like this.
Error failureOf(const GitCall& call, const ProcessResult& result);

/// Git's output without the one line end behind it.
QByteArray withoutLineEnd(QByteArray output);

/// The parts of a NUL-separated output.
std::vector<std::string_view> splitAtNul(const QByteArray& output);

} // namespace meshdraft::git
