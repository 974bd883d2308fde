// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

struct Registries {
    std::vector<std::string> names;
    bool areKnown = false; ///< the files hold the secrets of remote clusters
};

Registries registriesOf(const mesh::MeshGraph& graph, mesh::Lookups* asked)
{
    Registries registries;
    for (const mesh::ResourceIndex index : graph.ofKind("Secret", asked)) {
        const mesh::Resource& secret = graph.at(index);
        const auto label = secret.labels.find("istio/multiCluster");
        if (label == secret.labels.end() || label->second != "true")
            continue;
        registries.areKnown = true;
        for (const std::string_view list : {"data", "stringData"}) {
            for (const NodeRef::Entry& entry : secret.rootNode()[list].resolved().entries())
                registries.names.emplace_back(entry.key.value());
        }
    }
    return registries;
}

/// A finding on a node of YAML in a string of the resource.
Finding findingIn(const mesh::Resource& resource, const source::NestedText& text, NodeRef node, Severity severity,
                  std::string message, std::vector<std::string> args)
{
    Finding finding = findingAt(resource, text.scalar().id(), "IST0126", severity, std::move(message), std::move(args));
    if (!resource.sourceMap) {
        finding.where = text.locate(node.range().begin);
        finding.where.path = resource.source.path;
        finding.range = text.outerRange(node.range());
    }
    return finding;
}

void checkNetworks(const mesh::MeshGraph& graph, const mesh::Resource& resource, const source::NestedText& text,
                   Report& report)
{
    constexpr auto builtIn = std::to_array<std::string_view>({"External", "Kubernetes", "Mock"});
    const NodeRef networks = text.inner()->documents.front()->root()["networks"].resolved();
    for (const NodeRef::Entry& network : networks.entries()) {
        for (const NodeRef& endpoint : network.value["endpoints"].resolved().items()) {
            const NodeRef registry = endpoint["fromRegistry"];
            const std::string name(registry.value());
            if (name.empty() || std::ranges::contains(builtIn, name))
                continue;
            const Registries registries = registriesOf(graph, report.asked());
            if (std::ranges::contains(registries.names, name))
                continue;
            const std::vector<std::string> args{name, std::string(network.key.value())};
            if (registries.areKnown) {
                report.add(findingIn(resource, text, registry, Severity::Error, message::unknownRegistry, args));
            } else {
                report.addUnknown(
                    name,
                    findingIn(resource, text, registry, Severity::Unknown, message::unknownRegistryUnknown, args));
            }
        }
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    if (resource.key.kind != "ConfigMap")
        return;
    for (const source::NestedTextPtr& text : resource.nestedTexts) {
        if (text->scalar().key().value() == "meshNetworks" && !text->inner()->documents.empty())
            checkNetworks(graph, resource, *text, report);
    }
}

} // namespace

/// A network of the mesh that takes endpoints from a cluster that nobody knows (Istio's analyzer
/// multicluster.MeshNetworksAnalyzer).
Check meshNetworks()
{
    return {{"mesh-networks", {"ConfigMap", "Secret"}, {"IST0126"}}, check};
}

} // namespace meshdraft::checks
