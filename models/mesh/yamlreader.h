// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/field.h"

#include <initializer_list>
#include <vector>

namespace meshdraft::mesh {

/// Reads values out of one resource. Whatever has another type than asked for counts as absent. Aliases and merge keys
/// ("<<") are followed as kubectl follows them.
///
/// Aliases let a small file describe a huge tree; the number of list items and entries handed out is limited to a
/// multiple of the nodes that the document really has, past that lists end.
class YamlReader {
public:
    explicit YamlReader(const source::Document& document);

    /// The value of an entry; invalid where there is none or `mapping` is no mapping.
    source::NodeRef get(source::NodeRef mapping, std::string_view key) const;
    /// The value at the end of a chain of keys.
    source::NodeRef get(source::NodeRef mapping, std::initializer_list<std::string_view> keys) const;
    /// True when there is a value that is not null.
    bool has(source::NodeRef mapping, std::string_view key) const;

    std::vector<source::NodeRef> items(source::NodeRef sequence);
    std::vector<source::NodeRef::Entry> entries(source::NodeRef mapping);

    Field<std::string> string(source::NodeRef node) const;
    Field<std::string> string(source::NodeRef mapping, std::string_view key) const;
    /// Integers, also in quotes; a scalar that is none keeps its node and has the value 0.
    Field<std::int64_t> integer(source::NodeRef mapping, std::string_view key) const;
    Field<std::uint32_t> number(source::NodeRef mapping, std::string_view key) const;
    bool isTrue(source::NodeRef mapping, std::string_view key) const;
    /// The scalars of a list; a lone scalar counts as a list of one.
    std::vector<Field<std::string>> strings(source::NodeRef node);
    Labels labels(source::NodeRef mapping);

private:
    source::NodeRef get(source::NodeRef mapping, std::string_view key, int depth) const;
    void collect(source::NodeRef mapping, std::vector<source::NodeRef::Entry>& into, int depth);
    bool spend() const;

    mutable std::size_t m_budget = 0; ///< merging spends it too
};

} // namespace meshdraft::mesh
