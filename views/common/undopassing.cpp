// SPDX-License-Identifier: Apache-2.0
#include "views/common/undopassing.h"

#include <QAbstractSpinBox>
#include <QKeyEvent>
#include <QLineEdit>

namespace meshdraft::views {

namespace {

class UndoPassing : public QObject {
public:
    /// `field` may be null: then the keys are never the receiver's.
    UndoPassing(QWidget& receiver, const QLineEdit* field)
        : QObject(&receiver)
        , m_field(field)
    {
        receiver.installEventFilter(this);
    }

    bool eventFilter(QObject* /*receiver*/, QEvent* event) override
    {
        if (event->type() != QEvent::ShortcutOverride) {
            return false;
        }
        auto* key = static_cast<QKeyEvent*>(event);
        const bool undo = key->matches(QKeySequence::Undo) && (m_field == nullptr || !m_field->isUndoAvailable());
        const bool redo = key->matches(QKeySequence::Redo) && (m_field == nullptr || !m_field->isRedoAvailable());
        if (!undo && !redo) {
            return false;
        }
        event->ignore();
        return true;
    }

private:
    const QLineEdit* m_field;
};

} // namespace

void passUndo(QLineEdit& field)
{
    new UndoPassing(field, &field);
}

void passUndo(QAbstractSpinBox& box)
{
    new UndoPassing(box, nullptr);
}

} // namespace meshdraft::views
