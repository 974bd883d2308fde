// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace meshdraft::views {

class Theme;

/// A change as a card: what happens to it, kind and name, tier, a box for "viewed", below that what it means.
class ReviewDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit ReviewDelegate(const Theme& theme, QObject* parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// The box of a card, in the view.
    static QRect boxRect(const QRect& card);

protected:
    /// A click on the box.
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    void paintFold(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;
    void paintCard(QPainter& painter, const QStyleOptionViewItem& option, const QModelIndex& index) const;

    const Theme& m_theme;
};

} // namespace meshdraft::views
