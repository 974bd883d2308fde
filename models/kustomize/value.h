// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/document.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meshdraft::kustomize {

/// Where a value was written, or what made it: an index into the tables of a Reading.
struct Origin {
    enum class Kind : std::uint8_t { None, Source, Step };

    Kind kind = Kind::None;
    std::uint32_t index = 0; ///< of a text, or of a step
    std::uint32_t document = 0; ///< Source: Document::index
    source::NodeId node = source::noNode; ///< Source

    friend bool operator==(const Origin&, const Origin&) = default;
};

/// A YAML value that can be changed and knows of every part where it comes from.
struct Value {
    struct Entry;

    source::NodeKind kind = source::NodeKind::Empty;
    bool isNull = false; ///< a patch removes what it puts null at
    std::string scalar;
    Origin origin;
    std::vector<Entry> entries; ///< of a mapping; each key once
    std::vector<Value> items; ///< of a sequence

    bool isMapping() const { return kind == source::NodeKind::Mapping; }
    bool isSequence() const { return kind == source::NodeKind::Sequence; }
    bool isScalar() const { return kind == source::NodeKind::Scalar; }

    const Value* find(std::string_view key) const;
    Value* find(std::string_view key)
    {
        return const_cast<Value*>(std::as_const(*this).find(key)); // NOLINT: this is not const
    }
    /// The value at the end of a chain of keys; null where there is none.
    const Value* at(std::initializer_list<std::string_view> keys) const;
    /// The scalar at the end of a chain of keys, else empty.
    std::string_view text(std::initializer_list<std::string_view> keys) const;
    /// The entry, made where there is none; turns anything else into a mapping.
    Value& entry(std::string_view key);
    void remove(std::string_view key);
    void setScalar(std::string_view text, Origin from);
};

struct Value::Entry {
    std::string key;
    Value value;
};

/// Builds values out of nodes. Aliases let a small file describe a huge tree: past a limit nothing more is built.
class ValueBuilder {
public:
    Value build(source::NodeRef node, std::uint32_t text, std::uint32_t document);
    bool isExhausted() const { return m_left == 0; }

private:
    static constexpr std::size_t limit = 4'000'000;

    std::size_t m_left = limit;
};

} // namespace meshdraft::kustomize
