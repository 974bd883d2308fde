// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/finding.h"
#include "models/mesh/graphupdate.h"

namespace meshdraft::checks {

/// What all checks say of a graph, kept by resource and file, so that after an edit only what it concerns is looked at
/// again. Copies share what is equal; read from any thread.
class CheckResults {
public:
    CheckResults() = default;
    /// Runs these checks on everything.
    explicit CheckResults(const CheckContext& context, std::span<const Check> checks = allChecks());

    /// The results after an update of the graph in which the files at `paths` hold something else; equal to those of a
    /// run on everything. `now` is the state after it, with the same files in its environment.
    CheckResults after(const CheckContext& now, const mesh::GraphUpdate& update,
                       std::span<const std::string> paths) const;

    /// Sorted by file, line, code, resource.
    const Findings& findings() const { return m_findings; }

private:
    struct Spoken {
        std::vector<Finding> findings;
        std::vector<Report::Unknown> unknowns;
        std::vector<mesh::Lookup> asked; ///< sorted

        bool isSilent() const;
    };
    using SpokenPtr = std::shared_ptr<const Spoken>;

    const mesh::AskedIndex& asked() const;
    SpokenPtr ofResource(const mesh::MeshGraph& graph, mesh::ResourceIndex index) const;
    SpokenPtr ofFile(const CheckContext& context, const std::string& path, const Error* error) const;
    void collect(const mesh::MeshGraph& graph);
    bool replace(std::vector<Finding> removed, std::vector<Finding> added);

    std::span<const Check> m_checks;
    bool m_isComplete = false;
    mesh::SharedVector<SpokenPtr> m_resources; ///< by number; null where there is nothing to say and nothing was asked
    mesh::SharedMap<std::string, SpokenPtr, mesh::TextHash> m_files; ///< those with something to say
    std::shared_ptr<mesh::LazyAskedIndex> m_asked = std::make_shared<mesh::LazyAskedIndex>();
    Findings m_findings;
};

} // namespace meshdraft::checks
