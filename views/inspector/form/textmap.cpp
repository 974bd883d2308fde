// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/form/textmap.h"

#include "models/workspace/form/formwords.h"
#include "models/workspace/schemawords.h"
#include "models/workspace/words.h"
#include "views/inspector/form/valueedit.h"
#include "views/theme/theme.h"

#include <QGridLayout>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

TextMap::TextMap(FormContext& context, const mesh::FieldPath& path, QWidget* parent)
    : FormPart(context, path, parent)
    , m_grid(new QGridLayout(this))
    , m_newKey(new ValueEdit(context.theme(), this))
    , m_newValue(new ValueEdit(context.theme(), this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(3);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
    const QString name = workspace::printable(field().name);
    m_newKey->setObjectName(u"newKey"_s);
    m_newKey->setAccessibleName(tr("New key of %1").arg(name));
    m_newValue->setObjectName(u"newValue"_s);
    m_newValue->setAccessibleName(tr("Value of the new key of %1").arg(name));
    setFocusProxy(m_newKey);
    connect(m_newKey, &ValueEdit::committed, this, [this] { addEntry(); });
    connect(m_newKey, &QLineEdit::returnPressed, m_newValue, [this] { m_newValue->setFocus(Qt::TabFocusReason); });
    connect(m_newValue, &ValueEdit::committed, this, [this] { addEntry(); });
    for (ValueEdit* editor : {m_newKey, m_newValue}) {
        connect(editor, &ValueEdit::takenBack, this, [this] { Q_EMIT refused({}); });
    }
}

void TextMap::addRow()
{
    Row row;
    row.key = new ValueEdit(context().theme(), this);
    row.value = new ValueEdit(context().theme(), this);
    row.remove = new QToolButton(this);
    row.remove->setAutoRaise(true);
    row.remove->setIconSize({12, 12});
    row.remove->setFocusPolicy(Qt::TabFocus);
    const auto paint = [this, button = row.remove] { button->setIcon(context().theme().icon(u"close"_s, "muted")); };
    paint();
    connect(&context().theme(), &Theme::changed, row.remove, paint);
    connect(row.key, &ValueEdit::committed, this, [this, key = row.key](const QString& text) { rename(key, text); });
    connect(row.value, &ValueEdit::committed, this,
            [this, key = row.key](const QString& text) { setValue(key, text); });
    connect(row.remove, &QToolButton::clicked, this, [this, key = row.key] { remove(key->shown()); });
    for (ValueEdit* editor : {row.key, row.value}) {
        connect(editor, &ValueEdit::takenBack, this, [this] { Q_EMIT refused({}); });
    }
    m_rows.push_back(row);
}

void TextMap::dropRow()
{
    const Row& row = m_rows.back();
    for (QWidget* widget :
         {static_cast<QWidget*>(row.key), static_cast<QWidget*>(row.value), static_cast<QWidget*>(row.remove)}) {
        m_grid->removeWidget(widget);
        widget->hide();
        widget->deleteLater();
    }
    m_rows.pop_back();
}

void TextMap::refresh()
{
    const workspace::FormField now = field();
    const auto entries = now.isMixed ? std::vector<source::NodeRef::Entry>() : now.node.resolved().entries();
    const bool changes = entries.size() != m_rows.size() || m_grid->count() == 0;
    while (m_rows.size() < entries.size()) {
        addRow();
    }
    while (m_rows.size() > entries.size()) {
        dropRow();
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        Row& row = m_rows[i];
        const QString key = QString::fromStdString(std::string(entries[i].key.value()));
        row.key->setObjectName(u"key_%1"_s.arg(i));
        row.key->setAccessibleName(tr("Key %1").arg(key));
        row.key->showValue(key);
        row.value->setObjectName(u"value_%1"_s.arg(i));
        row.value->setAccessibleName(key);
        row.value->showValue(QString::fromStdString(std::string(entries[i].value.resolved().value())));
        row.remove->setAccessibleName(tr("Remove %1").arg(key));
        row.remove->setToolTip(tr("Remove %1").arg(key));
        row.key->setReadOnly(context().isReadOnly());
        row.value->setReadOnly(context().isReadOnly());
        row.remove->setEnabled(!context().isReadOnly());
    }
    m_newKey->setPlaceholderText(now.isMixed ? workspace::severalValues() : tr("Add key…"));
    m_newValue->setPlaceholderText(now.isMixed ? QString() : tr("value"));
    m_newKey->setVisible(!context().isReadOnly());
    m_newValue->setVisible(!context().isReadOnly());
    if (changes) {
        int line = 0;
        for (const Row& row : m_rows) {
            m_grid->addWidget(row.key, line, 0);
            m_grid->addWidget(row.value, line, 1);
            m_grid->addWidget(row.remove, line, 2);
            ++line;
        }
        m_grid->addWidget(m_newKey, line, 0);
        m_grid->addWidget(m_newValue, line, 1);
        Q_EMIT context().partsChanged();
    }
}

bool TextMap::fits(const QString& key, const QString& value)
{
    const workspace::FormField now = field();
    std::optional<mesh::SchemaViolation> violation;
    if (now.value->keys) {
        violation = workspace::checkText(*now.value->keys, now.name, key.toStdString());
    }
    if (!violation) {
        violation = workspace::checkText(*now.value->element, key.toStdString(), value.toStdString());
    }
    if (violation) {
        Q_EMIT refused(workspace::violationText(*violation));
    }
    return !violation;
}

void TextMap::rename(const ValueEdit* editor, const QString& key)
{
    if (key.isEmpty()) {
        remove(editor->shown());
        return;
    }
    const mesh::FieldPath entry = path().child(editor->shown().toStdString());
    Q_EMIT refused(context().edit([entry, to = key.toStdString()](
                                      const workspace::Form& form) { return workspace::renameEntry(form, entry, to); },
                                  workspace::setStep(field())));
}

void TextMap::setValue(const ValueEdit* editor, const QString& text)
{
    if (!fits(editor->shown(), text)) {
        return;
    }
    const mesh::FieldPath entry = path().child(editor->shown().toStdString());
    Q_EMIT refused(context().edit(
        [entry, to = text.toStdString()](const workspace::Form& form) { return workspace::setText(form, entry, to); },
        workspace::setStep(field())));
}

void TextMap::remove(const QString& key)
{
    const QString error =
        context().edit([entry = path().child(key.toStdString())](
                           const workspace::Form& form) { return workspace::clearField(form, entry); },
                       workspace::clearStep(field()));
    Q_EMIT refused(error);
    if (error.isEmpty()) {
        m_newKey->setFocus(Qt::OtherFocusReason);
    }
}

// The entry is made when both key and value are there.
void TextMap::addEntry()
{
    const QString key = m_newKey->text();
    const QString text = m_newValue->text();
    if (key.isEmpty() || text.isEmpty() || !fits(key, text)) {
        return;
    }
    const bool goesOn = m_newValue->hasFocus();
    const source::NewValue value = workspace::scalarOf(*field().value->element, text.toStdString());
    const QString error =
        context().edit([map = path(), name = key.toStdString(),
                        value](const workspace::Form& form) { return workspace::addEntry(form, map, name, value); },
                       workspace::addStep(field()));
    Q_EMIT refused(error);
    if (error.isEmpty()) {
        m_newKey->clear();
        m_newValue->clear();
        if (goesOn) {
            m_newKey->setFocus(Qt::OtherFocusReason);
        }
    }
}

} // namespace meshdraft::views
