// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/form/itemlist.h"

#include "models/workspace/form/formwords.h"
#include "models/workspace/words.h"
#include "views/common/collapsiblesection.h"
#include "views/common/ink.h"
#include "views/inspector/form/nestedsection.h"
#include "views/inspector/form/valueedit.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

ItemList::ItemList(FormContext& context, const mesh::FieldPath& path, QWidget* parent)
    : FormPart(context, path, parent)
    , m_column(new QVBoxLayout(this))
    , m_error(new QLabel(this))
    , m_others(new QLabel(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_error->setWordWrap(true);
    m_error->setContentsMargins(30, 0, 12, 0);
    m_error->setTextFormat(Qt::PlainText);
    setInk(*m_error, context.theme(), "err");
    m_error->hide();
    m_column->addWidget(m_error);
    m_others->setObjectName(u"othersOnly"_s);
    m_others->setWordWrap(true);
    m_others->setContentsMargins(30, 2, 12, 2);
    m_others->setTextFormat(Qt::PlainText);
    setInk(*m_others, context.theme(), "muted");
    m_column->addWidget(m_others);
    const QString name = workspace::printable(field().name);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(30, 3, 12, 6);
    if (isMap()) {
        m_key = new ValueEdit(context.theme(), this);
        m_key->setObjectName(u"newKey"_s);
        m_key->setPlaceholderText(tr("Add key…"));
        m_key->setAccessibleName(tr("New key of %1").arg(name));
        foot->addWidget(m_key);
        connect(m_key, &ValueEdit::committed, this, [this](const QString& key) { addKey(key); });
        connect(m_key, &ValueEdit::takenBack, this, [this] { say({}); });
    } else {
        m_add = new QPushButton(tr("Add to %1").arg(name), this);
        m_add->setObjectName(u"addItem"_s);
        m_add->setAccessibleName(m_add->text());
        const auto paint = [this] { m_add->setIcon(this->context().theme().icon(u"plus"_s)); };
        paint();
        connect(&context.theme(), &Theme::changed, m_add, paint);
        connect(m_add, &QPushButton::clicked, this, [this] { add(); });
        foot->addWidget(m_add);
        foot->addStretch(1);
    }
    m_column->addLayout(foot);
    refresh();
}

bool ItemList::isMap() const
{
    return field().value->type == mesh::ValueType::Map;
}

NestedSection* ItemList::item(std::size_t position) const
{
    return position < m_items.size() ? m_items[position] : nullptr;
}

void ItemList::setPath(const mesh::FieldPath& path)
{
    FormPart::setPath(path);
    std::size_t position = 0;
    for (const workspace::FormField& field : context().forms().fields(path)) {
        if (position < m_items.size()) {
            m_items[position++]->setPath(field.path);
        }
    }
}

void ItemList::addSection(const workspace::FormField& field)
{
    auto* section = new NestedSection(context(), field, this);
    auto* menu = new QMenu(section);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, section] { fillMenu(*menu, section); });
    section->setMenu(menu);
    section->header()->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(section->header(), &QWidget::customContextMenuRequested, menu,
            [menu, header = section->header()](const QPoint& at) { menu->popup(header->mapToGlobal(at)); });
    m_column->insertWidget(static_cast<int>(m_items.size()), section);
    m_items.push_back(section);
}

void ItemList::dropSection(std::size_t position)
{
    NestedSection* section = m_items[position];
    m_items.erase(m_items.begin() + static_cast<std::ptrdiff_t>(position));
    m_column->removeWidget(section);
    section->hide();
    section->deleteLater();
}

void ItemList::refresh()
{
    const workspace::FormField list = field();
    const auto fields = context().forms().fields(path());
    const bool isSingle = context().forms().isSingle();
    const bool changes = fields.size() != m_items.size();
    const bool hasKeys = isMap();
    while (m_items.size() > fields.size()) {
        dropSection(m_items.size() - 1);
    }
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i == m_items.size()) {
            addSection(fields[i]);
        }
        m_items[i]->setPath(fields[i].path);
        m_items[i]->setTitle(
            hasKeys ? workspace::printable(fields[i].name) : workspace::itemTitle(list.schema, fields[i]),
            hasKeys ? workspace::fieldSummary(fields[i]) : workspace::itemSummary(list.schema, fields[i]));
        m_items[i]->refresh();
    }
    if (m_add != nullptr) {
        m_add->setVisible(!context().isReadOnly() && isSingle);
    }
    if (m_key != nullptr) {
        m_key->setVisible(!context().isReadOnly() && isSingle);
    }
    QStringList others;
    for (const std::string& name : context().forms().leftOut(path())) {
        others << workspace::printable(name);
    }
    m_others->setText(tr("Not in all of them: %1").arg(others.join(u", "_s)));
    m_others->setVisible(!others.isEmpty());
    if (changes) {
        Q_EMIT context().partsChanged();
    }
}

void ItemList::fillMenu(QMenu& menu, const NestedSection* section)
{
    menu.clear();
    const auto found = std::ranges::find(m_items, section);
    const auto position = static_cast<std::size_t>(found - m_items.begin());
    if (!isMap() && context().forms().isSingle()) {
        menu.addAction(tr("Move up"), this, [this, position] { move(position, position - 1); })
            ->setEnabled(position > 0);
        menu.addAction(tr("Move down"), this, [this, position] { move(position, position + 1); })
            ->setEnabled(position + 1 < m_items.size());
        menu.addAction(tr("Duplicate"), this, [this, position] { copy(position); });
        menu.addSeparator();
    }
    menu.addAction(tr("Remove"), this, [this, position] { remove(position); });
}

void ItemList::add()
{
    const source::NewValue seed = workspace::seedOf(*field().value->element);
    const std::size_t before = m_items.size();
    say(context().edit(
        [list = path(), seed](const workspace::Form& form) { return workspace::addItem(form, list, seed); },
        workspace::addStep(field())));
    if (m_items.size() > before) {
        m_items.back()->setOpen(true);
        m_items.back()->header()->setFocus(Qt::OtherFocusReason);
    }
}

void ItemList::addKey(const QString& key)
{
    if (key.isEmpty()) {
        return;
    }
    const source::NewValue seed = workspace::seedOf(*field().value->element);
    const std::size_t before = m_items.size();
    say(context().edit([map = path(), name = key.toStdString(),
                        seed](const workspace::Form& form) { return workspace::addEntry(form, map, name, seed); },
                       workspace::addStep(field())));
    if (m_items.size() > before) {
        m_key->clear();
        m_items.back()->setOpen(true);
    }
}

void ItemList::remove(std::size_t position)
{
    const mesh::FieldPath place = m_items.at(position)->path();
    const QString step = workspace::clearStep(field());
    // Taken out here first, so that the items behind it stay as open as they are.
    dropSection(position);
    for (std::size_t i = position; i < m_items.size() && !isMap(); ++i) {
        m_items[i]->setPath(path().child(i));
    }
    const QString error =
        context().edit([place](const workspace::Form& form) { return workspace::clearField(form, place); }, step);
    if (!error.isEmpty()) {
        refresh();
    }
    say(error);
    QWidget* next = m_key;
    if (next == nullptr) {
        next = m_add;
    }
    if (position < m_items.size()) {
        next = m_items[position]->header();
    }
    next->setFocus(Qt::OtherFocusReason);
    Q_EMIT context().partsChanged();
}

void ItemList::copy(std::size_t position)
{
    const source::NewValue value =
        workspace::copyOf(m_items.at(position)->path().resolve(context().forms().first().root()));
    say(context().edit([list = path(), value, position](
                           const workspace::Form& form) { return workspace::addItem(form, list, value, position + 1); },
                       workspace::addStep(field())));
}

void ItemList::move(std::size_t position, std::size_t to)
{
    const bool wasOpen = m_items.at(position)->isOpen();
    const bool otherWasOpen = m_items.at(to)->isOpen();
    const QString error =
        context().edit([item = m_items.at(position)->path(),
                        to](const workspace::Form& form) { return workspace::moveItem(form, item, to); },
                       workspace::moveStep(field()));
    say(error);
    if (error.isEmpty()) {
        m_items.at(to)->setOpen(wasOpen);
        m_items.at(position)->setOpen(otherWasOpen);
        m_items.at(to)->header()->setFocus(Qt::OtherFocusReason);
    }
}

void ItemList::say(const QString& error)
{
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
}

} // namespace meshdraft::views
