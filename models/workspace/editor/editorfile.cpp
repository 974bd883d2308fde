// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/editor/editorfile.h"

#include "models/changes/linediff.h"
#include "models/mesh/elementplace.h"
#include "models/mesh/kinds.h"
#include "models/workspace/editor/caretpath.h"

#include <algorithm>
#include <tuple>

namespace meshdraft::workspace {

namespace {

Error reason(const char* code, const std::string& argument)
{
    return {.code = code, .args = {argument}, .where = {}};
}

/// The resource of the graph at a place of the text that the graph was read from.
mesh::ResourceIndex resourceAt(const mesh::MeshGraph& graph, const std::string& path, std::uint32_t offset)
{
    mesh::ResourceIndex found = mesh::noResource;
    for (const auto index : graph.ofFile(path)) {
        const auto& resource = graph.at(index);
        if (resource.sourceMap)
            continue;
        const auto& document = resource.document();
        const bool isOnly = document.root().id() == resource.root;
        const auto range = isOnly ? document.range : resource.rootNode().range();
        if (offset >= range.begin && offset <= range.end)
            found = index;
        if (offset < range.end)
            break;
    }
    return found;
}

/// The last node that begins at or before a place and is not over there.
source::NodeRef nodeAt(const mesh::Resource& resource, std::uint32_t offset)
{
    source::NodeRef found = resource.rootNode();
    bool deeper = true;
    while (deeper) {
        deeper = false;
        source::NodeRef next;
        for (const auto& entry : found.isMapping() ? found.entries() : std::vector<source::NodeRef::Entry>()) {
            if (entry.key.range().begin <= offset)
                next = entry.value;
        }
        for (const auto& item : found.isSequence() ? found.items() : std::vector<source::NodeRef>()) {
            if (item.range().begin <= offset)
                next = item;
        }
        if (next.isValid() && next.range().end >= offset) {
            found = next;
            deeper = true;
        }
    }
    return found;
}

/// The part of a path that views know: a route, subset or server.
mesh::FieldPath partOf(const mesh::FieldPath& path)
{
    const auto steps = path.steps();
    if (!steps || steps->size() < 3 || (*steps)[0].key != "spec" || !(*steps)[2].isIndex)
        return {};
    const auto& list = (*steps)[1].key;
    if (!std::ranges::contains(
            std::initializer_list<std::string_view>{"http", "tls", "tcp", "rules", "subsets", "servers", "listeners"},
            list))
        return {};
    return mesh::FieldPath().child("spec").child(list).child((*steps)[2].index);
}

/// A file that a rendered resource is made of, or patched by, says who it is.
mesh::ElementRef renderedElement(const Snapshot& snapshot, std::string_view text, std::uint32_t offset)
{
    const auto caret = caretPathAt(text, offset);
    for (const auto index : snapshot.graph->ofKind(caret.kind)) {
        const auto& resource = snapshot.graph->at(index);
        if (resource.key.name != caret.name || resource.key.group != mesh::groupOf(caret.apiVersion)
            || (!caret.ns.empty() && resource.key.ns != caret.ns))
            continue;
        auto element = resource.element();
        element.field = partOf(caret.path());
        return element;
    }
    return {};
}

} // namespace

std::optional<Error> readOnlyReason(const Snapshot& snapshot, const std::string& path)
{
    const auto* file = snapshot.current.find(path);
    if (file == nullptr)
        return reason("edit.noSuchFile", path);
    if (file->text->kind == source::TextKind::Unreadable)
        return reason("editor.undecodable", path);
    if (file->text->text->size() > largestEditable)
        return reason("editor.large", path);
    if (file->text->kind == source::TextKind::Template && !snapshot.lastGood.contains(path))
        return reason("editor.template", path);
    if (snapshot.isReadOnly())
        return reason("editor.revision", snapshot.revision.toStdString());
    return std::nullopt;
}

std::uint32_t movedOffset(std::string_view from, std::string_view to, std::uint32_t offset)
{
    const auto splices = source::differenceOf(from, to);
    if (splices.empty() || offset <= splices.front().offset)
        return offset;
    const auto& splice = splices.front();
    if (offset < splice.offset + splice.length)
        return splice.offset;
    return static_cast<std::uint32_t>(offset - splice.length + splice.text.size());
}

std::vector<EditorMark> marksOf(const Snapshot& snapshot, const std::string& path)
{
    std::vector<EditorMark> marks;
    const auto* file = snapshot.current.find(path);
    if (file == nullptr)
        return marks;
    const auto& text = *file->text;
    const auto good = snapshot.lastGood.find(path);
    const auto splices = good == snapshot.lastGood.end() ? std::vector<source::Splice>()
                                                         : source::differenceOf(*good->second->text, *text.text);
    const auto size = static_cast<std::uint32_t>(text.text->size());
    const auto moved = [&](std::uint32_t offset) {
        if (splices.empty() || offset <= splices.front().offset)
            return std::min(offset, size);
        const auto& splice = splices.front();
        if (offset < splice.offset + splice.length)
            return splice.offset;
        return std::min(static_cast<std::uint32_t>(offset - splice.length + splice.text.size()), size);
    };
    for (const auto& finding : snapshot.findings) {
        if (finding.where.path != path || finding.where.line == 0)
            continue;
        // What is wrong with the text itself is told of the current one.
        const bool isOfText = finding.code == "MD001";
        auto range = finding.range;
        if (range.size() == 0) {
            const auto begin = text.lines.offsetOf(*text.text, finding.where);
            range = {begin, begin};
        }
        if (!isOfText)
            range = {moved(range.begin), moved(range.end)};
        marks.push_back({finding.severity, range, finding.code, finding.message, finding.args});
    }
    // A rendered environment does not check the files that it is made of.
    const bool isTold = std::ranges::contains(marks, std::string("MD001"), &EditorMark::code);
    for (const auto& error : isTold ? std::vector<Error>() : text.errors) {
        if (error.where.line == 0)
            continue;
        const auto begin = text.lines.offsetOf(*text.text, error.where);
        const auto end = std::min<std::size_t>(text.text->find_first_of("\r\n", begin), size);
        marks.push_back(
            {checks::Severity::Error, {begin, static_cast<std::uint32_t>(end)}, "MD001", error.code, error.args});
    }
    std::ranges::stable_sort(marks, {},
                             [](const EditorMark& mark) { return std::tuple(mark.range.begin, mark.severity); });
    return marks;
}

bool isIncomplete(const Snapshot& snapshot, const std::string& path)
{
    return snapshot.lastGood.contains(path);
}

std::vector<ChangeBar> changeBars(std::string_view before, std::string_view now)
{
    std::vector<ChangeBar> bars;
    const auto old = changes::splitLines(before);
    const auto lines = changes::splitLines(now);
    for (const auto& block : changes::diffLines(old, lines)) {
        const auto line = static_cast<int>(block.newBegin);
        const auto count = static_cast<int>(block.newEnd - block.newBegin);
        const auto kind = block.isInsertion() ? ChangeBar::Kind::Added
            : block.isDeletion()              ? ChangeBar::Kind::Removed
                                              : ChangeBar::Kind::Changed;
        bars.push_back({.kind = kind, .line = line, .count = count});
    }
    return bars;
}

std::optional<std::string> headText(const Snapshot& snapshot, const std::string& path)
{
    if (!snapshot.repository || snapshot.head.isUnborn())
        return std::nullopt;
    const auto bytes = snapshot.repository->readRevisionFile(snapshot.head.commit, path);
    if (!bytes || !*bytes)
        return std::nullopt;
    return (*bytes)->toStdString();
}

mesh::ElementRef elementAt(const Snapshot& snapshot, const std::string& path, std::uint32_t offset)
{
    if (!snapshot.graph)
        return {};
    const auto* file = snapshot.current.find(path);
    if (const auto good = snapshot.lastGood.find(path); good != snapshot.lastGood.end() && file != nullptr)
        offset = movedOffset(*file->text->text, *good->second->text, offset);
    const auto index = resourceAt(*snapshot.graph, path, offset);
    if (index == mesh::noResource)
        return snapshot.isRendered() && file != nullptr ? renderedElement(snapshot, *file->text->text, offset)
                                                        : mesh::ElementRef();
    const auto& resource = snapshot.graph->at(index);
    auto element = resource.element();
    element.field = partOf(resource.pathOf(nodeAt(resource, offset).id()));
    return element;
}

source::ByteRange placeOf(const Snapshot& snapshot, const mesh::ElementRef& element)
{
    const auto place = snapshot.graph ? mesh::placeOf(*snapshot.graph, element) : mesh::SourceMap::Place();
    const auto* file = snapshot.current.find(place.where.path);
    if (file == nullptr || place.where.line == 0)
        return {};
    auto range = place.range;
    if (range.size() == 0) {
        const auto begin = file->text->lines.offsetOf(*file->text->text, place.where);
        return {begin, begin};
    }
    if (const auto good = snapshot.lastGood.find(place.where.path); good != snapshot.lastGood.end()) {
        range = {movedOffset(*good->second->text, *file->text->text, range.begin),
                 movedOffset(*good->second->text, *file->text->text, range.end)};
    }
    return range;
}

std::string kindOfFile(const Snapshot& snapshot, const std::string& path)
{
    const auto* file = snapshot.current.find(path);
    if (file == nullptr || shownText(snapshot.lastGood, *file)->documents.empty())
        return {};
    return std::string(shownText(snapshot.lastGood, *file)->documents.front()->root()["kind"].value());
}

} // namespace meshdraft::workspace
