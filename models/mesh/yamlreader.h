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
    /// Calls `visit(key, value)` for each of entries() without making a list of them.
    template <typename Visit> void forEachEntry(source::NodeRef mapping, Visit visit);
    /// Calls `visit(item)` for each of items().
    template <typename Visit> void forEachItem(source::NodeRef sequence, Visit visit);

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
    static bool isMerge(const source::Document& document, source::NodeId key);

    mutable std::size_t m_budget = 0; ///< merging spends it too
};

template <typename Visit> void YamlReader::forEachEntry(source::NodeRef mapping, Visit visit)
{
    const source::NodeRef map = mapping.resolved();
    if (!map.isMapping())
        return;
    const source::Document& document = *map.document();
    for (source::NodeId id = map.node().firstChild; id != source::noNode;) {
        const source::NodeId value = document.nodes[id].nextSibling;
        if (value == source::noNode)
            break;
        if (isMerge(document, id)) {
            for (const auto& entry : entries(map))
                visit(entry.key, entry.value);
            return;
        }
        id = document.nodes[value].nextSibling;
    }
    for (source::NodeId id = map.node().firstChild; id != source::noNode && spend();) {
        const source::NodeId value = document.nodes[id].nextSibling;
        if (value == source::noNode)
            break;
        visit(source::NodeRef(&document, id), source::NodeRef(&document, value));
        id = document.nodes[value].nextSibling;
    }
}

template <typename Visit> void YamlReader::forEachItem(source::NodeRef sequence, Visit visit)
{
    const source::NodeRef list = sequence.resolved();
    if (!list.isSequence())
        return;
    const source::Document& document = *list.document();
    for (source::NodeId id = list.node().firstChild; id != source::noNode && spend();
         id = document.nodes[id].nextSibling)
        visit(source::NodeRef(&document, id));
}

} // namespace meshdraft::mesh
