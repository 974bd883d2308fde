// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/documentmerge.h"

#include <map>

namespace meshdraft::changes {

/// Conflicts that were answered, by path.
using MergeChoices = std::map<std::string, MergeSide>;

/// A document of a merge and its place in each text; null where a text does not have it.
struct MergedDocument {
    const source::Document* base = nullptr;
    const source::Document* mine = nullptr;
    const source::Document* theirs = nullptr;
};

/// True when the tree of `result` is what merging the trees of the three documents gives, conflicts as they were
/// chosen. Trees are compared as Kubernetes reads them: aliases and merge keys followed, quotes and comments ignored.
bool provesMerge(const MergedDocument& documents, const source::Document& result, const MergeChoices& choices);

/// The place of an element below `path`.
std::string mergePath(const std::string& path, std::string_view key);
std::string mergePath(const std::string& path, int mine, int theirs, int base);

} // namespace meshdraft::changes
