// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/editcommand.h"

#include "models/workspace/textblocks.h"
#include "models/workspace/workspace.h"

#include <algorithm>

namespace meshdraft::workspace {

EditCommand::EditCommand(Workspace& workspace, const Snapshot& before, const Snapshot& after, source::Edit edit,
                         const QString& text, int mergeId)
    : QUndoCommand(text)
    , m_workspace(workspace)
    , m_forward(std::move(edit))
    , m_mergeId(mergeId)
{
    std::vector<source::ContentId> ids;
    for (const auto& file : m_forward.files) {
        const auto* known = before.current.find(file.path);
        m_before.push_back(known != nullptr ? known->text->text : std::make_shared<const std::string>());
        ids.push_back(after.current.find(file.path)->text->id);
    }
    setInverse(ids);
}

void EditCommand::setInverse(const std::vector<source::ContentId>& after)
{
    m_backward.files.clear();
    for (std::size_t i = 0; i < m_forward.files.size(); ++i) {
        const auto& file = m_forward.files[i];
        m_backward.files.push_back(
            {.path = file.path, .base = after[i], .splices = source::invertSplices(*m_before[i], file.splices)});
    }
}

void EditCommand::undo()
{
    replay(m_backward, journal::Step::Undo);
}

void EditCommand::redo()
{
    if (!std::exchange(m_isFirst, false))
        replay(m_forward, journal::Step::Redo);
}

void EditCommand::replay(const source::Edit& edit, journal::Step step)
{
    if (!m_workspace.replay(edit, text(), step))
        setObsolete(true);
}

bool EditCommand::mergeWith(const QUndoCommand* other)
{
    const auto* later = static_cast<const EditCommand*>(other);
    const auto pathsOf = [](const source::Edit& edit) {
        std::vector<std::string> paths;
        std::ranges::transform(edit.files, std::back_inserter(paths), &source::FileEdit::path);
        return paths;
    };
    if (pathsOf(m_forward) != pathsOf(later->m_forward))
        return false;
    std::vector<source::ContentId> ids;
    bool changes = false;
    for (std::size_t i = 0; i < m_forward.files.size(); ++i) {
        auto& file = m_forward.files[i];
        file.splices = composeSplices(*m_before[i], file.splices, later->m_forward.files[i].splices);
        changes = changes || !file.splices.empty();
        ids.push_back(later->m_backward.files[i].base);
    }
    setInverse(ids);
    setObsolete(!changes);
    return true;
}

} // namespace meshdraft::workspace
