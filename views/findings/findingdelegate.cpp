// SPDX-License-Identifier: Apache-2.0
#include "views/findings/findingdelegate.h"

#include "views/common/paint.h"
#include "views/findings/findingsmodel.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

namespace meshdraft::views {

namespace {
constexpr int rowRoom = 11; ///< above and below the text of a row together: 27 px in all
constexpr int glyph = 15;
} // namespace

FindingDelegate::FindingDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize FindingDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    return {QStyledItemDelegate::sizeHint(option, index).width(), option.fontMetrics.height() + rowRoom};
}

void FindingDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isSelected = option->state.testFlag(QStyle::State_Selected);
    const bool isGroup = index.data(FindingsModel::CountRole).isValid();
    const int news = index.data(FindingsModel::NewsRole).toInt();
    if (isGroup) {
        option->font.setWeight(QFont::DemiBold);
    } else if (index.column() == FindingsModel::CodeColumn) {
        option->font = fixedFont();
    } else if (index.column() == FindingsModel::NewsColumn || index.column() == FindingsModel::PlaceColumn) {
        option->palette.setColor(QPalette::Text, m_theme.color("muted"));
        if (index.column() == FindingsModel::NewsColumn && news == FindingsModel::Introduced) {
            option->font.setWeight(QFont::DemiBold);
            option->palette.setColor(QPalette::Text, m_theme.color("text"));
        }
        if (index.column() == FindingsModel::PlaceColumn) {
            option->textElideMode = Qt::ElideMiddle;
        }
    }
    if (!isGroup && news == FindingsModel::Mended) {
        option->palette.setColor(QPalette::Text, m_theme.color("muted"));
    }
    if (index.column() == FindingsModel::CodeColumn) {
        const auto severity = static_cast<checks::Severity>(index.data(FindingsModel::SeverityRole).toInt());
        const bool isMended = !isGroup && news == FindingsModel::Mended;
        const Look look = isMended ? Look{QStringLiteral("check"), "ok"} : lookOf(severity);
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {glyph, glyph};
        option->icon = QIcon(m_theme.pixmap(look.icon, glyph, isSelected ? "hltext" : look.token,
                                            option->widget->devicePixelRatioF(), isSelected ? "hl" : "base"));
    }
}

void FindingDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    const QVariant count = index.data(FindingsModel::CountRole);
    if (!count.isValid() || index.column() != 0) {
        return;
    }
    QStyleOptionViewItem own = option;
    initStyleOption(&own, index);
    const QString title = index.data().toString();
    painter->save();
    painter->setFont(option.font);
    painter->setPen(m_theme.color(option.state.testFlag(QStyle::State_Selected) ? "hltext" : "muted"));
    const int left = option.rect.left() + glyph + 16 + QFontMetrics(own.font).horizontalAdvance(title);
    painter->drawText(option.rect.adjusted(left - option.rect.left(), 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      count.toString());
    painter->restore();
}

} // namespace meshdraft::views
