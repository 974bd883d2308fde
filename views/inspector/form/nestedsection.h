// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/form/formcontext.h"

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace meshdraft::views {

class SectionHeader;

/// A head that opens to what an object, a list or a map holds; made when it is opened first. The button at its end
/// takes the value out, or, for an item of a list, has a menu.
class NestedSection : public FormPart {
    Q_OBJECT
public:
    NestedSection(FormContext& context, const workspace::FormField& field, QWidget* parent);

    void refresh() override;
    void setPath(const mesh::FieldPath& path) override;
    /// Instead of the field's name and summary.
    void setTitle(const QString& title, const QString& summary);
    void setOpen(bool open);
    bool isOpen() const;
    /// The button at the end shows this menu.
    void setMenu(QMenu* menu);
    SectionHeader* header() const { return m_header; }

private:
    void toggle(bool open);
    void clear();

    SectionHeader* m_header;
    QToolButton* m_button;
    QHBoxLayout* m_head = nullptr;
    FormPart* m_content = nullptr;
    QString m_title;
    QString m_summary;
    bool m_hasMenu = false;
};

} // namespace meshdraft::views
