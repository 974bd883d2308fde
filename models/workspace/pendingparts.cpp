// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/pendingparts.h"

#include "models/changes/statements.h"
#include "models/kustomize/kustomizationfile.h"
#include "models/mesh/identity.h"
#include "models/workspace/partialtext.h"
#include "models/workspace/textblocks.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

namespace meshdraft::workspace {
namespace {

Error entangled(const std::string& name, const std::string& path)
{
    return {.code = "stack.entangled", .args = {name}, .where = {.path = path}};
}

const mesh::Resource& resourceOf(const changes::ResourceChange& change)
{
    return change.after ? *change.after : *change.before;
}

/// A change of comments or of what stands between documents only.
bool isTextOnly(const changes::ResourceChange& change)
{
    return change.operation == changes::Operation::Modified && change.fields.empty();
}

class Splitter {
public:
    Splitter(const Snapshot& snapshot, const PendingParts& parts, std::size_t last)
        : m_snapshot(snapshot)
        , m_parts(parts)
        , m_last(last)
        , m_rest(parts.rest)
    {
        for (const auto& change : snapshot.change.resources)
            note(change);
        // What is rendered from one part alone needs no telling apart.
        const auto& changes = snapshot.change.resources;
        if (snapshot.isRendered() && !changes.empty()) {
            const auto first = parts.of(changes.front());
            const bool isOne = std::ranges::all_of(changes, [&](const auto& change) {
                const auto range = parts.of(change);
                return range.gains == first.gains && range.loses == first.gains;
            });
            m_rest = isOne ? first.gains : m_rest;
        }
    }

    Expected<SnapshotPtr> split()
    {
        source::Edit edit;
        for (const auto& path : m_snapshot.changedFiles()) {
            const auto* saved = m_snapshot.saved.find(path);
            const auto* current = m_snapshot.current.find(path);
            if (saved == nullptr || current == nullptr)
                continue;
            const auto text = textOf(path, *saved->text, *current->text);
            if (!text)
                return std::unexpected(entangled(path, path));
            auto splices = lineSplices(*current->text->text, *text);
            if (!splices.empty())
                edit.files.push_back({.path = path, .base = current->text->id, .splices = std::move(splices)});
        }
        if (edit.files.empty())
            return std::make_shared<const Snapshot>(m_snapshot);
        auto part = withEdit(m_snapshot, edit);
        if (!part)
            return part;
        const auto proved = prove(**part);
        return proved ? std::move(part) : std::unexpected(proved.error());
    }

private:
    using Place = std::tuple<bool, std::string, std::uint32_t, std::uint32_t>;

    void note(const changes::ResourceChange& change)
    {
        // What stands around a resource comes and goes with its neighbours.
        if (isTextOnly(change) && change.before->rootNode().text() == change.after->rootNode().text())
            return;
        const auto range = m_parts.of(change);
        for (const auto& resource : {change.before, change.after}) {
            if (!resource)
                continue;
            const auto& source = resource->source;
            // Of a renamed resource one goes and another one comes.
            auto its = range;
            if (change.operation == changes::Operation::Renamed)
                (resource == change.after ? its.loses : its.gains) = resource == change.after ? its.gains : its.loses;
            if (m_snapshot.isRendered())
                m_rendered.emplace(resource->key.kind, std::pair(resource->key.name, its));
            else
                m_places[{resource == change.after, source.path, source.document, source.item}] = its;
        }
    }

    Taken takenOf(PartRange range) const
    {
        if (range.gains > m_last)
            return Taken::Before;
        return range.loses > m_last ? Taken::Both : Taken::After;
    }

    /// The part of a resource in a file; of one that the environment renders by the names that it has in its file.
    std::optional<PartRange> rangeAt(const std::string& path, const mesh::Identity& identity, bool isAfter) const
    {
        if (!m_snapshot.isRendered()) {
            const auto found = m_places.find({isAfter, path, identity.document, identity.item});
            return found == m_places.end() ? std::nullopt : std::optional(found->second);
        }
        return rangeOf(identity.kind, identity.name);
    }

    std::optional<PartRange> rangeOf(std::string_view kind, std::string_view name) const
    {
        const auto [begin, end] = m_rendered.equal_range(kind);
        std::optional<PartRange> range;
        for (auto at = begin; at != end; ++at) {
            const auto& [known, its] = at->second;
            if (known == name)
                return its;
            // with the prefix and suffix that Kustomize gives it; a patch may leave it out
            if (known.contains(name))
                range = its;
        }
        return range;
    }

    struct PatchLines {
        source::ByteRange range; ///< whole lines
        PartRange part;
    };

    /// The patches within a kustomization whose resources change, and the key before them.
    std::vector<PatchLines> patchesIn(const source::ParsedText& text) const
    {
        std::vector<PatchLines> patches;
        if (!m_snapshot.isRendered() || text.documents.empty())
            return patches;
        const auto root = text.documents.front()->root();
        const auto list = kustomize::fieldOf(root, "patches");
        if (!list.isSequence() || list.node().style == source::NodeStyle::Flow || list.key().range().size() == 0)
            return patches;
        const auto lineOf = [&text](source::NodeRef node) {
            const auto before = std::string_view(*text.text).substr(0, node.range().begin);
            return static_cast<std::uint32_t>(before.rfind('\n') + 1);
        };
        auto end = text.documents.front()->range.end;
        for (const auto& entry : root.entries()) {
            if (entry.key.range().begin > list.range().begin)
                end = std::min(end, lineOf(entry.key));
        }
        const auto items = list.items();
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto last = i + 1 < items.size() ? lineOf(items[i + 1]) : end;
            if (const auto part = partOfPatch(items[i]))
                patches.push_back({{lineOf(items[i]), last}, *part});
        }
        if (!patches.empty() && !items.empty()) {
            const auto first = std::ranges::min(patches, {}, [](const auto& patch) { return patch.part.gains; });
            patches.push_back({{lineOf(list.key()), lineOf(items.front())}, first.part});
        }
        return patches;
    }

    std::optional<PartRange> partOfPatch(source::NodeRef item) const
    {
        if (const auto target = item["target"]; target.isMapping())
            return rangeOf(target["kind"].value(), target["name"].value());
        const auto patch = source::parseText(std::string(item["patch"].value()));
        const auto identities = mesh::identitiesIn(*patch, "default");
        return identities.empty() ? std::nullopt : rangeOf(identities.front().kind, identities.front().name);
    }

    struct Ranges {
        std::map<std::tuple<bool, std::uint32_t, std::uint32_t>, PartRange> at;

        bool areOne() const
        {
            const auto& first = at.begin()->second;
            return std::ranges::all_of(at, [&](const auto& each) {
                return each.second.gains == first.gains && each.second.loses == first.gains;
            });
        }
    };

    Ranges rangesIn(const std::string& path, const source::ParsedText& saved, const source::ParsedText& current) const
    {
        Ranges ranges;
        for (const bool isAfter : {false, true}) {
            for (const auto& identity : mesh::identitiesIn(isAfter ? current : saved, "default")) {
                if (const auto range = rangeAt(path, identity, isAfter))
                    ranges.at[{isAfter, identity.document, identity.item}] = *range;
            }
        }
        return ranges;
    }

    /// What a file holds with the parts up to the last one; nothing where they cannot be told apart.
    std::optional<std::string> textOf(const std::string& path, const source::ParsedText& saved,
                                      const source::ParsedText& current)
    {
        const auto ranges = rangesIn(path, saved, current);
        if (ranges.at.empty()) {
            if (kustomize::isKustomizationFile(path))
                return listOf(path, saved, current);
            return m_rest > m_last ? *saved.text : *current.text;
        }
        if (ranges.areOne())
            return ranges.at.begin()->second.gains > m_last ? *saved.text : *current.text;
        if (std::ranges::all_of(ranges.at, [&](const auto& each) { return each.second.loses <= m_last; }))
            return *current.text;
        if (std::ranges::all_of(ranges.at, [&](const auto& each) { return each.second.gains > m_last; }))
            return *saved.text;
        return partialText(saved, current, [&](const DocumentPlace& place) -> std::optional<Taken> {
            const auto found = ranges.at.find({place.isAfter, place.document, place.item});
            return found == ranges.at.end() ? std::nullopt : std::optional(takenOf(found->second));
        });
    }

    /// The part in which a file comes or goes; nothing for one that does neither.
    std::optional<PartRange> fateOf(const std::string& path) const
    {
        const auto* saved = m_snapshot.saved.find(path);
        const auto* current = m_snapshot.current.find(path);
        if (saved == nullptr || current == nullptr || saved->text->text->empty() == current->text->text->empty())
            return std::nullopt;
        const bool isNew = saved->text->text->empty();
        std::optional<std::size_t> part;
        for (const auto& [place, range] : rangesIn(path, *saved->text, *current->text).at)
            part = isNew ? std::min(part.value_or(range.gains), range.gains) : std::max(part.value_or(0), range.loses);
        const auto known = part.value_or(m_rest);
        return PartRange{known, known};
    }

    /// The parts of the files that some lines of a kustomization name.
    std::vector<PartRange> namedIn(const std::string& path, std::string_view line) const
    {
        std::vector<PartRange> ranges;
        const auto directory = std::filesystem::path(path).parent_path();
        constexpr std::string_view apart = " \t,[]\"'#\r\n";
        while (!line.empty()) {
            const auto begin = std::min(line.find_first_not_of(apart), line.size());
            const auto end = std::min(line.find_first_of(apart, begin), line.size());
            const auto named = (directory / line.substr(begin, end - begin)).lexically_normal().generic_string();
            if (const auto range = fateOf(named))
                ranges.push_back(*range);
            line.remove_prefix(end);
        }
        return ranges;
    }

    std::optional<std::string> listOf(const std::string& path, const source::ParsedText& saved,
                                      const source::ParsedText& current) const
    {
        const auto patchesBefore = patchesIn(saved);
        const auto patchesAfter = patchesIn(current);
        const auto takenAt = [&](const ChangedLine& line) -> std::optional<Taken> {
            for (const auto& patch : line.isAfter ? patchesAfter : patchesBefore) {
                if (patch.range.contains(line.offset))
                    return takenOf(patch.part);
            }
            return std::nullopt;
        };
        bool canBeTold = true;
        auto text = partialLines(*saved.text, *current.text, takenAt, [&](std::string_view lines) {
            const auto ranges = namedIn(path, lines);
            if (ranges.empty())
                return takenOf({m_rest, m_rest});
            canBeTold = canBeTold && std::ranges::all_of(ranges, [&](PartRange range) {
                            return takenOf(range) == takenOf(ranges.front());
                        });
            return takenOf(ranges.front());
        });
        return canBeTold ? std::optional(std::move(text)) : std::nullopt;
    }

    /// Exactly what belongs here differs from what is saved, and nothing of it from what is pending.
    Expected<void> prove(const Snapshot& part) const
    {
        if (part.renderError)
            return std::unexpected(*part.renderError);
        for (const auto& change : part.change.resources) {
            if (!isTextOnly(change) && m_parts.of(change).gains > m_last)
                return std::unexpected(entangled(nameOf(change), resourceOf(change).source.path));
            const bool isRenamed = change.operation == changes::Operation::Renamed;
            if (m_parts.of(change).loses > m_last && (isRenamed || losesSubsets(change)))
                return std::unexpected(entangled(nameOf(change), resourceOf(change).source.path));
        }
        for (const auto& change : changes::compareGraphs(*part.graph, *m_snapshot.graph).resources) {
            if (!isTextOnly(change) && m_parts.of(change).loses <= m_last)
                return std::unexpected(entangled(nameOf(change), resourceOf(change).source.path));
        }
        return {};
    }

    static bool losesSubsets(const changes::ResourceChange& change)
    {
        const auto* before = change.before ? std::get_if<mesh::DestinationRule>(&change.before->body) : nullptr;
        const auto* after = change.after ? std::get_if<mesh::DestinationRule>(&change.after->body) : nullptr;
        return before != nullptr && after != nullptr && std::ranges::any_of(before->subsets, [&](const auto& subset) {
                   return std::ranges::none_of(
                       after->subsets, [&](const auto& other) { return other.name.value == subset.name.value; });
               });
    }

    const Snapshot& m_snapshot;
    const PendingParts& m_parts;
    std::size_t m_last;
    std::size_t m_rest;
    std::map<Place, PartRange> m_places;
    std::multimap<std::string, std::pair<std::string, PartRange>, std::less<>> m_rendered; ///< by kind: name, part
};

} // namespace

std::string nameOf(const changes::ResourceChange& change)
{
    return changes::kindAndName(resourceOf(change).key);
}

Expected<SnapshotPtr> upToPart(const Snapshot& snapshot, const PendingParts& parts, std::size_t last)
{
    return Splitter(snapshot, parts, last).split();
}

} // namespace meshdraft::workspace
