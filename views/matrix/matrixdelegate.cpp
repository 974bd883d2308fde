// SPDX-License-Identifier: Apache-2.0
#include "views/matrix/matrixdelegate.h"

#include "models/matrix/matrix.h"
#include "views/matrix/matrixmodel.h"
#include "views/theme/theme.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int glyphSize = 15;

bool isFirstOfSubject(const QModelIndex& index)
{
    const QModelIndex above = index.siblingAtRow(index.row() - 1);
    return !above.isValid() || above.data() != index.data();
}

} // namespace

MatrixDelegate::MatrixDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void MatrixDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isSelected = option->state & QStyle::State_Selected;
    const auto glyph = [&](const char* name, const char* token, const char* ground) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {glyphSize, glyphSize};
        option->icon = QIcon(m_theme.pixmap(QLatin1StringView(name), glyphSize, isSelected ? "hltext" : token,
                                            option->widget->devicePixelRatioF(), isSelected ? "hl" : ground));
    };
    if (index.column() == MatrixModel::SubjectColumn) {
        if (isFirstOfSubject(index)) {
            option->font.setWeight(QFont::DemiBold);
        } else {
            option->palette.setColor(QPalette::Text, m_theme.color("muted"));
        }
        option->textElideMode = Qt::ElideMiddle;
        return;
    }
    if (index.column() == MatrixModel::SettingColumn) {
        if (index.data(MatrixModel::DiffersRole).toBool()) {
            glyph("chg", "chg", "base");
        }
        return;
    }
    option->font.setFeature("tnum", 1);
    const auto state = static_cast<matrix::CellState>(index.data(MatrixModel::StateRole).toInt());
    if (index.data(MatrixModel::DeviatesRole).toBool()) {
        glyph("chg", "chg", "chgbg");
        option->backgroundBrush = m_theme.color("chgbg");
    } else if (state == matrix::CellState::Unknown) {
        glyph("unknown", "unk", "base");
    }
    if (state != matrix::CellState::Present && !index.data(MatrixModel::DeviatesRole).toBool()) {
        option->palette.setColor(QPalette::Text, m_theme.color("muted"));
    }
}

void MatrixDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    painter->save();
    if (index.column() == MatrixModel::SettingColumn) {
        painter->setPen(QPen(m_theme.color("border"), 1));
        painter->drawLine(option.rect.topRight(), option.rect.bottomRight());
    }
    // A line above each host, so that groups are seen at a glance.
    if (index.row() > 0 && isFirstOfSubject(index.siblingAtColumn(MatrixModel::SubjectColumn))) {
        painter->setPen(QPen(m_theme.color("border2"), 1));
        painter->drawLine(option.rect.topLeft(), option.rect.topRight());
    }
    painter->restore();
}

} // namespace meshdraft::views
