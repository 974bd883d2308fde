// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/form/formedit.h"

#include <functional>
#include <span>

namespace meshdraft::workspace {

/// The forms of one resource or of several that are edited together: shows what they have in common. A view, as Form.
class FormSet {
public:
    FormSet() = default;
    explicit FormSet(std::vector<Form> forms);

    bool isEmpty() const { return m_forms.empty(); }
    bool isSingle() const { return m_forms.size() == 1; }
    std::span<const Form> forms() const { return m_forms; }
    /// The form whose values are shown where they are the same in all.
    const Form& first() const { return m_forms.front(); }

    FormField field(const mesh::FieldPath& path) const;
    /// The fields that all of them have, of the same type; of a list or map of objects the items that all of them
    /// have. Fields that no table has, and lists of objects without a common item, are left out where there are several
    /// forms.
    std::vector<FormField> fields(const mesh::FieldPath& path) const;
    /// The names of what some of them have and fields() leaves out: fields of an object, items of a list.
    std::vector<std::string> leftOut(const mesh::FieldPath& path) const;
    std::vector<FormChoice> choices(const mesh::FieldPath& path) const;
    /// What is wrong at a path; of one form only.
    std::vector<const mesh::SchemaViolation*> violations(const mesh::FieldPath& path) const;

private:
    void merge(FormField& field) const;
    bool isShared(const FormField& field) const;

    std::vector<Form> m_forms;
};

/// An edit of a form, made for each form of a set on its own.
using FormEdit = std::function<Expected<Changes>(const Form&)>;

} // namespace meshdraft::workspace
