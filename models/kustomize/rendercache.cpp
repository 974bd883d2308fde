// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/rendercache.h"

namespace meshdraft::kustomize {

RenderedPtr RenderCache::find(const std::string& key)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end())
        return nullptr;
    m_entries.splice(m_entries.begin(), m_entries, found->second);
    return found->second->second;
}

void RenderCache::insert(const std::string& key, RenderedPtr rendered)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_byKey.find(key); found != m_byKey.end()) {
        found->second->second = std::move(rendered);
        return;
    }
    m_entries.emplace_front(key, std::move(rendered));
    m_byKey[key] = m_entries.begin();
    if (m_entries.size() > m_capacity) {
        m_byKey.erase(m_entries.back().first);
        m_entries.pop_back();
    }
}

} // namespace meshdraft::kustomize
