// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/askedindex.h"

#include <algorithm>

namespace meshdraft::mesh {

void AskedIndex::add(ResourceIndex index, std::span<const Lookup> lookups)
{
    for (const Lookup lookup : lookups)
        m_resources.edit(lookup).push_back(index);
}

void AskedIndex::remove(ResourceIndex index, std::span<const Lookup> lookups)
{
    for (const Lookup lookup : lookups) {
        std::vector<ResourceIndex>& resources = m_resources.edit(lookup);
        const auto place = std::ranges::find(resources, index);
        if (place != resources.end()) {
            *place = resources.back();
            resources.pop_back();
        }
        if (resources.empty())
            m_resources.erase(lookup);
    }
}

std::span<const ResourceIndex> AskedIndex::find(Lookup lookup) const
{
    const std::vector<ResourceIndex>* found = m_resources.find(lookup);
    return found != nullptr ? std::span<const ResourceIndex>(*found) : std::span<const ResourceIndex>();
}

} // namespace meshdraft::mesh
