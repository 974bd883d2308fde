// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/form/formedit.h"

#include <algorithm>
#include <ranges>

namespace meshdraft::workspace {

using mesh::FieldPath;
using mesh::ValueType;
using source::Change;
using source::NewValue;
using source::NodeRef;
using Step = FieldPath::Step;

namespace {

Error noSuchNode()
{
    return {"edit.noSuchNode", {}, {}};
}

bool isAbsent(NodeRef node)
{
    return !node.isValid() || node.isNull();
}

FieldPath pathOf(std::span<const Step> steps)
{
    FieldPath path;
    for (const Step& step : steps)
        path = step.isIndex ? path.child(step.index) : path.child(step.key);
    return path;
}

/// The key before which a new entry stands, so that entries in the order of the table stay in it.
source::NodeId placeFor(const mesh::ObjectSchema* object, NodeRef mapping, const std::string& name,
                        const std::vector<source::NodeId>& leaving = {})
{
    if (object == nullptr)
        return source::noNode;
    const auto orderOf = [&](std::string_view key) {
        return std::ranges::find(object->fields, key, &mesh::FieldSchema::name) - object->fields.begin();
    };
    const auto own = orderOf(name);
    const auto unknown = static_cast<std::ptrdiff_t>(object->fields.size());
    std::ptrdiff_t last = -1;
    source::NodeId before = source::noNode;
    for (const auto& [key, value] : mapping.entries()) {
        const auto order = orderOf(key.value());
        if (order == unknown)
            continue;
        if (order < last)
            return source::noNode;
        last = order;
        if (before == source::noNode && order > own && !std::ranges::contains(leaving, key.id()))
            before = key.id();
    }
    return own == unknown ? source::noNode : before;
}

/// The value with what leads to it around it.
NewValue wrapped(std::span<const Step> steps, NewValue value)
{
    for (const Step& step : std::views::reverse(steps)) {
        if (step.isIndex) {
            value = NewValue::sequence({std::move(value)});
        } else {
            value = NewValue::mapping({{step.key, std::move(value)}});
        }
    }
    return value;
}

bool isSame(NodeRef node, const NewValue& value)
{
    return node.isScalar() && value.kind == source::NodeKind::Scalar && node.value() == value.text
        && (node.node().style != source::NodeStyle::Plain) == value.asString;
}

/// Changes that make `value` of what stands at a node, as few as possible.
void changeTo(NodeRef node, const NewValue& value, Changes& changes)
{
    if (node.isMapping() && value.kind == source::NodeKind::Mapping) {
        for (const auto& [key, old] : node.entries()) {
            if (!std::ranges::contains(value.entries, key.value(), &source::NewEntry::key))
                changes.emplace_back(source::Removal{key.id()});
        }
        for (const source::NewEntry& entry : value.entries) {
            const NodeRef old = node[entry.key];
            if (old.isValid()) {
                changeTo(old, entry.value, changes);
            } else {
                changes.emplace_back(source::EntryInsertion{node.id(), entry.key, entry.value, source::noNode});
            }
        }
        return;
    }
    if (node.isSequence() && value.kind == source::NodeKind::Sequence) {
        const auto items = node.items();
        for (std::size_t i = 0; i < std::max(items.size(), value.items.size()); ++i) {
            if (i >= items.size()) {
                const NodeRef sibling = items.empty() ? NodeRef() : items.back();
                changes.emplace_back(
                    source::ItemInsertion{node.id(), source::styledLike(value.items[i], sibling), source::noNode});
            } else if (i >= value.items.size()) {
                changes.emplace_back(source::Removal{items[i].id()});
            } else {
                changeTo(items[i], value.items[i], changes);
            }
        }
        return;
    }
    if (isSame(node, value))
        return;
    const bool isScalar = node.isScalar() || node.kind() == source::NodeKind::Empty;
    if (isScalar && value.kind == source::NodeKind::Scalar) {
        changes.emplace_back(source::ScalarChange{node.id(), value.text, value.asString});
    } else {
        changes.emplace_back(source::ValueReplacement{node.id(), value});
    }
}

/// What to take out for a value to go: its key in a mapping, the item itself in a list.
source::NodeId elementOf(NodeRef node)
{
    const NodeRef key = node.key();
    return key.isValid() ? key.id() : node.id();
}

/// An edit of a form that follows another one, at its own place.
template <typename Edit> Expected<Changes> atOwn(const Form& form, const FieldPath& path, const Edit& edit)
{
    const auto here = form.own(path);
    if (!here)
        return std::unexpected(noSuchNode());
    return edit(form.alone(), *here);
}

} // namespace

Expected<Changes> setField(const Form& form, const FieldPath& path, const NewValue& value)
{
    if (form.isFollowing())
        return atOwn(form, path, [&](const Form& own, const FieldPath& here) { return setField(own, here, value); });
    const auto steps = path.steps();
    if (!steps || steps->empty())
        return std::unexpected(noSuchNode());
    const std::span<const Step> all(*steps);
    NodeRef at = form.root();
    Changes changes;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Step& step = all[i];
        const NodeRef child = step.isIndex ? at.resolved().item(step.index) : at.resolved()[step.key];
        if (child.isValid() && (!child.isNull() || i + 1 == all.size())) {
            at = child;
            continue;
        }
        if (child.isValid()) {
            changes.emplace_back(source::ValueReplacement{child.id(), wrapped(all.subspan(i + 1), value)});
            return changes;
        }
        NewValue rest = wrapped(all.subspan(i + 1), value);
        if (step.isIndex) {
            if (!at.isSequence() || step.index != at.size())
                return std::unexpected(noSuchNode());
            changes.emplace_back(source::ItemInsertion{at.id(), std::move(rest), source::noNode});
        } else {
            const auto before = placeFor(form.objectAt(pathOf(all.first(i))), at, step.key);
            changes.emplace_back(source::EntryInsertion{at.id(), step.key, std::move(rest), before});
        }
        return changes;
    }
    changeTo(at, value, changes);
    return changes;
}

Expected<Changes> setText(const Form& form, const FieldPath& path, const std::string& text)
{
    return setField(form, path, scalarOf(*form.field(path).value, text));
}

Expected<Changes> clearField(const Form& form, const FieldPath& path)
{
    if (form.isFollowing())
        return atOwn(form, path, [](const Form& own, const FieldPath& here) { return clearField(own, here); });
    const auto steps = path.steps();
    if (!steps || steps->empty())
        return std::unexpected(noSuchNode());
    std::span<const Step> all(*steps);
    if (!path.resolve(form.root()).isValid())
        return Changes{};
    // spec and metadata themselves stay
    const std::size_t fixed = form.kind().spec == form.kind().root ? 1 : 2;
    while (all.size() > fixed) {
        const FieldPath above = pathOf(all.first(all.size() - 1));
        const FormField parent = form.field(above);
        if (parent.node.resolved().size() != 1)
            break;
        const bool isCollection = parent.value->type == ValueType::List || parent.value->type == ValueType::Map;
        const bool isOurs = parent.value->type == ValueType::Object && parent.schema != nullptr
            && !above.resolve(form.saved()).isValid();
        if (!isCollection && !isOurs)
            break;
        all = all.first(all.size() - 1);
    }
    return Changes{source::Removal{elementOf(pathOf(all).resolve(form.root()))}};
}

Expected<Changes> addItem(const Form& form, const FieldPath& list, const NewValue& value, std::size_t position)
{
    if (form.isFollowing()) {
        return atOwn(form, list,
                     [&](const Form& own, const FieldPath& here) { return addItem(own, here, value, position); });
    }
    const NodeRef node = list.resolve(form.root());
    if (isAbsent(node))
        return setField(form, list, NewValue::sequence({value}));
    if (!node.isSequence())
        return std::unexpected(noSuchNode());
    const NodeRef before = node.item(position);
    const NodeRef sibling = before.isValid() || node.size() == 0 ? before : node.item(node.size() - 1);
    return Changes{source::ItemInsertion{node.id(), source::styledLike(value, sibling),
                                         before.isValid() ? before.id() : source::noNode}};
}

Expected<Changes> addEntry(const Form& form, const FieldPath& map, const std::string& key, const NewValue& value)
{
    if (form.isFollowing())
        return atOwn(form, map,
                     [&](const Form& own, const FieldPath& here) { return addEntry(own, here, key, value); });
    if (key.empty())
        return std::unexpected(Error{"form.emptyKey", {}, {}});
    if (map.child(key).resolve(form.root()).isValid())
        return std::unexpected(Error{"form.duplicateKey", {key}, {}});
    const NodeRef node = map.resolve(form.root()).resolved();
    const auto entries = node.entries();
    return setField(form, map.child(key), entries.empty() ? value : source::styledLike(value, entries.back().value));
}

Expected<Changes> moveItem(const Form& form, const FieldPath& item, std::size_t position)
{
    if (form.isFollowing())
        return atOwn(form, item, [&](const Form& own, const FieldPath& here) { return moveItem(own, here, position); });
    const NodeRef node = item.resolve(form.root());
    const NodeRef list = node.parent();
    const auto current = node.indexInParent();
    if (!list.isSequence() || !current || position >= list.size())
        return std::unexpected(noSuchNode());
    if (*current == position)
        return Changes{};
    const NodeRef before = list.item(position > *current ? position + 1 : position);
    return Changes{source::Move{node.id(), before.isValid() ? before.id() : source::noNode}};
}

Expected<Changes> renameEntry(const Form& form, const FieldPath& entry, const std::string& key)
{
    if (form.isFollowing())
        return atOwn(form, entry, [&](const Form& own, const FieldPath& here) { return renameEntry(own, here, key); });
    const NodeRef node = entry.resolve(form.root());
    const NodeRef old = node.key();
    if (!old.isValid())
        return std::unexpected(noSuchNode());
    if (key.empty())
        return std::unexpected(Error{"form.emptyKey", {}, {}});
    if (old.value() == key)
        return Changes{};
    if (node.parent()[key].isValid())
        return std::unexpected(Error{"form.duplicateKey", {key}, {}});
    return Changes{source::KeyRename{old.id(), key}};
}

Expected<Changes> chooseField(const Form& form, const FieldPath& object, const FormChoice& choice,
                              const std::string& name)
{
    if (form.isFollowing()) {
        return atOwn(form, object,
                     [&](const Form& own, const FieldPath& here) { return chooseField(own, here, choice, name); });
    }
    const NodeRef node = object.isEmpty() ? form.root() : object.resolve(form.root());
    Changes changes;
    std::vector<source::NodeId> leaving;
    for (const std::string& other : choice.rule->fields) {
        const NodeRef value = node.resolved()[other];
        if (other != name && value.isValid())
            leaving.push_back(elementOf(value));
    }
    const mesh::ObjectSchema* schema = form.objectAt(object);
    if (name.empty() || schema == nullptr || schema->field(name) == nullptr) {
        // The last one takes emptied parents along.
        if (choice.current.size() == 1)
            return clearField(form, object.child(choice.current.front()));
    } else if (isAbsent(node.resolved()[name])) {
        const FormField field = form.field(object.child(name));
        NewValue seed = seedOf(*field.schema);
        if (field.value->type == ValueType::List && seed.items.empty())
            seed.items.push_back(seedOf(*field.value->element));
        if (leaving.empty() || node.resolved()[name].isValid()) {
            const auto set = setField(form, field.path, seed);
            if (!set)
                return set;
            changes = *set;
        } else {
            changes.emplace_back(source::EntryInsertion{node.id(), name, seed, placeFor(schema, node, name, leaving)});
        }
    }
    for (const source::NodeId id : leaving)
        changes.emplace_back(source::Removal{id});
    return changes;
}

} // namespace meshdraft::workspace
