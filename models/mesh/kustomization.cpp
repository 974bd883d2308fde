// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/kustomization.h"

#include "models/mesh/identity.h"
#include "models/mesh/kinds.h"
#include "models/mesh/paths.h"
#include "models/mesh/yamlreader.h"

#include <algorithm>
#include <array>

namespace meshdraft::mesh {

using source::NodeKind;
using source::NodeRef;

std::string joinPath(std::string_view directory, std::string_view relative)
{
    std::vector<std::string_view> parts;
    for (std::string_view rest : {directory, relative}) {
        while (!rest.empty()) {
            const auto slash = std::min(rest.find('/'), rest.size());
            const std::string_view part = rest.substr(0, slash);
            rest.remove_prefix(std::min(slash + 1, rest.size()));
            if (part == "..") {
                if (parts.empty())
                    return {};
                parts.pop_back();
            } else if (!part.empty() && part != ".") {
                parts.push_back(part);
            }
        }
    }
    std::string path;
    for (const std::string_view part : parts)
        path.append(path.empty() ? "" : "/").append(part);
    return path.empty() ? "." : path;
}

namespace {

bool isKustomizationFile(std::string_view path)
{
    static constexpr auto names =
        std::to_array<std::string_view>({"kustomization.yaml", "kustomization.yml", "Kustomization"});
    return std::ranges::contains(names, fileName(path));
}

bool isUrl(std::string_view entry)
{
    return entry.contains("://") || entry.starts_with("git@") || entry.starts_with("git::")
        || entry.starts_with("github.com/");
}

bool isEmptyValue(NodeRef value)
{
    const NodeRef node = value.resolved();
    switch (node.kind()) {
    case NodeKind::Sequence:
    case NodeKind::Mapping:
        return node.size() == 0;
    case NodeKind::Scalar:
        return node.isNull();
    default:
        return true;
    }
}

/// Labels that are put on objects but neither into selectors nor into pod templates.
bool areHarmlessLabels(YamlReader& yaml, NodeRef list)
{
    return std::ranges::none_of(yaml.items(list), [&](NodeRef item) {
        return yaml.isTrue(item, "includeSelectors") || yaml.isTrue(item, "includeTemplates")
            || yaml.has(item, "fields");
    });
}

bool isHarmlessEntry(YamlReader& yaml, std::string_view key, NodeRef value)
{
    static constexpr auto harmless = std::to_array<std::string_view>(
        {"apiVersion", "kind", "metadata", "namespace", "resources", "commonAnnotations"});
    if (std::ranges::contains(harmless, key) || isEmptyValue(value))
        return true;
    return key == "labels" && areHarmlessLabels(yaml, value);
}

/// True when `namespace:` would move a resource that states another one: the files are then not what is applied.
bool movesResources(const FileSet& files, const Kustomization& kustomization)
{
    if (kustomization.ns.empty())
        return false;
    return std::ranges::any_of(kustomization.files, [&](const std::string& path) {
        const auto identities = identitiesIn(*files.find(path)->text, kustomization.ns);
        return std::ranges::any_of(identities, [&](const Identity& identity) {
            return !identity.ns.empty() && identity.ns != kustomization.ns;
        });
    });
}

/// Flux has a kind of its own called Kustomization; a file that holds one is a resource like others.
bool isResourceOfFlux(NodeRef root)
{
    if (!root.isValid())
        return false;
    const Field<std::string> version = YamlReader(*root.document()).string(root, "apiVersion");
    return version.isPresent() && groupOf(version.value) != "kustomize.config.k8s.io";
}

void readEntries(const FileSet& files, std::string_view directory, YamlReader& yaml, NodeRef root,
                 Kustomization& kustomization)
{
    for (const std::string_view key : {"resources", "components", "bases"}) {
        for (const Field<std::string>& entry : yaml.strings(yaml.get(root, key))) {
            if (isUrl(entry.value)) {
                kustomization.bases.push_back(entry.value);
                continue;
            }
            const std::string path = joinPath(directory, entry.value);
            if (key == "resources" && isWithin(path, directory) && files.find(path) != nullptr) {
                kustomization.files.push_back(path);
            } else {
                kustomization.bases.push_back(path.empty() ? entry.value : path);
            }
        }
    }
    std::ranges::sort(kustomization.files);
    kustomization.files.erase(std::ranges::unique(kustomization.files).begin(), kustomization.files.end());
    const source::Document& document = *root.document();
    for (source::NodeId id = 0; id < document.nodes.size(); ++id) {
        const NodeRef node(&document, id);
        if (!node.isScalar() || node.value().empty() || node.value().contains('\n'))
            continue;
        if (std::string path = joinPath(directory, node.value()); files.find(path) != nullptr)
            kustomization.mentioned.push_back(std::move(path));
    }
}

Kustomization readKustomization(const FileSet& files, std::string_view directory, NodeRef root)
{
    Kustomization kustomization;
    if (!root.isMapping()) {
        kustomization.needsRendering = true;
        return kustomization;
    }
    YamlReader yaml(*root.document());
    kustomization.isComponent = yaml.string(root, "kind").value == "Component";
    kustomization.ns = yaml.string(root, "namespace").value;
    readEntries(files, directory, yaml, root, kustomization);
    for (const auto& [key, value] : yaml.entries(root)) {
        if (!isHarmlessEntry(yaml, key.value(), value))
            kustomization.needsRendering = true;
    }
    kustomization.needsRendering = kustomization.needsRendering || kustomization.files.empty()
        || !kustomization.bases.empty() || movesResources(files, kustomization);
    return kustomization;
}

} // namespace

Kustomizations findKustomizations(const FileSet& files)
{
    Kustomizations found;
    for (const SourceFile& file : files.files) {
        if (!isKustomizationFile(file.path) || file.text == nullptr)
            continue;
        NodeRef root;
        if (!file.text->documents.empty())
            root = file.text->documents.front()->root();
        if (isResourceOfFlux(root))
            continue;
        const std::string directory(parentOf(file.path));
        const auto [place, isNew] = found.try_emplace(directory);
        if (isNew) {
            place->second = readKustomization(files, directory, root);
        } else {
            place->second.needsRendering = true; // two files: Kustomize refuses
        }
        if (file.text->documents.size() != 1 || !file.text->errors.empty())
            place->second.needsRendering = true;
    }
    return found;
}

} // namespace meshdraft::mesh
