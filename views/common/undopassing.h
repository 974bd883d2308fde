// SPDX-License-Identifier: Apache-2.0
#pragma once

class QAbstractSpinBox;
class QLineEdit;

namespace meshdraft::views {

// Qt gives the undo and redo keys to the text field with the focus, even when it has nothing to undo; these let them
// reach the window.

/// The keys are the field's while it has something of its own to undo or redo.
void passUndo(QLineEdit& field);

/// The keys are always the window's: a number takes effect when it is typed.
void passUndo(QAbstractSpinBox& box);

} // namespace meshdraft::views
