// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/helmvalues.h"

#include "models/mesh/paths.h"

namespace meshdraft::mesh::effective {

namespace {

using source::NodeRef;

/// False where the values have no mesh config.
bool readValues(NodeRef values, MeshSettings& settings)
{
    if (!values.isMapping())
        return false;
    YamlReader yaml(*values.document());
    const NodeRef config = yaml.get(values, "meshConfig").resolved();
    if (!config.isMapping())
        return false;
    settings.config = readMeshConfig(yaml, config);
    const Field<std::string> domain = yaml.string(yaml.get(values, {"global", "proxy"}), "clusterDomain");
    if (!domain.value.empty())
        settings.clusterDomain = domain.value;
    return true;
}

} // namespace

std::vector<NodeRef> helmValuesIn(const Resource& resource)
{
    std::vector<NodeRef> found;
    YamlReader yaml(resource.document());
    const NodeRef spec = yaml.get(resource.rootNode(), "spec");
    const auto add = [&](NodeRef values) {
        if (values.resolved().isMapping() || values.resolved().isScalar())
            found.push_back(values.resolved());
    };
    if (resource.key.kind == "HelmRelease")
        add(yaml.get(spec, "values"));
    if (resource.key.kind != "Application")
        return found;
    std::vector<NodeRef> sources = yaml.items(yaml.get(spec, "sources"));
    if (sources.empty())
        sources.push_back(yaml.get(spec, "source"));
    for (const NodeRef source : sources) {
        const NodeRef helm = yaml.get(source, "helm");
        // Argo CD takes the object over the string (argo-cd, Helm: valuesObject)
        const NodeRef object = yaml.get(helm, "valuesObject");
        add(object.isValid() ? object : yaml.get(helm, "values"));
    }
    return found;
}

bool readHelmValues(const Resource& resource, NodeRef values, MeshSettings& settings)
{
    settings.element = resource.element(values.id());
    if (!values.isScalar())
        return readValues(values, settings);
    const source::ParsedTextPtr text = source::parseText(std::string(values.value()));
    return !text->documents.empty() && readValues(text->documents.front()->root().resolved(), settings);
}

MeshSettings settingsInValuesFiles(const FileSet& files, std::string_view directory)
{
    std::vector<std::pair<std::string, MeshSettings>> all;
    for (const SourceFile& file : files.files) {
        for (const auto& document : file.text->documents) {
            const NodeRef root = document->root().resolved();
            MeshSettings settings;
            if (!root.isMapping() || root["kind"].isValid() || !readValues(root, settings))
                continue;
            settings.element = {{.environment = {}, .group = {}, .kind = "values", .ns = {}, .name = file.path},
                                file.path,
                                document->index,
                                0,
                                FieldPath("meshConfig")};
            all.emplace_back(file.path, std::move(settings));
        }
    }
    for (std::string_view at = directory; !all.empty(); at = parentOf(at)) {
        for (auto& [path, settings] : all) {
            if (isWithin(path, at))
                return std::move(settings);
        }
        if (at == ".")
            break;
    }
    return {};
}

} // namespace meshdraft::mesh::effective
