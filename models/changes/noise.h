// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

namespace meshdraft::changes {

/// Why a change needs no reader of its own.
enum class Noise : std::uint8_t {
    None,
    Text, ///< comments, spelling, order of keys: no field differs
    Version, ///< only versions: apiVersion, tags of images, labels of charts and releases
    Generated, ///< in a file that says that a program writes it, or in a directory of copies
};

/// The kind of noise that a change is. What a risk rule has put at medium or high is none.
Noise noiseOf(const ResourceChange& change);

} // namespace meshdraft::changes
