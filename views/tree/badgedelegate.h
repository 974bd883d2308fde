// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace meshdraft::views {

class Theme;

/// Rows of every tree and list of resources: icon, name, muted detail; at the right difference, findings, lock, tier.
/// Reads the roles of workspace::ResourceTreeModel, and tierRole.
class BadgeDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    /// changes::Tier as int, for rows that carry one.
    static constexpr int tierRole = 0x0100 + 64;
    /// Where the difference glyph stands: behind everything else, or in front of the icon.
    enum class Glyph { Right, Left };

    BadgeDelegate(const Theme& theme, Glyph glyph, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    struct Ink;
    int paintBadges(QPainter* painter, const QRect& row, const QModelIndex& index, const Ink& ink) const;
    int paintCount(QPainter* painter, const QRect& row, int right, int count, const char* icon, const Ink& ink) const;

    const Theme& m_theme;
    Glyph m_glyph;
};

} // namespace meshdraft::views
