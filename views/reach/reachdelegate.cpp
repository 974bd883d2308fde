// SPDX-License-Identifier: Apache-2.0
#include "views/reach/reachdelegate.h"

#include "models/traffic/reach.h"
#include "views/reach/reachmodel.h"
#include "views/theme/theme.h"

using namespace Qt::StringLiterals;

namespace meshdraft::views {

namespace {

constexpr int glyphSize = 15;

} // namespace

ReachDelegate::ReachDelegate(const Theme& theme, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void ReachDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == ReachModel::CallerColumn) {
        option->textElideMode = Qt::ElideMiddle;
        return;
    }
    const bool isSelected = option->state.testFlag(QStyle::State_Selected);
    const auto glyph = [&](const char* name, const char* token) {
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = {glyphSize, glyphSize};
        option->icon = QIcon(m_theme.pixmap(QLatin1StringView(name), glyphSize, isSelected ? "hltext" : token,
                                            option->widget->devicePixelRatioF(), isSelected ? "hl" : "base"));
    };
    switch (static_cast<traffic::Reach>(index.data(ReachModel::ReachRole).toInt())) {
    case traffic::Reach::All:
        glyph("check", "ok");
        return;
    case traffic::Reach::Some:
        glyph("lockhalf", "warn");
        return;
    case traffic::Reach::None:
        glyph("abort", "err");
        return;
    case traffic::Reach::Unknown:
        glyph("unknown", "unk");
        return;
    case traffic::Reach::Nothing:
        option->palette.setColor(QPalette::Text, m_theme.color("muted"));
        return;
    }
}

} // namespace meshdraft::views
