// SPDX-License-Identifier: Apache-2.0
#include "views/theme/fonts.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

void chooseApplicationFont(bool ownStyle)
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::GeneralFont);
    if (ownStyle && QFontDatabase::families().contains(u"Inter"_s)) {
        font = QFont(u"Inter"_s);
        font.setPointSizeF(9.75);
    }
    QApplication::setFont(font);
}

QFont scaledFont(const QFont& base, qreal factor, QFont::Weight weight)
{
    QFont font = base;
    const qreal pixels = std::max(10.0, QFontInfo(base).pixelSize() * factor);
    font.setPixelSize(qRound(pixels));
    font.setWeight(weight);
    return font;
}

QFont tabularFont(const QFont& base)
{
    QFont font = base;
    font.setFeature("tnum", 1);
    return font;
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setStyleHint(QFont::Monospace);
    const QFontInfo general(QApplication::font());
    font.setPointSizeF(std::max(7.5, general.pointSizeF() * 11.5 / 13.0));
    return font;
}

} // namespace meshdraft::views
