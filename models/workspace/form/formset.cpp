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

std::vector<FormField> FormSet::fields(const mesh::FieldPath& path) const
{
    std::vector<FormField> fields = first().fields(path);
    if (isSingle())
        return fields;
    std::erase_if(fields, [&](const FormField& field) {
        if (field.schema == nullptr || isObjectCollection(*field.value))
            return true;
        return !std::ranges::all_of(m_forms, [&](const Form& form) {
            const FormField other = form.field(field.path);
            return other.schema != nullptr && other.value->type == field.value->type
                && other.value->object == field.value->object;
        });
    });
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
