// SPDX-License-Identifier: Apache-2.0
#include "models/source/editproof.h"

#include "models/source/builder.h"
#include "models/source/scalar.h"
#include "models/source/textcheck.h"

#include <algorithm>

namespace meshdraft::source {

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
    // What follows, a separator, must stay at the start of its line.
    if (document.chunk.end < document.text->size() && !edited->ends_with('\n'))
        return nullptr;
    auto text = std::make_shared<const std::string>(*std::move(edited));
    const ByteCheck check = checkBytes(*text, 0, static_cast<std::uint32_t>(text->size()));
    if (check.unreadable || !check.forbidden.empty())
        return nullptr;
    const LineIndex lines(*text);
    const std::vector<Chunk> chunks = splitDocuments(*text, lines.starts());
    if (chunks.size() != 1 || chunks.front().begin != 0 || chunks.front().end != text->size())
        return nullptr;
    // A file with a template's action is not read any more.
    if (text->contains("{{") && scanStructure(*text, chunks.front()).templateAt)
        return nullptr;
    auto built = buildDocument(text, chunks.front(), document.index);
    return built ? *built : nullptr;
}

namespace {

/// Walks the new tree along the old one with the changes in mind.
class Comparison {
public:
    Comparison(const Layout& layout, const Document& after, const ChangeSet& changes)
        : m_before(layout.document())
        , m_after(after)
        , m_changes(changes)
        , m_newIds(m_before.nodes.size(), noNode)
    {
    }

    static bool holdsValue(const NodeRef& ref, const NewValue& value)
    {
        if (value.kind == NodeKind::Scalar)
            return holdsText(ref, value.text, value.asString);
        if (ref.kind() != value.kind || ref.node().hasTag || ref.node().hasAnchor)
            return false;
        if (value.kind == NodeKind::Sequence) {
            const std::vector<NodeRef> items = ref.items();
            return std::ranges::equal(items, value.items,
                                      [](const NodeRef& item, const NewValue& each) { return holdsValue(item, each); });
        }
        const std::vector<NodeRef::Entry> entries = ref.entries();
        return std::ranges::equal(entries, value.entries, [](const NodeRef::Entry& entry, const NewEntry& each) {
            return holdsText(entry.key, each.key, true) && holdsValue(entry.value, each.value);
        });
    }

    bool holds()
    {
        if (m_before.nodes.empty() || m_after.nodes.empty())
            return m_before.nodes.empty() && m_after.nodes.empty();
        return isSame(0, 0);
    }

private:
    static bool holdsText(const NodeRef& ref, std::string_view value, bool asString)
    {
        if (!ref.isScalar() || ref.value() != value)
            return false;
        return !asString || ref.node().style != NodeStyle::Plain || !readsAsOtherThanString(value);
    }

    static bool isPlainNew(const NodeRef& ref) { return !ref.node().hasTag && !ref.node().hasAnchor; }

    bool isSame(NodeId id, NodeId newId)
    {
        const NodeRef oldRef(&m_before, id);
        const NodeRef newRef(&m_after, newId);
        const Node& oldNode = oldRef.node();
        const Node& newNode = newRef.node();
        m_newIds[id] = newId;
        if (newNode.hasTag != oldNode.hasTag || newNode.hasAnchor != oldNode.hasAnchor)
            return false;
        if (const auto change = m_changes.scalars().find(id); change != m_changes.scalars().end())
            return holdsText(newRef, change->second->value, change->second->asString);
        if (const auto change = m_changes.renames().find(id); change != m_changes.renames().end())
            return holdsText(newRef, change->second->name, true);
        if (const auto change = m_changes.replacements().find(id); change != m_changes.replacements().end())
            return holdsReplacement(newRef, change->second->value);
        if (newNode.kind != oldNode.kind)
            return false;
        if (oldNode.kind == NodeKind::Mapping || oldNode.kind == NodeKind::Sequence)
            return hasSameElements(id, newId);
        if (newNode.style != oldNode.style)
            return false;
        if (newNode.kind == NodeKind::Alias)
            return newNode.target == m_newIds[oldNode.target] && newRef.text() == oldRef.text();
        return newNode.kind != NodeKind::Scalar || newRef.value() == oldRef.value();
    }

    /// As holdsValue, for a node that may keep an anchor.
    static bool holdsReplacement(const NodeRef& ref, const NewValue& value)
    {
        if (value.kind == NodeKind::Scalar || !ref.node().hasAnchor)
            return holdsValue(ref, value);
        return ref.kind() == value.kind && ref.size() == value.entries.size() + value.items.size();
    }

    bool hasSameElements(NodeId id, NodeId newId)
    {
        const Node& oldNode = m_before.nodes[id];
        const Node& newNode = m_after.nodes[newId];
        const auto changed = m_changes.collections().find(id);
        NodeId next = newNode.firstChild;
        if (changed == m_changes.collections().end()) {
            if (newNode.style != oldNode.style || newNode.children != oldNode.children)
                return false;
            for (NodeId child = oldNode.firstChild; child != noNode; child = m_before.nodes[child].nextSibling) {
                if (!isSame(child, next))
                    return false;
                next = m_after.nodes[next].nextSibling;
            }
            return true;
        }
        const std::vector<Slot>& slots = changed->second.slots;
        const std::uint32_t width = oldNode.kind == NodeKind::Mapping ? 2 : 1;
        if (newNode.children != slots.size() * width || (!slots.empty() && newNode.style != oldNode.style))
            return false;
        for (const Slot& slot : slots) {
            const NodeId value = width == 2 ? m_after.nodes[next].nextSibling : next;
            if (!isSlot(changed->second, slot, next, value))
                return false;
            next = m_after.nodes[value].nextSibling;
        }
        return true;
    }

    bool isSlot(const CollectionChange& change, const Slot& slot, NodeId key, NodeId value)
    {
        if (slot.element != Slot::isNew) {
            const Element& element = change.elements[slot.element];
            return (element.key == noNode || isSame(element.key, key)) && isSame(element.value, value);
        }
        const NodeRef keyRef(&m_after, key);
        if (slot.key != nullptr && (!isPlainNew(keyRef) || !holdsText(keyRef, *slot.key, true)))
            return false;
        const NodeRef valueRef(&m_after, value);
        return isPlainNew(valueRef) && holdsValue(valueRef, *slot.value);
    }

    const Document& m_before;
    const Document& m_after;
    const ChangeSet& m_changes;
    std::vector<NodeId> m_newIds;
};

} // namespace

bool provesRight(const Layout& layout, std::span<const Splice> splices, const ChangeSet& changes)
{
    const std::shared_ptr<const Document> after = parseEdited(layout.document(), splices);
    return after && after->duplicateKeys.size() <= layout.document().duplicateKeys.size()
        && Comparison(layout, *after, changes).holds();
}

bool isSameTree(const Document& before, const Document& after)
{
    const Layout layout(before);
    return Comparison(layout, after, ChangeSet()).holds();
}

bool isTree(const Document& document, const NewValue& value)
{
    return document.root().isValid() && Comparison::holdsValue(document.root(), value);
}

} // namespace meshdraft::source
