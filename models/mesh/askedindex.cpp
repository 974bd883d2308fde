// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/askedindex.h"

#include <algorithm>

namespace meshdraft::mesh {

AskedIndex::AskedIndex(std::vector<Entry> all)
{
    // One list that is sorted takes a fraction of the time and memory of a map with a list for each question.
    std::ranges::sort(all, {}, &Entry::lookup);
    auto sorted = std::make_shared<Sorted>();
    sorted->lookups.reserve(all.size());
    sorted->resources.reserve(all.size());
    for (const Entry& entry : all) {
        sorted->lookups.push_back(entry.lookup);
        sorted->resources.push_back(entry.resource);
    }
    m_first = std::move(sorted);
}

void AskedIndex::add(ResourceIndex index, std::span<const Lookup> lookups)
{
    for (const Lookup lookup : lookups)
        own(lookup).push_back(index);
}

void AskedIndex::remove(ResourceIndex index, std::span<const Lookup> lookups)
{
    for (const Lookup lookup : lookups) {
        std::vector<ResourceIndex>& resources = own(lookup);
        const auto place = std::ranges::find(resources, index);
        if (place != resources.end()) {
            *place = resources.back();
            resources.pop_back();
        }
    }
}

std::span<const ResourceIndex> AskedIndex::find(Lookup lookup) const
{
    const std::vector<ResourceIndex>* changed = m_changed.find(lookup);
    return changed != nullptr ? std::span<const ResourceIndex>(*changed) : findFirst(lookup);
}

std::span<const ResourceIndex> AskedIndex::findFirst(Lookup lookup) const
{
    if (!m_first)
        return {};
    const auto found = std::ranges::equal_range(m_first->lookups, lookup);
    return std::span(m_first->resources)
        .subspan(static_cast<std::size_t>(found.begin() - m_first->lookups.begin()), found.size());
}

std::vector<ResourceIndex>& AskedIndex::own(Lookup lookup)
{
    if (m_changed.contains(lookup))
        return m_changed.edit(lookup);
    const std::span<const ResourceIndex> first = findFirst(lookup);
    return m_changed.edit(lookup) = std::vector(first.begin(), first.end());
}

} // namespace meshdraft::mesh
