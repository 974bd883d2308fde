// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/move.h"

#include "models/workspace/operations/mover.h"
#include "models/workspace/operations/outside.h"

#include <algorithm>

namespace meshdraft::workspace {

using mesh::ResourceIndex;
using source::NodeRef;

namespace {

bool isNamespaceName(const std::string& ns)
{
    return isResourceName(ns) && ns.size() <= 63 && !ns.contains('.');
}

} // namespace

NamespaceMove Mover::between(ResourceIndex from, ResourceIndex to) const
{
    const std::string& own = m_graph.at(from).key.ns;
    // what is not there is where the name says, and stays
    const bool isKnown = to != mesh::noResource;
    return {own, nsAfter(from), isKnown ? m_graph.at(to).key.ns : own, isKnown ? nsAfter(to) : own};
}

void Mover::change(const mesh::Resource& resource, NodeRef scalar, const std::string& text)
{
    if (!scalar.isScalar() || scalar.value() == text || !m_done.emplace(&resource, scalar.id()).second)
        return;
    m_plan.places.push_back({resource.element(scalar.id()), std::string(scalar.value()), text});
    m_changes[resource.element()].emplace_back(source::ScalarChange{scalar.id(), text, true});
}

void Mover::changeName(ResourceIndex from, NodeRef scalar, ResourceIndex to, NameForm form)
{
    if (!scalar.isScalar())
        return;
    if (const auto text = movedReference(scalar.value(), between(from, to), form))
        change(m_graph.at(from), scalar, *text);
}

/// {name, namespace}: the namespace may be absent where both are in one.
void Mover::changeObject(ResourceIndex from, NodeRef name, ResourceIndex to)
{
    const mesh::Resource& resource = m_graph.at(from);
    const NodeRef mapping = name.parent();
    const NamespaceMove move = between(from, to);
    if (!mapping.isMapping())
        return;
    const NodeRef written = mapping["namespace"];
    if (written.isScalar() && !written.value().empty()) {
        if (to != mesh::noResource)
            change(resource, written, std::string(move.targetAfter));
    } else if (move.fromAfter != move.targetAfter) {
        insertEntry(resource, mapping, std::string(move.targetAfter));
    }
}

/// `namespace:` behind the name.
void Mover::insertEntry(const mesh::Resource& resource, NodeRef mapping, const std::string& value)
{
    if (!m_done.emplace(&resource, mapping.id()).second)
        return;
    source::EntryInsertion insertion{mapping.id(), "namespace", source::NewValue::scalar(value, true)};
    bool isBehind = false;
    for (const NodeRef::Entry& entry : mapping.entries()) {
        if (isBehind) {
            insertion.before = entry.key.id();
            break;
        }
        isBehind = entry.key.value() == "name";
    }
    m_plan.places.push_back({resource.element(mapping.id()), {}, value});
    m_changes[resource.element()].emplace_back(std::move(insertion));
}

/// A text behind an item of a list, which has none like it.
void Mover::insertItem(const mesh::Resource& resource, NodeRef item, const std::string& text)
{
    const NodeRef list = item.parent();
    if (!list.isSequence() || !m_done.emplace(&resource, item.id()).second)
        return;
    const auto items = list.items();
    if (std::ranges::any_of(items, [&](const NodeRef& other) { return other.value() == text; }))
        return;
    source::ItemInsertion insertion{list.id(), source::styledLike(source::NewValue::scalar(text, true), item)};
    const auto next = std::ranges::find(items, item) + 1;
    if (next < items.end())
        insertion.before = next->id();
    m_plan.places.push_back({resource.element(item.id()), {}, text});
    m_changes[resource.element()].emplace_back(std::move(insertion));
}

void Mover::lose(const mesh::Resource& resource, NodeRef node, std::string target)
{
    DanglingPlace place{resource.element(node.id()), std::move(target)};
    if (!std::ranges::contains(m_plan.dangling, place))
        m_plan.dangling.push_back(std::move(place));
}

void Mover::namespaces()
{
    for (const ResourceIndex index : m_moved) {
        const mesh::Resource& resource = m_graph.at(index);
        const NodeRef metadata = resource.rootNode()["metadata"].resolved();
        if (const NodeRef written = metadata["namespace"]; written.isScalar()) {
            change(resource, written, m_ns);
        } else {
            insertEntry(resource, metadata, m_ns);
        }
    }
}

std::map<mesh::ResourceKey, mesh::ResourceKey> Mover::formerKeys() const
{
    std::map<mesh::ResourceKey, mesh::ResourceKey> keys;
    for (const ResourceIndex index : m_moved) {
        mesh::ResourceKey after = m_graph.at(index).key;
        after.ns = m_ns;
        keys.emplace(std::move(after), m_graph.at(index).key);
    }
    return keys;
}

MovePlan Mover::take()
{
    for (auto& [element, changes] : m_changes)
        m_plan.edit.changes.push_back({element, std::move(changes)});
    return std::move(m_plan);
}

Expected<MovePlan> planMove(const Snapshot& snapshot, const std::vector<mesh::ElementRef>& elements,
                            const std::string& ns)
{
    const mesh::MeshGraph& graph = *snapshot.graph;
    if (!isNamespaceName(ns))
        return std::unexpected(Error{"move.invalid", {ns}, {}});
    std::set<ResourceIndex> moved;
    for (const mesh::ElementRef& element : elements) {
        const ResourceIndex index = graph.find(element);
        if (index == mesh::noResource)
            return std::unexpected(Error{"edit.noResource", {element.key.kind, element.key.name}, {}});
        const mesh::ResourceKey& key = graph.at(index).key;
        if (key.ns.empty())
            return std::unexpected(Error{"move.cluster", {key.kind, key.name}, {}});
        if (key.ns != ns)
            moved.insert(index);
    }
    for (const ResourceIndex index : moved) {
        const mesh::Resource& resource = graph.at(index);
        mesh::ResourceKey key = resource.key;
        key.ns = ns;
        // two of them from two namespaces would meet, too
        const auto meets = [&](ResourceIndex other) {
            const mesh::ResourceKey& own = graph.at(other).key;
            return other != index && own.kind == key.kind && own.group == key.group && own.name == key.name;
        };
        if (!graph.find(key).empty() || std::ranges::any_of(moved, meets))
            return std::unexpected(Error{"move.taken", {key.kind, key.name, ns}, {}});
        if (const auto setter = namespaceSetterOf(snapshot, resource))
            return std::unexpected(Error{"move.transformer", {setter->path, setter->ns}, {.path = setter->path}});
    }
    Mover mover(snapshot, moved, ns);
    mover.namespaces();
    mover.routes();
    mover.tables();
    mover.egress();
    mover.accounts();
    mover.fullNames();
    mover.audiences();
    mover.dependencies();
    mover.selectors();
    const auto formerKeys = mover.formerKeys();
    MovePlan plan = mover.take();
    auto dangling = danglingAfter(snapshot, plan.edit, formerKeys);
    if (!dangling)
        return std::unexpected(dangling.error());
    for (DanglingPlace& place : *dangling) {
        const auto isSame = [&](const DanglingPlace& other) { return other.element == place.element; };
        if (std::ranges::none_of(plan.dangling, isSame))
            plan.dangling.push_back(std::move(place));
    }
    for (const ResourceIndex index : moved) {
        for (Location& where : documentsOutside(snapshot, graph.at(index).key))
            plan.outside.push_back(std::move(where));
    }
    return plan;
}

} // namespace meshdraft::workspace
