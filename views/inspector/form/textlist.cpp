// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/form/textlist.h"

#include "models/workspace/form/formwords.h"
#include "models/workspace/schemawords.h"
#include "models/workspace/words.h"
#include "views/inspector/form/valueedit.h"
#include "views/theme/theme.h"

#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

TextList::TextList(FormContext& context, const mesh::FieldPath& path, QWidget* parent)
    : FormPart(context, path, parent)
    , m_column(new QVBoxLayout(this))
    , m_add(new ValueEdit(context.theme(), this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(3);
    m_column->addWidget(m_add);
    const workspace::FormField now = field();
    const QString name = workspace::printable(now.name);
    m_add->setObjectName(u"addItem"_s);
    m_add->setAccessibleName(tr("Add to %1").arg(name));
    setFocusProxy(m_add);
    connect(m_add, &ValueEdit::committed, this, [this](const QString& text) { add(text); });
    connect(m_add, &ValueEdit::takenBack, this, [this] { Q_EMIT refused({}); });
    if (!now.value->element->values.empty()) {
        QStringList words;
        for (const std::string& value : now.value->element->values) {
            words << QString::fromStdString(value);
        }
        auto* completer = new QCompleter(words, m_add);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        m_add->setCompleter(completer);
    }
}

void TextList::addRow()
{
    Row row;
    row.box = new QWidget(this);
    row.text = new ValueEdit(context().theme(), row.box);
    row.remove = new QToolButton(row.box);
    row.remove->setAutoRaise(true);
    row.remove->setIcon(context().theme().icon(u"close"_s, "muted"));
    row.remove->setIconSize({12, 12});
    row.remove->setFocusPolicy(Qt::TabFocus);
    auto* line = new QHBoxLayout(row.box);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(2);
    line->addWidget(row.text, 1);
    line->addWidget(row.remove);
    row.text->installEventFilter(this);
    row.text->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(row.text, &ValueEdit::committed, this,
            [this, editor = row.text](const QString& text) { commit(positionOf(editor), text); });
    connect(row.text, &ValueEdit::takenBack, this, [this] { Q_EMIT refused({}); });
    connect(row.text, &QWidget::customContextMenuRequested, this,
            [this, editor = row.text](const QPoint& at) { showMenu(positionOf(editor), editor->mapToGlobal(at)); });
    connect(row.remove, &QToolButton::clicked, this, [this, editor = row.text] { remove(positionOf(editor)); });
    connect(&context().theme(), &Theme::changed, row.remove,
            [this, button = row.remove] { button->setIcon(context().theme().icon(u"close"_s, "muted")); });
    m_column->insertWidget(static_cast<int>(m_rows.size()), row.box);
    m_rows.push_back(row);
}

void TextList::dropRow()
{
    m_rows.back().box->hide();
    m_rows.back().box->deleteLater();
    m_rows.pop_back();
}

void TextList::refresh()
{
    const workspace::FormField now = field();
    const auto items = now.isMixed ? std::vector<source::NodeRef>() : now.node.resolved().items();
    const bool changes = items.size() != m_rows.size();
    while (m_rows.size() < items.size()) {
        addRow();
    }
    while (m_rows.size() > items.size()) {
        dropRow();
    }
    const QString name = workspace::printable(now.name);
    for (std::size_t i = 0; i < items.size(); ++i) {
        Row& row = m_rows[i];
        const QString text = QString::fromStdString(std::string(items[i].resolved().value()));
        row.text->setObjectName(u"item_%1"_s.arg(i));
        row.text->setAccessibleName(tr("%1, item %2").arg(name).arg(i + 1));
        row.text->showValue(text);
        row.text->setReadOnly(context().isReadOnly());
        row.remove->setAccessibleName(tr("Remove %1").arg(text));
        row.remove->setToolTip(tr("Remove %1").arg(text));
        row.remove->setEnabled(!context().isReadOnly());
        QString wrong;
        for (const auto* violation : context().forms().violations(path().child(i))) {
            wrong += workspace::violationText(*violation);
        }
        row.text->setToolTip(wrong);
        row.text->setAccessibleDescription(wrong);
    }
    m_add->showValue({}, now.isMixed ? workspace::severalValues() : tr("Add…"));
    m_add->setReadOnly(context().isReadOnly());
    m_add->setVisible(!context().isReadOnly());
    if (changes) {
        Q_EMIT context().partsChanged();
    }
}

std::size_t TextList::positionOf(const QObject* editor) const
{
    std::size_t position = 0;
    while (position < m_rows.size() && m_rows[position].text != editor) {
        ++position;
    }
    return position;
}

void TextList::commit(std::size_t position, const QString& text)
{
    if (text.isEmpty()) {
        remove(position);
        return;
    }
    const workspace::FormField now = field();
    if (const auto violation = workspace::checkText(*now.value->element, now.name, text.toStdString())) {
        Q_EMIT refused(workspace::violationText(*violation));
        return;
    }
    const mesh::FieldPath item = path().child(position);
    Q_EMIT refused(context().edit([item, written = text.toStdString()](
                                      const workspace::Form& form) { return workspace::setText(form, item, written); },
                                  workspace::setStep(now)));
}

void TextList::add(const QString& text)
{
    const workspace::FormField now = field();
    if (text.isEmpty()) {
        return;
    }
    if (const auto violation = workspace::checkText(*now.value->element, now.name, text.toStdString())) {
        Q_EMIT refused(workspace::violationText(*violation));
        return;
    }
    const source::NewValue value = workspace::scalarOf(*now.value->element, text.toStdString());
    const QString error = context().edit(
        [list = path(), value](const workspace::Form& form) { return workspace::addItem(form, list, value); },
        workspace::addStep(now));
    Q_EMIT refused(error);
}

void TextList::remove(std::size_t position)
{
    if (position >= m_rows.size()) {
        return;
    }
    // The focus stays in the list when its row goes.
    const bool hadFocus = m_rows[position].box->isAncestorOf(focusWidget());
    const QString error = context().edit(
        [item = path().child(position)](const workspace::Form& form) { return workspace::clearField(form, item); },
        workspace::clearStep(field()));
    Q_EMIT refused(error);
    if (hadFocus && error.isEmpty()) {
        (position < m_rows.size() ? m_rows[position].text : m_add)->setFocus(Qt::OtherFocusReason);
    }
}

void TextList::move(std::size_t position, int by)
{
    const auto target = static_cast<std::ptrdiff_t>(position) + by;
    if (context().isReadOnly() || target < 0 || target >= static_cast<std::ptrdiff_t>(m_rows.size())) {
        return;
    }
    const auto to = static_cast<std::size_t>(target);
    const QString error =
        context().edit([item = path().child(position),
                        to](const workspace::Form& form) { return workspace::moveItem(form, item, to); },
                       workspace::moveStep(field()));
    Q_EMIT refused(error);
    if (error.isEmpty()) {
        m_rows[to].text->setFocus(Qt::OtherFocusReason);
    }
}

void TextList::showMenu(std::size_t position, const QPoint& at)
{
    auto* menu = m_rows[position].text->createStandardContextMenu();
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addSeparator();
    menu->addAction(tr("Move up"), this, [this, position] { move(position, -1); })->setEnabled(position > 0);
    menu->addAction(tr("Move down"), this, [this, position] { move(position, 1); })
        ->setEnabled(position + 1 < m_rows.size());
    menu->addAction(tr("Remove"), this, [this, position] { remove(position); });
    menu->popup(at);
}

bool TextList::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down)) {
            move(positionOf(watched), key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return FormPart::eventFilter(watched, event);
}

} // namespace meshdraft::views
