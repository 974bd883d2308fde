// SPDX-License-Identifier: Apache-2.0
#include "views/request/fatedelegate.h"

#include "views/common/cardpaint.h"
#include "views/common/paint.h"
#include "views/request/fatemodel.h"
#include "views/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int textLeft = 34;
constexpr int textRight = 12;

Look lookOf(int gravity)
{
    switch (gravity) {
    case FateModel::Broken:
        return {u"error"_s, "err"};
    case FateModel::Mended:
        return {u"check"_s, "ok"};
    default:
        return {u"chg"_s, "chg"};
    }
}

int roomFor(const QStyleOptionViewItem& option)
{
    return cardRoom(option, textLeft + textRight);
}

} // namespace

FateDelegate::FateDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize FateDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QFontMetrics metrics(cardFont(option.font));
    const int height = wrappedHeight(index.data().toString(), metrics, roomFor(option));
    const bool hasMore = !index.data(FateModel::AlikeRole).toString().isEmpty();
    return {100, height + 12 + (hasMore ? metrics.height() + 1 : 0)};
}

void FateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    paintCardGround(*painter, m_theme, option);
    const Look look = lookOf(index.data(FateModel::GravityRole).toInt());
    painter->drawPixmap(option.rect.topLeft() + QPoint(12, 7),
                        m_theme.pixmap(look.icon, 15, look.token, painter->device()->devicePixelRatioF(),
                                       isSelected ? "hlsoft" : "base"));
    const QFont font = cardFont(option.font);
    const QFontMetrics metrics(font);
    const int room = roomFor(option);
    const QString text = index.data().toString();
    const QRect place(option.rect.left() + textLeft, option.rect.top() + 6, room, wrappedHeight(text, metrics, room));
    painter->setFont(font);
    painter->setPen(m_theme.color("text"));
    painter->drawText(place, Qt::TextWordWrap | Qt::AlignLeft, text);
    const QString alike = index.data(FateModel::AlikeRole).toString();
    if (!alike.isEmpty()) {
        painter->setPen(m_theme.color("muted"));
        painter->drawText(QRect(place.left(), place.bottom() + 2, room, metrics.height()), Qt::AlignLeft,
                          metrics.elidedText(alike, Qt::ElideRight, room));
    }
    paintCardFocus(*painter, m_theme, option);
    painter->restore();
}

} // namespace meshdraft::views
