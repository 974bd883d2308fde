// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/graphindexes.h"

#include <memory>
#include <mutex>
#include <span>
#include <vector>

namespace meshdraft::mesh {

/// Who asked what: for each question the resources whose results stand on its answer. Copies share what is equal.
class AskedIndex {
public:
    struct Entry {
        Lookup lookup;
        ResourceIndex resource;
    };

    AskedIndex() = default;
    /// All of a mesh at once, in any order.
    explicit AskedIndex(std::vector<Entry> all);

    void add(ResourceIndex index, std::span<const Lookup> lookups);
    void remove(ResourceIndex index, std::span<const Lookup> lookups);
    /// In no order.
    std::span<const ResourceIndex> find(Lookup lookup) const;

private:
    struct Identity {
        std::size_t operator()(Lookup lookup) const { return lookup; }
    };
    /// By question; the resources of one stand together.
    struct Sorted {
        std::vector<Lookup> lookups;
        std::vector<ResourceIndex> resources;
    };

    std::span<const ResourceIndex> findFirst(Lookup lookup) const;
    std::vector<ResourceIndex>& own(Lookup lookup);

    std::shared_ptr<const Sorted> m_first; ///< as made; null where there was nothing
    SharedMap<Lookup, std::vector<ResourceIndex>, Identity> m_changed; ///< instead of it; empty: no-one any more
};

/// An AskedIndex that is made when it is first needed: opening a repository needs none. Thread-safe.
class LazyAskedIndex {
public:
    LazyAskedIndex() = default;
    explicit LazyAskedIndex(AskedIndex index)
        : m_index(std::move(index))
        , m_isMade(true)
    {
    }

    template <typename Fill> const AskedIndex& get(const Fill& fill)
    {
        const std::scoped_lock lock(m_mutex);
        if (!m_isMade) {
            fill(m_index);
            m_isMade = true;
        }
        return m_index;
    }

private:
    std::mutex m_mutex;
    AskedIndex m_index;
    bool m_isMade = false;
};

} // namespace meshdraft::mesh
