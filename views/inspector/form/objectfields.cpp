// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/form/objectfields.h"

#include "views/inspector/form/choicerow.h"

#include <QVBoxLayout>

#include <algorithm>

namespace meshdraft::views {

ObjectFields::ObjectFields(FormContext& context, const mesh::FieldPath& path, std::vector<std::string> names,
                           QWidget* parent)
    : FormPart(context, path, parent)
    , m_names(std::move(names))
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 4);
    m_column->setSpacing(0);
    refresh();
}

void ObjectFields::setPath(const mesh::FieldPath& path)
{
    FormPart::setPath(path);
    for (const Row& row : m_rows) {
        row.part->setPath(row.id.starts_with('?') ? path : path.child(row.id));
    }
}

std::vector<ObjectFields::Plan> ObjectFields::plan(const std::vector<workspace::FormChoice>& choices) const
{
    std::vector<Plan> rows;
    const auto isShown = [&](const workspace::FormField& field) {
        const bool isQuiet = field.schema != nullptr && (field.schema->deprecated || field.schema->isExperimental);
        return (m_names.empty() || std::ranges::contains(m_names, field.name))
            && (!isQuiet || field.isSet() || field.isMixed);
    };
    for (workspace::FormField& field : context().forms().fields(path())) {
        const auto choice = std::ranges::find_if(choices, [&](const workspace::FormChoice& each) {
            return std::ranges::contains(each.rule->fields, field.name);
        });
        if (choice == choices.end()) {
            if (isShown(field)) {
                rows.push_back({field.name, std::move(field), nullptr});
            }
            continue;
        }
        const std::string& first = choice->rule->fields.front();
        const std::string id = '?' + first;
        if (!std::ranges::contains(rows, id, &Plan::id) && (m_names.empty() || std::ranges::contains(m_names, first))) {
            rows.push_back({id, context().forms().field(path()), &*choice});
        }
        // More than one is an error that has to be seen to be mended.
        const bool isWanted = m_names.empty() || std::ranges::contains(m_names, field.name);
        if (isWanted && std::ranges::contains(choice->current, field.name)) {
            rows.push_back({field.name, std::move(field), nullptr});
        }
    }
    return rows;
}

void ObjectFields::refresh()
{
    const auto choices = context().forms().choices(path());
    std::vector<Row> rows;
    bool changes = false;
    for (const Plan& each : plan(choices)) {
        const auto known = std::ranges::find(m_rows, each.id, &Row::id);
        FormPart* part = nullptr;
        if (known != m_rows.end() && known->part != nullptr) {
            part = std::exchange(known->part, nullptr);
            part->refresh();
        } else {
            part = each.choice != nullptr ? new ChoiceRow(context(), path(), *each.choice, this)
                                          : makePart(context(), each.field, this);
            changes = true;
        }
        const int place = static_cast<int>(rows.size());
        if (m_column->indexOf(part) != place) {
            m_column->insertWidget(place, part);
            part->show();
            changes = true;
        }
        rows.push_back({each.id, part});
    }
    for (const Row& row : m_rows) {
        if (row.part != nullptr) {
            m_column->removeWidget(row.part);
            row.part->hide();
            row.part->deleteLater();
            changes = true;
        }
    }
    m_rows = std::move(rows);
    if (changes) {
        Q_EMIT context().partsChanged();
    }
}

} // namespace meshdraft::views
