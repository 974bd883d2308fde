// SPDX-License-Identifier: Apache-2.0
#include "models/checks/semantics.h"

#include "models/checks/checks.h"

#include "models/mesh/effective/helmvalues.h"
#include "models/mesh/effective/podtemplate.h"
#include "models/mesh/givenmeshconfig.h"
#include "models/mesh/hostnames.h"
#include "models/mesh/nestedyaml.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using mesh::Labels;
using mesh::Lookups;
using mesh::MeshGraph;
using mesh::Resource;
using source::NodeRef;

namespace {

constexpr std::string_view injectLabel = "sidecar.istio.io/inject";
constexpr std::string_view injectionLabel = "istio-injection";
constexpr std::string_view revisionLabel = "istio.io/rev";
constexpr std::string_view dataPlaneLabel = "istio.io/dataplane-mode";

std::string_view valueOf(const Labels& labels, std::string_view key)
{
    const auto found = labels.find(key);
    return found == labels.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace

std::span<const std::string_view> workloadKinds()
{
    static constexpr auto kinds = std::to_array<std::string_view>(
        {"CronJob", "DaemonSet", "Deployment", "Job", "Pod", "ReplicaSet", "Rollout", "StatefulSet"});
    return kinds;
}

std::vector<std::string> kindsWith(std::initializer_list<std::string_view> kinds)
{
    std::vector<std::string> all(kinds.begin(), kinds.end());
    all.emplace_back("Namespace");
    all.insert(all.end(), workloadKinds().begin(), workloadKinds().end());
    std::ranges::sort(all);
    const auto rest = std::ranges::unique(all);
    all.erase(rest.begin(), rest.end());
    return all;
}

bool includesLabels(const Labels& labels, const Labels& selector)
{
    return std::ranges::all_of(selector, [&](const auto& wanted) {
        const auto found = labels.find(wanted.first);
        return found != labels.end() && found->second == wanted.second;
    });
}

std::string labelText(const Labels& labels)
{
    std::string text;
    for (const auto& [key, value] : labels)
        text.append(text.empty() ? "" : ",").append(key).append("=").append(value);
    return text;
}

std::string fullName(const Resource& resource)
{
    return resource.key.ns.empty() ? resource.key.name : resource.key.ns + "/" + resource.key.name;
}

std::string joinedNames(std::span<const std::string> names)
{
    std::string text;
    for (const std::string& name : names)
        text.append(text.empty() ? "" : ", ").append(name);
    return text;
}

Finding findingOnName(const Resource& resource, std::string code, Severity severity, std::string message,
                      std::vector<std::string> args)
{
    const NodeRef name = resource.rootNode()["metadata"]["name"];
    return findingAt(resource, name.isValid() ? name.id() : source::noNode, std::move(code), severity,
                     std::move(message), std::move(args));
}

bool isSystemNamespace(std::string_view ns)
{
    constexpr auto names =
        std::to_array<std::string_view>({"kube-node-lease", "kube-public", "kube-system", "local-path-storage"});
    return std::ranges::contains(names, ns);
}

bool isControlPlane(const Resource& resource)
{
    return resource.labels.contains("istio") || valueOf(resource.labels, "release") == "istio";
}

std::vector<NodeRef> containersOf(const Resource& workload, bool initToo)
{
    const NodeRef spec = mesh::effective::podTemplateOf(workload)["spec"];
    std::vector<NodeRef> all = spec["containers"].resolved().items();
    if (initToo)
        std::ranges::copy(spec["initContainers"].resolved().items(), std::back_inserter(all));
    return all;
}

std::string_view proxyImageOf(const Resource& workload)
{
    for (const NodeRef& container : containersOf(workload, true)) {
        if (container["name"].value() == "istio-proxy")
            return container["image"].value();
    }
    return {};
}

bool listsNamespaces(const MeshGraph& graph, Lookups* asked)
{
    return !graph.ofKind("Namespace", asked).empty();
}

bool knowsPodsFor(const MeshGraph& graph, const Resource& policy, Lookups* asked)
{
    if (policy.hasGuessedNamespace())
        return graph.hasWorkloads(mesh::guessedNamespace(policy.source.path), asked);
    const std::string& ns = policy.key.ns;
    if (graph.hasWorkloads(mesh::anyGuessedNamespace, asked))
        return false;
    if (graph.hasWorkloads(ns, asked))
        return true;
    return graph.hasWorkloads({}, asked) && listsNamespaces(graph, asked)
        && graph.namespaceObject(ns, asked) == nullptr;
}

bool standBeside(const Resource& one, const Resource& other)
{
    const auto directoryOf = [](std::string_view path) {
        const auto slash = path.rfind('/');
        return path.substr(0, slash == std::string_view::npos ? 0 : slash);
    };
    return directoryOf(one.source.path) == directoryOf(other.source.path);
}

bool mayStandElsewhere(const MeshGraph& graph, const Resource& from, std::string_view kind, std::string_view ns,
                       std::string_view name, Lookups* asked)
{
    if (from.hasGuessedNamespace() && ns == from.key.ns && graph.ofKindIn(kind, ns, asked).empty())
        return true;
    return std::ranges::any_of(graph.ofKind(kind, asked), [&](mesh::ResourceIndex index) {
        return graph.at(index).key.name == name && graph.at(index).hasGuessedNamespace();
    });
}

bool isAmbient(const Resource* namespaceObject)
{
    return namespaceObject != nullptr && valueOf(namespaceObject->labels, dataPlaneLabel) == "ambient"
        && valueOf(namespaceObject->labels, injectionLabel) != "enabled"
        && valueOf(namespaceObject->labels, revisionLabel).empty();
}

Membership membershipOf(const MeshGraph& graph, const Resource& workload, Lookups* asked)
{
    asked->add(mesh::Question::Content, workload.key);
    const auto& pods = std::get<mesh::Workload>(workload.body);
    if (!proxyImageOf(workload).empty() || valueOf(pods.podAnnotations, "ambient.istio.io/redirection") == "enabled"
        || valueOf(pods.podLabels, dataPlaneLabel) == "ambient")
        return Membership::Inside;
    for (const Labels* written : {&pods.podLabels, &pods.podAnnotations}) {
        const std::string_view inject = valueOf(*written, injectLabel);
        if (!inject.empty())
            return inject == "true" ? Membership::Inside : Membership::Outside;
    }
    const Resource* ns = graph.namespaceObject(workload.key.ns, asked);
    if (ns == nullptr)
        return Membership::Unknown;
    const bool isInside = valueOf(ns->labels, injectionLabel) == "enabled"
        || !valueOf(ns->labels, revisionLabel).empty() || isAmbient(ns);
    return isInside ? Membership::Inside : Membership::Outside;
}

const Labels& defaultGatewayLabels()
{
    static const Labels labels{{"app", "istio-ingressgateway"}, {"istio", "ingressgateway"}};
    return labels;
}

const mesh::Gateway* istioGateway(const Resource& resource)
{
    return resource.key.group == "networking.istio.io" ? std::get_if<mesh::Gateway>(&resource.body) : nullptr;
}

GatewayPods gatewayPodsOf(const MeshGraph& graph, const Labels& selector, Lookups* asked)
{
    GatewayPods pods;
    pods.hasDefault = includesLabels(defaultGatewayLabels(), selector);
    if (!selector.empty()) {
        pods.workloads = graph.workloadsAnywhere(selector, asked);
        return pods;
    }
    for (const std::string_view kind : workloadKinds()) {
        for (const mesh::ResourceIndex index : graph.ofKind(kind, asked)) {
            if (std::holds_alternative<mesh::Workload>(graph.at(index).body))
                pods.workloads.push_back(index);
        }
    }
    return pods;
}

std::vector<NodeRef> meshConfigsIn(const MeshGraph& graph, Lookups* asked)
{
    if (const NodeRef given = mesh::givenMeshConfigOf(graph, asked); given.isMapping())
        return {given};
    std::vector<NodeRef> main;
    std::vector<NodeRef> others;
    for (const mesh::ResourceIndex index : graph.meshConfigs(asked)) {
        const Resource& resource = graph.at(index);
        if (resource.key.kind == "IstioOperator") {
            if (const NodeRef config = resource.rootNode()["spec"]["meshConfig"].resolved(); config.isMapping())
                others.push_back(config);
        } else if (resource.key.kind == "ConfigMap") {
            for (const source::NestedTextPtr& text : resource.nestedTexts) {
                if (text->scalar().key().value() != "mesh" || text->inner()->documents.empty())
                    continue;
                if (const NodeRef config = text->inner()->documents.front()->root(); config.isMapping())
                    (resource.key.name == "istio" ? main : others).push_back(config);
            }
        } else {
            for (const NodeRef& values : mesh::effective::helmValuesIn(resource)) {
                if (const NodeRef config = values["meshConfig"].resolved(); config.isMapping())
                    others.push_back(config);
            }
        }
    }
    std::ranges::copy(others, std::back_inserter(main));
    return main;
}

std::string rootNamespaceOf(const MeshGraph& graph, Lookups* asked)
{
    for (const NodeRef& config : meshConfigsIn(graph, asked)) {
        if (const std::string_view written = config["rootNamespace"].value(); !written.empty())
            return std::string(written);
    }
    return std::string(mesh::rootNamespace);
}

std::vector<std::string> scopesOf(std::span<const mesh::Field<std::string>> exportTo, const std::string& ns)
{
    if (exportTo.empty() || std::ranges::contains(exportTo, "*", &mesh::Field<std::string>::value))
        return {"*"};
    std::vector<std::string> scopes;
    for (const mesh::Field<std::string>& to : exportTo)
        scopes.push_back(to.value == "." ? ns : to.value);
    return scopes;
}

bool scopesMeet(std::span<const std::string> one, std::span<const std::string> other)
{
    return std::ranges::any_of(one, [&](const std::string& scope) {
        return scope == "*" || std::ranges::contains(other, "*") || std::ranges::contains(other, scope);
    });
}

} // namespace meshdraft::checks
