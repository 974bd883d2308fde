// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/yamlreader.h"

#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::changes {

/// What a YAML node means once quotes, order of keys, comments, aliases and merge keys are seen through. Made for
/// comparing; valid while the document lives.
struct Value {
    enum class Kind : std::uint8_t { Scalar, List, Map };
    struct Entry;

    source::NodeRef node; ///< as it stands in the file (an alias stays an alias)
    Kind kind = Kind::Scalar;
    std::string scalar; ///< a letter for the type, then the value
    std::vector<Entry> entries; ///< of a map, in the order of the file, each key once
    std::vector<Value> items; ///< of a list
    std::vector<std::uint32_t> byKey; ///< positions in `entries`, sorted by key
    std::size_t hash = 0;
    std::uint32_t leaves = 1; ///< scalars at or below

    static Value of(mesh::YamlReader& reader, source::NodeRef node);

    /// The entry's value; null when there is none.
    const Value* get(std::string_view key) const;
    /// Follows keys: `get({"port", "number"})`.
    const Value* get(std::initializer_list<std::string_view> keys) const;
    bool isNull() const { return kind == Kind::Scalar && scalar == "n"; }
    /// The scalar without its type; empty for lists and maps.
    std::string_view text() const;
    /// On one line, as flow YAML, cut after about `most` bytes.
    std::string shortText(std::size_t most = 80) const;

    friend bool operator==(const Value& a, const Value& b);
};

struct Value::Entry {
    std::string key;
    source::NodeRef keyNode;
    Value value;
};

/// 0 (nothing in common) to 1: the share of scalars that two values have at the same path.
double likeness(const Value& a, const Value& b);

} // namespace meshdraft::changes
