// SPDX-License-Identifier: Apache-2.0
#include "views/undo/mendlist.h"

#include "models/workspace/rollbackwords.h"
#include "models/workspace/trafficwords.h"
#include "models/workspace/words.h"
#include "views/common/textlines.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QButtonGroup>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {
constexpr std::size_t mostLost = 4;
} // namespace

MendList::MendList(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(2);
}

void MendList::clear()
{
    m_offers = {};
    m_isKnown = false;
    m_current = -1;
    rebuild();
}

void MendList::setOffers(const workspace::MendOffers& offers)
{
    m_offers = offers;
    m_isKnown = true;
    m_current = -1;
    rebuild();
}

void MendList::addChoice(int mend, const QString& text)
{
    auto* button = new QRadioButton(QString(text).replace(u'&', u"&&"_s), this);
    button->setObjectName(mend < 0 ? u"mendNone"_s : u"mend%1"_s.arg(mend));
    button->setFont(scaledFont(font(), 0.92));
    button->setChecked(mend == m_current);
    connect(button, &QRadioButton::toggled, this, [this, mend](bool isChecked) {
        if (isChecked) {
            m_current = mend;
            Q_EMIT chosen(mend);
        }
    });
    auto* row = new QHBoxLayout;
    row->setContentsMargins(12, 0, 12, 2);
    row->addWidget(button);
    m_column->addLayout(row);
}

void MendList::rebuild()
{
    // Buttons are direct children, so that they exclude each other.
    for (QWidget* child : findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        child->hide();
        child->deleteLater();
    }
    while (QLayoutItem* item = m_column->takeAt(0)) {
        delete item;
    }
    if (!m_isKnown) {
        return;
    }
    const auto& lost = m_offers.lost.changes;
    auto* head = new TextLines(m_theme, this);
    head->setObjectName(u"mendLost"_s);
    m_column->addWidget(head);
    if (lost.empty()) {
        head->add(tr("No request was lost between that change and HEAD."), u"check"_s, "ok");
        return;
    }
    head->add(tr("%n requests were lost:", nullptr, static_cast<int>(lost.size())), u"error"_s, "err");
    for (std::size_t i = 0; i < std::min(lost.size(), mostLost); ++i) {
        head->addQuiet(workspace::fateText(lost[i]));
    }
    if (lost.size() > mostLost) {
        head->addQuiet(tr("and %n more", nullptr, static_cast<int>(lost.size() - mostLost)));
    }
    if (!m_offers.offers.empty()) {
        addChoice(-1, tr("As chosen above"));
    }
    for (std::size_t i = 0; i < m_offers.offers.size(); ++i) {
        const workspace::Mend& mend = m_offers.offers[i];
        const QString text = workspace::mendText(mend.kind, mend.subject);
        addChoice(static_cast<int>(i),
                  mend.isOpenToAll ? tr("%1: high risk, everybody may call then").arg(text)
                                   : u"%1 (%2)"_s.arg(text, workspace::tierText(mend.judgement.change.tier)));
    }
    auto* rest = new TextLines(m_theme, this);
    rest->setObjectName(u"mendRefused"_s);
    m_column->addWidget(rest);
    if (m_offers.offers.empty()) {
        rest->add(tr("No single step gives them back and opens nothing else."), u"warning"_s, "warn");
    } else {
        rest->addQuiet(tr("Each of them gives every lost request back and lets in nothing that was refused before."));
    }
    for (const workspace::RefusedMend& refused : m_offers.refused) {
        rest->addQuiet(
            tr("Not offered: %1. %2")
                .arg(workspace::mendText(refused.kind, refused.subject), workspace::errorText(refused.reason)));
    }
}

} // namespace meshdraft::views
