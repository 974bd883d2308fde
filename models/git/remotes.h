// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/repository.h"

#include <string>
#include <vector>

namespace meshdraft::git {

/// The URLs of all remotes as they are configured; empty where there are none, or git does not answer. Runs git once;
/// no network.
std::vector<std::string> remoteUrls(const Repository& repository);

} // namespace meshdraft::git
