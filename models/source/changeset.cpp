// SPDX-License-Identifier: Apache-2.0
#include "models/source/changeset.h"

#include "models/source/entryextent.h"
#include "models/source/parsedtext.h"
#include "models/source/textcheck.h"

#include <algorithm>
#include <set>

namespace meshdraft::source {

namespace {

using Result = std::expected<void, Error>;

constexpr std::string_view mergeKey = "<<";

bool isUtf8(std::string_view text)
{
    const ByteCheck bytes = checkBytes(text, 0, static_cast<std::uint32_t>(text.size()));
    return !bytes.unreadable || bytes.unreadable->code != "source.utf8";
}

bool isUtf8(const NewValue& value)
{
    return isUtf8(value.text)
        && std::ranges::all_of(value.entries,
                               [](const NewEntry& entry) { return isUtf8(entry.key) && isUtf8(entry.value); })
        && std::ranges::all_of(value.items, [](const NewValue& item) { return isUtf8(item); });
}

/// A key that stands twice in a mapping to write.
const std::string* repeatedKey(const NewValue& value)
{
    std::set<std::string_view> keys;
    for (const NewEntry& entry : value.entries) {
        if (!keys.insert(entry.key).second)
            return &entry.key;
        if (const std::string* repeated = repeatedKey(entry.value))
            return repeated;
    }
    for (const NewValue& item : value.items) {
        if (const std::string* repeated = repeatedKey(item))
            return repeated;
    }
    return nullptr;
}

} // namespace

bool CollectionChange::stays(std::size_t element) const
{
    return std::ranges::any_of(slots, [element](const Slot& slot) { return slot.element == element; });
}

/// Fills a ChangeSet, change by change.
class ChangeCollector {
public:
    ChangeCollector(const ParsedText& text, const Layout& layout)
        : m_text(text)
        , m_layout(layout)
    {
    }

    Result collect(std::span<const Change> changes)
    {
        for (const Change& change : changes) {
            if (Result added = std::visit([this](const auto& each) { return add(each); }, change); !added)
                return added;
        }
        // Places are looked up among what stays, so that removals and moves come first.
        for (const Change& change : changes) {
            if (Result placed = std::visit([this](const auto& each) { return place(each); }, change); !placed)
                return placed;
        }
        for (auto& [id, change] : m_set.m_collections) {
            settleMoves(change);
            if (Result movable = checkMoves(change); !movable)
                return movable;
        }
        return checkNesting().and_then([this] { return checkKeys(); });
    }

    ChangeSet take() { return std::move(m_set); }

private:
    using Nodes = std::vector<NodeId>;

    Error error(std::string code, std::vector<std::string> args, NodeId node) const
    {
        return {std::move(code), std::move(args), m_text.locate(m_layout.node(node).range.begin)};
    }
    std::unexpected<Error> refuse(std::string code, std::vector<std::string> args, NodeId node) const
    {
        return std::unexpected(error(std::move(code), std::move(args), node));
    }
    static std::unexpected<Error> noSuchNode() { return std::unexpected(Error{"edit.noSuchNode", {}, {}}); }

    bool exists(NodeId id) const { return id < m_layout.document().nodes.size(); }
    const Node& node(NodeId id) const { return m_layout.node(id); }

    Result add(const ScalarChange& change);
    Result add(const ValueReplacement& change);
    Result add(const KeyRename& change);
    Result add(const Removal& change);
    Result add(const Move& change);
    Result add(const EntryInsertion& change);
    Result add(const ItemInsertion& change);

    template <typename Other> Result place(const Other& /*change*/) { return {}; }
    Result place(const Move& change);
    Result place(const EntryInsertion& change);
    Result place(const ItemInsertion& change);

    Result checkWritable(NodeId id) const;
    Result checkTag(NodeId id) const;
    Result checkValue(const NewValue& value, NodeId near) const;
    Result checkMerge(NodeId mapping, const std::string& key) const;
    Result checkAnchorsOf(NodeId begin, NodeId end, std::optional<NodeId> destination) const;
    Result checkNesting() const;
    Result checkKeys() const;
    Result checkMoves(const CollectionChange& change) const;
    bool isTouched(NodeId id) const;

    CollectionChange& collection(NodeId id);
    static void settleMoves(CollectionChange& change);
    Expected<Element> elementOf(NodeId id);
    NodeId firstNode(const Element& element) const { return element.key != noNode ? element.key : element.value; }
    Result insert(NodeId owner, NodeId before, Slot slot, NodeId near);

    const ParsedText& m_text;
    const Layout& m_layout;
    ChangeSet m_set;
    std::set<NodeId> m_fixed; ///< nodes whose whole subtree is removed, replaced or moved
};

/// Refuses what shows in more than one place.
Result ChangeCollector::checkWritable(NodeId id) const
{
    const std::uint32_t offset = node(id).range.begin;
    const auto refuseAlias = [&](ByteRange alias) {
        const std::string line = std::to_string(m_text.locate(alias.begin).line);
        return refuse("edit.alias", {std::string(m_layout.slice(alias.begin + 1, alias.end)), line}, id);
    };
    if (node(id).kind == NodeKind::Alias)
        return refuseAlias({offset, node(id).range.end});
    for (NodeId around = id; around != noNode; around = node(around).parent) {
        if (!node(around).hasAnchor)
            continue;
        for (NodeId other = around + 1; other < m_layout.document().nodes.size(); ++other) {
            if (node(other).kind == NodeKind::Alias && node(other).target == around)
                return refuseAlias(node(other).range);
        }
    }
    return {};
}

/// A tag that makes something other than a string of the text may not fit another text.
Result ChangeCollector::checkTag(NodeId id) const
{
    if (node(id).hasTag && !isStringTag(m_layout.tagOf(id)))
        return refuse("edit.tag", {}, id);
    return {};
}

Result ChangeCollector::checkValue(const NewValue& value, NodeId near) const
{
    if (!isUtf8(value))
        return refuse("edit.value", {}, near);
    if (const std::string* key = repeatedKey(value))
        return refuse("edit.duplicateKey", {*key}, near);
    return {};
}

/// An entry beside a merge key could hide, or its removal reveal, what is merged in.
Result ChangeCollector::checkMerge(NodeId mapping, const std::string& key) const
{
    for (const NodeRef::Entry& entry : m_layout.ref(mapping).entries()) {
        if (entry.key.value() == mergeKey && key != mergeKey)
            return refuse("edit.merge", {key}, entry.key.id());
    }
    return {};
}

/// Aliases must still stand behind their anchors when the nodes [begin, end) are gone, or stand before `destination`.
Result ChangeCollector::checkAnchorsOf(NodeId begin, NodeId end, std::optional<NodeId> destination) const
{
    const auto isInside = [&](NodeId id) { return id >= begin && id < end; };
    for (NodeId id = 0; id < m_layout.document().nodes.size(); ++id) {
        if (node(id).kind != NodeKind::Alias || isInside(id) == isInside(node(id).target))
            continue;
        const NodeId target = node(id).target;
        const bool isFine =
            isInside(target) ? destination && id >= *destination : !destination || target < *destination;
        if (isFine)
            continue;
        const ByteRange alias = node(id).range;
        const std::string line = std::to_string(m_text.locate(alias.begin).line);
        return refuse("edit.alias", {std::string(m_layout.slice(alias.begin + 1, alias.end)), line}, begin);
    }
    return {};
}

Result ChangeCollector::add(const ScalarChange& change)
{
    if (!exists(change.node))
        return noSuchNode();
    if (!isUtf8(change.value))
        return refuse("edit.value", {}, change.node);
    if (!m_set.m_scalars.emplace(change.node, &change).second)
        return refuse("edit.conflict", {}, change.node);
    const bool isAbsentKey = node(change.node).parent != noNode
        && node(node(change.node).parent).kind == NodeKind::Mapping && !m_layout.ref(change.node).key();
    if (const Result writable = checkWritable(change.node); !writable)
        return writable;
    if (node(change.node).kind == NodeKind::Scalar || (node(change.node).kind == NodeKind::Empty && !isAbsentKey))
        return checkTag(change.node);
    return refuse("edit.notScalar", {}, change.node);
}

Result ChangeCollector::add(const ValueReplacement& change)
{
    if (!exists(change.node))
        return noSuchNode();
    const Node& old = node(change.node);
    if (old.parent != noNode && node(old.parent).kind == NodeKind::Mapping && !m_layout.ref(change.node).key())
        return refuse("edit.notScalar", {}, change.node); // a key
    if (!m_set.m_replacements.emplace(change.node, &change).second)
        return refuse("edit.conflict", {}, change.node);
    m_fixed.insert(change.node);
    if (old.hasTag)
        return refuse("edit.tag", {}, change.node);
    return checkWritable(change.node).and_then([&] { return checkValue(change.value, change.node); }).and_then([&] {
        return checkAnchorsOf(change.node + 1, m_layout.endOfSubtree(change.node), {});
    });
}

Result ChangeCollector::add(const KeyRename& change)
{
    if (!exists(change.key))
        return noSuchNode();
    const NodeId mapping = node(change.key).parent;
    if (mapping == noNode || node(mapping).kind != NodeKind::Mapping || m_layout.ref(change.key).key()
        || node(change.key).kind != NodeKind::Scalar)
        return refuse("edit.notKey", {}, change.key);
    if (!isUtf8(change.name))
        return refuse("edit.value", {}, change.key);
    if (!m_set.m_renames.emplace(change.key, &change).second)
        return refuse("edit.conflict", {}, change.key);
    return checkWritable(change.key)
        .and_then([&] { return checkTag(change.key); })
        .and_then([&] { return checkMerge(mapping, change.name); })
        .and_then([&] { return checkMerge(mapping, std::string(m_layout.ref(change.key).value())); });
}

Expected<Element> ChangeCollector::elementOf(NodeId id)
{
    if (!exists(id))
        return noSuchNode();
    if (node(id).parent == noNode)
        return refuse("edit.notElement", {}, id);
    const CollectionChange& owner = collection(node(id).parent);
    const bool isMapping = node(owner.id).kind == NodeKind::Mapping;
    const auto found = std::ranges::find(owner.elements, id, isMapping ? &Element::key : &Element::value);
    if (found == owner.elements.end())
        return refuse("edit.notElement", {}, id);
    return *found;
}

CollectionChange& ChangeCollector::collection(NodeId id)
{
    const auto [found, isNew] = m_set.m_collections.try_emplace(id);
    CollectionChange& result = found->second;
    if (isNew) {
        result.id = id;
        result.elements = m_layout.elementsOf(id);
        for (std::size_t i = 0; i < result.elements.size(); ++i)
            result.slots.push_back({.element = i});
    }
    return result;
}

Result ChangeCollector::add(const Removal& change)
{
    const Expected<Element> element = elementOf(change.node);
    if (!element)
        return std::unexpected(element.error());
    const NodeId owner = node(change.node).parent;
    if (const Result writable = checkWritable(owner); !writable)
        return writable;
    if (node(owner).kind == NodeKind::Mapping) {
        if (Result merge = checkMerge(owner, std::string(m_layout.ref(change.node).value())); !merge)
            return merge;
    }
    if (!m_fixed.insert(change.node).second)
        return refuse("edit.conflict", {}, change.node);
    std::erase_if(m_set.m_collections.at(owner).slots, [&](const Slot& slot) {
        return firstNode(m_set.m_collections.at(owner).elements[slot.element]) == change.node;
    });
    return checkAnchorsOf(change.node, m_layout.endOfSubtree(element->value), {});
}

Result ChangeCollector::add(const Move& change)
{
    const Expected<Element> element = elementOf(change.node);
    if (!element)
        return std::unexpected(element.error());
    const NodeId owner = node(change.node).parent;
    if (const Result writable = checkWritable(owner); !writable)
        return writable;
    if (!m_fixed.insert(change.node).second || change.before == change.node)
        return refuse("edit.conflict", {}, change.node);
    std::erase_if(m_set.m_collections.at(owner).slots, [&](const Slot& slot) {
        return firstNode(m_set.m_collections.at(owner).elements[slot.element]) == change.node;
    });
    const NodeId destination = change.before != noNode ? change.before : m_layout.endOfSubtree(owner);
    return checkAnchorsOf(change.node, m_layout.endOfSubtree(element->value), destination);
}

Result ChangeCollector::add(const EntryInsertion& change)
{
    if (!exists(change.mapping))
        return noSuchNode();
    if (const Result writable = checkWritable(change.mapping); !writable)
        return writable;
    const Node& mapping = node(change.mapping);
    // The one entry of `[a: b]` has no brackets to add a second one to.
    if (mapping.kind != NodeKind::Mapping
        || (mapping.style == NodeStyle::Flow && m_layout.at(mapping.range.begin) != '{'))
        return refuse("edit.notMapping", {}, change.mapping);
    if (!isUtf8(change.key))
        return refuse("edit.value", {}, change.mapping);
    return checkValue(change.value, change.mapping).and_then([&] { return checkMerge(change.mapping, change.key); });
}

Result ChangeCollector::add(const ItemInsertion& change)
{
    if (!exists(change.sequence))
        return noSuchNode();
    if (const Result writable = checkWritable(change.sequence); !writable)
        return writable;
    if (node(change.sequence).kind != NodeKind::Sequence)
        return refuse("edit.notSequence", {}, change.sequence);
    return checkValue(change.value, change.sequence);
}

Result ChangeCollector::insert(NodeId owner, NodeId before, Slot slot, NodeId near)
{
    CollectionChange& change = collection(owner);
    if (before == noNode) {
        change.slots.push_back(slot);
        return {};
    }
    const auto place = std::ranges::find_if(change.slots, [&](const Slot& each) {
        return each.element != Slot::isNew && firstNode(change.elements[each.element]) == before;
    });
    if (place == change.slots.end())
        return refuse(exists(before) && node(before).parent == owner ? "edit.conflict" : "edit.notElement", {}, near);
    change.slots.insert(place, slot);
    return {};
}

Result ChangeCollector::place(const Move& change)
{
    const NodeId owner = node(change.node).parent;
    const CollectionChange& moved = m_set.m_collections.at(owner);
    const auto element = std::ranges::find(moved.elements, change.node, [&](const Element& e) { return firstNode(e); });
    const auto index = static_cast<std::size_t>(element - moved.elements.begin());
    return insert(owner, change.before, {.element = index, .isMoved = true}, change.node);
}

Result ChangeCollector::place(const EntryInsertion& change)
{
    return insert(change.mapping, change.before, {.key = &change.key, .value = &change.value}, change.mapping);
}

Result ChangeCollector::place(const ItemInsertion& change)
{
    return insert(change.sequence, change.before, {.value = &change.value}, change.sequence);
}

/// What is moved to where it stands already stays there.
void ChangeCollector::settleMoves(CollectionChange& change)
{
    for (std::size_t at = 0; at < change.slots.size(); ++at) {
        Slot& slot = change.slots[at];
        if (slot.element == Slot::isNew || !slot.isMoved)
            continue;
        bool isInOrder = true;
        for (std::size_t other = 0; other < change.slots.size(); ++other) {
            const Slot& each = change.slots[other];
            if (other != at && each.element != Slot::isNew && !each.isMoved)
                isInOrder = isInOrder && (other < at) == (each.element < slot.element);
        }
        slot.isMoved = !isInOrder;
    }
}

/// In a flow collection comments can only go along where each element has its lines.
Result ChangeCollector::checkMoves(const CollectionChange& change) const
{
    if (node(change.id).style != NodeStyle::Flow
        || std::ranges::all_of(change.elements, [&](const Element& each) { return hasOwnLines(m_layout, each); }))
        return {};
    for (const Slot& slot : change.slots) {
        if (slot.element == Slot::isNew || !slot.isMoved)
            continue;
        const Element& element = change.elements[slot.element];
        const ByteRange whole = wholeOf(m_layout, change.id, change.elements, slot.element);
        if (m_layout.hasComment(whole.begin, element.begin) || m_layout.hasComment(element.end, whole.end))
            return refuse("edit.proof", {}, firstNode(element));
    }
    return {};
}

bool ChangeCollector::isTouched(NodeId id) const
{
    return m_set.m_scalars.contains(id) || m_set.m_replacements.contains(id) || m_set.m_renames.contains(id)
        || m_set.m_collections.contains(id);
}

/// What is removed, replaced or moved as a whole cannot be changed within at the same time.
Result ChangeCollector::checkNesting() const
{
    for (const NodeId fixed : m_fixed) {
        const bool isKey = m_set.m_replacements.contains(fixed)
            ? false
            : node(fixed).parent != noNode && node(node(fixed).parent).kind == NodeKind::Mapping;
        const NodeId last = isKey ? m_layout.endOfSubtree(node(fixed).nextSibling) : m_layout.endOfSubtree(fixed);
        const NodeId first = m_set.m_replacements.contains(fixed) ? fixed + 1 : fixed;
        for (NodeId id = first; id < last; ++id) {
            if (isTouched(id) || (id != fixed && m_fixed.contains(id)))
                return refuse("edit.conflict", {}, id);
        }
        if (m_set.m_replacements.contains(fixed)
            && (m_set.m_scalars.contains(fixed) || m_set.m_collections.contains(fixed)))
            return refuse("edit.conflict", {}, fixed);
    }
    return {};
}

Result ChangeCollector::checkKeys() const
{
    std::set<NodeId> mappings;
    for (const auto& [id, change] : m_set.m_collections) {
        if (node(id).kind == NodeKind::Mapping)
            mappings.insert(id);
    }
    for (const auto& [key, rename] : m_set.m_renames)
        mappings.insert(node(key).parent);
    for (const NodeId id : mappings) {
        std::set<std::string_view> keys;
        std::vector<std::string_view> added;
        const auto take = [&](NodeId key) {
            if (const auto rename = m_set.m_renames.find(key); rename != m_set.m_renames.end()) {
                added.push_back(rename->second->name);
            } else if (m_layout.ref(key).resolved().isScalar()) {
                keys.insert(m_layout.ref(key).value());
            }
        };
        const auto changed = m_set.m_collections.find(id);
        if (changed == m_set.m_collections.end()) {
            for (const NodeRef::Entry& entry : m_layout.ref(id).entries())
                take(entry.key.id());
        } else {
            for (const Slot& slot : changed->second.slots) {
                if (slot.element == Slot::isNew) {
                    added.push_back(*slot.key);
                } else {
                    take(changed->second.elements[slot.element].key);
                }
            }
        }
        for (const std::string_view key : added) {
            if (!keys.insert(key).second)
                return refuse("edit.duplicateKey", {std::string(key)}, id);
        }
    }
    return {};
}

Expected<ChangeSet> ChangeSet::of(const ParsedText& text, const Layout& layout, std::span<const Change> changes)
{
    ChangeCollector collector(text, layout);
    if (Result collected = collector.collect(changes); !collected)
        return std::unexpected(collected.error());
    return collector.take();
}

} // namespace meshdraft::source
