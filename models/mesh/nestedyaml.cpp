// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/nestedyaml.h"

#include "models/mesh/yamlreader.h"

#include <array>

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

// istio/istio pilot/pkg/bootstrap/mesh.go: getMeshConfigMapName and its keys; istio/api annotation/annotations.yaml:
// proxy.istio.io/config. The shared ConfigMap is what managed Istio in AKS merges into its own (SHARED_MESH_CONFIG).
constexpr std::string_view meshConfigMap = "istio";
constexpr std::array<std::string_view, 2> meshConfigKeys{"mesh", "meshNetworks"};
constexpr std::string_view proxyConfig = "proxy.istio.io/config";

/// Kinds whose body is read otherwise have no pods.
bool mayHavePods(const Resource& resource)
{
    return std::holds_alternative<Workload>(resource.body) || std::holds_alternative<OtherKind>(resource.body);
}

} // namespace

bool isMeshConfigMap(const ResourceKey& key)
{
    const std::string_view name = key.name;
    if (key.kind != "ConfigMap" || !key.group.empty() || !name.starts_with(meshConfigMap))
        return false;
    return name.size() == meshConfigMap.size() || name[meshConfigMap.size()] == '-';
}

std::vector<NodeRef> yamlStringsOf(const Resource& resource)
{
    std::vector<NodeRef> found;
    const YamlReader yaml(resource.document());
    const NodeRef root = resource.rootNode();
    const auto add = [&](NodeRef mapping, std::string_view key) {
        const NodeRef value = yaml.get(mapping, key).resolved();
        if (value.isScalar())
            found.push_back(value);
    };
    if (isMeshConfigMap(resource.key)) {
        const NodeRef data = yaml.get(root, "data");
        for (const std::string_view key : meshConfigKeys)
            add(data, key);
    }
    if (resource.annotations.contains(proxyConfig))
        add(yaml.get(root, {"metadata", "annotations"}), proxyConfig);
    if (mayHavePods(resource)) {
        const NodeRef spec = yaml.get(root, "spec");
        add(yaml.get(spec, {"template", "metadata", "annotations"}), proxyConfig);
        add(yaml.get(spec, {"jobTemplate", "spec", "template", "metadata", "annotations"}), proxyConfig);
    }
    return found;
}

std::vector<source::NestedTextPtr> nestedTextsOf(const Resource& resource)
{
    std::vector<source::NestedTextPtr> texts;
    for (const NodeRef& string : yamlStringsOf(resource)) {
        if (auto opened = source::NestedText::open(resource.text, resource.source.document, string.id()))
            texts.push_back(*std::move(opened));
    }
    return texts;
}

} // namespace meshdraft::mesh
