// SPDX-License-Identifier: Apache-2.0
#include "views/common/cardpaint.h"

#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

namespace meshdraft::views {

QFont cardFont(const QFont& base)
{
    return scaledFont(base, 0.92);
}

int cardRoom(const QStyleOptionViewItem& option, int margins)
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width =
        view != nullptr ? view->width() - view->verticalScrollBar()->sizeHint().width() : option.rect.width();
    return std::max(80, width - margins);
}

int wrappedHeight(const QString& text, const QFontMetrics& metrics, int room)
{
    return metrics.boundingRect(QRect(0, 0, room, 10000), Qt::TextWordWrap, text).height();
}

void paintCardGround(QPainter& painter, const Theme& theme, const QStyleOptionViewItem& option)
{
    const QRect& card = option.rect;
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter.fillRect(card, theme.color("hlsoft"));
        painter.fillRect(QRect(card.topLeft(), QSize(3, card.height())), theme.color("hl"));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(card, theme.color("alt"));
    }
    painter.fillRect(QRect(card.left(), card.bottom(), card.width(), 1), theme.color("border2"));
}

void paintCardFocus(QPainter& painter, const Theme& theme, const QStyleOptionViewItem& option)
{
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        drawBox(painter, QRectF(option.rect).adjusted(4, 2, -3, -3), 3, {}, theme.color("focus"), 1);
    }
}

} // namespace meshdraft::views
