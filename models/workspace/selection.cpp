// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/selection.h"

namespace meshdraft::workspace {
namespace {

constexpr std::size_t historyLimit = 100;

} // namespace

void Selection::select(const mesh::ElementRef& element, QObject* origin)
{
    dropSeveral();
    if (element == m_current)
        return;
    m_current = element;
    const bool isStep = !element.isNull() && (m_history.empty() || m_history[m_position].element != element);
    if (isStep)
        push({element, m_view});
    Q_EMIT changed(m_current, origin);
    if (isStep)
        Q_EMIT historyChanged();
}

void Selection::setView(const QVariant& view)
{
    if (view == m_view)
        return;
    // The first step back leads to what was there before.
    if (m_history.empty())
        push({m_current, m_view});
    m_view = view;
    push({m_current, view});
    Q_EMIT historyChanged();
}

void Selection::replaceView(const QVariant& view)
{
    m_view = view;
    if (!m_history.empty())
        m_history[m_position].view = view;
}

void Selection::push(Step step)
{
    if (!m_history.empty())
        m_history.resize(m_position + 1);
    m_history.push_back(std::move(step));
    if (m_history.size() > historyLimit)
        m_history.erase(m_history.begin());
    m_position = m_history.size() - 1;
}

void Selection::selectSeveral(const std::vector<mesh::ElementRef>& elements, QObject* origin)
{
    if (elements.size() < 2) {
        select(elements.empty() ? mesh::ElementRef() : elements.front(), origin);
        return;
    }
    select(elements.back(), origin);
    m_several = elements;
    Q_EMIT severalChanged();
}

void Selection::dropSeveral()
{
    if (!m_several.empty()) {
        m_several.clear();
        Q_EMIT severalChanged();
    }
}

void Selection::goBack()
{
    if (canGoBack())
        goTo(m_position - 1);
}

void Selection::goForward()
{
    if (canGoForward())
        goTo(m_position + 1);
}

void Selection::clear()
{
    const bool hadHistory = !m_history.empty();
    m_history.clear();
    m_position = 0;
    select({});
    if (hadHistory)
        Q_EMIT historyChanged();
}

void Selection::goTo(std::size_t position)
{
    dropSeveral();
    m_position = position;
    m_current = m_history[position].element;
    if (const QVariant view = m_history[position].view; view != m_view) {
        m_view = view;
        Q_EMIT viewRestored(view);
    }
    Q_EMIT changed(m_current, nullptr);
    Q_EMIT historyChanged();
}

} // namespace meshdraft::workspace
