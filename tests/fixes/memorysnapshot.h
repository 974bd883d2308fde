// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/derive.h"
#include "models/workspace/parsecache.h"

#include "tests/mesh/meshtexts.h"

namespace meshdraft::test {

/// A snapshot of files that stand in no repository.
inline workspace::SnapshotPtr snapshotOf(mesh::FileSet files, const std::string& environment = ".")
{
    auto snapshot = std::make_shared<workspace::Snapshot>();
    snapshot->cache = std::make_shared<workspace::ParseCache>();
    snapshot->saved = files;
    snapshot->current = std::move(files);
    snapshot->environments = workspace::environmentsIn(*snapshot, snapshot->saved);
    workspace::chooseFor(*snapshot, environment);
    workspace::deriveAll(*snapshot);
    return snapshot;
}

inline workspace::SnapshotPtr snapshotOf(std::initializer_list<std::pair<std::string, std::string>> files)
{
    return snapshotOf(fileSet(files));
}

} // namespace meshdraft::test
