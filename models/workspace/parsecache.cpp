// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/parsecache.h"

#include <algorithm>

namespace meshdraft::workspace {

ParseCache::ParseCache(std::size_t keptBytes)
    : m_keptBytes(keptBytes)
{
}

source::ParsedTextPtr ParseCache::parse(std::string text)
{
    const auto id = source::contentIdOf(text);
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, [&] { return !m_inWork.contains(id); });
        if (auto found = findLocked(id))
            return found;
        m_inWork.insert(id);
    }
    auto parsed = source::parseText(std::move(text));
    {
        const std::scoped_lock lock(m_mutex);
        m_inWork.erase(id);
        ++m_parsed;
        insertLocked(parsed);
    }
    m_ready.notify_all();
    return parsed;
}

source::ParsedTextPtr ParseCache::find(const source::ContentId& id)
{
    const std::scoped_lock lock(m_mutex);
    return findLocked(id);
}

void ParseCache::insert(const source::ParsedTextPtr& text)
{
    const std::scoped_lock lock(m_mutex);
    if (!findLocked(text->id))
        insertLocked(text);
}

std::size_t ParseCache::parsed() const
{
    const std::scoped_lock lock(m_mutex);
    return m_parsed;
}

source::ParsedTextPtr ParseCache::findLocked(const source::ContentId& id) const
{
    const auto found = m_texts.find(id);
    return found == m_texts.end() ? nullptr : found->second.lock();
}

void ParseCache::insertLocked(const source::ParsedTextPtr& text)
{
    m_texts[text->id] = text;
    m_recent.push_back(text);
    m_recentBytes += text->text->size();
    while (m_recentBytes > m_keptBytes && !m_recent.empty()) {
        m_recentBytes -= m_recent.front()->text->size();
        m_recent.pop_front();
    }
    if (m_texts.size() >= m_purgeAt) {
        std::erase_if(m_texts, [](const auto& entry) { return entry.second.expired(); });
        m_purgeAt = std::max<std::size_t>(1024, m_texts.size() * 2);
    }
}

} // namespace meshdraft::workspace
