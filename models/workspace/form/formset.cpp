// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/form/formset.h"

#include <algorithm>
#include <ranges>

namespace meshdraft::workspace {

namespace {

/// The same value, however it is written.
bool isSameValue(source::NodeRef written, source::NodeRef otherWritten)
{
    const source::NodeRef node = written.resolved();
    const source::NodeRef other = otherWritten.resolved();
    if (!node.isValid() || !other.isValid() || node.isNull() || other.isNull())
        return (!node.isValid() || node.isNull()) == (!other.isValid() || other.isNull());
    if (node.kind() != other.kind() || node.size() != other.size())
        return false;
    if (node.isScalar())
        return node.value() == other.value();
    if (node.isMapping()) {
        return std::ranges::all_of(node.entries(), [&](const source::NodeRef::Entry& entry) {
            const source::NodeRef value = other[entry.key.value()];
            return value.isValid() && isSameValue(entry.value, value);
        });
    }
    return std::ranges::equal(node.items(), other.items(), isSameValue);
}

bool isObjectCollection(const mesh::ValueSchema& value)
{
    return value.element != nullptr && value.element->type == mesh::ValueType::Object;
}

} // namespace

FormSet::FormSet(std::vector<Form> forms)
    : m_forms(std::move(forms))
{
    for (std::size_t i = 1; i < m_forms.size(); ++i)
        m_forms[i] = m_forms[i].following(m_forms.front());
}

void FormSet::merge(FormField& field) const
{
    for (const Form& form : m_forms | std::views::drop(1)) {
        const FormField other = form.field(field.path);
        field.isMixed = field.isMixed || !isSameValue(field.node, other.node);
        if (!field.isSet())
            field.node = other.node;
    }
}

FormField FormSet::field(const mesh::FieldPath& path) const
{
    FormField field = first().field(path);
    merge(field);
    return field;
}

bool FormSet::isShared(const FormField& field) const
{
    const auto isAlike = [&](const Form& form) {
        const FormField other = form.field(field.path);
        return (other.schema != nullptr) == (field.schema != nullptr) && other.value->type == field.value->type
            && other.value->object == field.value->object;
    };
    const auto has = [&](const Form& form) { return form.field(field.path).isSet(); };
    const auto others = m_forms | std::views::drop(1);
    if (field.schema == nullptr) {
        // an item of a list or map that the table describes; what it does not describe is for one form only
        return field.value != &anyValue() && std::ranges::all_of(others, isAlike) && std::ranges::all_of(others, has);
    }
    if (!std::ranges::all_of(others, isAlike))
        return false;
    return !isObjectCollection(*field.value) || !fields(field.path).empty();
}

std::vector<std::string> FormSet::leftOut(const mesh::FieldPath& path) const
{
    std::vector<std::string> names;
    if (isSingle())
        return names;
    const mesh::FieldSchema* list = first().field(path).schema;
    const bool isList = list != nullptr && list->value.type == mesh::ValueType::List;
    for (const Form& form : m_forms) {
        const auto here = form.own(path);
        if (!here)
            continue;
        // each by its own places, whatever the first one has there
        const Form alone = form.alone();
        for (const FormField& field : alone.fields(*here)) {
            const std::string key = isList ? itemKey(list, field.node) : std::string();
            const auto hasIt = [&](const Form& other) {
                if (isList) {
                    const auto place = other.own(path);
                    const auto items = place ? other.alone().fields(*place) : std::vector<FormField>();
                    return std::ranges::any_of(items,
                                               [&](const FormField& item) { return itemKey(list, item.node) == key; });
                }
                return true;
            };
            const bool isKept = isList ? !key.empty() && std::ranges::all_of(m_forms, hasIt)
                                       : std::ranges::contains(fields(path), field.name, &FormField::name);
            std::string name = field.name;
            if (isList)
                name = key.empty() ? '#' + std::to_string(std::stoul(field.name) + 1) : key.substr(key.find('/') + 1);
            std::erase(name, '\0');
            if (!isKept && field.isSet() && !std::ranges::contains(names, name))
                names.push_back(std::move(name));
        }
    }
    return names;
}

std::vector<FormField> FormSet::fields(const mesh::FieldPath& path) const
{
    std::vector<FormField> fields = first().fields(path);
    if (isSingle())
        return fields;
    std::erase_if(fields, [&](const FormField& field) { return !isShared(field); });
    for (FormField& field : fields)
        merge(field);
    return fields;
}

std::vector<FormChoice> FormSet::choices(const mesh::FieldPath& path) const
{
    std::vector<FormChoice> choices = first().choices(path);
    for (std::size_t i = 1; i < m_forms.size(); ++i) {
        const auto others = m_forms[i].choices(path);
        std::erase_if(choices, [&](const FormChoice& choice) {
            return !std::ranges::contains(others, choice.rule, &FormChoice::rule);
        });
    }
    return choices;
}

std::vector<const mesh::SchemaViolation*> FormSet::violations(const mesh::FieldPath& path) const
{
    return isSingle() ? first().violations(path) : std::vector<const mesh::SchemaViolation*>();
}

} // namespace meshdraft::workspace
