// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/form/formset.h"

#include <QWidget>

namespace meshdraft::views {

class Theme;

/// What all parts of one form share: the resources that are shown, and the way to change them.
class FormContext : public QObject {
    Q_OBJECT
public:
    /// Makes an edit one undo step; what refuses it in words, or nothing.
    using Edit = std::function<QString(const workspace::FormEdit& edit, const QString& step)>;

    FormContext(const Theme& theme, Edit edit, QObject* parent = nullptr);

    const Theme& theme() const { return m_theme; }
    const workspace::FormSet& forms() const { return m_forms; }
    bool isReadOnly() const { return m_readOnly; }
    void setForms(workspace::FormSet forms, bool readOnly);
    QString edit(const workspace::FormEdit& edit, const QString& step) const { return m_edit(edit, step); }

Q_SIGNALS:
    /// Parts came or went: the order of the Tab key is to be made again.
    void partsChanged();

private:
    const Theme& m_theme;
    Edit m_edit;
    workspace::FormSet m_forms;
    bool m_readOnly = false;
};

/// A part of a form that shows what stands at a path.
class FormPart : public QWidget {
    Q_OBJECT
public:
    FormPart(FormContext& context, mesh::FieldPath path, QWidget* parent);

    FormContext& context() const { return m_context; }
    const mesh::FieldPath& path() const { return m_path; }
    /// The same part for another place, as when items of a list move.
    virtual void setPath(const mesh::FieldPath& path) { m_path = path; }
    /// Shows what the forms of the context hold now.
    virtual void refresh() = 0;

protected:
    workspace::FormField field() const { return m_context.forms().field(m_path); }

private:
    FormContext& m_context;
    mesh::FieldPath m_path;
};

/// The part for a field: a row with its editor, or a head that opens.
FormPart* makePart(FormContext& context, const workspace::FormField& field, QWidget* parent);
/// What stands below the head of an object, a list or a map; null for a scalar.
FormPart* makeContent(FormContext& context, const workspace::FormField& field, QWidget* parent);
/// True when a field is a row of its own and opens nothing.
bool isRow(const mesh::ValueSchema& value);
/// True for texts, numbers and so on.
bool isScalar(const mesh::ValueSchema& value);

} // namespace meshdraft::views
