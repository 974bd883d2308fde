// SPDX-License-Identifier: Apache-2.0
#include "views/request/fatedelegate.h"

#include "views/common/paint.h"
#include "views/request/fatemodel.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QAbstractItemView>
#include <QScrollBar>

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

/// The same whether or not the list scrolls: rows are not laid out again when its bar comes.
int roomFor(const QStyleOptionViewItem& option)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width =
        view != nullptr ? view->width() - view->verticalScrollBar()->sizeHint().width() : option.rect.width();
    return std::max(80, width - textLeft - textRight);
}

} // namespace

FateDelegate::FateDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize FateDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QFontMetrics metrics(scaledFont(option.font, 0.92));
    const QRect text =
        metrics.boundingRect(QRect(0, 0, roomFor(option), 10000), Qt::TextWordWrap, index.data().toString());
    const bool hasMore = !index.data(FateModel::AlikeRole).toString().isEmpty();
    return {100, text.height() + 12 + (hasMore ? metrics.height() + 1 : 0)};
}

void FateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    painter->save();
    if (isSelected) {
        painter->fillRect(option.rect, m_theme.color("hlsoft"));
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), m_theme.color("hl"));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, m_theme.color("alt"));
    }
    if (index.row() > 0) {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)), m_theme.color("border2"));
    }
    const Look look = lookOf(index.data(FateModel::GravityRole).toInt());
    painter->drawPixmap(option.rect.topLeft() + QPoint(12, 7),
                        m_theme.pixmap(look.icon, 15, look.token, painter->device()->devicePixelRatioF(),
                                       isSelected ? "hlsoft" : "base"));
    const QFont font = scaledFont(option.font, 0.92);
    const QFontMetrics metrics(font);
    const int room = roomFor(option);
    const QString text = index.data().toString();
    const QRect place(option.rect.left() + textLeft, option.rect.top() + 6, room,
                      metrics.boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, text).height());
    painter->setFont(font);
    painter->setPen(m_theme.color("text"));
    painter->drawText(place, Qt::TextWordWrap | Qt::AlignLeft, text);
    const QString alike = index.data(FateModel::AlikeRole).toString();
    if (!alike.isEmpty()) {
        painter->setPen(m_theme.color("muted"));
        painter->drawText(QRect(place.left(), place.bottom() + 2, room, metrics.height()), Qt::AlignLeft,
                          metrics.elidedText(alike, Qt::ElideRight, room));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        drawBox(*painter, QRectF(option.rect).adjusted(4, 2, -3, -2), 3, {}, m_theme.color("focus"), 1);
    }
    painter->restore();
}

} // namespace meshdraft::views
