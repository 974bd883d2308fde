// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/hostresolution.h"
#include "models/mesh/effective/references.h"

namespace meshdraft::mesh::effective {

/// Collects the references of one resource; the readers of kinds call it.
class ReferenceCollector {
public:
    ReferenceCollector(const MeshView& view, ResourceIndex from)
        : m_view(view)
        , m_from(from)
        , m_resource(view.at(from))
    {
    }

    const MeshView& view() const { return m_view; }
    const Resource& resource() const { return m_resource; }
    const std::string& ns() const { return m_resource.key.ns; }
    std::vector<Reference> take() { return std::move(m_references); }

    /// A reference that is settled already.
    void add(ReferenceKind kind, source::NodeId node, std::string target, ReferenceReason reason,
             ResourceIndex to = noResource);
    /// An object by kind, namespace and name, in the first of the groups that has it.
    void addNamed(ReferenceKind kind, source::NodeId node, std::initializer_list<std::string_view> groups,
                  std::string_view targetKind, const std::string& ns, const std::string& name);
    /// What a host stands for.
    void addHost(ReferenceKind kind, source::NodeId node, const HostAnswer& answer);
    /// The workloads of a namespace (empty: of all) with these labels; pods and WorkloadEntries.
    void addSelected(ReferenceKind kind, source::NodeId node, const std::string& ns, const Labels& selector);

private:
    const MeshView& m_view;
    ResourceIndex m_from;
    const Resource& m_resource;
    std::vector<Reference> m_references;
};

/// Found, missing or unknown, by the reason.
ReferenceOutcome outcomeOf(ReferenceReason reason);

// The readers of kinds.
void collectPolicy(ReferenceCollector& collector);
void collectRoutes(ReferenceCollector& collector);
void collectDelivery(ReferenceCollector& collector);

} // namespace meshdraft::mesh::effective
