// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/git/repository.h"

namespace meshdraft::workspace {

/// A name that no local branch has: `proposed`, else with a number behind it ("fix-2").
QString freeBranch(const git::Repository& repository, const QString& proposed);

} // namespace meshdraft::workspace
