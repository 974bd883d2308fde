// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/transformers.h"

#include "models/kustomize/kustomizationfile.h"
#include "models/mesh/kinds.h"

#include <algorithm>
#include <array>

namespace meshdraft::kustomize {

using source::NodeRef;

void setNamespace(Resources& resources, std::string_view ns, Origin step)
{
    for (ReadResource& resource : resources) {
        if (resource.group.empty() && resource.kind == "Namespace") {
            resource.root.entry("metadata").entry("name").setScalar(ns, step);
            resource.rename({std::string(ns), {}});
        } else if (mesh::kindInfo(resource.group, resource.kind).isNamespaced) {
            resource.root.entry("metadata").entry("namespace").setScalar(ns, step);
            resource.rename({resource.name.name, std::string(ns)});
        }
    }
}

void addToNames(Resources& resources, std::string_view prefix, std::string_view suffix, Origin step)
{
    static constexpr auto fixed =
        std::to_array<std::string_view>({"CustomResourceDefinition", "APIService", "Namespace"});
    for (ReadResource& resource : resources) {
        if (std::ranges::contains(fixed, resource.kind))
            continue;
        std::string name = std::string(prefix) + resource.name.name + std::string(suffix);
        resource.root.entry("metadata").entry("name").setScalar(name, step);
        resource.rename({std::move(name), resource.name.ns});
    }
}

namespace {

/// Marks the labels that stand below already: in pod templates, in selectors.
void markLabels(Value& value, const std::vector<std::pair<std::string, std::string>>& pairs, Origin step)
{
    static constexpr auto places = std::to_array<std::string_view>({"labels", "matchLabels", "selector"});
    for (auto& [key, inner] : value.entries) {
        if (std::ranges::contains(places, key)) {
            for (const auto& [label, text] : pairs) {
                if (Value* known = inner.find(label); known != nullptr && known->isScalar())
                    known->setScalar(text, step);
            }
        }
        markLabels(inner, pairs, step);
    }
    for (Value& item : value.items)
        markLabels(item, pairs, step);
}

std::vector<std::pair<std::string, std::string>> pairsOf(NodeRef mapping)
{
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const NodeRef::Entry& entry : mapping.resolved().entries())
        pairs.emplace_back(entry.key.value(), entry.value.value());
    return pairs;
}

} // namespace

void setLabels(Resources& resources, NodeRef pairs, bool everywhere, Origin step)
{
    const auto labels = pairsOf(pairs);
    for (ReadResource& resource : resources) {
        for (const auto& [key, text] : labels)
            resource.root.entry("metadata").entry("labels").entry(key).setScalar(text, step);
        if (everywhere)
            markLabels(resource.root, labels, step);
    }
}

void setAnnotations(Resources& resources, NodeRef pairs, Origin step)
{
    for (ReadResource& resource : resources) {
        for (const auto& [key, text] : pairsOf(pairs))
            resource.root.entry("metadata").entry("annotations").entry(key).setScalar(text, step);
    }
}

namespace {

/// "registry:5000/name:tag@digest" in its parts.
struct Image {
    std::string name;
    std::string tag;
    std::string digest;
};

Image imageOf(std::string_view text)
{
    Image image;
    if (const auto at = text.find('@'); at != std::string_view::npos) {
        image.digest = text.substr(at + 1);
        text = text.substr(0, at);
    }
    const auto slash = text.rfind('/');
    const auto colon = text.rfind(':');
    if (colon != std::string_view::npos && (slash == std::string_view::npos || colon > slash)) {
        image.tag = text.substr(colon + 1);
        text = text.substr(0, colon);
    }
    image.name = text;
    return image;
}

struct ImageChange {
    std::string name;
    std::string newName;
    std::string newTag;
    std::string digest;
};

void changeImages(Value& value, const ImageChange& change, Origin step)
{
    for (auto& [key, inner] : value.entries) {
        if (key == "containers" || key == "initContainers") {
            for (Value& container : inner.items) {
                Value* image = container.find("image");
                if (image == nullptr || !image->isScalar() || imageOf(image->scalar).name != change.name)
                    continue;
                Image next = imageOf(image->scalar);
                next.name = change.newName.empty() ? next.name : change.newName;
                if (!change.newTag.empty() || !change.digest.empty()) {
                    next.tag = change.newTag;
                    next.digest = change.digest;
                }
                image->setScalar(next.name + (next.tag.empty() ? "" : ":" + next.tag)
                                     + (next.digest.empty() ? "" : "@" + next.digest),
                                 step);
            }
        }
        changeImages(inner, change, step);
    }
    for (Value& item : value.items)
        changeImages(item, change, step);
}

} // namespace

void setImage(Resources& resources, NodeRef image, Origin step)
{
    const auto text = [&](std::string_view key) { return std::string(fieldOf(image, key).value()); };
    const ImageChange change{text("name"), text("newname"), text("newtag"), text("digest")};
    for (ReadResource& resource : resources)
        changeImages(resource.root, change, step);
}

void setReplicas(Resources& resources, NodeRef entry, Origin count)
{
    static constexpr auto kinds =
        std::to_array<std::string_view>({"Deployment", "ReplicationController", "ReplicaSet", "StatefulSet"});
    const std::string_view name = fieldOf(entry, "name").value();
    for (ReadResource& resource : resources) {
        const bool isCalled = std::ranges::contains(resource.names, name, &ResourceName::name);
        if (isCalled && std::ranges::contains(kinds, resource.kind))
            resource.root.entry("spec").entry("replicas").setScalar(fieldOf(entry, "count").value(), count);
    }
}

} // namespace meshdraft::kustomize
