// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/commandline.h"
#include "models/workspace/comparison.h"

#include <QCommandLineParser>

#include <expected>

namespace meshdraft::cli {

/// The one range among the arguments, in the repository of --repo. What is wrong is printed; the error is the exit
/// code.
std::expected<workspace::RevisionRange, int> rangeArgument(const QCommandLineParser& parser);

} // namespace meshdraft::cli
