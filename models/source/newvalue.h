// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/document.h"

#include <string>
#include <vector>

namespace meshdraft::source {

struct NewEntry;

/// A value to write: a scalar, a mapping or a sequence. Written in the style of its surroundings unless it has one of
/// its own. A collection without children is written `{}` or `[]`.
struct NewValue {
    NodeKind kind = NodeKind::Scalar; ///< Scalar, Mapping or Sequence
    std::string text; ///< of a scalar
    bool asString = false; ///< of a scalar: a value that YAML 1.1 reads as something else is quoted
    std::vector<NewEntry> entries; ///< of a mapping
    std::vector<NewValue> items; ///< of a sequence
    NodeStyle style = NodeStyle::Plain; ///< SingleQuoted, DoubleQuoted: of a scalar; Flow: a collection on one line in
                                        ///< brackets; all others: as the surroundings have it
    bool isPadded = false; ///< of a collection in brackets: a blank within them

    static NewValue scalar(std::string text, bool asString = false);
    static NewValue mapping(std::vector<NewEntry> entries);
    static NewValue sequence(std::vector<NewValue> items);

    /// True for a collection that has something in it and takes lines of its own.
    bool isNested() const;
};

/// An entry of a mapping to write; its key is a string.
struct NewEntry {
    std::string key;
    NewValue value;
};

/// The style of a node itself, for a copy of it.
void takeStyle(NewValue& value, NodeRef node);

/// The value in the style of one like it: brackets and quotes as the other one has them, of its entries those of the
/// entries with the same keys. What the other one does not have keeps its style.
NewValue styledLike(NewValue value, NodeRef other);

} // namespace meshdraft::source
