// SPDX-License-Identifier: Apache-2.0
#include "views/review/reviewreason.h"

#include "models/workspace/reviewwords.h"
#include "views/common/tierbadge.h"
#include "views/theme/fonts.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

ReviewReason::ReviewReason(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_tier(new TierBadge(theme, TierBadge::Style::Plain, this))
    , m_text(new QLabel(this))
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 5, 12, 5);
    row->setSpacing(10);
    row->addWidget(m_tier, 0, Qt::AlignTop);
    m_text->setObjectName(u"reviewReason"_s);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(1);
    m_text->setFont(scaledFont(font(), 0.92));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_text, 1);
}

void ReviewReason::setChange(const changes::ResourceChange* change)
{
    m_tier->setVisible(change != nullptr);
    m_text->clear();
    m_text->setToolTip({});
    if (change == nullptr) {
        return;
    }
    m_tier->setTier(change->tier);
    QStringList reasons;
    for (const changes::Reason& reason : change->reasons) {
        reasons << workspace::reasonWithRule(reason);
    }
    m_text->setText(reasons.value(0));
    m_text->setToolTip(reasons.join(u'\n'));
}

} // namespace meshdraft::views
