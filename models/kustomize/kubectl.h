// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <chrono>
#include <stop_token>
#include <string>

namespace meshdraft::kustomize {

/// The kubectl on the PATH: absolute; empty where there is none.
std::string findKubectl();

/// What tells one kubectl from another without running it: path, size and time of change.
std::string fingerprintOf(const std::string& program);

struct KubectlCall {
    std::string program;
    std::string directory; ///< what to render, absolute
    std::string home; ///< an empty directory, absolute
    std::chrono::milliseconds timeLimit;
    std::stop_token stop;
};

struct KubectlResult {
    int exitCode = 0;
    std::string output;
    std::string words; ///< what it wrote to standard error
};

/// Runs `kubectl kustomize` on a directory: without a shell, without network where the system allows that, with proxies
/// that lead nowhere, without the user's configuration. Whatever it says, the exit code is the verdict.
/// Errors: "kustomize.notFound", "kustomize.timeout" (args: seconds), "kustomize.cancelled", "kustomize.tooLarge"
/// (args: bytes), "kustomize.failed" (args: reason).
Expected<KubectlResult> runKubectl(const KubectlCall& call);

} // namespace meshdraft::kustomize
