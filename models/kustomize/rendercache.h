// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/render.h"

#include <list>
#include <mutex>
#include <unordered_map>

namespace meshdraft::kustomize {

/// Keeps the last renders in memory, by the content that they were made from. Never on disk: Secret values may be among
/// them. Thread-safe.
class RenderCache {
public:
    explicit RenderCache(std::size_t capacity = 64)
        : m_capacity(capacity)
    {
    }
    RenderedPtr find(const std::string& key);
    void insert(const std::string& key, RenderedPtr rendered);

private:
    using Entry = std::pair<std::string, RenderedPtr>;

    std::mutex m_mutex;
    std::size_t m_capacity;
    std::list<Entry> m_entries; ///< the last used first
    std::unordered_map<std::string, std::list<Entry>::iterator> m_byKey;
};

} // namespace meshdraft::kustomize
