// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/editor/fieldhelp.h"

#include "models/kustomize/provenance.h"
#include "models/mesh/effective/references.h"
#include "models/workspace/editor/completion.h"
#include "models/workspace/editor/editorfile.h"

#include <algorithm>
#include <functional>

namespace meshdraft::workspace {

namespace {

std::string typeOf(const mesh::ValueSchema& value)
{
    std::string name(mesh::valueTypeName(value.type));
    if ((value.type == mesh::ValueType::List || value.type == mesh::ValueType::Map) && value.element)
        name += " of " + std::string(mesh::valueTypeName(value.element->type));
    return name;
}

TextPlace placeIn(const Snapshot& snapshot, const mesh::Resource& resource, source::NodeId node)
{
    TextPlace place;
    place.element = resource.element(node);
    place.range = placeOf(snapshot, place.element);
    const auto where = resource.locate(node);
    place.path = where.path;
    place.line = where.line;
    place.kind = resource.key.kind;
    place.text = resource.key.ns.empty() ? resource.key.name : resource.key.ns + "/" + resource.key.name;
    return place;
}

/// The place of the current text as it is in the text that the graph was read from.
std::uint32_t inGraph(const Snapshot& snapshot, const std::string& path, std::uint32_t offset)
{
    const auto* file = snapshot.current.find(path);
    const auto good = snapshot.lastGood.find(path);
    if (file == nullptr || good == snapshot.lastGood.end())
        return offset;
    return movedOffset(*file->text->text, *good->second->text, offset);
}

bool isAt(const mesh::Resource& resource, source::NodeId node, std::uint32_t offset)
{
    if (node == source::noNode)
        return false;
    // The key of the value belongs to it as well.
    const auto value = resource.node(node);
    const auto key = value.key();
    const auto begin = key.isValid() ? key.range().begin : value.range().begin;
    return offset >= begin && offset <= value.range().end;
}

void addHost(const Snapshot& snapshot, const std::string& host, const std::string& ns, FieldHelp& help)
{
    const auto& graph = *snapshot.graph;
    const auto found = graph.resolveHost(host, ns);
    if (found.resource == mesh::noResource)
        return;
    auto place = placeIn(snapshot, graph.at(found.resource), source::noNode);
    place.text = found.fqdn;
    help.targets.push_back(std::move(place));
    for (const auto index : graph.workloadsOf(found.resource)) {
        const auto& resource = graph.at(index);
        auto workload = placeIn(snapshot, resource, source::noNode);
        workload.text = resource.key.name;
        if (const auto* body = std::get_if<mesh::Workload>(&resource.body); body != nullptr && body->replicas)
            workload.detail = std::to_string(*body->replicas);
        help.targets.push_back(std::move(workload));
    }
}

/// Subset, gateway or delegate: what the graph says the value leads to.
const mesh::DestinationRule::Subset* subsetOf(const mesh::Resource& rule, std::string_view name)
{
    const auto* body = std::get_if<mesh::DestinationRule>(&rule.body);
    if (body == nullptr)
        return nullptr;
    const auto found =
        std::ranges::find_if(body->subsets, [&](const auto& subset) { return subset.name.value == name; });
    return found == body->subsets.end() ? nullptr : &*found;
}

} // namespace

std::optional<FieldHelp> fieldHelpAt(const Snapshot& snapshot, std::string_view text, const CaretPath& caret)
{
    const auto* schema = caret.schema();
    if (schema == nullptr || caret.place == CaretPath::Place::Text)
        return std::nullopt;
    const auto path = caret.place == CaretPath::Place::Key ? caret.pathOfKey() : caret.path();
    FieldHelp help;
    help.field = schema->fieldAt(path);
    if (help.field == nullptr)
        return std::nullopt;
    help.type = typeOf(help.field->value);
    std::vector<std::string> names;
    for (const auto& step : caret.steps) {
        if (!step.isIndex)
            names.push_back(step.key);
    }
    if (caret.place == CaretPath::Place::Key && !caret.key.empty())
        names.push_back(caret.key);
    help.title = names.empty() ? std::string() : names.back();
    // "spec" says nothing that "hosts" does not.
    if (names.size() > 1 && names[names.size() - 2] != "spec")
        help.title = names[names.size() - 2] + "." + help.title;
    if (snapshot.graph && help.field->value.format == mesh::ValueFormat::Host
        && caret.place == CaretPath::Place::Value) {
        std::string host(text.substr(caret.word.begin, caret.word.size()));
        std::erase_if(host, [](char c) { return c == '"' || c == '\''; });
        if (!host.empty())
            addHost(snapshot, host, namespaceAt(snapshot, caret), help);
    }
    return help;
}

namespace {

/// True for the node of a reference that is asked about.
using IsMeant = std::function<bool(const mesh::Resource&, source::NodeId)>;

std::optional<TextPlace> definitionOf(const Snapshot& snapshot, mesh::ResourceIndex index, const IsMeant& isMeant)
{
    const auto& graph = *snapshot.graph;
    const auto& resource = graph.at(index);
    for (const auto& reference : graph.referencesFrom(index)) {
        if (reference.type != mesh::ReferenceType::Selects && isMeant(resource, reference.subsetNode)) {
            for (const auto rule : graph.destinationRulesFor(reference.target)) {
                if (const auto* subset = subsetOf(graph.at(rule), reference.subset))
                    return placeIn(snapshot, graph.at(rule), subset->node);
            }
        }
        if (reference.to != mesh::noResource && isMeant(resource, reference.node))
            return placeIn(snapshot, graph.at(reference.to), source::noNode);
    }
    // selectors, targetRefs, namespaces of exportTo, egress hosts: what the graph itself does not keep
    const mesh::effective::MeshView view(snapshot.graph);
    for (const auto& reference : mesh::effective::referencesFrom(view, index)) {
        const auto node = reference.element.field.resolve(resource.rootNode());
        if (reference.to != mesh::noResource && !reference.element.field.isEmpty() && node.isValid()
            && isMeant(resource, node.id()))
            return placeIn(snapshot, graph.at(reference.to), source::noNode);
    }
    return std::nullopt;
}

/// The scalar of a file at a place, or behind the key there.
kustomize::SourcePlace scalarAt(const source::ParsedText& text, const std::string& path, std::uint32_t offset)
{
    for (const auto& document : text.documents) {
        if (offset < document->range.begin || offset > document->range.end)
            continue;
        for (source::NodeId id = 0; id < document->nodes.size(); ++id) {
            const source::NodeRef node(document.get(), id);
            const auto key = node.key();
            const auto begin = key.isValid() ? key.range().begin : node.range().begin;
            if (node.isScalar() && offset >= begin && offset <= node.range().end)
                return {path, document->index, id, std::nullopt};
        }
    }
    return {};
}

/// A file that a rendered environment is made of: asks what its scalar has become.
std::optional<TextPlace> renderedDefinition(const Snapshot& snapshot, const std::string& path, std::uint32_t offset)
{
    const auto* file = snapshot.current.find(path);
    if (file == nullptr || !snapshot.render)
        return std::nullopt;
    const auto place = scalarAt(*file->text, path, offset);
    if (place.node == source::noNode)
        return std::nullopt;
    for (const auto& field : kustomize::fieldsFrom(*snapshot.render, place)) {
        for (const auto index : snapshot.graph->find(field.key)) {
            const auto found = definitionOf(snapshot, index, [&](const mesh::Resource& resource, source::NodeId node) {
                return node != source::noNode && field.field.isWithin(resource.pathOf(node));
            });
            if (found)
                return found;
        }
    }
    return std::nullopt;
}

} // namespace

std::optional<TextPlace> definitionAt(const Snapshot& snapshot, const std::string& path, std::uint32_t offset)
{
    if (!snapshot.graph)
        return std::nullopt;
    const auto& graph = *snapshot.graph;
    const auto at = inGraph(snapshot, path, offset);
    for (const auto index : graph.ofFile(path)) {
        const auto range = graph.at(index).document().range;
        if (graph.at(index).sourceMap || at < range.begin || at > range.end)
            continue;
        const auto found = definitionOf(snapshot, index, [&](const mesh::Resource& resource, source::NodeId node) {
            return isAt(resource, node, at);
        });
        if (found)
            return found;
    }
    return snapshot.isRendered() ? renderedDefinition(snapshot, path, offset) : std::nullopt;
}

std::vector<TextPlace> whereUsed(const Snapshot& snapshot, const mesh::ElementRef& element)
{
    std::vector<TextPlace> places;
    const auto index = snapshot.graph ? snapshot.graph->find(element) : mesh::noResource;
    if (index == mesh::noResource)
        return places;
    const auto& graph = *snapshot.graph;
    std::vector<const mesh::Reference*> references = graph.referencesTo(index);
    const auto& resource = graph.at(index);
    // A subset is named by the routes to its host.
    if (const auto steps = element.field.steps(); steps && steps->size() >= 3 && (*steps)[1].key == "subsets") {
        const auto node = element.field.resolve(resource.rootNode());
        const auto name = std::string(node["name"].value());
        references.clear();
        for (const auto* reference : graph.references()) {
            if (reference->type != mesh::ReferenceType::Selects && reference->subset == name
                && std::ranges::contains(graph.destinationRulesFor(reference->target), index))
                references.push_back(reference);
        }
        for (const auto* reference : references) {
            places.push_back(placeIn(snapshot, graph.at(reference->from), reference->subsetNode));
            places.back().detail = places.back().element.field.text();
        }
        return places;
    }
    for (const auto* reference : references) {
        auto place = placeIn(snapshot, graph.at(reference->from), reference->node);
        place.detail = place.element.field.text();
        places.push_back(std::move(place));
    }
    return places;
}

std::vector<TextPlace> referencesAt(const Snapshot& snapshot, const std::string& path, std::uint32_t offset)
{
    const auto element = elementAt(snapshot, path, offset);
    if (element.field.text().starts_with("spec.subsets["))
        return whereUsed(snapshot, element);
    // At a name that leads elsewhere: who else leads there.
    if (const auto definition = definitionAt(snapshot, path, offset))
        return whereUsed(snapshot, definition->element);
    return whereUsed(snapshot, element);
}

} // namespace meshdraft::workspace
