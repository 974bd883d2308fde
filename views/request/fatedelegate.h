// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace meshdraft::views {

class Theme;

/// Paints a request whose fate changes: a sign for better, worse or elsewhere, the sentence, and who else it is true
/// for.
class FateDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    FateDelegate(const Theme& theme, QObject* parent);

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace meshdraft::views
