// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

namespace meshdraft::checks {

namespace {

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* filter = std::get_if<mesh::EnvoyFilter>(&resource.body);
    if (filter == nullptr || !filter->target.isEverything() || resource.hasGuessedNamespace()
        || resource.labels.contains("install.operator.istio.io/owning-resource"))
        return; // the last are Istio's own
    if (resource.key.ns == rootNamespaceOf(graph, report.asked())) {
        report.add(findingOnName(resource, "MD165", Severity::Warning, message::filterForMesh, {resource.key.ns}));
    } else {
        report.add(findingOnName(resource, "MD165", Severity::Info, message::filterForNamespace, {resource.key.ns}));
    }
}

} // namespace

/// An EnvoyFilter for every proxy of a namespace, or of the mesh.
Check envoyFilterScope()
{
    return {
        {"envoy-filter-scope", {"Application", "ConfigMap", "EnvoyFilter", "HelmRelease", "IstioOperator"}, {"MD165"}},
        check};
}

} // namespace meshdraft::checks
