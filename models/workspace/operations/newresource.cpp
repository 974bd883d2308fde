// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/newresource.h"

#include "models/mesh/kinds.h"
#include "models/workspace/form/formvalue.h"
#include "models/workspace/operations/naming.h"

#include <algorithm>
#include <filesystem>

namespace meshdraft::workspace {

using mesh::ResourceIndex;
using source::NewValue;

namespace {

const mesh::KindSchema* tableOf(const ResourceDraft& draft)
{
    return mesh::Schema::builtIn().find(draft.group, {}, draft.kind);
}

/// The resource of the same kind that is the best example: in the namespace, else anywhere.
const mesh::Resource* neighbour(const mesh::MeshGraph& graph, const ResourceDraft& draft)
{
    const mesh::Resource* any = nullptr;
    for (const ResourceIndex index : graph.ofKind(draft.kind)) {
        const mesh::Resource& resource = graph.at(index);
        if (resource.key.group != draft.group)
            continue;
        if (resource.key.ns == draft.ns)
            return &resource;
        any = any == nullptr ? &resource : any;
    }
    return any;
}

std::string shortNameOf(const ResourceDraft& draft)
{
    const mesh::KindSchema* table = tableOf(draft);
    if (table != nullptr && !table->shortNames.empty())
        return table->shortNames.front();
    std::string lower = draft.kind;
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

std::string replaced(std::string text, const std::string& old, const std::string& now)
{
    const auto at = text.find(old);
    return at == std::string::npos ? std::string() : text.replace(at, old.size(), now);
}

std::string apiVersionFor(const Snapshot& snapshot, const ResourceDraft& draft, const mesh::KindSchema* table)
{
    const mesh::Resource* example = neighbour(*snapshot.graph, draft);
    if (example != nullptr || table == nullptr)
        return example == nullptr ? std::string() : example->apiVersion;
    return (draft.group.empty() ? "" : draft.group + '/') + table->versions.front().name;
}

/// Required fields that stand for a host begin with the name.
void fillHosts(NewValue& spec, const mesh::ObjectSchema& object, const std::string& name)
{
    for (source::NewEntry& entry : spec.entries) {
        const mesh::FieldSchema* field = object.field(entry.key);
        if (field == nullptr)
            continue;
        if (field->value.format == mesh::ValueFormat::Host && entry.value.text.empty())
            entry.value = NewValue::scalar(name, true);
        if (field->value.element && field->value.element->format == mesh::ValueFormat::Host)
            entry.value = NewValue::sequence({NewValue::scalar(name, true)});
    }
}

Expected<void> check(const Snapshot& snapshot, const ResourceDraft& draft)
{
    if (!isResourceName(draft.name))
        return std::unexpected(Error{"new.name", {draft.name}, {}});
    if (mesh::kindInfo(draft.group, draft.kind).isNamespaced && !isResourceName(draft.ns))
        return std::unexpected(Error{"new.namespace", {draft.ns}, {}});
    if (!snapshot.graph->find(keyOf(snapshot, draft)).empty())
        return std::unexpected(Error{"new.taken", {draft.kind, draft.name}, {}});
    return {};
}

NewValue metadataOf(const ResourceDraft& draft)
{
    NewValue metadata = NewValue::mapping({{"name", NewValue::scalar(draft.name, true)}});
    if (!draft.ns.empty())
        metadata.entries.push_back({"namespace", NewValue::scalar(draft.ns, true)});
    return metadata;
}

} // namespace

std::vector<const mesh::KindSchema*> creatableKinds()
{
    std::vector<const mesh::KindSchema*> kinds;
    for (const mesh::KindSchema& kind : mesh::Schema::builtIn().kinds()) {
        // mesh config stands in a string of a ConfigMap
        if (kind.root->field("kind") != nullptr)
            kinds.push_back(&kind);
    }
    std::ranges::sort(kinds, {}, [](const mesh::KindSchema* kind) { return std::pair(kind->kind, kind->group); });
    return kinds;
}

std::vector<std::string> knownNamespaces(const Snapshot& snapshot)
{
    auto names = snapshot.graph->namespaces();
    for (const ResourceIndex index : snapshot.graph->ofKind("Namespace"))
        names.push_back(snapshot.graph->at(index).key.name);
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    std::erase(names, std::string());
    return names;
}

std::string proposedPath(const Snapshot& snapshot, const ResourceDraft& draft)
{
    namespace fs = std::filesystem;
    const std::string plain = draft.name + '-' + shortNameOf(draft) + ".yaml";
    const mesh::Resource* example = neighbour(*snapshot.graph, draft);
    if (example != nullptr && example->key.ns == draft.ns) {
        const fs::path file(example->locate().path);
        const std::string named = replaced(file.filename().string(), example->key.name, draft.name);
        return (file.parent_path() / (named.empty() ? plain : named)).generic_string();
    }
    // the directory that has most of the namespace
    std::map<fs::path, int> directories;
    for (const auto& resource : snapshot.graph->resources()) {
        if (resource->key.ns == draft.ns)
            ++directories[fs::path(resource->locate().path).parent_path()];
    }
    fs::path directory = snapshot.environment.name == "." ? fs::path() : fs::path(snapshot.environment.name);
    if (!directories.empty())
        directory = std::ranges::max_element(directories, {}, [](const auto& each) { return each.second; })->first;
    return (directory / plain).generic_string();
}

ResourceDraft proposedDraft(const Snapshot& snapshot, const mesh::KindSchema& kind, const mesh::ElementRef& beside)
{
    ResourceDraft draft{.group = kind.group, .kind = kind.kind, .name = {}, .ns = {}, .path = {}};
    if (kind.isNamespaced) {
        draft.ns = beside.key.kind == "Namespace" ? beside.key.name : beside.key.ns;
        if (draft.ns.empty()) {
            const mesh::Resource* example = neighbour(*snapshot.graph, draft);
            const auto names = knownNamespaces(snapshot);
            draft.ns = example != nullptr ? example->key.ns : names.empty() ? std::string() : names.front();
        }
    }
    return draft;
}

ResourceDraft draftOfCopy(const Snapshot& snapshot, const mesh::Resource& original)
{
    ResourceDraft draft{.group = original.key.group,
                        .kind = original.key.kind,
                        .name = original.key.name + "-copy",
                        .ns = original.key.ns,
                        .path = {}};
    for (int number = 2; !snapshot.graph->find(keyOf(snapshot, draft)).empty(); ++number)
        draft.name = original.key.name + "-copy-" + std::to_string(number);
    draft.path = proposedPath(snapshot, draft);
    return draft;
}

mesh::ResourceKey keyOf(const Snapshot& snapshot, const ResourceDraft& draft)
{
    return {snapshot.graph->environment(), draft.group, draft.kind, draft.ns, draft.name};
}

Expected<MeshEdit> planNewResource(const Snapshot& snapshot, const ResourceDraft& draft)
{
    const mesh::KindSchema* table = tableOf(draft);
    if (table == nullptr)
        return std::unexpected(Error{"new.kind", {draft.kind}, {}});
    if (const auto checked = check(snapshot, draft); !checked)
        return std::unexpected(checked.error());
    mesh::ValueSchema specType;
    specType.type = mesh::ValueType::Object;
    specType.object = table->spec;
    NewValue spec = seedOf(specType);
    fillHosts(spec, *table->spec, draft.name);
    MeshEdit edit;
    edit.additions.push_back(
        {draft.path,
         NewValue::mapping({{"apiVersion", NewValue::scalar(apiVersionFor(snapshot, draft, table))},
                            {"kind", NewValue::scalar(draft.kind)},
                            {"metadata", metadataOf(draft)},
                            {"spec", std::move(spec)}})});
    return edit;
}

Expected<MeshEdit> planDuplicate(const Snapshot& snapshot, const mesh::ElementRef& original, const ResourceDraft& draft)
{
    const ResourceIndex index = snapshot.graph->find(original);
    if (index == mesh::noResource)
        return std::unexpected(Error{"edit.noResource", {original.key.kind, original.key.name}, {}});
    if (const auto checked = check(snapshot, draft); !checked)
        return std::unexpected(checked.error());
    NewValue value = copyOf(snapshot.graph->at(index).rootNode());
    for (source::NewEntry& entry : value.entries) {
        if (entry.key != "metadata")
            continue;
        NewValue metadata = metadataOf(draft);
        for (source::NewEntry& old : entry.value.entries) {
            // what the cluster wrote belongs to the original
            const bool isOwn = old.key == "name" || old.key == "namespace" || old.key == "uid"
                || old.key == "resourceVersion" || old.key == "creationTimestamp" || old.key == "generation"
                || old.key == "managedFields" || old.key == "selfLink";
            if (!isOwn)
                metadata.entries.push_back(std::move(old));
        }
        entry.value = std::move(metadata);
    }
    std::erase_if(value.entries, [](const source::NewEntry& entry) { return entry.key == "status"; });
    MeshEdit edit;
    edit.additions.push_back({draft.path, std::move(value)});
    return edit;
}

} // namespace meshdraft::workspace
