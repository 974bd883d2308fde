// SPDX-License-Identifier: Apache-2.0
#include "models/source/editproof.h"

#include "models/source/builder.h"
#include "models/source/scalar.h"
#include "models/source/textcheck.h"

#include <algorithm>
#include <unordered_map>

namespace meshdraft::source {

namespace {

/// The document's own bytes with the splices put in, parsed as a stream of their own.
std::shared_ptr<const Document> parseEdited(const Document& document, std::span<const Splice> splices)
{
    const std::uint32_t base = document.chunk.begin;
    std::vector<Splice> local(splices.begin(), splices.end());
    for (Splice& splice : local) {
        if (splice.offset < base || splice.offset + splice.length > document.chunk.end)
            return nullptr;
        splice.offset -= base;
    }
    const auto bytes = std::string_view(*document.text).substr(base, document.chunk.size());
    Expected<std::string> edited = applySplices(bytes, local);
    if (!edited)
        return nullptr;
    auto text = std::make_shared<const std::string>(*std::move(edited));
    const ByteCheck check = checkBytes(*text, 0, static_cast<std::uint32_t>(text->size()));
    if (check.unreadable || !check.failures.empty())
        return nullptr;
    const LineIndex lines(*text);
    const std::vector<Chunk> chunks = splitDocuments(*text, lines.starts());
    if (chunks.size() != 1 || chunks.front().begin != 0 || chunks.front().end != text->size())
        return nullptr;
    auto built = buildDocument(text, chunks.front(), document.index);
    return built ? *built : nullptr;
}

/// Compares the two trees in the order of the text; added entries stand behind the last node of their mapping.
class Comparison {
public:
    Comparison(const Document& before, const Document& after, std::span<const ScalarChange> changes,
               std::span<const EntryAddition> additions)
        : m_before(before)
        , m_after(after)
        , m_newIds(before.nodes.size() + 1, 0)
    {
        for (const ScalarChange& change : changes)
            m_changes.emplace(change.node, &change);
        for (const EntryAddition& addition : additions)
            m_additions.push_back({endOfSubtree(addition.mapping), &addition});
        // At the same place the inner mapping's entries come first, and each mapping's in their order.
        std::ranges::stable_sort(m_additions, [](const Added& a, const Added& b) {
            return a.place != b.place ? a.place < b.place : a.addition->mapping > b.addition->mapping;
        });
    }

    bool holds()
    {
        if (m_after.nodes.size() != m_before.nodes.size() + 2 * m_additions.size())
            return false;
        for (NodeId id = 0; id < m_before.nodes.size(); ++id) {
            if (!takeAdditions(id) || !isSame(id))
                return false;
        }
        return takeAdditions(static_cast<NodeId>(m_before.nodes.size())) && m_next == m_after.nodes.size();
    }

private:
    struct Added {
        NodeId place = 0; ///< the old node before which the new ones stand
        const EntryAddition* addition = nullptr;
    };

    /// The id behind the last node within a node.
    NodeId endOfSubtree(NodeId id) const
    {
        while (m_before.nodes[id].children > 0) {
            NodeId last = m_before.nodes[id].firstChild;
            while (m_before.nodes[last].nextSibling != noNode)
                last = m_before.nodes[last].nextSibling;
            id = last;
        }
        return id + 1;
    }

    bool takeAdditions(NodeId place)
    {
        for (; m_nextAdded < m_additions.size() && m_additions[m_nextAdded].place == place; ++m_nextAdded) {
            const EntryAddition& addition = *m_additions[m_nextAdded].addition;
            const NodeId parent = m_newIds[addition.mapping];
            if (!isNewScalar(addition.key, true, parent) || !isNewScalar(addition.value, addition.asString, parent))
                return false;
        }
        return true;
    }

    bool isNewScalar(std::string_view value, bool asString, NodeId parent)
    {
        if (m_next >= m_after.nodes.size())
            return false;
        const NodeRef ref(&m_after, m_next++);
        return ref.node().parent == parent && !ref.node().hasTag && !ref.node().hasAnchor
            && holdsValue(ref, value, asString);
    }

    static bool holdsValue(const NodeRef& ref, std::string_view value, bool asString)
    {
        if (!ref.isScalar() || ref.value() != value)
            return false;
        return !asString || ref.node().style != NodeStyle::Plain || !readsAsOtherThanString(value);
    }

    bool isSame(NodeId id)
    {
        m_newIds[id] = m_next;
        if (m_next >= m_after.nodes.size())
            return false;
        const NodeRef oldRef(&m_before, id);
        const NodeRef newRef(&m_after, m_next++);
        const Node& oldNode = oldRef.node();
        const Node& newNode = newRef.node();
        const bool hasParent = oldNode.parent != noNode;
        if (newNode.parent != (hasParent ? m_newIds[oldNode.parent] : noNode) || newNode.hasTag != oldNode.hasTag
            || newNode.hasAnchor != oldNode.hasAnchor)
            return false;
        if (const auto change = m_changes.find(id); change != m_changes.end())
            return holdsValue(newRef, change->second->value, change->second->asString);
        if (newNode.kind != oldNode.kind || newNode.style != oldNode.style)
            return false;
        if (newNode.kind == NodeKind::Alias)
            return newNode.target == m_newIds[oldNode.target] && newRef.text() == oldRef.text();
        return newNode.kind != NodeKind::Scalar || newRef.value() == oldRef.value();
    }

    const Document& m_before;
    const Document& m_after;
    std::vector<NodeId> m_newIds;
    std::unordered_map<NodeId, const ScalarChange*> m_changes;
    std::vector<Added> m_additions;
    std::size_t m_nextAdded = 0;
    NodeId m_next = 0;
};

} // namespace

bool provesRight(const Document& document, std::span<const Splice> splices, std::span<const ScalarChange> changes,
                 std::span<const EntryAddition> additions)
{
    const std::shared_ptr<const Document> after = parseEdited(document, splices);
    return after && after->duplicateKeys.size() == document.duplicateKeys.size()
        && Comparison(document, *after, changes, additions).holds();
}

} // namespace meshdraft::source
