// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/effective/podtemplate.h"
#include "models/mesh/istioversion.h"

#include <algorithm>
#include <optional>

namespace meshdraft::checks {

using mesh::IstioVersion;
using mesh::MeshGraph;
using mesh::Resource;
using source::NodeRef;

namespace {

/// From here on proxies are native sidecars: they start before the application and end after it.
constexpr IstioVersion nativeSidecars{.major = 1, .minor = 27};

std::optional<IstioVersion> versionOfImage(std::string_view image)
{
    const auto colon = image.rfind(':');
    return colon == std::string_view::npos ? std::nullopt : mesh::versionOfTag(image.substr(colon + 1));
}

/// True if the files say that a control plane is older than native sidecars; where they say nothing, the newest Istio
/// is taken.
bool isOld(const MeshGraph& graph, const Resource& workload, mesh::Lookups* asked)
{
    std::vector<std::optional<IstioVersion>> versions{versionOfImage(proxyImageOf(workload))};
    for (const mesh::ResourceIndex each : graph.workloadsAnywhere({{"app", "istiod"}}, asked)) {
        asked->add(mesh::Question::Content, graph.at(each).key);
        for (const NodeRef& container : containersOf(graph.at(each)))
            versions.push_back(versionOfImage(container["image"].value()));
    }
    for (const mesh::ResourceIndex each : graph.ofKind("IstioOperator", asked))
        versions.push_back(mesh::versionOfTag(graph.at(each).rootNode()["spec"]["tag"].value()));
    if (const Resource* ns = graph.namespaceObject(workload.key.ns, asked)) {
        if (const auto revision = ns->labels.find("istio.io/rev"); revision != ns->labels.end())
            versions.push_back(mesh::versionOfRevision(revision->second));
    }
    return std::ranges::any_of(versions, [](const auto& version) { return version && *version < nativeSidecars; });
}

/// Whether a setting of proxies stands in the annotation of the pods or in the mesh config.
bool isSet(const MeshGraph& graph, const mesh::Workload& pods, std::string_view setting, mesh::Lookups* asked)
{
    const auto written = pods.podAnnotations.find("proxy.istio.io/config");
    if (written != pods.podAnnotations.end() && written->second.contains(setting))
        return true;
    return std::ranges::any_of(meshConfigsIn(graph, asked), [&](const NodeRef& config) {
        const NodeRef defaults = config["defaultConfig"];
        return defaults[setting].isValid() || defaults["proxyMetadata"][setting].isValid();
    });
}

void checkWorkload(const MeshGraph& graph, const Resource& route, source::NodeId node, const Resource& workload,
                   Report& report)
{
    const auto& pods = std::get<mesh::Workload>(workload.body);
    if (membershipOf(graph, workload, report.asked()) != Membership::Inside
        || isAmbient(graph.namespaceObject(workload.key.ns, report.asked())) || !isOld(graph, workload, report.asked()))
        return;
    const auto native = pods.podAnnotations.find("sidecar.istio.io/nativeSidecar");
    if (native != pods.podAnnotations.end() && native->second == "true")
        return;
    const std::string name = fullName(workload);
    if (!isSet(graph, pods, "holdApplicationUntilProxyStarts", report.asked())) {
        report.addUnknown(name,
                          findingAt(route, node, "MD169", Severity::Info, message::rolloutHold, {workload.key.name}));
    }
    if (!isSet(graph, pods, "terminationDrainDuration", report.asked())
        && !isSet(graph, pods, "EXIT_ON_ZERO_ACTIVE_CONNECTIONS", report.asked())) {
        report.addUnknown(name,
                          findingAt(route, node, "MD169", Severity::Info, message::rolloutDrain, {workload.key.name}));
    }
}

void check(const MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr)
        return;
    const auto references = graph.referencesFrom(index);
    for (const mesh::Route& route : table->routes) {
        if (route.destinations.size() < 2)
            continue;
        for (const mesh::Destination& destination : route.destinations) {
            const auto to = std::ranges::find_if(references, [&](const mesh::Reference& reference) {
                return reference.type == mesh::ReferenceType::Routes && reference.node == destination.host.node;
            });
            if (to == references.end() || to->to == mesh::noResource)
                continue;
            for (const mesh::ResourceIndex each : graph.workloadsOf(to->to, {}, report.asked()))
                checkWorkload(graph, resource, destination.node, graph.at(each), report);
        }
    }
}

} // namespace

/// Pods behind a weighted route whose proxy starts after, or ends before the application (Istio before 1.27; quiet
/// where the files do not say that it is so old).
Check rolloutProxy()
{
    return {{"rollout-proxy",
             kindsWith({"Application", "ConfigMap", "GRPCRoute", "HTTPRoute", "HelmRelease", "IstioOperator", "Service",
                        "TCPRoute", "TLSRoute", "VirtualService"}),
             {"MD169"}},
            check};
}

} // namespace meshdraft::checks
