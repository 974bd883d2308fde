// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
#include <QHash>
#include <QStyledItemDelegate>

namespace meshdraft::views {

class Theme;

/// Paints a step: number, title and tag of its stage, the sentence, and the line of YAML as a link.
class StepDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    StepDelegate(const Theme& theme, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    /// Where the link of a row is.
    QRect linkRect(const QStyleOptionViewItem& option, const QModelIndex& index) const;

Q_SIGNALS:
    void linkClicked(const QModelIndex& index);

protected:
    bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                     const QModelIndex& index) override;

private:
    struct Layout {
        QRect title;
        QRect sentence;
        QRect link;
        int height = 0;
    };
    Layout layoutOf(const QStyleOptionViewItem& option, const QModelIndex& index) const;
    int heightOf(const QString& sentence, int width, const QFont& font) const;

    const Theme& m_theme;
    mutable QHash<QString, int> m_heights; ///< of sentences, for this width and font: the view asks often
    mutable int m_width = 0;
    mutable QFont m_font;
};

} // namespace meshdraft::views
