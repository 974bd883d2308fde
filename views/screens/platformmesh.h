// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <QString>

#include <map>
#include <string>

namespace meshdraft::views {

/// Files of a made-up platform of 38 namespaces and about 2,000 services, with a few faults in it: what the picture of
/// an overview needs. Deterministic.
std::map<std::string, std::string> platformFiles();

/// Makes a Git repository of them with one commit. Errors: "file.unwritable" (args: path), "git.failed" (args: command,
/// reason).
Expected<void> writePlatform(const QString& directory);

} // namespace meshdraft::views
