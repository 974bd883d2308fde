// SPDX-License-Identifier: Apache-2.0
#include "views/window/renderguide.h"

#include "views/common/messagebar.h"
#include "views/window/windowmessages.h"
#include "views/window/workbench.h"

#include <utility>

namespace meshdraft::views {

RenderGuide::RenderGuide(MessageBar& bar, WindowMessages& messages, const Workbench& workbench)
    : QObject(&bar)
    , m_bar(bar)
    , m_messages(messages)
    , m_workbench(workbench)
{
    connect(&workbench, &Workbench::viewChanged, this, &RenderGuide::refresh);
}

void RenderGuide::setSnapshot(const workspace::SnapshotPtr& snapshot)
{
    m_snapshot = snapshot;
    refresh();
}

void RenderGuide::refresh()
{
    if (!m_snapshot || !m_snapshot->renderError) {
        m_problem.clear();
        // Something else may stand in the bar by now.
        if (const QString said = std::exchange(m_said, {}); !said.isEmpty() && m_bar.text() == said) {
            m_bar.hide();
        }
        return;
    }
    const bool isTyping = m_workbench.isVisible() && m_workbench.view() == Workbench::EditorView;
    if (isTyping || m_problem == m_snapshot->renderError->code) {
        return;
    }
    m_problem = m_snapshot->renderError->code;
    m_messages.showWarning(*m_snapshot->renderError);
    m_said = m_bar.text();
}

} // namespace meshdraft::views
