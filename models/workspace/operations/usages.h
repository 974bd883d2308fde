// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/references.h"

#include <map>
#include <memory>

namespace meshdraft::workspace {

/// A place that names or selects a resource, or what the resource itself names or selects.
struct Usage {
    mesh::effective::ReferenceKind kind = mesh::effective::ReferenceKind::Routes;
    bool isIncoming = true; ///< somebody else names the resource
    mesh::ElementRef element; ///< where to go: the place that names it; outgoing: what is named
    mesh::ElementRef place; ///< the field that holds the name

    friend bool operator==(const Usage&, const Usage&) = default;
};

/// Who uses what in one graph. Immutable. Cost of building: linear in the resources and in what policies select.
class Usages {
public:
    explicit Usages(const mesh::MeshGraphPtr& graph);

    const mesh::MeshGraph& graph() const { return m_view.graph(); }
    const mesh::effective::MeshView& view() const { return m_view; }
    /// Routes, rules and gateways that are connected with a resource; each place once, incoming ones first.
    std::vector<Usage> of(mesh::ResourceIndex resource) const;
    /// Policies, telemetry and extensions that apply to a resource, or to the workloads behind it; each once.
    std::vector<Usage> policiesOf(mesh::ResourceIndex resource) const;
    /// The references of policies, Sidecars, Ingresses, Canaries and the like that lead to a resource.
    std::vector<const mesh::effective::Reference*> policyReferencesTo(mesh::ResourceIndex resource) const;
    /// All of them.
    const std::vector<mesh::effective::Reference>& policyReferences() const { return m_references; }

private:
    std::vector<mesh::ResourceIndex> workloadsBehind(mesh::ResourceIndex resource) const;

    mesh::effective::MeshView m_view;
    std::vector<mesh::effective::Reference> m_references; ///< of kinds whose references the graph does not have
    std::multimap<mesh::ResourceIndex, std::size_t> m_leadingTo;
};

using UsagesPtr = std::shared_ptr<const Usages>;

} // namespace meshdraft::workspace
