// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/previewform.h"

#include "views/common/access.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/inspector/destinationform.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

PreviewForm::PreviewForm(const Theme& theme, QWidget* parent)
    : InlineForm(parent)
    , m_name(new QLineEdit(this))
    , m_by(new QComboBox(this))
    , m_field(new QLineEdit(this))
    , m_how(new QComboBox(this))
    , m_value(new QLineEdit(this))
    , m_to(new QComboBox(this))
    , m_note(new QLabel(this))
{
    m_add = new QPushButton(tr("Add preview route"), this);
    m_error = new MessageBar(theme, this);
    setObjectName(u"previewForm"_s);
    m_name->setObjectName(u"previewRoute"_s);
    m_by->setObjectName(u"previewBy"_s);
    setChoiceName(*m_by, tr("Asked for by"));
    m_by->addItems({tr("Header"), tr("Cookie")});
    m_field->setObjectName(u"previewName"_s);
    m_field->setAccessibleName(tr("Name of the header or cookie"));
    m_how->setObjectName(u"previewHow"_s);
    setChoiceName(*m_how, tr("How the value is compared"));
    m_how->addItems({tr("exact"), tr("regex")});
    m_value->setObjectName(u"previewValue"_s);
    m_value->setAccessibleName(tr("Value"));
    m_to->setObjectName(u"previewTo"_s);
    m_to->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_to->setMinimumContentsLength(10);
    m_to->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_add->setObjectName(u"previewConfirm"_s);
    m_add->setAutoDefault(false);
    setPrimary(*m_add, theme);
    m_error->setObjectName(u"previewError"_s);
    m_note->setWordWrap(true);
    setInk(*m_note, theme, "muted");

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 2, 12, 12);
    column->setSpacing(8);
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(6);
    form->setHorizontalSpacing(10);
    const auto pair = [](QWidget* first, QWidget* second) {
        auto* row = new QHBoxLayout;
        row->setSpacing(6);
        row->addWidget(first);
        row->addWidget(second, 1);
        return row;
    };
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("By"), pair(m_by, m_field));
    form->addRow(tr("Value"), pair(m_how, m_value));
    form->addRow(tr("To"), m_to);
    column->addLayout(form);
    column->addWidget(m_note);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"previewCancel"_s);
    cancel->setAutoDefault(false);
    buttons->addWidget(m_add);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(m_error);
    connect(m_by, &QComboBox::currentIndexChanged, this, [this] { showNote(); });
    connect(m_add, &QPushButton::clicked, this, [this] { submit(); });
    connect(cancel, &QPushButton::clicked, this, &PreviewForm::cancelled);
    hide();
}

void PreviewForm::start(const std::vector<workspace::DestinationChoice>& choices, const QString& name,
                        const QString& route)
{
    m_route = route;
    m_choices.clear();
    m_to->clear();
    for (const workspace::DestinationChoice& choice : choices) {
        if (!choice.isNewSubset) {
            m_choices.push_back(choice);
            m_to->addItem(choiceText(choice));
        }
    }
    // the newest is what people want to see beforehand
    m_to->setCurrentIndex(m_to->count() - 1);
    for (int i = 0; i < m_to->count(); ++i) {
        if (m_choices[static_cast<std::size_t>(i)].isInRoute) {
            m_to->setCurrentIndex(i);
        }
    }
    m_name->setText(name);
    m_by->setCurrentIndex(0);
    m_how->setCurrentIndex(0);
    m_field->setText(u"x-preview"_s);
    m_value->setText(u"yes"_s);
    m_error->hide();
    m_add->setEnabled(m_to->count() > 0);
    showNote();
    show();
    m_name->setFocus(Qt::OtherFocusReason);
    m_name->selectAll();
}

void PreviewForm::showNote()
{
    m_note->setText(
        m_by->currentIndex() == 0
            ? tr("Comes before %1: requests with this header go to one destination, all others as before.").arg(m_route)
            : tr("Comes before %1: requests with this cookie go to one destination, all others as before.")
                  .arg(m_route));
}

void PreviewForm::submit()
{
    changes::PreviewSpec preview;
    preview.route = m_name->text().trimmed().toStdString();
    preview.by = m_by->currentIndex() == 0 ? changes::PreviewSpec::By::Header : changes::PreviewSpec::By::Cookie;
    preview.name = m_field->text().trimmed().toStdString();
    preview.value = m_value->text().toStdString();
    preview.isRegex = m_how->currentIndex() == 1;
    preview.destination = m_choices[static_cast<std::size_t>(m_to->currentIndex())].destination;
    Q_EMIT requested(preview);
}

} // namespace meshdraft::views
