// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/form/choicerow.h"

#include "models/mesh/schemachecks.h"
#include "models/workspace/form/formwords.h"
#include "models/workspace/schemawords.h"
#include "models/workspace/words.h"
#include "views/common/access.h"
#include "views/common/ink.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

ChoiceRow::ChoiceRow(FormContext& context, const mesh::FieldPath& object, const workspace::FormChoice& choice,
                     QWidget* parent)
    : FormPart(context, object, parent)
    , m_rule(choice.rule)
    , m_combo(new QComboBox(this))
    , m_error(new QLabel(this))
{
    setObjectName(u"choice_"_s + QString::fromStdString(m_rule->fields.front()));
    auto* label = new QLabel(tr("One of"), this);
    setInk(*label, context.theme(), "muted");
    label->setToolTip(workspace::schemaText(m_rule->explanation));
    m_combo->setToolTip(workspace::schemaText(m_rule->explanation));
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setMinimumContentsLength(12);
    QStringList names;
    for (const std::string& field : m_rule->fields) {
        names << QString::fromStdString(field);
    }
    setChoiceName(*m_combo, tr("One of: %1").arg(names.join(u", "_s)));
    label->setBuddy(m_combo);
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->hide();
    setInk(*m_error, context.theme(), "err");
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(30, 3, 12, 3);
    grid->setHorizontalSpacing(8);
    grid->addWidget(label, 0, 0);
    grid->addWidget(m_combo, 0, 1);
    grid->addWidget(m_error, 1, 0, 1, 2);
    grid->setColumnStretch(1, 1);
    m_combo->installEventFilter(this);
    connect(m_combo, &QComboBox::activated, this, &ChoiceRow::choose);
    refresh();
}

bool ChoiceRow::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Wheel) {
        event->ignore(); // the wheel moves the form, never a value
        return true;
    }
    return FormPart::eventFilter(watched, event);
}

void ChoiceRow::refresh()
{
    const auto choices = context().forms().choices(path());
    const auto choice = std::ranges::find(choices, m_rule, &workspace::FormChoice::rule);
    const QSignalBlocker quiet(m_combo);
    m_combo->clear();
    m_combo->addItem(tr("none"), QString());
    m_combo->setItemData(0, context().theme().color("muted"), Qt::ForegroundRole);
    const std::string current =
        choice == choices.end() || choice->current.empty() ? std::string() : choice->current.front();
    const mesh::ObjectSchema* object = context().forms().first().objectAt(path());
    for (const std::string& name : m_rule->fields) {
        const mesh::FieldSchema* field = object == nullptr ? nullptr : object->field(name);
        const bool isQuiet = field != nullptr && (field->deprecated || field->isExperimental);
        if (!isQuiet || name == current) {
            m_combo->addItem(workspace::printable(name), QString::fromStdString(name));
        }
    }
    m_combo->setCurrentIndex(std::max(0, m_combo->findData(QString::fromStdString(current))));
    m_combo->setEnabled(!context().isReadOnly());
    QString wrong;
    for (const auto* violation : context().forms().violations(path())) {
        if (violation->code == "schema.choice" && isOurs(violation->args.front())) {
            wrong = workspace::violationText(*violation);
        }
    }
    m_error->setText(wrong);
    m_error->setVisible(!wrong.isEmpty());
}

bool ChoiceRow::isOurs(const std::string& names) const
{
    return names == mesh::joinedNames(m_rule->fields);
}

void ChoiceRow::choose(int index)
{
    const std::string name = m_combo->itemData(index).toString().toStdString();
    const QString error = context().edit(
        [object = path(), name, rule = m_rule](const workspace::Form& form) -> Expected<workspace::Changes> {
            for (const workspace::FormChoice& choice : form.choices(object)) {
                if (choice.rule == rule) {
                    return workspace::chooseField(form, object, choice, name);
                }
            }
            return workspace::Changes{};
        },
        workspace::chooseStep(name));
    if (!error.isEmpty()) {
        refresh();
        m_error->setText(error);
        m_error->show();
    }
}

} // namespace meshdraft::views
