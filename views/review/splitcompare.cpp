// SPDX-License-Identifier: Apache-2.0
#include "views/review/splitcompare.h"

#include "models/changes/fieldcompare.h"
#include "models/changes/statements.h"
#include "models/workspace/words.h"
#include "views/inspector/splitbar.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

bool isSplitOtherwise(const changes::RoutePair& pair)
{
    if (pair.before == nullptr || pair.after == nullptr
        || std::max(pair.before->destinations.size(), pair.after->destinations.size()) < 2) {
        return false;
    }
    return std::ranges::any_of(changes::pairDestinations(*pair.before, *pair.after), [](const auto& both) {
        return both.before == nullptr || both.after == nullptr || both.before->share != both.after->share;
    });
}

} // namespace

SplitCompare::SplitCompare(const Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_old(new SplitBar(theme, tr("old"), this))
    , m_new(new SplitBar(theme, tr("new"), this))
{
    setObjectName(u"splitCompare"_s);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 6, 12, 6);
    column->setSpacing(4);
    m_title->setFont(scaledFont(font(), 0.92, QFont::DemiBold));
    m_title->setTextFormat(Qt::PlainText);
    column->addWidget(m_title);
    column->addWidget(m_old);
    column->addWidget(m_new);
    hide();
}

void SplitCompare::setChange(const changes::ResourceChange* change)
{
    const bool isTable = change != nullptr && change->before && change->after
        && std::holds_alternative<mesh::RouteTable>(change->before->body)
        && std::holds_alternative<mesh::RouteTable>(change->after->body);
    const auto pairs =
        isTable ? changes::pairRoutes(*change->before, *change->after) : std::vector<changes::RoutePair>();
    const auto found = std::ranges::find_if(pairs, isSplitOtherwise);
    setVisible(found != pairs.end());
    if (found == pairs.end()) {
        return;
    }
    const auto& table = std::get<mesh::RouteTable>(change->after->body);
    m_title->setText(tr("%1, route %2")
                         .arg(workspace::printable(change->after->key.name),
                              workspace::printable(changes::routeLabel(table, *found->after))));
    std::vector<SplitBar::Segment> olds;
    std::vector<SplitBar::Segment> news;
    std::size_t series = 0;
    for (const auto& [before, after] : changes::pairDestinations(*found->before, *found->after)) {
        const auto segment = [&](const mesh::Destination& destination, bool isNew) {
            return SplitBar::Segment{workspace::printable(changes::destinationLabel(destination)),
                                     QString::number(100 * destination.share, 'g', 4) + u" %"_s, destination.share,
                                     series, isNew};
        };
        if (before != nullptr && before->share > 0) {
            olds.push_back(segment(*before, false));
        }
        if (after != nullptr && after->share > 0) {
            news.push_back(segment(*after, before == nullptr));
        }
        ++series;
    }
    m_old->setSegments(std::move(olds));
    m_new->setSegments(std::move(news));
}

} // namespace meshdraft::views
