// SPDX-License-Identifier: Apache-2.0
// Edits of rendered resources: shown at once, written when it is known where.
#include "models/workspace/renderededits.h"
#include "models/workspace/workspace.h"

namespace meshdraft::workspace {

void Workspace::followRenderedEdits()
{
    connect(m_rendered.get(), &RenderedEdits::asked, this, &Workspace::sourceChoiceNeeded);
    connect(m_rendered.get(), &RenderedEdits::decided, this, &Workspace::writePredicted);
    connect(m_rendered.get(), &RenderedEdits::unchanged, this, &Workspace::dropPrediction);
    connect(m_rendered.get(), &RenderedEdits::failed, this, [this](const Error& error) {
        dropPrediction();
        Q_EMIT editFailed(error);
    });
}

Expected<void> Workspace::predict(const MeshEdit& edit, const QString& text, int mergeId)
{
    if (m_rendered->isBusyWithOther(mergeId))
        return std::unexpected(Error{.code = "rendered.busy", .args = {m_rendered->text().toStdString()}, .where = {}});
    auto predicted = m_rendered->predict(m_rendered->base() ? m_rendered->base() : m_snapshot, edit, text, mergeId);
    if (!predicted)
        return std::unexpected(predicted.error());
    publish(std::move(*predicted));
    return {};
}

const SourcePlan& Workspace::sourcePlan() const
{
    return m_rendered->plan();
}

Expected<void> Workspace::takeSourceChoice(std::size_t choice)
{
    const auto& choices = m_rendered->plan().choices;
    if (choice >= choices.size() || !choices[choice].isProven)
        return std::unexpected(Error{.code = "edit.nothingOpen", .args = {}, .where = {}});
    // apply ends the prediction, and the plan with it
    const auto edit = choices[choice].edit;
    const auto text = m_rendered->text();
    return apply(edit, text);
}

void Workspace::writePredicted(const source::Edit& edit)
{
    const auto text = m_rendered->text();
    if (auto done = apply(source::Edit(edit), text); !done) {
        publish(m_snapshot);
        Q_EMIT editFailed(done.error());
    }
}

void Workspace::dropPrediction()
{
    if (!m_rendered->base())
        return;
    settlePrediction();
    publish(m_snapshot);
}

/// What is shown but not written ends here: whatever comes next builds on what the files say.
void Workspace::settlePrediction()
{
    if (m_rendered->base())
        m_snapshot = m_rendered->base();
    m_rendered->drop();
}

} // namespace meshdraft::workspace
