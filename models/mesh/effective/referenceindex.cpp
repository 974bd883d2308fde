// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/referenceindex.h"

#include <iterator>

namespace meshdraft::mesh::effective {

ReferenceIndex::ReferenceIndex(const MeshView& view)
{
    for (const ResourceIndex resource : view.graph().order()) {
        std::vector<Reference> references = referencesFrom(view, resource);
        if (references.empty())
            continue;
        m_from[resource] = {m_references.size(), references.size()};
        std::ranges::move(references, std::back_inserter(m_references));
    }
    for (std::size_t i = 0; i < m_references.size(); ++i) {
        if (m_references[i].to != noResource)
            m_to[m_references[i].to].push_back(i);
    }
}

std::span<const Reference> ReferenceIndex::from(ResourceIndex resource) const
{
    const auto found = m_from.find(resource);
    return found == m_from.end() ? std::span<const Reference>()
                                 : std::span(m_references).subspan(found->second.begin, found->second.count);
}

std::vector<const Reference*> ReferenceIndex::to(ResourceIndex resource) const
{
    std::vector<const Reference*> references;
    if (const auto found = m_to.find(resource); found != m_to.end()) {
        for (const std::size_t each : found->second)
            references.push_back(&m_references[each]);
    }
    return references;
}

std::vector<const Reference*> ReferenceIndex::unfound() const
{
    std::vector<const Reference*> references;
    for (const Reference& reference : m_references) {
        if (reference.outcome != ReferenceOutcome::Found)
            references.push_back(&reference);
    }
    return references;
}

} // namespace meshdraft::mesh::effective
