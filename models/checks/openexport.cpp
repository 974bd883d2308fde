// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"
#include "models/mesh/meshroutes.h"

#include <algorithm>

namespace meshdraft::checks {

using mesh::Question;
using mesh::Resource;

namespace {

constexpr std::size_t manyHosts = 200; ///< below, what a proxy gets is little anyway

/// The only host that a DestinationRule or a VirtualService of the mesh alone is for, where it is a Service of its own
/// namespace and exportTo is left open; else empty.
std::string hostOf(const Resource& resource)
{
    const std::string* host = nullptr;
    if (const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body)) {
        if (rule->exportTo.empty() && !resource.rootNode()["spec"].resolved()["workloadSelector"].isValid())
            host = &rule->host.value;
    } else if (const mesh::RouteTable* table = istioRoutes(resource)) {
        const bool isOfMeshOnly = isOfMesh(*table) && table->gateways.size() < 2;
        if (table->exportTo.empty() && isOfMeshOnly && table->hosts.size() == 1)
            host = &table->hosts.front().value;
    }
    if (host == nullptr || host->empty())
        return {};
    std::string full = mesh::fullyQualifiedHost(*host, resource.key.ns);
    return mesh::namespaceOfServiceHost(full) == resource.key.ns ? full : std::string();
}

bool isFrom(const mesh::AuthorizationPolicy::Source& source, const std::string& ns)
{
    const bool byPrincipal = !source.principals.any.empty()
        && std::ranges::all_of(source.principals.any,
                               [&](const auto& each) { return each.value.contains("/ns/" + ns + "/sa/"); });
    const bool byNamespace = !source.namespaces.any.empty()
        && std::ranges::all_of(source.namespaces.any, [&](const auto& each) { return each.value == ns; });
    return byPrincipal || byNamespace;
}

/// Whether policies let callers of one namespace reach a workload, and nobody else.
bool isKeptTo(const mesh::MeshGraph& graph, const Resource& workload, const std::string& root, mesh::Lookups* asked)
{
    const std::string& ns = workload.key.ns;
    const mesh::Labels& labels = std::get<mesh::Workload>(workload.body).podLabels;
    asked->add(Question::Content, workload.key);
    const auto allows = [](const mesh::AuthorizationPolicy& policy) {
        return policy.action.value.empty() || policy.action.value == "ALLOW";
    };
    bool isKept = false;
    for (const mesh::ResourceIndex index : graph.selecting("AuthorizationPolicy", ns, labels, asked)) {
        const auto* policy = std::get_if<mesh::AuthorizationPolicy>(&graph.at(index).body);
        if (policy == nullptr || !allows(*policy))
            continue;
        const bool isOwn = policy->target.references.empty()
            && std::ranges::all_of(policy->rules, [&](const mesh::AuthorizationPolicy::Rule& rule) {
                               return !rule.from.empty() && std::ranges::all_of(rule.from, [&](const auto& source) {
                                   return isFrom(source, ns);
                               });
                           });
        if (!isOwn)
            return false;
        isKept = isKept || !policy->rules.empty();
    }
    if (!isKept || root == ns)
        return isKept;
    return std::ranges::none_of(graph.selecting("AuthorizationPolicy", root, labels, asked),
                                [&](mesh::ResourceIndex index) {
                                    const auto* policy = std::get_if<mesh::AuthorizationPolicy>(&graph.at(index).body);
                                    return policy != nullptr && allows(*policy) && !policy->rules.empty();
                                });
}

/// Whether it is worth a word: the mesh is large, or others of the namespace say how far they are exported.
bool matters(const mesh::MeshGraph& graph, const std::string& ns, mesh::Lookups* asked)
{
    asked->add(Question::AnyHost, std::string_view());
    if (graph.namesOf(Question::Host).size() > manyHosts)
        return true;
    const auto says = [&](std::string_view kind) {
        return std::ranges::any_of(graph.ofKindIn(kind, ns, asked), [&](mesh::ResourceIndex index) {
            return graph.at(index).rootNode()["spec"].resolved()["exportTo"].isValid();
        });
    };
    return says("DestinationRule") || says("VirtualService");
}

/// Whether mesh config says how far things are exported that do not say it.
bool hasDefault(const mesh::MeshGraph& graph, mesh::Lookups* asked)
{
    return std::ranges::any_of(meshConfigsIn(graph, asked), [](source::NodeRef config) {
        return config["defaultVirtualServiceExportTo"].isValid() || config["defaultDestinationRuleExportTo"].isValid();
    });
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    const std::string host = hostOf(resource);
    if (host.empty() || resource.hasGuessedNamespace())
        return;
    mesh::Lookups* asked = report.asked();
    const auto owners = graph.answers(Question::Host, host, asked);
    if (owners.size() != 1 || !std::holds_alternative<mesh::Service>(graph.at(owners.front()).body))
        return;
    const auto workloads = graph.workloadsOf(owners.front(), {}, asked);
    if (workloads.empty())
        return;
    const std::string root = rootNamespaceOf(graph, asked);
    const bool isKept = std::ranges::all_of(
        workloads, [&](mesh::ResourceIndex each) { return isKeptTo(graph, graph.at(each), root, asked); });
    if (!isKept || graph.ofKind("Namespace", asked).size() < 2 || hasDefault(graph, asked)
        || !matters(graph, resource.key.ns, asked))
        return;
    report.add(findingOnName(resource, "MD119", Severity::Info, message::exportOpen, {host, resource.key.ns}));
}

} // namespace

/// Routes or rules that every proxy of the mesh gets, for a Service that policies keep to its own namespace (Istio,
/// exportTo).
Check openExport()
{
    return {{"open-export",
             kindsWith({"AuthorizationPolicy", "ConfigMap", "DestinationRule", "Service", "VirtualService"}),
             {"MD119"}},
            check};
}

} // namespace meshdraft::checks
