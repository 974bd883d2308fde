// SPDX-License-Identifier: Apache-2.0
#include "views/tree/badgedelegate.h"

#include "models/workspace/resourcetreemodel.h"
#include "models/workspace/reviewwords.h"
#include "models/workspace/words.h"
#include "views/common/paint.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QApplication>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using Model = workspace::ResourceTreeModel;

/// Colours of one row: on the highlight everything is painted in its text colour.
struct BadgeDelegate::Ink {
    bool selected = false;
    qreal ratio = 1;
    QFont small;
    const char* of(const char* token) const { return selected ? "hltext" : token; }
    const char* ground() const { return selected ? "hl" : "base"; }
};

BadgeDelegate::BadgeDelegate(const Theme& theme, Glyph glyph, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
    , m_glyph(glyph)
{
}

QSize BadgeDelegate::sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    const QSize base = QStyledItemDelegate::sizeHint(option, index);
    return {base.width(), option.fontMetrics.height() + 7};
}

int BadgeDelegate::paintCount(QPainter* painter, const QRect& row, int right, int count, const char* icon,
                              const Ink& ink) const
{
    if (count <= 0) {
        return right;
    }
    const QString text = QString::number(count);
    painter->setFont(ink.small);
    const int width = painter->fontMetrics().horizontalAdvance(text);
    painter->setPen(m_theme.color(ink.of("text")));
    painter->drawText(QRect(right - width, row.top(), width, row.height()), Qt::AlignVCenter | Qt::AlignRight, text);
    right -= width + 4 + 13;
    const bool error = icon[0] == 'e';
    painter->drawPixmap(
        QPoint(right, row.center().y() - 6),
        m_theme.pixmap(QLatin1StringView(icon), 13, ink.of(error ? "err" : "warn"), ink.ratio, ink.ground()));
    return right - 7;
}

int BadgeDelegate::paintBadges(QPainter* painter, const QRect& row, const QModelIndex& index, const Ink& ink) const
{
    int right = row.right() - 8;
    const auto glyph = [&](const QString& name, const char* token) {
        right -= 13;
        painter->drawPixmap(QPoint(right, row.center().y() - 6),
                            m_theme.pixmap(name, 13, ink.of(token), ink.ratio, ink.ground()));
        right -= 7;
    };
    if (const QVariant tier = index.data(tierRole); tier.isValid()) {
        const auto value = static_cast<changes::Tier>(tier.toInt());
        const Look look = lookOf(value);
        QFont font = ink.small;
        font.setWeight(QFont::DemiBold);
        painter->setFont(font);
        const QString word = workspace::tierWord(value);
        const int width = painter->fontMetrics().horizontalAdvance(word);
        painter->setPen(m_theme.color(ink.of(look.token)));
        painter->drawText(QRect(right - width, row.top(), width, row.height()), Qt::AlignVCenter, word);
        right -= width + 5;
        glyph(look.icon, look.token);
    }
    const Look lock = lookOf(static_cast<mesh::MtlsMode>(index.data(Model::MtlsRole).toInt()));
    if (!lock.icon.isEmpty()) {
        glyph(lock.icon, lock.token);
    }
    right = paintCount(painter, row, right, index.data(Model::WarningsRole).toInt(), "warning", ink);
    right = paintCount(painter, row, right, index.data(Model::ErrorsRole).toInt(), "error", ink);
    if (m_glyph == Glyph::Right) {
        const Look state = lookOf(static_cast<topology::State>(index.data(Model::StateRole).toInt()));
        if (!state.icon.isEmpty()) {
            glyph(state.icon, state.token);
        }
    }
    return right;
}

void BadgeDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const QString name = item.text;
    item.text.clear();
    item.icon = {};
    item.features &= ~QStyleOptionViewItem::HasDecoration;
    const QStyle* style = item.widget != nullptr ? item.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);

    painter->save();
    Ink ink;
    ink.selected = item.state.testFlag(QStyle::State_Selected);
    ink.ratio = painter->device()->devicePixelRatioF();
    ink.small = scaledFont(tabularFont(item.font), 0.93);
    const QRect row = item.rect;
    const int right = paintBadges(painter, row, index, ink);

    int x = row.left() + 3;
    const auto glyph = [&](const QString& icon, int size, const char* token) {
        if (!icon.isEmpty()) {
            painter->drawPixmap(QPoint(x, row.center().y() - size / 2 + 1),
                                m_theme.pixmap(icon, size, ink.of(token), ink.ratio, ink.ground()));
            x += size + 7;
        }
    };
    if (m_glyph == Glyph::Left) {
        const Look state = lookOf(static_cast<topology::State>(index.data(Model::StateRole).toInt()));
        glyph(state.icon, 13, state.token);
    }
    glyph(index.data(Model::IconRole).toString(), 16, "muted");
    painter->setFont(item.font);
    const int available = std::max(0, right - x);
    const int wanted = painter->fontMetrics().horizontalAdvance(name);
    painter->setPen(m_theme.color(ink.of("text")));
    painter->drawText(QRect(x, row.top(), available, row.height()), Qt::AlignVCenter,
                      painter->fontMetrics().elidedText(name, Qt::ElideRight, available));
    x += std::min(wanted, available) + 6;
    const QString detail = index.data(Model::DetailRole).toString();
    if (!detail.isEmpty() && right - x > 16) {
        painter->setFont(ink.small);
        painter->setPen(m_theme.color(ink.of("muted")));
        painter->drawText(QRect(x, row.top(), right - x, row.height()), Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(detail, Qt::ElideRight, right - x));
    }
    painter->restore();
}

} // namespace meshdraft::views
