// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/rollbackscope.h"

#include "models/changes/meshchange.h"
#include "models/changes/split.h"
#include "models/source/split.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/revert.h"

#include <algorithm>

namespace meshdraft::workspace {
namespace {

/// One file at two times, as a snapshot in which the later text is pending.
Snapshot snapshotOf(const std::string& path, const source::ParsedTextPtr& before, const source::ParsedTextPtr& now)
{
    const auto graphOf = [&](const source::ParsedTextPtr& text) {
        return mesh::MeshGraph::build({}, mesh::readResources({}, path, text, "default"));
    };
    Snapshot snapshot;
    snapshot.saved.put(path, before);
    snapshot.current.put(path, now);
    snapshot.savedGraph = graphOf(before);
    snapshot.graph = graphOf(now);
    snapshot.change = changes::compareGraphs(*snapshot.savedGraph, *snapshot.graph);
    return snapshot;
}

/// The place of a route in a resource; nothing where it is not there.
std::optional<mesh::FieldPath> routePath(const mesh::Resource& resource, const std::string& route)
{
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr)
        return std::nullopt;
    const auto found = changes::findRoute(*table, route);
    return found ? std::optional(resource.pathOf((*found)->node)) : std::nullopt;
}

std::optional<mesh::ElementRef> elementOf(const changes::ResourceChange& change, const RollbackScope& scope)
{
    const auto& resource = change.after ? change.after : change.before;
    if (!scope.takes(*resource))
        return std::nullopt;
    auto element = resource->element();
    if (scope.kind != RollbackScope::Kind::Route)
        return element;
    if (!change.before || !change.after)
        return std::nullopt;
    for (const auto& each : {change.after, change.before}) {
        if (const auto path = routePath(*each, scope.route)) {
            element.field = *path;
            return element;
        }
    }
    return std::nullopt;
}

/// The documents of a scope, of a file that is gone as a whole.
std::string documentsOf(const std::string& path, const source::ParsedTextPtr& text, const RollbackScope& scope)
{
    const auto resources = mesh::readResources({}, path, text, "default");
    if (std::ranges::all_of(resources, [&](const auto& each) { return scope.takes(*each); }))
        return *text->text;
    std::string result;
    std::optional<std::uint32_t> last;
    for (const auto& resource : resources) {
        if (!scope.takes(*resource) || last == resource->source.document)
            continue;
        last = resource->source.document;
        const auto range = resource->document().range;
        auto part = text->text->substr(range.begin, range.size());
        part.erase(0, part.find_first_not_of("\r\n"));
        if (!result.empty() && !part.starts_with("---"))
            result += "---\n";
        result += part;
        if (!result.ends_with('\n'))
            result += '\n';
    }
    return result;
}

/// A text with its documents: each chunk from its separator to the next one.
struct Chunks {
    explicit Chunks(const source::ParsedText& text)
        : whole(text)
        , list(source::splitDocuments(*text.text, text.lines.starts()))
    {
    }

    std::uint32_t begin(std::size_t i) const { return i == 0 ? 0 : list[i].begin; }
    std::uint32_t end(std::size_t i) const
    {
        return i + 1 < list.size() ? list[i + 1].begin : static_cast<std::uint32_t>(whole.text->size());
    }
    std::string_view bytes(std::size_t i) const
    {
        return std::string_view(*whole.text).substr(begin(i), end(i) - begin(i));
    }
    /// The key of the only resource of a document; nothing for a List and for what is no resource.
    std::optional<mesh::ResourceKey> keyOf(const mesh::MeshGraph& graph, std::size_t i) const
    {
        std::optional<mesh::ResourceKey> key;
        for (const auto& resource : graph.resources()) {
            if (resource->source.document != i)
                continue;
            if (key || resource->rootNode().parent().isValid())
                return std::nullopt;
            key = resource->key;
        }
        return key;
    }

    const source::ParsedText& whole;
    std::vector<source::Chunk> list;
};

/// Takes the document of a resource that came out of the text, its neighbours as they are.
std::optional<std::string> withoutDocument(const Snapshot& snapshot, const mesh::Resource& resource)
{
    const Chunks now(*snapshot.current.find(resource.source.path)->text);
    const std::size_t place = resource.source.document;
    if (place >= now.list.size() || now.keyOf(*snapshot.graph, place) != resource.key)
        return std::nullopt;
    auto text = *now.whole.text;
    text.erase(now.begin(place), now.bytes(place).size());
    return text;
}

/// Puts the document of a resource that went back behind the one that it stood behind.
std::optional<std::string> withDocument(const Snapshot& snapshot, const mesh::Resource& resource)
{
    const Chunks old(*snapshot.saved.find(resource.source.path)->text);
    const Chunks now(*snapshot.current.find(resource.source.path)->text);
    const std::size_t place = resource.source.document;
    if (place >= old.list.size() || old.keyOf(*snapshot.savedGraph, place) != resource.key)
        return std::nullopt;
    std::size_t at = 0; // its place among the chunks of now
    for (auto before = place; before-- > 0 && at == 0;) {
        const auto key = old.keyOf(*snapshot.savedGraph, before);
        for (std::size_t i = 0; key && i < now.list.size(); ++i) {
            if (now.keyOf(*snapshot.graph, i) == key)
                at = i + 1;
        }
    }
    const auto& text = *now.whole.text;
    const std::string lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
    const auto offset = at == 0 ? 0 : now.end(at - 1);
    auto result = text.substr(0, offset);
    const auto add = [&](std::string_view part) {
        if (!result.empty() && !result.ends_with('\n'))
            result += lineEnd;
        if (!result.empty() && !part.empty() && !part.starts_with("---"))
            result += "---" + lineEnd;
        result += part;
    };
    add(old.bytes(place));
    add(std::string_view(text).substr(offset));
    return result;
}

/// The text with one resource as it was before.
std::optional<std::string> putBack(const Snapshot& snapshot, const mesh::ElementRef& element,
                                   const changes::ResourceChange& change, const RollbackScope& scope)
{
    if (!change.before || !change.after) {
        auto text = change.after ? withoutDocument(snapshot, *change.after) : withDocument(snapshot, *change.before);
        if (text)
            return text;
    }
    const auto edit =
        scope.kind == RollbackScope::Kind::Route ? revertFieldEdit(snapshot, element) : revertEdit(snapshot, element);
    if (!edit || edit->files.empty())
        return std::nullopt;
    const auto& file = edit->files.front();
    const auto text = source::applySplices(*snapshot.current.find(file.path)->text->text, file.splices);
    return text ? std::optional(*text) : std::nullopt;
}

} // namespace

bool RollbackScope::takes(const mesh::Resource& resource) const
{
    const bool isThere = ns.empty() || resource.key.ns == ns || !resource.namespaceIsWritten;
    return isThere && (resourceKind.empty() || resource.key.kind == resourceKind)
        && (name.empty() || resource.key.name == name);
}

std::optional<std::string> restored(const std::string& path, const std::string& now, const std::string& before,
                                    const RollbackScope& scope, ParseCache& cache)
{
    const auto old = cache.parse(before);
    if (now.empty() && scope.kind != RollbackScope::Kind::Route) {
        auto text = documentsOf(path, old, scope);
        return text.empty() ? std::nullopt : std::optional(std::move(text));
    }
    std::string text = now;
    std::vector<mesh::ElementRef> done;
    while (true) {
        const auto snapshot = snapshotOf(path, old, cache.parse(text));
        const changes::ResourceChange* next = nullptr;
        for (const auto& change : snapshot.change.resources) {
            const auto element = elementOf(change, scope);
            // the place of one can move when another is put back
            const auto isSame = [&](const mesh::ElementRef& other) { return other.key == element->key; };
            if (element && std::ranges::none_of(done, isSame)) {
                done.push_back(*element);
                next = &change;
                break;
            }
        }
        if (next == nullptr)
            break;
        if (auto changed = putBack(snapshot, done.back(), *next, scope))
            text = std::move(*changed);
    }
    return text == now ? std::nullopt : std::optional(std::move(text));
}

bool holdsNothing(const source::ParsedText& text)
{
    return text.kind == source::TextKind::Yaml && text.errors.empty()
        && std::ranges::all_of(text.documents, [](const auto& document) {
               const auto root = document->root();
               return !root.isValid() || (!root.isMapping() && !root.isSequence() && root.value().empty());
           });
}

} // namespace meshdraft::workspace
