// SPDX-License-Identifier: Apache-2.0
#include "models/checks/injection.h"

#include <QJsonDocument>

namespace meshdraft::checks {

NamespaceInjection injectionOf(const mesh::Resource& namespaceObject)
{
    const auto valueOf = [&](std::string_view key) {
        const auto found = namespaceObject.labels.find(key);
        return found == namespaceObject.labels.end() ? std::string_view() : std::string_view(found->second);
    };
    const std::string_view injected = valueOf("istio-injection");
    const std::string_view revision = valueOf("istio.io/rev");
    const bool isOff = injected == "disabled";
    NamespaceInjection result;
    if (!injected.empty() && !isOff)
        result.labels.emplace_back("istio-injection");
    if (!revision.empty())
        result.labels.emplace_back("istio.io/rev");
    if (valueOf("istio.io/dataplane-mode") == "ambient")
        result.labels.emplace_back("istio.io/dataplane-mode");
    result.isStated = !result.labels.empty() || !injected.empty();
    if (isOff) // whatever else is there, the injector stays away
        result.labels.clear();
    result.isInjected = result.labels.size() == 1 && (injected == "enabled" || !revision.empty());
    result.revision = revision.empty() ? "default" : std::string(revision);
    return result;
}

QJsonObject injectorValues(const mesh::MeshGraph& graph, std::string_view revision, mesh::Lookups* asked)
{
    std::string name = "istio-sidecar-injector";
    if (revision != "default")
        name.append("-").append(revision);
    for (const mesh::ResourceIndex index : graph.answers(mesh::Question::Injector, name, asked)) {
        const mesh::Resource& resource = graph.at(index);
        asked->add(mesh::Question::Content, resource.key);
        const std::string_view text = resource.rootNode()["data"]["values"].value();
        const auto values = QJsonDocument::fromJson({text.data(), static_cast<qsizetype>(text.size())});
        if (values.isObject())
            return values.object();
    }
    return {};
}

} // namespace meshdraft::checks
