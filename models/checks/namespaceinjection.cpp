// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/injection.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace meshdraft::checks {

namespace {

bool enablesByDefault(const mesh::MeshGraph& graph, std::string_view revision, mesh::Lookups* asked)
{
    const QJsonObject values = injectorValues(graph, revision, asked);
    return values.value(QLatin1String("sidecarInjectorWebhook"))
        .toObject()
        .value(QLatin1String("enableNamespacesByDefault"))
        .toBool();
}

void checkNamespace(const mesh::MeshGraph& graph, const mesh::Resource& resource, Report& report)
{
    const std::string& name = resource.key.name;
    if (isSystemNamespace(name) || name == mesh::rootNamespace)
        return;
    const NamespaceInjection injection = injectionOf(resource);
    if (injection.labels.size() > 1) {
        report.add(findingOnName(resource, "IST0123", Severity::Warning, message::injectionLabels,
                                 {joinedNames(injection.labels)}));
    } else if (!injection.isStated) {
        if (enablesByDefault(graph, "default", report.asked()))
            report.add(findingOnName(resource, "IST0148", Severity::Info, message::injectedByDefault, {name}));
        else
            report.add(findingOnName(resource, "IST0102", Severity::Info, message::notInjected, {name}));
    }
}

void checkPod(const mesh::MeshGraph& graph, const mesh::Resource& resource, Report& report)
{
    const auto& pod = std::get<mesh::Workload>(resource.body);
    const mesh::Resource* ns = graph.namespaceObject(resource.key.ns, report.asked());
    if (ns == nullptr || isSystemNamespace(ns->key.name) || ns->key.name == mesh::rootNamespace
        || !injectionOf(*ns).isInjected || pod.usesHostNetwork)
        return;
    constexpr std::string_view inject = "sidecar.istio.io/inject";
    const auto label = pod.podLabels.find(inject);
    const auto annotation = pod.podAnnotations.find(inject);
    const std::string_view wanted = label != pod.podLabels.end() ? std::string_view(label->second)
        : annotation != pod.podAnnotations.end()                 ? std::string_view(annotation->second)
                                                                 : std::string_view();
    if (wanted != "false" && wanted != "False" && proxyImageOf(resource).empty())
        report.add(findingOnName(resource, "IST0103", Severity::Warning, message::podWithoutProxy, {ns->key.name}));
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    if (resource.key.kind == "Namespace" && resource.key.group.empty())
        checkNamespace(graph, resource, report);
    else if (resource.key.kind == "Pod" && std::holds_alternative<mesh::Workload>(resource.body))
        checkPod(graph, resource, report);
}

} // namespace

/// Namespaces that say nothing of injection, or too much; Pods that it has missed (Istio's analyzer
/// injection.Analyzer).
Check namespaceInjection()
{
    return {{"namespace-injection", {"ConfigMap", "Namespace", "Pod"}, {"IST0102", "IST0103", "IST0123", "IST0148"}},
            check};
}

} // namespace meshdraft::checks
