// SPDX-License-Identifier: Apache-2.0
#include "views/request/stepdelegate.h"

#include "models/workspace/requeststeps.h"
#include "views/common/paint.h"
#include "views/request/stepmodel.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QAbstractItemView>
#include <QMouseEvent>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using workspace::StepState;

namespace {

constexpr int textLeft = 42;
constexpr int textRight = 34;
constexpr int circle = 20;

QFont smallFont(const QFont& base)
{
    return scaledFont(base, 0.92);
}

/// The sentence, with the shares that it is true for in front.
QString sentenceOf(const QModelIndex& index)
{
    const QString share = index.data(StepModel::ShareRole).toString();
    const QString text = index.data().toString();
    return share.isEmpty() ? text : share + u": "_s + text;
}

} // namespace

StepDelegate::StepDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int StepDelegate::heightOf(const QString& sentence, int width, const QFont& font) const
{
    constexpr qsizetype kept = 200;
    if (width != m_width || font != m_font || m_heights.size() > kept) {
        m_heights.clear();
        m_width = width;
        m_font = font;
    }
    const auto known = m_heights.constFind(sentence);
    if (known != m_heights.constEnd()) {
        return *known;
    }
    const QRect room(0, 0, width, 10000);
    const int height =
        QFontMetrics(smallFont(font)).boundingRect(room, Qt::TextWordWrap | Qt::AlignLeft, sentence).height();
    m_heights.insert(sentence, height);
    return height;
}

StepDelegate::Layout StepDelegate::layoutOf(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const auto* view = qobject_cast<const QAbstractItemView*>(option.widget);
    const int width = view != nullptr ? view->viewport()->width() : option.rect.width();
    const QFontMetrics titleMetrics(scaledFont(option.font, 1, QFont::DemiBold));
    const QFontMetrics metrics(smallFont(option.font));
    Layout layout;
    int y = option.rect.top() + 2;
    const int left = option.rect.left() + textLeft;
    const int room = std::max(60, width - textLeft - textRight);
    if (!index.data(StepModel::TitleRole).toString().isEmpty()) {
        y = option.rect.top() + 9;
        layout.title = {left, y, room, std::max(titleMetrics.height(), circle)};
        y = layout.title.bottom() + 3;
    }
    layout.sentence = {left, y, room, heightOf(sentenceOf(index), room, option.font)};
    y = layout.sentence.bottom() + 1;
    const QString place = index.data(StepModel::PlaceRole).toString();
    if (!place.isEmpty()) {
        const QString shown = metrics.elidedText(place, Qt::ElideMiddle, room);
        layout.link = {left, y, metrics.horizontalAdvance(shown), metrics.height() + 1};
        y = layout.link.bottom() + 1;
    }
    const QModelIndex next = index.siblingAtRow(index.row() + 1);
    const bool isLast = !next.isValid() || !next.data(StepModel::TitleRole).toString().isEmpty();
    layout.height = y - option.rect.top() + (isLast ? 10 : 4);
    return layout;
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem own = option;
    own.rect.moveTopLeft({0, 0});
    return {100, layoutOf(own, index).height};
}

QRect StepDelegate::linkRect(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return layoutOf(option, index).link;
}

void StepDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const Layout layout = layoutOf(option, index);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const bool isFirst = !layout.title.isNull();
    painter->save();
    if (isSelected) {
        painter->fillRect(option.rect, m_theme.color("hlsoft"));
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())), m_theme.color("hl"));
    } else if (option.state.testFlag(QStyle::State_MouseOver)) {
        painter->fillRect(option.rect, m_theme.color("alt"));
    }
    if (isFirst && index.row() > 0) {
        painter->fillRect(QRect(option.rect.topLeft(), QSize(option.rect.width(), 1)), m_theme.color("border2"));
    }
    const qreal ratio = painter->device()->devicePixelRatioF();
    const auto drawState = [&](StepState state, const QRect& beside) {
        const Look look = state == StepState::Refused ? Look{u"error"_s, "err"}
            : state == StepState::Unknown             ? Look{u"unknown"_s, "unk"}
                                                      : Look{u"check"_s, "ok"};
        painter->drawPixmap(QPoint(option.rect.right() - 26, beside.top() + 2),
                            m_theme.pixmap(look.icon, 15, look.token, ratio, isSelected ? "hlsoft" : "base"));
    };
    if (isFirst) {
        painter->setRenderHint(QPainter::Antialiasing);
        const QRectF disc(option.rect.left() + 12, layout.title.center().y() - (circle / 2) + 0.5, circle, circle);
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color("hl"));
        painter->drawEllipse(disc);
        painter->setFont(scaledFont(tabularFont(option.font), 0.85, QFont::DemiBold));
        painter->setPen(m_theme.color("hltext"));
        painter->drawText(disc, Qt::AlignCenter, index.data(StepModel::NumberRole).toString());
        const QFont titleFont = scaledFont(option.font, 1, QFont::DemiBold);
        const QString title = index.data(StepModel::TitleRole).toString();
        painter->setFont(titleFont);
        painter->setPen(m_theme.color("text"));
        painter->drawText(layout.title, Qt::AlignVCenter | Qt::AlignLeft, title);
        const QString tag = index.data(StepModel::TagRole).toString();
        if (!tag.isEmpty()) {
            const QFont tagFont = scaledFont(fixedFont(), 0.9);
            const QFontMetrics tagMetrics(tagFont);
            const int left = layout.title.left() + QFontMetrics(titleFont).horizontalAdvance(title) + 9;
            const QRectF box(left + 0.5, layout.title.center().y() - 8 + 0.5, tagMetrics.horizontalAdvance(tag) + 12,
                             16);
            drawBox(*painter, box, 3, m_theme.color("base"), m_theme.color("border"));
            painter->setFont(tagFont);
            painter->setPen(m_theme.color("muted"));
            painter->drawText(box, Qt::AlignCenter, tag);
        }
        drawState(static_cast<StepState>(index.data(StepModel::StageStateRole).toInt()), layout.title);
    }
    const auto state = static_cast<StepState>(index.data(StepModel::StateRole).toInt());
    if (!isFirst && state != StepState::Passed) {
        drawState(state, layout.sentence);
    }
    painter->setFont(smallFont(option.font));
    painter->setPen(m_theme.color(state == StepState::Refused ? "err" : "text"));
    painter->drawText(layout.sentence, Qt::TextWordWrap | Qt::AlignLeft, sentenceOf(index));
    if (!layout.link.isNull()) {
        QFont linkFont = smallFont(option.font);
        linkFont.setUnderline(true);
        painter->setFont(linkFont);
        painter->setPen(m_theme.color("link"));
        const QString place = index.data(StepModel::PlaceRole).toString();
        painter->drawText(
            layout.link.adjusted(0, 0, 2, 0), Qt::AlignLeft,
            QFontMetrics(smallFont(option.font)).elidedText(place, Qt::ElideMiddle, layout.sentence.width()));
    }
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        drawBox(*painter, QRectF(option.rect).adjusted(4, 2, -3, -2), 3, {}, m_theme.color("focus"), 1);
    }
    painter->restore();
}

bool StepDelegate::editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                               const QModelIndex& index)
{
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<const QMouseEvent*>(event);
        if (mouse->button() == Qt::LeftButton && linkRect(option, index).contains(mouse->position().toPoint())) {
            Q_EMIT linkClicked(index);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace meshdraft::views
