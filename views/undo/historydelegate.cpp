// SPDX-License-Identifier: Apache-2.0
#include "views/undo/historydelegate.h"

#include "models/workspace/words.h"
#include "views/common/cardpaint.h"
#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"
#include "views/undo/historymodel.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int margin = 12;
constexpr int above = 9;
constexpr int between = 3;

int roomFor(const QStyleOptionViewItem& option)
{
    return cardRoom(option, 2 * margin);
}

} // namespace

HistoryDelegate::HistoryDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QFontMetrics metrics(cardFont(option.font));
    int height = above + option.fontMetrics.height() + between + metrics.height() + above;
    for (const QString& line : index.data(HistoryModel::LinesRole).toStringList()) {
        height += wrappedHeight(line, metrics, roomFor(option)) + 2;
    }
    return {100, height + between};
}

void HistoryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QRect card = option.rect;
    painter->save();
    paintCardGround(*painter, m_theme, option);
    const auto tier = static_cast<changes::Tier>(index.data(HistoryModel::TierRole).toInt());
    const Look look = lookOf(tier);
    const int lineHeight = option.fontMetrics.height();
    int y = card.top() + above;
    const QFont tierFont = scaledFont(option.font, secondaryScale, QFont::DemiBold);
    const QString word = workspace::tierText(tier);
    const int wordWidth = QFontMetrics(tierFont).horizontalAdvance(word);
    int right = card.left() + margin + roomFor(option) - wordWidth;
    painter->setFont(tierFont);
    painter->setPen(m_theme.color(look.token));
    painter->drawText(QRect(right, y, wordWidth + 2, lineHeight), Qt::AlignVCenter | Qt::AlignLeft, word);
    right -= 19;
    painter->drawPixmap(QPoint(right, y + ((lineHeight - 15) / 2)),
                        m_theme.pixmap(look.icon, 15, look.token, painter->device()->devicePixelRatioF(),
                                       isSelected ? "hlsoft" : "base"));

    QFont name = option.font;
    name.setWeight(QFont::DemiBold);
    const int left = card.left() + margin;
    const int room = right - left - 8;
    painter->setFont(name);
    painter->setPen(m_theme.color("text"));
    painter->drawText(QRect(left, y, room, lineHeight), Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(name).elidedText(index.data().toString(), Qt::ElideRight, room));

    const QFont font = cardFont(option.font);
    const QFontMetrics metrics(font);
    y += lineHeight + between;
    painter->setFont(font);
    painter->setPen(m_theme.color("muted"));
    painter->drawText(
        QRect(left, y, roomFor(option), metrics.height()), Qt::AlignVCenter | Qt::AlignLeft,
        metrics.elidedText(index.data(HistoryModel::AboutRole).toString(), Qt::ElideRight, roomFor(option)));
    y += metrics.height() + between;
    painter->setPen(m_theme.color("text"));
    for (const QString& line : index.data(HistoryModel::LinesRole).toStringList()) {
        const int height = wrappedHeight(line, metrics, roomFor(option));
        painter->drawText(QRect(left, y, roomFor(option), height), Qt::TextWordWrap | Qt::AlignLeft, line);
        y += height + 2;
    }
    paintCardFocus(*painter, m_theme, option);
    painter->restore();
}

} // namespace meshdraft::views
