// SPDX-License-Identifier: Apache-2.0
#include "views/common/linklabel.h"

#include <QFocusEvent>

namespace meshdraft::views {

LinkLabel::LinkLabel(QWidget* parent)
    : QLabel(parent)
{
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
}

void LinkLabel::focusInEvent(QFocusEvent* event)
{
    QLabel::focusInEvent(event);
    const bool back = event->reason() == Qt::BacktabFocusReason;
    if ((back || event->reason() == Qt::TabFocusReason) && !hasSelectedText()) {
        QLabel::focusNextPrevChild(!back);
    }
}

bool LinkLabel::focusNextPrevChild(bool next)
{
    const int before = selectionStart();
    if (!QLabel::focusNextPrevChild(next)) {
        return false;
    }
    // The same link again: there is no other one.
    const bool isStuck = hasFocus() && before >= 0 && selectionStart() == before;
    return isStuck ? QWidget::focusNextPrevChild(next) : true;
}

} // namespace meshdraft::views
