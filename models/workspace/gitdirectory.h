// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/snapshot.h"

namespace meshdraft::workspace {

/// What tells the repository of one snapshot from that of another; empty for none.
inline QString gitDirectoryOf(const SnapshotPtr& snapshot)
{
    return snapshot && snapshot->repository ? snapshot->repository->gitDirectory() : QString();
}

} // namespace meshdraft::workspace
