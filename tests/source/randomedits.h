// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/edit.h"

#include <QString>

#include <map>
#include <string>

namespace meshdraft::source {

/// What became of random edits.
struct RandomEditTally {
    std::map<std::string, int> done; ///< by the kind of change
    std::map<std::string, int> refused; ///< by the error's code

    int doneInAll() const;
    int refusedInAll() const;
    void add(const RandomEditTally& other);
};

/// Makes `count` random changes of every kind, each on the text as it is, and checks both laws of every one by means of
/// its own: no other byte, no other comment and no other value has changed, and undoing gives the old bytes. What is
/// wrong with the first that breaks one is left in `violation`. The same seed, the same edits.
RandomEditTally runRandomEdits(const std::string& text, std::uint32_t seed, int count, QString* violation);

} // namespace meshdraft::source
