// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/revert.h"

#include "models/workspace/textblocks.h"

#include <algorithm>
#include <iterator>

namespace meshdraft::workspace {
namespace {

Error unchanged(const mesh::ElementRef& element)
{
    return {.code = "revert.unchanged", .args = {element.key.kind, element.key.name}, .where = {.path = element.path}};
}

/// The change of the resource that an element names; null when it has none.
const changes::ResourceChange* changeOf(const Snapshot& snapshot, const mesh::ElementRef& element)
{
    const auto isAt = [&](const mesh::ResourcePtr& resource, bool exactly) {
        return resource && resource->key == element.key
            && (!exactly
                || (resource->source.path == element.path && resource->source.document == element.document
                    && resource->source.item == element.item));
    };
    for (const bool exactly : {true, false}) {
        for (const auto& change : snapshot.change.resources) {
            if (isAt(change.after, exactly) || isAt(change.before, exactly))
                return &change;
        }
    }
    return nullptr;
}

/// The bytes of a resource: its whole document, or its item where the document holds several.
source::ByteRange rangeOf(const mesh::MeshGraph& graph, const mesh::Resource& resource)
{
    const auto inDocument = std::ranges::count_if(graph.ofFile(resource.source.path), [&](mesh::ResourceIndex other) {
        return graph.at(other).source.document == resource.source.document;
    });
    return inDocument > 1 ? resource.rootNode().range() : resource.document().range;
}

bool overlap(source::ByteRange a, source::ByteRange b)
{
    return a.begin < b.end && b.begin < a.end;
}

/// Splices that turn `current` back into `saved` where a block lies in the resource on either side.
std::vector<source::Splice> blocksBack(const std::string& current, const std::string& saved,
                                       source::ByteRange inCurrent, source::ByteRange inSaved)
{
    std::vector<source::Splice> splices;
    for (const auto& block : changedBlocks(current, saved)) {
        if (overlap(block.before, inCurrent) || overlap(block.after, inSaved)) {
            splices.push_back({.offset = block.before.begin,
                               .length = block.before.size(),
                               .text = saved.substr(block.after.begin, block.after.size())});
        }
    }
    return splices;
}

/// The splices for one file that an added, removed, moved or modified resource stands in.
std::vector<source::Splice> splicesFor(const Snapshot& snapshot, const std::string& path,
                                       const changes::ResourceChange& change)
{
    const auto& saved = *snapshot.saved.find(path)->text->text;
    const auto& current = *snapshot.current.find(path)->text->text;
    const auto before = change.before && change.before->source.path == path
        ? rangeOf(*snapshot.savedGraph, *change.before)
        : source::ByteRange{};
    const auto after = change.after && change.after->source.path == path ? rangeOf(*snapshot.graph, *change.after)
                                                                         : source::ByteRange{};
    if (before.size() > 0 && after.size() > 0) {
        auto splices = lineSplices(std::string_view(current).substr(after.begin, after.size()),
                                   std::string_view(saved).substr(before.begin, before.size()));
        for (auto& splice : splices)
            splice.offset += after.begin;
        return splices;
    }
    return blocksBack(current, saved, after, before);
}

} // namespace

Expected<source::Edit> revertEdit(const Snapshot& snapshot, const mesh::ElementRef& element)
{
    const auto* change = changeOf(snapshot, element);
    if (change == nullptr)
        return std::unexpected(unchanged(element));
    if (snapshot.isRendered())
        return std::unexpected(Error{.code = "rendered.revert", .args = {element.key.name}, .where = {}});
    std::vector<std::string> paths;
    for (const auto& resource : {change->before, change->after}) {
        if (resource && !std::ranges::contains(paths, resource->source.path))
            paths.push_back(resource->source.path);
    }
    source::Edit edit;
    for (const auto& path : paths) {
        const auto* file = snapshot.current.find(path);
        if (file == nullptr || snapshot.saved.find(path) == nullptr)
            continue;
        auto splices = splicesFor(snapshot, path, *change);
        if (!splices.empty())
            edit.files.push_back({.path = path, .base = file->text->id, .splices = std::move(splices)});
    }
    if (edit.files.empty())
        return std::unexpected(unchanged(element));
    return edit;
}

Expected<source::Edit> revertFieldEdit(const Snapshot& snapshot, const mesh::ElementRef& element)
{
    const auto* change = changeOf(snapshot, element);
    if (change == nullptr)
        return std::unexpected(unchanged(element));
    if (element.field.isEmpty() || !change->before || !change->after
        || change->before->source.path != change->after->source.path)
        return revertEdit(snapshot, element);
    if (snapshot.isRendered())
        return std::unexpected(Error{.code = "rendered.revert", .args = {element.key.name}, .where = {}});
    const auto& path = change->after->source.path;
    const auto& saved = *snapshot.saved.find(path)->text->text;
    const auto* file = snapshot.current.find(path);
    const auto& current = *file->text->text;
    std::vector<source::Splice> splices;
    for (const auto& field : change->fields) {
        if (!field.path.isWithin(element.field) && !element.field.isWithin(field.path))
            continue;
        if (field.operation == changes::Operation::Modified) {
            splices.push_back({.offset = field.newRange.begin,
                               .length = field.newRange.size(),
                               .text = saved.substr(field.oldRange.begin, field.oldRange.size())});
        } else {
            std::ranges::move(blocksBack(current, saved, field.newRange, field.oldRange), std::back_inserter(splices));
        }
    }
    std::ranges::sort(splices, {}, &source::Splice::offset);
    // one block may hold several fields
    const auto same = std::ranges::unique(splices);
    splices.erase(same.begin(), same.end());
    if (splices.empty())
        return std::unexpected(unchanged(element));
    return source::Edit{{{.path = path, .base = file->text->id, .splices = std::move(splices)}}};
}

namespace {

Error unchangedFile(const std::string& path)
{
    return {.code = "revert.unchanged", .args = {path, {}}, .where = {.path = path}};
}

} // namespace

Expected<source::Edit> revertBlockEdit(const Snapshot& snapshot, const std::string& path, std::size_t block)
{
    const auto* file = snapshot.current.find(path);
    const auto* saved = snapshot.saved.find(path);
    if (file == nullptr || saved == nullptr)
        return std::unexpected(unchangedFile(path));
    const auto blocks = changedBlocks(*saved->text->text, *file->text->text);
    if (block >= blocks.size())
        return std::unexpected(unchangedFile(path));
    const auto& range = blocks[block];
    return source::Edit{{{.path = path,
                          .base = file->text->id,
                          .splices = {{.offset = range.after.begin,
                                       .length = range.after.size(),
                                       .text = saved->text->text->substr(range.before.begin, range.before.size())}}}}};
}

Expected<source::Edit> revertFileEdit(const Snapshot& snapshot, const std::string& path)
{
    const auto* file = snapshot.current.find(path);
    const auto* saved = snapshot.saved.find(path);
    if (file == nullptr || saved == nullptr || file->text->id == saved->text->id)
        return std::unexpected(unchangedFile(path));
    return source::Edit{
        {{.path = path, .base = file->text->id, .splices = lineSplices(*file->text->text, *saved->text->text)}}};
}

source::Edit revertAllEdit(const Snapshot& snapshot)
{
    source::Edit edit;
    for (const auto& path : snapshot.changedFiles()) {
        const auto* file = snapshot.current.find(path);
        const auto* saved = snapshot.saved.find(path);
        if (file == nullptr || saved == nullptr)
            continue;
        edit.files.push_back(
            {.path = path, .base = file->text->id, .splices = lineSplices(*file->text->text, *saved->text->text)});
    }
    return edit;
}

} // namespace meshdraft::workspace
