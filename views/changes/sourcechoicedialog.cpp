// SPDX-License-Identifier: Apache-2.0
#include "views/changes/sourcechoicedialog.h"

#include "models/workspace/words.h"
#include "views/common/ink.h"
#include "views/theme/theme.h"

#include <QButtonGroup>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

using workspace::printable;
using workspace::SourceChoice;
using Where = kustomize::EditChoice::Where;

QString placeText(const SourceChoice& choice)
{
    const QString place = u"%1:%2"_s.arg(printable(choice.place.path)).arg(choice.place.line);
    switch (choice.where) {
    case Where::Source:
        return SourceChoiceDialog::tr("In %1, where the value is decided").arg(place);
    case Where::OverlayPatch:
        return SourceChoiceDialog::tr("In %1, the patch of this environment").arg(place);
    case Where::NewPatch:
        return SourceChoiceDialog::tr("In a new patch of this environment, at %1").arg(place);
    }
    return place;
}

QString affectedText(const SourceChoice& choice, const std::string& environment)
{
    if (choice.isOnlyFor(environment)) {
        return SourceChoiceDialog::tr("Changes this environment only.");
    }
    QStringList others;
    bool isOwn = false;
    for (const std::string& name : choice.environments) {
        if (name == environment) {
            isOwn = true;
        } else {
            others << printable(name);
        }
    }
    const QString list = others.join(u", "_s);
    return isOwn ? SourceChoiceDialog::tr("Changes this environment and also %1.").arg(list)
                 : SourceChoiceDialog::tr("Changes %1.").arg(list);
}

} // namespace

SourceChoiceDialog::SourceChoiceDialog(const Theme& theme, const workspace::SourcePlan& plan,
                                       const std::string& environment, QWidget* parent)
    : QDialog(parent)
    , m_column(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    setObjectName(u"sourceChoiceDialog"_s);
    setWindowTitle(tr("Where to write it"));
    m_column->setContentsMargins(16, 16, 16, 12);
    m_column->setSpacing(4);
    auto* intro =
        new QLabel(tr("%1 is rendered by Kustomize from several files. The edit is shown; choose the file that "
                      "it goes to. Each way was tried by rendering every environment that uses the file.")
                       .arg(printable(environment)),
                   this);
    intro->setWordWrap(true);
    m_column->addWidget(intro);
    m_column->addSpacing(8);
    for (std::size_t i = 0; i < plan.choices.size(); ++i) {
        addChoice(theme, plan.choices[i], environment, static_cast<int>(i));
    }
    m_column->addStretch(1);
    auto* buttons = new QDialogButtonBox(this);
    auto* cancel = buttons->addButton(tr("Give up the edit"), QDialogButtonBox::RejectRole);
    cancel->setObjectName(u"sourceChoiceCancel"_s);
    auto* write = buttons->addButton(tr("Write here"), QDialogButtonBox::AcceptRole);
    write->setObjectName(u"sourceChoiceWrite"_s);
    write->setDefault(true);
    setPrimary(*write, theme);
    write->setEnabled(m_group->checkedButton() != nullptr);
    m_column->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_group, &QButtonGroup::idToggled, write, [write] { write->setEnabled(true); });
    setMinimumWidth(520);
    if (QAbstractButton* checked = m_group->checkedButton()) {
        checked->setFocus();
    }
}

void SourceChoiceDialog::addChoice(const Theme& theme, const SourceChoice& choice, const std::string& environment,
                                   int id)
{
    const bool isPossible = choice.isProven;
    const QString title = isPossible    ? placeText(choice)
        : choice.where == Where::Source ? tr("Where the value is decided")
                                        : tr("In a patch of this environment");
    const QString text =
        isPossible ? affectedText(choice, environment) : workspace::errorText(choice.reason.value_or(Error{}));
    auto* radio = new QRadioButton(title, this);
    radio->setObjectName(u"sourceChoice%1"_s.arg(id));
    radio->setEnabled(isPossible);
    radio->setAccessibleDescription(text);
    m_group->addButton(radio, id);
    // the place that decides the value is what most people mean; another one is never taken without a click
    radio->setChecked(isPossible && id == 0);
    m_column->addWidget(radio);
    auto* label = new QLabel(text, this);
    label->setWordWrap(true);
    label->setIndent(24);
    setInk(*label, theme, "muted");
    m_column->addWidget(label);
    m_column->addSpacing(8);
}

std::size_t SourceChoiceDialog::choice() const
{
    return static_cast<std::size_t>(std::max(m_group->checkedId(), 0));
}

} // namespace meshdraft::views
