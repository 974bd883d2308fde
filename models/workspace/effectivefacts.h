// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/referenceindex.h"
#include "models/traffic/evaluate.h"

#include <QString>

#include <memory>
#include <mutex>
#include <vector>

namespace meshdraft::workspace {

/// What holds in a mesh though no single line says it, with its indexes; made when it is first asked for. Thread-safe.
class LazyEffective {
public:
    /// `files` are those in which Helm values may stand.
    LazyEffective(mesh::MeshGraphPtr graph, mesh::FileSet files);
    const mesh::effective::MeshView& view() const;
    const mesh::effective::ReferenceIndex& references() const;
    /// Says what becomes of requests.
    const traffic::Evaluator& evaluator() const;
    /// True if it would be the same for these.
    bool isOf(const mesh::MeshGraphPtr& graph, const mesh::FileSet& files) const;

private:
    mesh::MeshGraphPtr m_graph;
    mesh::FileSet m_files;
    mutable std::once_flag m_viewMade;
    mutable std::once_flag m_referencesMade;
    mutable std::once_flag m_evaluatorMade;
    mutable std::shared_ptr<const mesh::effective::MeshView> m_view;
    mutable std::unique_ptr<mesh::effective::ReferenceIndex> m_references;
    mutable std::unique_ptr<traffic::Evaluator> m_evaluator;
};

/// One effective value of a resource, in words.
struct EffectiveFact {
    QString label; ///< "mTLS of its port 8080"
    QString text; ///< "STRICT"
    QString reason; ///< why; may be several sentences
    mesh::ElementRef source; ///< what decides; null: a default of Istio
    bool isOpen = false; ///< files cannot tell, or the order of creation decides
};

/// The effective values of a resource: data plane, mTLS, Sidecar and waypoint of a workload; mTLS, client TLS,
/// DestinationRule and visibility of a Service or ServiceEntry; visibility of routes and rules; mTLS of a namespace.
/// The client of a Service is taken to be a pod with a sidecar in the Service's own namespace.
std::vector<EffectiveFact> effectiveFactsOf(const mesh::effective::MeshView& view, mesh::ResourceIndex resource);

} // namespace meshdraft::workspace
