// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/destinationform.h"

#include "models/workspace/words.h"
#include "views/common/ink.h"
#include "views/common/messagebar.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using workspace::printable;

QString choiceText(const workspace::DestinationChoice& choice)
{
    const changes::DestinationSpec& destination = choice.destination;
    QString host = printable(destination.host);
    if (!destination.ns.empty()) {
        host += u'.' + printable(destination.ns);
    }
    if (destination.port) {
        host += u':' + QString::number(*destination.port);
    }
    return destination.subset.empty() ? host : printable(destination.subset) + u' ' + host;
}

DestinationForm::DestinationForm(const Theme& theme, QWidget* parent)
    : InlineForm(parent)
    , m_form(new QFormLayout)
    , m_choice(new QComboBox(this))
    , m_name(new QLineEdit(this))
    , m_labels(new QLineEdit(this))
    , m_weight(new QSpinBox(this))
    , m_note(new QLabel(this))
{
    m_add = new QPushButton(tr("Add destination"), this);
    m_error = new MessageBar(theme, this);
    setObjectName(u"destinationForm"_s);
    m_choice->setObjectName(u"destinationChoice"_s);
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_choice->setMinimumContentsLength(10);
    m_choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_name->setObjectName(u"subsetName"_s);
    m_name->setPlaceholderText(tr("v3"));
    m_labels->setObjectName(u"subsetLabels"_s);
    m_labels->setPlaceholderText(tr("version=v3"));
    m_weight->setObjectName(u"destinationWeight"_s);
    m_weight->setFont(tabularFont(font()));
    m_add->setObjectName(u"destinationConfirm"_s);
    m_add->setAutoDefault(false);
    setPrimary(*m_add, theme);
    m_error->setObjectName(u"destinationError"_s);
    m_note->setWordWrap(true);
    setInk(*m_note, theme, "muted");

    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 10, 0, 0);
    column->setSpacing(8);
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(6);
    m_form->setHorizontalSpacing(10);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_form->addRow(tr("To"), m_choice);
    m_form->addRow(tr("Subset"), m_name);
    m_form->addRow(tr("Labels"), m_labels);
    m_form->addRow(tr("Weight"), m_weight);
    column->addLayout(m_form);
    column->addWidget(m_note);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"destinationCancel"_s);
    cancel->setAutoDefault(false);
    buttons->addWidget(m_add);
    buttons->addWidget(cancel);
    buttons->addStretch(1);
    column->addLayout(buttons);
    column->addWidget(m_error);

    connect(m_choice, &QComboBox::currentIndexChanged, this, [this] { showChoice(); });
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString& name) {
        if (m_labelsFollow) {
            m_labels->setText(name.isEmpty() ? QString() : u"version="_s + name);
        }
    });
    connect(m_labels, &QLineEdit::textEdited, this, [this] { m_labelsFollow = false; });
    connect(m_add, &QPushButton::clicked, this, [this] { submit(); });
    connect(cancel, &QPushButton::clicked, this, &DestinationForm::cancelled);
    hide();
}

void DestinationForm::start(const std::vector<workspace::DestinationChoice>& choices, const std::string& host,
                            std::optional<std::uint32_t> port, bool mayHaveSubsets, std::int64_t total)
{
    m_choices.clear();
    m_host = host;
    m_port = port;
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    for (const workspace::DestinationChoice& choice : choices) {
        if (choice.isInRoute) {
            continue;
        }
        m_choices.push_back(choice);
        m_choice->addItem(choice.isNewSubset ? tr("%1, new subset").arg(choiceText(choice)) : choiceText(choice));
    }
    if (mayHaveSubsets) {
        m_choice->addItem(tr("Another subset of %1…").arg(printable(host)));
    }
    m_weight->setRange(0, static_cast<int>(std::clamp<std::int64_t>(total, 1, 1'000'000)));
    m_weight->setSuffix(total == 100 ? tr(" %") : QString());
    m_weight->setValue(0);
    // A name to take as it is, so that nothing has to be typed.
    m_labelsFollow = true;
    m_name->clear();
    m_name->setText(printable(workspace::proposedSubset(choices, host)));
    m_error->hide();
    m_add->setEnabled(m_choice->count() > 0);
    showChoice();
    show();
    m_choice->setFocus(Qt::OtherFocusReason);
}

bool DestinationForm::isOther() const
{
    return m_choice->currentIndex() >= static_cast<int>(m_choices.size());
}

void DestinationForm::showChoice()
{
    const bool other = isOther() && m_choice->count() > 0;
    m_form->setRowVisible(m_name, other);
    m_form->setRowVisible(m_labels, other);
    m_error->hide();
    if (m_choice->count() == 0) {
        m_note->setText(tr("There is no other Service in this namespace."));
    } else if (other) {
        m_note->setText(tr("The subset is added to the DestinationRule of %1, or to a new one beside the route's file.")
                            .arg(printable(m_host)));
    } else {
        const workspace::DestinationChoice& choice = m_choices[static_cast<std::size_t>(m_choice->currentIndex())];
        QStringList labels;
        for (const auto& [key, value] : choice.labels) {
            labels << printable(key) + u'=' + printable(value);
        }
        const QString behind = choice.workloads == 1 ? tr("1 workload") : tr("%1 workloads").arg(choice.workloads);
        m_note->setText(
            choice.isNewSubset
                ? tr("%1 behind %2; the subset is added to the DestinationRule.").arg(behind, labels.join(u", "_s))
                : labels.isEmpty() ? behind
                                   : tr("%1 behind %2").arg(behind, labels.join(u", "_s)));
    }
}

void DestinationForm::submit()
{
    workspace::DestinationRequest request;
    request.weight = m_weight->value();
    if (!isOther()) {
        const workspace::DestinationChoice& choice = m_choices[static_cast<std::size_t>(m_choice->currentIndex())];
        request.destination = choice.destination;
        if (choice.isNewSubset) {
            request.newSubset = choice.labels;
        }
    } else {
        request.destination = {
            .host = m_host, .subset = m_name->text().trimmed().toStdString(), .port = m_port, .ns = {}};
        // Labels that cannot be read are none: the models say what is missing.
        request.newSubset = workspace::parseLabels(m_labels->text().toStdString()).value_or(mesh::Labels());
    }
    Q_EMIT requested(request);
}

} // namespace meshdraft::views
