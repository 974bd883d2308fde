// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QPushButton;

namespace meshdraft::views {

class MessageBar;

/// A form that opens within the inspector: Enter submits it as its button does, Escape gives it up, and what is wrong
/// stands in a bar of its own. Whoever derives from it makes both, where they belong in the order of Tab.
class InlineForm : public QWidget {
    Q_OBJECT
public:
    using QWidget::QWidget;
    void showError(const QString& text);

Q_SIGNALS:
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    virtual void submit() = 0;

    QPushButton* m_add = nullptr;
    MessageBar* m_error = nullptr;
};

} // namespace meshdraft::views
