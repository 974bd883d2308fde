// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

namespace meshdraft::checks {

using mesh::Question;
using mesh::Resource;

namespace {

constexpr std::size_t manyHosts = 200; ///< below, the configuration of a proxy is small anyway
constexpr std::size_t manyWorkloads = 10;

bool isInjected(const Resource& ns)
{
    const auto injection = ns.labels.find("istio-injection");
    const auto revision = ns.labels.find("istio.io/rev");
    return !isAmbient(&ns)
        && ((injection != ns.labels.end() && injection->second == "enabled")
            || (revision != ns.labels.end() && !revision->second.empty()));
}

bool hasSidecar(const mesh::MeshGraph& graph, const std::string& ns, mesh::Lookups* asked)
{
    return !graph.ofKindIn("Sidecar", ns, asked).empty()
        || !graph.answers(Question::Selector, mesh::selectorName("Sidecar", rootNamespaceOf(graph, asked)), asked)
                .empty();
}

std::size_t workloadsIn(const mesh::MeshGraph& graph, const std::string& ns, mesh::Lookups* asked)
{
    std::size_t count = 0;
    for (const std::string_view kind : workloadKinds())
        count += graph.ofKindIn(kind, ns, asked).size();
    return count;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    if (resource.key.kind != "Namespace" || !resource.key.group.empty() || !isInjected(resource))
        return;
    mesh::Lookups* asked = report.asked();
    asked->add(Question::AnyHost, std::string_view());
    const std::size_t hosts = graph.namesOf(Question::Host).size();
    const std::string& ns = resource.key.name;
    if (hosts <= manyHosts || hasSidecar(graph, ns, asked))
        return;
    const std::size_t workloads = workloadsIn(graph, ns, asked);
    const std::size_t own = graph.ofKindIn("Service", ns, asked).size();
    if (workloads < manyWorkloads || own >= hosts)
        return;
    report.add(findingOnName(resource, "MD118", Severity::Info, message::sidecarNone,
                             {ns, std::to_string(workloads), std::to_string(hosts), std::to_string(hosts - own)}));
}

} // namespace

/// A namespace with many workloads and no Sidecar, in a mesh with many hosts: each proxy gets all of them (Istio,
/// Sidecar; performance and scalability).
Check sidecarEgress()
{
    return {{"sidecar-egress", kindsWith({"Service", "ServiceEntry", "Sidecar"}), {"MD118"}}, check};
}

} // namespace meshdraft::checks
