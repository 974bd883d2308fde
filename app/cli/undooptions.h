// SPDX-License-Identifier: Apache-2.0
// What history, rollback and runbook share.
#pragma once

#include "app/cli/commandline.h"
#include "app/cli/reviewformats.h"
#include "models/workspace/rollbackplan.h"

namespace meshdraft::cli {

/// As parseResourceName, for any kind: one that is not known here is taken as it is written.
ResourceName anyResourceName(const QString& text);

/// Prints an error; the exit code that goes with it.
int refuse(const Error& error);

} // namespace meshdraft::cli
