// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace meshdraft::views {

class Theme;

/// Cells of the matrix of who reaches whom: a glyph and a word, so that colour alone says nothing.
class ReachDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    explicit ReachDelegate(const Theme& theme, QObject* parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;

private:
    const Theme& m_theme;
};

} // namespace meshdraft::views
