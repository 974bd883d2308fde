// SPDX-License-Identifier: Apache-2.0
#include "views/request/paneparts.h"

#include "views/common/ink.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QFrame>
#include <QLabel>
#include <QListView>

namespace meshdraft::views {

QFrame* lineBetween(const Theme& theme, QWidget* parent)
{
    auto* line = new QFrame(parent);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Plain);
    line->setFixedHeight(1);
    setInk(*line, theme, "border");
    return line;
}

QLabel* titleLabel(const QString& text, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    label->setFont(scaledFont(label->font(), 0.94, QFont::DemiBold));
    return label;
}

void prepareList(QListView& list, const QString& name, const QString& accessible)
{
    list.setObjectName(name);
    list.setAccessibleName(accessible);
    list.setFrameShape(QFrame::NoFrame);
    list.setResizeMode(QListView::Adjust);
    list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setMouseTracking(true);
    list.setEditTriggers(QAbstractItemView::NoEditTriggers);
}

} // namespace meshdraft::views
