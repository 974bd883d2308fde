// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/form/nestedsection.h"

#include "models/workspace/form/formwords.h"
#include "models/workspace/words.h"
#include "views/common/collapsiblesection.h"
#include "views/inspector/form/fieldrow.h"
#include "views/theme/theme.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int indent = 12;

} // namespace

NestedSection::NestedSection(FormContext& context, const workspace::FormField& field, QWidget* parent)
    : FormPart(context, field.path, parent)
    , m_header(new SectionHeader(context.theme(), workspace::printable(field.name), this))
    , m_button(new QToolButton(this))
{
    setObjectName(u"nested_"_s + QString::fromStdString(field.path.text()));
    m_header->setQuiet(true);
    m_button->setAutoRaise(true);
    m_button->setIconSize({14, 14});
    m_button->setFixedSize(22, 22);
    m_button->setFocusPolicy(Qt::TabFocus);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 0, 0);
    head->setSpacing(0);
    m_head = head;
    head->addWidget(m_header, 1);
    head->addWidget(m_button);
    column->addLayout(head);
    const auto paint = [this] {
        m_button->setIcon(this->context().theme().icon(m_hasMenu ? u"menu"_s : u"close"_s, "muted"));
    };
    paint();
    connect(&context.theme(), &Theme::changed, this, paint);
    connect(m_header, &QAbstractButton::toggled, this, &NestedSection::toggle);
    connect(m_button, &QToolButton::clicked, this, [this] {
        if (!m_hasMenu) {
            clear();
        }
    });
    refresh();
}

void NestedSection::setTitle(const QString& title, const QString& summary)
{
    m_title = title;
    m_summary = summary;
    m_header->setText(title);
    m_header->setAccessibleName(title);
}

void NestedSection::setMenu(QMenu* menu)
{
    m_hasMenu = true;
    // Not the button's own menu: that would have an arrow beside the dots.
    connect(m_button, &QToolButton::clicked, menu,
            [this, menu] { menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height()))); });
    m_button->setIcon(context().theme().icon(u"menu"_s, "muted"));
    refresh();
}

void NestedSection::setPath(const mesh::FieldPath& path)
{
    FormPart::setPath(path);
    setObjectName(u"nested_"_s + QString::fromStdString(path.text()));
    if (m_content != nullptr) {
        m_content->setPath(path);
    }
}

void NestedSection::setOpen(bool open)
{
    m_header->setChecked(open);
}

bool NestedSection::isOpen() const
{
    return m_header->isChecked();
}

void NestedSection::toggle(bool open)
{
    if (open && m_content == nullptr) {
        m_content = makeContent(context(), field(), this);
        if (m_content == nullptr) {
            return;
        }
        if (auto* row = qobject_cast<FieldRow*>(m_content)) {
            row->setBare();
        }
        auto* box = static_cast<QVBoxLayout*>(layout());
        auto* body = new QHBoxLayout;
        body->setContentsMargins(indent, 0, 0, 4);
        body->addWidget(m_content);
        box->addLayout(body);
        Q_EMIT context().partsChanged();
    } else if (open) {
        m_content->refresh();
    }
    if (m_content != nullptr) {
        m_content->setVisible(open);
    }
}

void NestedSection::refresh()
{
    const workspace::FormField now = field();
    const std::size_t wrong = context().forms().isSingle() ? context().forms().first().violationsWithin(path()) : 0;
    m_header->setSummary(m_title.isEmpty() ? workspace::fieldSummary(now) : m_summary,
                         wrong > 0 ? u"error"_s : QString(), "err");
    m_header->setToolTip(workspace::fieldHelp(now));
    m_header->setBold(now.isSet());
    const QString name = m_title.isEmpty() ? workspace::printable(now.name) : m_title;
    const bool hasButton = m_hasMenu || (now.isSet() && !context().isReadOnly());
    m_button->setVisible(hasButton);
    // what stands at the right of a head ends where it does in every other one
    m_head->setContentsMargins(0, 0, hasButton ? 6 : 0, 0);
    m_button->setEnabled(!context().isReadOnly());
    m_button->setAccessibleName(m_hasMenu ? tr("Actions for %1").arg(name) : tr("Remove %1").arg(name));
    m_button->setToolTip(m_button->accessibleName());
    if (m_content != nullptr && isOpen()) {
        m_content->refresh();
    }
}

void NestedSection::clear()
{
    const QString error =
        context().edit([place = path()](const workspace::Form& form) { return workspace::clearField(form, place); },
                       workspace::clearStep(field()));
    if (!error.isEmpty()) {
        m_header->setSummary(error, u"error"_s, "err");
    }
    m_header->setFocus(Qt::OtherFocusReason);
}

} // namespace meshdraft::views
