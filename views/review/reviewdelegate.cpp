// SPDX-License-Identifier: Apache-2.0
#include "views/review/reviewdelegate.h"

#include "models/workspace/reviewwords.h"
#include "views/common/cardpaint.h"
#include "views/common/paint.h"
#include "views/review/reviewmodel.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int margin = 12;
constexpr int textLeft = 34;
constexpr int box = 16;
constexpr int between = 3;
constexpr int above = 9;

int roomFor(const QStyleOptionViewItem& option)
{
    return cardRoom(option, textLeft + margin);
}

} // namespace

ReviewDelegate::ReviewDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QRect ReviewDelegate::boxRect(const QRect& card)
{
    return {card.right() - margin - box + 1, card.top() + above, box, box};
}

QSize ReviewDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QFontMetrics metrics(cardFont(option.font));
    if (index.data(ReviewModel::FoldRole).toBool()) {
        return {100, wrappedHeight(index.data().toString(), metrics, roomFor(option)) + 18};
    }
    int height = above + option.fontMetrics.height() + between + metrics.height() + above;
    for (const QString& line : index.data(ReviewModel::LinesRole).toStringList()) {
        height += wrappedHeight(line, metrics, roomFor(option)) + 2;
    }
    return {100, height + between};
}

void ReviewDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    paintCardGround(*painter, m_theme, option);
    if (index.data(ReviewModel::FoldRole).toBool()) {
        paintFold(*painter, option, index);
    } else {
        paintCard(*painter, option, index);
    }
    paintCardFocus(*painter, m_theme, option);
    painter->restore();
}

void ReviewDelegate::paintFold(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool isOpen = index.data(ReviewModel::OpenRole).toBool();
    painter.drawPixmap(
        option.rect.topLeft() + QPoint(margin, 9),
        m_theme.pixmap(isOpen ? u"down"_s : u"right"_s, 14, "muted", painter.device()->devicePixelRatioF()));
    painter.setFont(cardFont(option.font));
    painter.setPen(m_theme.color("muted"));
    painter.drawText(option.rect.adjusted(textLeft, 9, -margin, -9), Qt::TextWordWrap | Qt::AlignLeft,
                     index.data().toString());
}

void ReviewDelegate::paintCard(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isViewed = index.data(ReviewModel::ViewedRole).toBool();
    const char* ground = isSelected ? "hlsoft" : "base";
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QRect card = option.rect;
    const Look operation = lookOf(static_cast<changes::Operation>(index.data(ReviewModel::OperationRole).toInt()));
    const int lineHeight = option.fontMetrics.height();
    int y = card.top() + above;
    const auto icon = [&](const QString& name, int left, const char* token) {
        painter.drawPixmap(QPoint(left, y + ((lineHeight - 15) / 2)), m_theme.pixmap(name, 15, token, ratio, ground));
    };
    icon(operation.icon, card.left() + margin, operation.token);
    icon(iconOfKind(index.data(ReviewModel::KindRole).toString().toStdString()), card.left() + textLeft, "muted");

    const QRect place = boxRect(card);
    drawBox(painter, QRectF(place), 3, m_theme.color(isViewed ? "hl" : "base"), m_theme.color(isViewed ? "hl" : "ctl"));
    if (isViewed) {
        painter.drawPixmap(place.topLeft() + QPoint(2, 2), m_theme.pixmap(u"check"_s, box - 4, "hltext", ratio, "hl"));
    }
    const auto tier = static_cast<changes::Tier>(index.data(ReviewModel::TierRole).toInt());
    const Look look = lookOf(tier);
    const QFont tierFont = scaledFont(option.font, secondaryScale, QFont::DemiBold);
    const QString word = workspace::tierWord(tier);
    const int wordWidth = QFontMetrics(tierFont).horizontalAdvance(word);
    int right = place.left() - 8 - wordWidth;
    painter.setFont(tierFont);
    painter.setPen(m_theme.color(look.token));
    painter.drawText(QRect(right, y, wordWidth + 2, lineHeight), Qt::AlignVCenter | Qt::AlignLeft, word);
    right -= 19;
    icon(look.icon, right, look.token);

    QFont nameFont = option.font;
    nameFont.setWeight(QFont::DemiBold);
    const int nameLeft = card.left() + textLeft + 21;
    painter.setFont(nameFont);
    painter.setPen(m_theme.color(isViewed ? "muted" : "text"));
    painter.drawText(QRect(nameLeft, y, right - nameLeft - 6, lineHeight), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(nameFont).elidedText(index.data().toString(), Qt::ElideMiddle, right - nameLeft - 6));

    const QFont font = cardFont(option.font);
    const QFontMetrics metrics(font);
    const int room = roomFor(option);
    y += lineHeight + between;
    painter.setFont(font);
    painter.setPen(m_theme.color("muted"));
    painter.drawText(QRect(card.left() + textLeft, y, room, metrics.height()), Qt::AlignVCenter | Qt::AlignLeft,
                     metrics.elidedText(index.data(ReviewModel::WhereRole).toString(), Qt::ElideRight, room));
    y += metrics.height() + between;
    painter.setPen(m_theme.color(isViewed ? "muted" : "text"));
    for (const QString& line : index.data(ReviewModel::LinesRole).toStringList()) {
        const int height = wrappedHeight(line, metrics, room);
        painter.drawText(QRect(card.left() + textLeft, y, room, height), Qt::TextWordWrap | Qt::AlignLeft, line);
        y += height + 2;
    }
}

bool ReviewDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                                 const QModelIndex& index)
{
    if (event->type() != QEvent::MouseButtonRelease) {
        return false;
    }
    const auto* mouse = static_cast<QMouseEvent*>(event);
    const bool isOnBox = boxRect(option.rect).adjusted(-4, -4, 4, 4).contains(mouse->position().toPoint());
    if (mouse->button() != Qt::LeftButton || !isOnBox || index.data(ReviewModel::FoldRole).toBool()) {
        return false;
    }
    return model->setData(index, !index.data(ReviewModel::ViewedRole).toBool(), ReviewModel::ViewedRole);
}

} // namespace meshdraft::views
