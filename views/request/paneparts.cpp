// SPDX-License-Identifier: Apache-2.0
#include "views/request/paneparts.h"

#include "views/common/ink.h"
#include "views/theme/fonts.h"
#include "views/theme/theme.h"

#include <QFrame>
#include <QLabel>
#include <QListView>
#include <QResizeEvent>

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

namespace {

/// Rows are as high as their text wraps; a list of rows does not lay them out again when its width changes.
class WidthWatch : public QObject {
public:
    explicit WidthWatch(QListView& list)
        : QObject(&list)
        , m_list(list)
    {
        list.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override
    {
        if (event->type() == QEvent::Resize) {
            const auto* resize = static_cast<QResizeEvent*>(event);
            if (resize->size().width() != resize->oldSize().width()) {
                QMetaObject::invokeMethod(&m_list, [this] { m_list.doItemsLayout(); }, Qt::QueuedConnection);
            }
        }
        return QObject::eventFilter(watched, event);
    }

private:
    QListView& m_list;
};

} // namespace

void prepareList(QListView& list, const QString& name, const QString& accessible)
{
    list.setObjectName(name);
    list.setAccessibleName(accessible);
    list.setFrameShape(QFrame::NoFrame);
    new WidthWatch(list);
    list.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list.setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list.setMouseTracking(true);
    list.setEditTriggers(QAbstractItemView::NoEditTriggers);
}

} // namespace meshdraft::views
