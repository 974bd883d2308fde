// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/inlineform.h"

#include "views/common/messagebar.h"

#include <QKeyEvent>
#include <QPushButton>

namespace meshdraft::views {

void InlineForm::showError(const QString& text)
{
    m_error->showMessage(MessageBar::Kind::Error, text);
}

void InlineForm::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT cancelled();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (m_add->isEnabled()) {
            submit();
        }
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace meshdraft::views
