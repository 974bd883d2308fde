// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/form/formcontext.h"

#include "views/inspector/form/fieldrow.h"
#include "views/inspector/form/itemlist.h"
#include "views/inspector/form/nestedsection.h"
#include "views/inspector/form/objectfields.h"

namespace meshdraft::views {

using mesh::ValueType;

FormContext::FormContext(const Theme& theme, Edit edit, QObject* parent)
    : QObject(parent)
    , m_theme(theme)
    , m_edit(std::move(edit))
{
}

void FormContext::setForms(workspace::FormSet forms, bool readOnly)
{
    m_forms = std::move(forms);
    m_readOnly = readOnly;
}

FormPart::FormPart(FormContext& context, mesh::FieldPath path, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_path(std::move(path))
{
}

bool isScalar(const mesh::ValueSchema& value)
{
    return value.type != ValueType::Object && value.type != ValueType::List && value.type != ValueType::Map
        && value.type != ValueType::Any;
}

bool isRow(const mesh::ValueSchema& value)
{
    if (value.type == ValueType::List || value.type == ValueType::Map) {
        return value.element->type != ValueType::Object;
    }
    return value.type != ValueType::Object;
}

FormPart* makeContent(FormContext& context, const workspace::FormField& field, QWidget* parent)
{
    if (isScalar(*field.value)) {
        return nullptr;
    }
    if (isRow(*field.value)) {
        return new FieldRow(context, field, parent);
    }
    if (field.value->type == ValueType::Object) {
        return new ObjectFields(context, field.path, {}, parent);
    }
    return new ItemList(context, field.path, parent);
}

FormPart* makePart(FormContext& context, const workspace::FormField& field, QWidget* parent)
{
    if (isRow(*field.value)) {
        return new FieldRow(context, field, parent);
    }
    return new NestedSection(context, field, parent);
}

} // namespace meshdraft::views
