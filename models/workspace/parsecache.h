// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/kustomize/rendercache.h"
#include "models/source/parsedtext.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <unordered_set>

namespace meshdraft::workspace {

/// Parsed texts by content: equal content is parsed once, whatever file, revision or snapshot it comes from.
/// Everything that is in use is found; of what is in use no more, the latest `keptBytes` of text are kept.
/// Thread-safe; two threads that ask for the same content at once parse it once.
class ParseCache {
public:
    explicit ParseCache(std::size_t keptBytes = std::size_t{64} << 20U);

    /// The parse of a text, from the cache where it is there.
    source::ParsedTextPtr parse(std::string text);
    /// What is there under a content id; null when nothing is.
    source::ParsedTextPtr find(const source::ContentId& id);
    /// Puts in a text that was parsed elsewhere (an edit).
    void insert(const source::ParsedTextPtr& text);

    /// What was rendered, by the content that it was made from.
    const std::shared_ptr<kustomize::RenderCache>& renders() const { return m_renders; }

    /// How many texts were parsed here so far.
    std::size_t parsed() const;

private:
    source::ParsedTextPtr findLocked(const source::ContentId& id) const;
    void insertLocked(const source::ParsedTextPtr& text);

    mutable std::mutex m_mutex;
    std::condition_variable m_ready;
    std::unordered_map<source::ContentId, std::weak_ptr<const source::ParsedText>> m_texts;
    std::unordered_set<source::ContentId> m_inWork;
    std::deque<source::ParsedTextPtr> m_recent; ///< the oldest in front
    std::size_t m_recentBytes = 0;
    std::size_t m_keptBytes;
    std::size_t m_parsed = 0;
    std::shared_ptr<kustomize::RenderCache> m_renders = std::make_shared<kustomize::RenderCache>();
    std::size_t m_purgeAt = 1024; ///< number of entries at which dead ones are removed
};

} // namespace meshdraft::workspace
