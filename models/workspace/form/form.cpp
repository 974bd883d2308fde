// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/form/form.h"

#include <algorithm>

namespace meshdraft::workspace {

using mesh::FieldPath;
using mesh::ValueType;

Form::Form(const mesh::KindSchema& kind, source::NodeRef root, source::NodeRef saved)
    : m_kind(&kind)
    , m_root(root)
    , m_saved(saved)
{
}

Form Form::following(const Form& leader) const
{
    Form form(*m_kind, m_root, m_saved);
    form.m_leader = leader.root();
    return form;
}

Form Form::alone() const
{
    return {*m_kind, m_root, m_saved};
}

std::optional<FieldPath> Form::own(const FieldPath& path) const
{
    const auto steps = path.steps();
    if (!isFollowing() || !steps)
        return path;
    FieldPath theirs;
    FieldPath here;
    for (const FieldPath::Step& step : *steps) {
        if (!step.isIndex) {
            theirs = theirs.child(step.key);
            here = here.child(step.key);
            continue;
        }
        const mesh::SchemaPlace list = m_kind->placeAt(theirs);
        theirs = theirs.child(step.index);
        const bool isOfObjects =
            list.value != nullptr && list.value->element != nullptr && list.value->element->type == ValueType::Object;
        if (!isOfObjects) {
            here = here.child(step.index);
            continue;
        }
        const std::string key = itemKey(list.field, theirs.resolve(m_leader));
        const auto items = here.resolve(m_root).resolved().items();
        const auto found =
            std::ranges::find_if(items, [&](const source::NodeRef& item) { return itemKey(list.field, item) == key; });
        if (key.empty() || found == items.end())
            return std::nullopt;
        here = here.child(static_cast<std::size_t>(found - items.begin()));
    }
    return here;
}

FormField Form::field(const FieldPath& path) const
{
    FormField field;
    field.path = path;
    if (const auto here = own(path))
        field.node = here->resolve(m_root);
    const auto steps = path.steps();
    if (steps && !steps->empty())
        field.name = steps->back().isIndex ? std::to_string(steps->back().index) : steps->back().key;
    const mesh::SchemaPlace place = m_kind->placeAt(path);
    field.value = place.value != nullptr ? place.value : &anyValue();
    // of a list's item or a map's value the table only knows the list or map
    if (place.field != nullptr && place.value == &place.field->value)
        field.schema = place.field;
    return field;
}

const mesh::ObjectSchema* Form::objectAt(const FieldPath& path) const
{
    if (path.isEmpty())
        return m_kind->root;
    const auto place = m_kind->placeAt(path);
    return place.value == nullptr ? nullptr : place.value->object;
}

std::vector<FormField> Form::fields(const FieldPath& path) const
{
    std::vector<FormField> result;
    const auto here = own(path);
    if (!here)
        return result;
    const source::NodeRef node = path.isEmpty() ? m_root : here->resolve(m_root);
    const mesh::ObjectSchema* object = objectAt(path);
    const mesh::ValueSchema* value = path.isEmpty() ? nullptr : m_kind->placeAt(path).value;
    if (object == nullptr && value == nullptr)
        return result;
    if (value != nullptr && value->type == ValueType::List) {
        std::size_t position = 0;
        for (const auto& item : node.resolved().items()) {
            result.push_back({.name = std::to_string(position),
                              .path = path.child(position),
                              .value = value->element.get(),
                              .node = item});
            ++position;
        }
        return result;
    }
    if (object != nullptr) {
        for (const mesh::FieldSchema& field : object->fields) {
            result.push_back({.name = field.name,
                              .path = path.child(field.name),
                              .schema = &field,
                              .value = &field.value,
                              .node = node.resolved()[field.name]});
        }
    }
    for (const auto& [key, written] : node.resolved().entries()) {
        std::string name(key.value());
        if (object != nullptr && object->field(name) != nullptr)
            continue;
        FormField field{.name = name, .path = path.child(name), .value = &anyValue(), .node = written};
        if (value != nullptr && value->type == ValueType::Map)
            field.value = value->element.get();
        result.push_back(std::move(field));
    }
    return result;
}

std::vector<FormChoice> Form::choices(const FieldPath& path) const
{
    std::vector<FormChoice> result;
    const mesh::ObjectSchema* object = objectAt(path);
    const auto here = own(path);
    if (object == nullptr || !here)
        return result;
    const source::NodeRef node = (path.isEmpty() ? m_root : here->resolve(m_root)).resolved();
    std::vector<std::string_view> taken;
    for (const mesh::SchemaRule& rule : object->rules) {
        const bool isChoice =
            rule.kind == mesh::SchemaRule::Kind::AtMostOne || rule.kind == mesh::SchemaRule::Kind::ExactlyOne;
        const auto isPlain = [&](const std::string& name) {
            return object->field(name) != nullptr && !std::ranges::contains(taken, name);
        };
        if (!isChoice || rule.when || rule.fields.size() < 2 || !std::ranges::all_of(rule.fields, isPlain))
            continue;
        FormChoice choice{.rule = &rule, .current = {}};
        for (const std::string& name : rule.fields) {
            taken.push_back(name);
            const source::NodeRef value = node[name];
            if (value.isValid() && !value.isNull())
                choice.current.push_back(name);
        }
        result.push_back(std::move(choice));
    }
    return result;
}

void Form::validate() const
{
    if (m_isValidated)
        return;
    m_isValidated = true;
    m_violations = mesh::validate(*m_kind, m_root);
    for (const mesh::SchemaViolation& violation : m_violations) {
        FieldPath path = FieldPath::of(m_root, {m_root.document(), violation.node});
        if (violation.code == "schema.missingField")
            path = path.child(violation.args.front());
        m_violationAt.emplace(path.text(), &violation);
    }
}

std::vector<const mesh::SchemaViolation*> Form::violations(const FieldPath& path) const
{
    validate();
    std::vector<const mesh::SchemaViolation*> result;
    const auto [begin, end] = m_violationAt.equal_range(path.text());
    for (auto found = begin; found != end; ++found)
        result.push_back(found->second);
    return result;
}

std::size_t Form::violationsWithin(const FieldPath& path) const
{
    validate();
    return static_cast<std::size_t>(std::ranges::count_if(
        m_violationAt, [&](const auto& each) { return path.isEmpty() || FieldPath(each.first).isWithin(path); }));
}

namespace {

std::string keyOf(const mesh::FieldSchema* list, source::NodeRef item)
{
    static const std::vector<std::string> usual{"name", "port.number"};
    const bool hasKey = list != nullptr && !list->listKey.empty();
    std::string key;
    for (const std::string& field : hasKey ? list->listKey : usual) {
        const source::NodeRef value = FieldPath(field).resolve(item.resolved()).resolved();
        if (!value.isScalar() || value.value().empty()) {
            if (hasKey)
                key += '\0'; // a part that lacks is a part of the key
            continue;
        }
        key += '/' + std::string(value.value());
        if (!hasKey)
            break;
    }
    return std::ranges::all_of(key, [](char c) { return c == '\0'; }) ? std::string() : key;
}

} // namespace

std::string itemKey(const mesh::FieldSchema* list, source::NodeRef item)
{
    std::string key = keyOf(list, item);
    const auto items = item.parent().items();
    const auto isSame = [&](const source::NodeRef& other) { return keyOf(list, other) == key; };
    return std::ranges::count_if(items, isSame) == 1 ? key : std::string();
}

const mesh::KindSchema* schemaOf(const mesh::ResourceKey& key)
{
    return mesh::Schema::builtIn().find(key.group, {}, key.kind);
}

const mesh::ValueSchema& anyValue()
{
    static const mesh::ValueSchema any;
    return any;
}

} // namespace meshdraft::workspace
