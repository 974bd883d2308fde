// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/document.h"

#include <string>
#include <vector>

namespace meshdraft::source {

struct NewEntry;

/// A value to write: a scalar, a mapping or a sequence. Written in the style of its surroundings. A collection without
/// children is written `{}` or `[]`.
struct NewValue {
    NodeKind kind = NodeKind::Scalar; ///< Scalar, Mapping or Sequence
    std::string text; ///< of a scalar
    bool asString = false; ///< of a scalar: a value that YAML 1.1 reads as something else is quoted
    std::vector<NewEntry> entries; ///< of a mapping
    std::vector<NewValue> items; ///< of a sequence

    static NewValue scalar(std::string text, bool asString = false);
    static NewValue mapping(std::vector<NewEntry> entries);
    static NewValue sequence(std::vector<NewValue> items);

    /// True for a collection that has something in it.
    bool isNested() const;
};

/// An entry of a mapping to write; its key is a string.
struct NewEntry {
    std::string key;
    NewValue value;
};

} // namespace meshdraft::source
