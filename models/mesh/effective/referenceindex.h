// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/references.h"

#include <unordered_map>

namespace meshdraft::mesh::effective {

/// The typed references of a whole mesh, by where they start and where they lead. Immutable. Cost of building: linear
/// in the references.
class ReferenceIndex {
public:
    explicit ReferenceIndex(const MeshView& view);

    /// Every reference, by resource in file order.
    std::span<const Reference> all() const { return m_references; }
    std::span<const Reference> from(ResourceIndex resource) const;
    std::vector<const Reference*> to(ResourceIndex resource) const;
    /// Those that lead nowhere, or of which files cannot tell.
    std::vector<const Reference*> unfound() const;

private:
    struct Range {
        std::size_t begin = 0;
        std::size_t count = 0;
    };

    std::vector<Reference> m_references;
    std::unordered_map<ResourceIndex, Range> m_from;
    std::unordered_map<ResourceIndex, std::vector<std::size_t>> m_to;
};

} // namespace meshdraft::mesh::effective
