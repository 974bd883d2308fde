// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/journalformat.h"
#include "models/workspace/snapshot.h"

#include <QUndoCommand>

namespace meshdraft::workspace {

class Workspace;

/// One undo step: an edit and its inverse. When its files hold something else meanwhile it undoes nothing, becomes
/// obsolete and leaves the stack.
class EditCommand : public QUndoCommand {
public:
    /// `after` is `before` with the edit in it; it is already shown, so that the first redo() does nothing.
    EditCommand(Workspace& workspace, const Snapshot& before, const Snapshot& after, source::Edit edit,
                const QString& text, int mergeId);

    const source::Edit& forward() const { return m_forward; }
    const source::Edit& backward() const { return m_backward; }
    void undo() override;
    void redo() override;
    int id() const override { return m_mergeId > 0 ? m_mergeId : -1; }
    /// Takes over a later step of the same drag: one edit from the very first state to the newest.
    bool mergeWith(const QUndoCommand* other) override;

private:
    void replay(const source::Edit& edit, journal::Step step);
    void setInverse(const std::vector<source::ContentId>& after);

    Workspace& m_workspace;
    source::Edit m_forward;
    source::Edit m_backward;
    std::vector<std::shared_ptr<const std::string>> m_before; ///< the texts, in the order of m_forward.files
    int m_mergeId;
    bool m_isFirst = true;
};

} // namespace meshdraft::workspace
