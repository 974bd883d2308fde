// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/graphscene.h"
#include "models/topology/render/words.h"

#include <QGuiApplication>

namespace meshdraft::topology {

QFont FontMeasure::font(Role role)
{
    QFont font = QGuiApplication::font();
    switch (role) {
    case Role::NodeTitle:
    case Role::GroupTitle:
        font.setPixelSize(12);
        break;
    case Role::NodeDetail:
        font.setPixelSize(10);
        break;
    case Role::EdgeLabel:
        font.setPixelSize(11);
        break;
    }
    font.setWeight(role == Role::NodeDetail ? QFont::Normal : QFont::DemiBold);
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

FontMeasure::FontMeasure()
    : m_metrics{QFontMetricsF(font(Role::NodeTitle)), QFontMetricsF(font(Role::NodeDetail)),
                QFontMetricsF(font(Role::EdgeLabel)), QFontMetricsF(font(Role::GroupTitle))}
{
}

double FontMeasure::width(const std::string& text, Role role) const
{
    return m_metrics[static_cast<std::size_t>(role)].horizontalAdvance(paintable(text));
}

} // namespace meshdraft::topology
