// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/presence.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

namespace meshdraft::checks {

namespace {

void checkHost(const mesh::MeshGraph& graph, const mesh::Resource& resource, const mesh::Field<std::string>& host,
               Report& report)
{
    const auto slash = host.value.find('/');
    if (slash == std::string::npos || mesh::isFilledInLater(host.value))
        return;
    const std::string_view scope = std::string_view(host.value).substr(0, slash);
    const std::string name = host.value.substr(slash + 1);
    if (scope == "~")
        return;
    if (scope != "*" && scope != "." && presenceOfNamespace(graph, scope, report.asked()) == Presence::Missing) {
        // such lists name what may come, too
        const auto namespaces = graph.ofKind("Namespace", report.asked());
        const auto meant = std::ranges::find_if(
            namespaces, [&](mesh::ResourceIndex each) { return isSlipOf(scope, graph.at(each).key.name); });
        if (meant != namespaces.end()) {
            report.add(findingAt(resource, host.node, "MD150", Severity::Warning, message::egressNamespace,
                                 {std::string(scope), graph.at(*meant).key.name}));
        }
        return;
    }
    const std::string ns = scope == "." || scope == "*" ? resource.key.ns : std::string(scope);
    if (!name.contains('.') && !name.contains('*')) {
        // hosts are compared as they stand: a short name is nobody's
        const std::string full = mesh::serviceHost(name, ns);
        if (graph.resolveHost(full, resource.key.ns, report.asked()).resolution == mesh::Resolution::Found)
            report.add(findingAt(resource, host.node, "MD150", Severity::Warning, message::egressShort, {name, full}));
        return;
    }
    if (name.starts_with('*') || !name.ends_with(mesh::clusterDomain))
        return;
    if (graph.resolveHost(name, resource.key.ns, report.asked()).resolution == mesh::Resolution::Missing)
        report.add(findingAt(resource, host.node, "MD150", Severity::Warning, message::egressHost, {name}));
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* sidecar = std::get_if<mesh::Sidecar>(&resource.body);
    if (sidecar == nullptr)
        return;
    for (const mesh::Sidecar::Egress& egress : sidecar->egress) {
        for (const mesh::Field<std::string>& host : egress.hosts)
            checkHost(graph, resource, host, report);
    }
    const mesh::Labels& selector = sidecar->workloadSelector;
    if (selector.empty() || resource.key.ns != rootNamespaceOf(graph, report.asked())
        || !graph.workloadsMatching(resource.key.ns, selector, report.asked()).empty()
        || graph.workloadsAnywhere(selector, report.asked()).empty())
        return;
    report.add(findingAt(resource, resource.rootNode()["spec"]["workloadSelector"].id(), "MD151", Severity::Warning,
                         message::sidecarDefault, {labelText(selector), resource.key.ns}));
}

} // namespace

/// A Sidecar lets in hosts that are nowhere, or is meant for the whole mesh and selects (Kiali's KIA1004, KIA1006).
Check sidecarHosts()
{
    return {
        {"sidecar-hosts",
         kindsWith({"Application", "ConfigMap", "HelmRelease", "IstioOperator", "Service", "ServiceEntry", "Sidecar"}),
         {"MD150", "MD151"}},
        check};
}

} // namespace meshdraft::checks
