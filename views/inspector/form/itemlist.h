// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "views/inspector/form/formcontext.h"

class QLabel;
class QMenu;
class QPushButton;
class QVBoxLayout;

namespace meshdraft::views {

class NestedSection;
class ValueEdit;

/// The objects of a list or a map: a head an item, with a menu to move, copy and remove it, and a way to add another.
class ItemList : public FormPart {
    Q_OBJECT
public:
    ItemList(FormContext& context, const mesh::FieldPath& path, QWidget* parent);

    void refresh() override;
    void setPath(const mesh::FieldPath& path) override;
    NestedSection* item(std::size_t position) const;
    std::size_t size() const { return m_items.size(); }

private:
    bool isMap() const;
    void addSection(const workspace::FormField& field);
    void dropSection(std::size_t position);
    void fillMenu(QMenu& menu, const NestedSection* section);
    void add();
    void addKey(const QString& key);
    void remove(std::size_t position);
    void copy(std::size_t position);
    void move(std::size_t position, std::size_t to);
    void say(const QString& error);

    QVBoxLayout* m_column;
    std::vector<NestedSection*> m_items;
    QLabel* m_error;
    QLabel* m_others; ///< items that not all of several resources have
    QPushButton* m_add = nullptr;
    ValueEdit* m_key = nullptr;
};

} // namespace meshdraft::views
