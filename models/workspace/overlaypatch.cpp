// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/overlaypatch.h"

#include "models/kustomize/kustomizationfile.h"
#include "models/kustomize/provenance.h"
#include "models/source/rendering.h"

#include <algorithm>

namespace meshdraft::workspace {
namespace {

using kustomize::PathStep;
using source::NewValue;
using source::NodeRef;

/// One operation of a JSON patch, with what its order depends on.
struct Operation {
    std::string op;
    std::vector<PathStep> path;
    std::optional<NewValue> value = std::nullopt;
    bool appends = false; ///< to the list at `path`
};

/// RFC 6901: '~' and '/' are written "~0" and "~1".
std::string pointerOf(const Operation& operation)
{
    std::string pointer;
    for (const auto& step : operation.path) {
        pointer += '/';
        if (step.isIndex) {
            pointer += std::to_string(step.index);
            continue;
        }
        for (const char letter : step.key)
            pointer += letter == '~' ? std::string("~0") : letter == '/' ? std::string("~1") : std::string(1, letter);
    }
    return operation.appends ? pointer + "/-" : pointer;
}

/// A value of the render to write again.
NewValue copyOf(NodeRef node)
{
    if (node.isMapping()) {
        std::vector<source::NewEntry> entries;
        for (const auto& entry : node.entries())
            entries.push_back({std::string(entry.key.value()), copyOf(entry.value)});
        return NewValue::mapping(std::move(entries));
    }
    if (node.isSequence()) {
        std::vector<NewValue> items;
        std::ranges::transform(node.items(), std::back_inserter(items), copyOf);
        return NewValue::sequence(std::move(items));
    }
    const bool isString = !node.isNull() && !node.toInt() && !node.toDouble() && !node.toBool();
    return NewValue::scalar(node.isNull() ? "null" : std::string(node.value()), isString);
}

/// The operations of one resource, in an order in which the indexes of the render hold for each of them.
class Operations {
public:
    explicit Operations(const mesh::Resource& resource)
        : m_resource(resource)
    {
    }

    /// False for a change that no operation makes.
    bool add(const source::Change& change)
    {
        return std::visit([this](const auto& each) { return addOne(each); }, change);
    }

    std::vector<Operation> take()
    {
        // A list is changed from its end on, what is in it before itself.
        std::ranges::stable_sort(m_operations, [](const Operation& a, const Operation& b) {
            if (shiftsItems(a) != shiftsItems(b))
                return shiftsItems(b);
            if (!shiftsItems(a))
                return false;
            if (a.path.size() != b.path.size())
                return a.path.size() > b.path.size();
            if (a.appends != b.appends)
                return a.appends;
            return !a.appends && a.path.back().index > b.path.back().index;
        });
        return std::move(m_operations);
    }

private:
    static bool shiftsItems(const Operation& operation)
    {
        return operation.appends
            || (operation.op != "replace" && !operation.path.empty() && operation.path.back().isIndex);
    }

    std::vector<PathStep> pathOf(source::NodeId node) const
    {
        return kustomize::stepsTo(m_resource.rootNode(), m_resource.node(node));
    }

    std::vector<PathStep> pathOf(source::NodeId mapping, const std::string& key) const
    {
        auto path = pathOf(mapping);
        path.push_back({key, 0, false});
        return path;
    }

    /// The value of an entry that is named by its key; nothing for an item.
    std::optional<NodeRef> valueBehind(source::NodeId key) const
    {
        const auto entries = m_resource.node(key).parent().entries();
        const auto found = std::ranges::find(entries, m_resource.node(key), &NodeRef::Entry::key);
        return found == entries.end() ? std::nullopt : std::optional(found->value);
    }

    bool addOne(const source::ScalarChange& change)
    {
        m_operations.push_back({"replace", pathOf(change.node), NewValue::scalar(change.value, change.asString)});
        return true;
    }

    bool addOne(const source::ValueReplacement& change)
    {
        m_operations.push_back({"replace", pathOf(change.node), change.value});
        return true;
    }

    bool addOne(const source::EntryInsertion& change)
    {
        m_operations.push_back({"add", pathOf(change.mapping, change.key), change.value});
        return true;
    }

    bool addOne(const source::ItemInsertion& change)
    {
        if (change.before == source::noNode)
            m_operations.push_back({"add", pathOf(change.sequence), change.value, true});
        else
            m_operations.push_back({"add", pathOf(change.before), change.value});
        return true;
    }

    bool addOne(const source::Removal& change)
    {
        const auto value = valueBehind(change.node);
        m_operations.push_back({"remove", pathOf(value ? value->id() : change.node)});
        return true;
    }

    bool addOne(const source::KeyRename& change)
    {
        const auto value = valueBehind(change.key);
        if (!value)
            return false;
        m_operations.push_back({"add", pathOf(value->parent().id(), change.name), copyOf(*value)});
        m_operations.push_back({"remove", pathOf(value->id())});
        return true;
    }

    bool addOne(const source::Move& /*change*/) { return false; }

    const mesh::Resource& m_resource;
    std::vector<Operation> m_operations;
};

std::string textOf(const NewValue& value)
{
    return source::blockRoot(value, {}) + '\n';
}

std::string textOf(const std::vector<Operation>& operations)
{
    std::vector<NewValue> items;
    for (const auto& operation : operations) {
        std::vector<source::NewEntry> entries{{"op", NewValue::scalar(operation.op)},
                                              {"path", NewValue::scalar(pointerOf(operation), true)}};
        if (operation.value)
            entries.push_back({"value", *operation.value});
        items.push_back(NewValue::mapping(std::move(entries)));
    }
    return textOf(NewValue::sequence(std::move(items)));
}

/// An item of `patches`.
NewValue patchOf(const mesh::Resource& resource, const std::string& text)
{
    std::vector<source::NewEntry> target;
    if (!resource.key.group.empty())
        target.push_back({"group", NewValue::scalar(resource.key.group, true)});
    target.push_back({"kind", NewValue::scalar(resource.key.kind, true)});
    target.push_back({"name", NewValue::scalar(resource.key.name, true)});
    if (!resource.key.ns.empty() && resource.namespaceIsWritten)
        target.push_back({"namespace", NewValue::scalar(resource.key.ns, true)});
    return NewValue::mapping(
        {{"target", NewValue::mapping(std::move(target))}, {"patch", NewValue::scalar(text, true)}});
}

/// `$patch: delete` with the names that say which resource.
NewValue deletionOf(const mesh::Resource& resource)
{
    std::vector<source::NewEntry> metadata{{"name", NewValue::scalar(resource.key.name, true)}};
    if (!resource.key.ns.empty() && resource.namespaceIsWritten)
        metadata.push_back({"namespace", NewValue::scalar(resource.key.ns, true)});
    return patchOf(resource,
                   textOf(NewValue::mapping({{"$patch", NewValue::scalar("delete")},
                                             {"apiVersion", NewValue::scalar(resource.apiVersion, true)},
                                             {"kind", NewValue::scalar(resource.key.kind, true)},
                                             {"metadata", NewValue::mapping(std::move(metadata))}})));
}

} // namespace

Expected<std::optional<PlacedEdit>> overlayPatchFor(const Snapshot& snapshot, const MeshEdit& edit)
{
    if (!edit.additions.empty())
        return std::nullopt;
    const auto resourceAt = [&](const mesh::ElementRef& element) -> Expected<const mesh::Resource*> {
        const auto index = snapshot.graph->find(element);
        if (index == mesh::noResource)
            return std::unexpected(Error{"edit.noResource", {element.key.kind, element.key.name}, {}});
        return &snapshot.graph->at(index);
    };
    std::vector<NewValue> patches;
    for (const auto& change : edit.changes) {
        const auto resource = resourceAt(change.resource);
        if (!resource)
            return std::unexpected(resource.error());
        Operations operations(**resource);
        if (!std::ranges::all_of(change.changes, [&](const auto& each) { return operations.add(each); }))
            return std::nullopt;
        patches.push_back(patchOf(**resource, textOf(operations.take())));
    }
    for (const auto& removal : edit.removals) {
        const auto resource = resourceAt(removal);
        if (!resource)
            return std::unexpected(resource.error());
        patches.push_back(deletionOf(**resource));
    }
    const auto& kustomizations = snapshot.render->closure->kustomizations;
    const auto path = kustomizations.find(snapshot.environment.name);
    const auto* file = path == kustomizations.end() ? nullptr : snapshot.current.find(path->second);
    if (file == nullptr || file->text->documents.empty() || patches.empty())
        return std::nullopt;
    const auto& document = *file->text->documents.front();
    PlacedEdit placed;
    auto& changes = placed.changes[{path->second, document.index}];
    const auto list = kustomize::fieldOf(document.root(), "patches");
    if (list.isSequence()) {
        for (auto& patch : patches)
            changes.emplace_back(source::ItemInsertion{list.id(), std::move(patch), source::noNode});
    } else if (!list.isValid()) {
        changes.emplace_back(source::EntryInsertion{document.root().id(), "patches",
                                                    NewValue::sequence(std::move(patches)), source::noNode});
    } else {
        return std::nullopt;
    }
    return placed;
}

} // namespace meshdraft::workspace
