// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/edit.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::workspace {

/// Two byte ranges of whole lines that stand for each other in two texts and differ; either may be empty.
struct ChangedBlock {
    source::ByteRange before;
    source::ByteRange after;
};

/// The differing blocks of two texts by lines, in order; what lies between them is equal.
std::vector<ChangedBlock> changedBlocks(std::string_view before, std::string_view after);

/// Splices that turn `before` into `after`: each differing block cut down to the bytes that differ.
std::vector<source::Splice> lineSplices(std::string_view before, std::string_view after);

/// One list of splices that does what `first` and then `second` do (`second` counts in the text that `first` makes).
/// Splices that change nothing are left out.
std::vector<source::Splice> composeSplices(std::string_view before, std::span<const source::Splice> first,
                                           std::span<const source::Splice> second);

} // namespace meshdraft::workspace
