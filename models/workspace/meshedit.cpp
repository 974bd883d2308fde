// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/meshedit.h"

#include "models/kustomize/kustomizationfile.h"
#include "models/source/documentedit.h"
#include "models/workspace/textblocks.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

namespace meshdraft::workspace {
namespace {

using source::Change;
using source::ParsedTextPtr;
using source::Splice;

Error pathError(const char* code, const std::string& path)
{
    return {.code = code, .args = {path}, .where = {.path = path}};
}

/// A YAML file within the repository, written without detours.
bool isYamlPath(const std::string& path)
{
    const std::filesystem::path written(path);
    const auto extension = written.extension();
    return (extension == ".yaml" || extension == ".yml") && written.is_relative()
        && written.lexically_normal() == written && *written.begin() != ".." && *written.begin() != ".git";
}

/// Edits several places of several files, one after the other.
class FileEdits {
public:
    explicit FileEdits(const Snapshot& snapshot)
        : m_snapshot(snapshot)
    {
    }

    /// The text with what was done so far. A file that is not there is empty.
    Expected<ParsedTextPtr> text(const std::string& path)
    {
        const auto known = m_files.find(path);
        if (known != m_files.end())
            return known->second.now;
        const auto* file = m_snapshot.current.find(path);
        if (file == nullptr) {
            if (!isYamlPath(path))
                return std::unexpected(pathError("edit.path", path));
            return source::parseText({});
        }
        if (file->text->kind == source::TextKind::Template)
            return std::unexpected(pathError("edit.template", path));
        if (file->text->kind != source::TextKind::Yaml)
            return std::unexpected(pathError("edit.notYaml", path));
        return file->text;
    }

    /// Applies what `plan` makes of the text.
    template <typename Plan> Expected<void> edit(const std::string& path, const Plan& plan)
    {
        const auto before = text(path);
        if (!before)
            return std::unexpected(before.error());
        Expected<std::vector<Splice>> splices = plan(**before);
        if (!splices) {
            Error error = splices.error();
            error.where.path = path;
            return std::unexpected(std::move(error));
        }
        auto after = source::applySplices(*(*before)->text, *splices);
        if (!after)
            return std::unexpected(after.error());
        auto& file = m_files.try_emplace(path, File{*before, *before, {}}).first->second;
        file.splices = composeSplices(*file.first->text, file.splices, *splices);
        file.now = source::parseText(std::move(*after));
        return {};
    }

    source::Edit take()
    {
        source::Edit edit;
        for (auto& [path, file] : m_files) {
            if (!file.splices.empty())
                edit.files.push_back({.path = path, .base = file.first->id, .splices = std::move(file.splices)});
        }
        return edit;
    }

private:
    struct File {
        ParsedTextPtr first;
        ParsedTextPtr now;
        std::vector<Splice> splices; ///< from `first`
    };

    const Snapshot& m_snapshot;
    std::map<std::string, File> m_files;
};

class Planner {
public:
    explicit Planner(const Snapshot& snapshot)
        : m_snapshot(snapshot)
        , m_files(snapshot)
    {
    }

    Expected<source::Edit> plan(const MeshEdit& edit)
    {
        for (const auto& change : edit.changes) {
            if (auto taken = addChanges(change.resource, change.changes); !taken)
                return std::unexpected(taken.error());
        }
        for (const auto& removal : edit.removals) {
            if (auto taken = addRemoval(removal); !taken)
                return std::unexpected(taken.error());
        }
        for (const auto& [place, changes] : m_changes) {
            const auto changed = m_files.edit(place.first, [&](const source::ParsedText& text) {
                return source::planChanges(text, place.second, changes);
            });
            if (!changed)
                return std::unexpected(changed.error());
        }
        // From the last document on, so that the numbers of those before stay what they are.
        for (auto place = m_removed.rbegin(); place != m_removed.rend(); ++place) {
            const auto removed = m_files.edit(place->first, [&](const source::ParsedText& text) {
                return source::planDocumentRemoval(text, place->second);
            });
            if (!removed)
                return std::unexpected(removed.error());
        }
        for (const auto& addition : edit.additions) {
            if (auto added = add(addition); !added)
                return std::unexpected(added.error());
        }
        if (auto listed = dropEmptyFiles(); !listed)
            return std::unexpected(listed.error());
        return m_files.take();
    }

private:
    using Place = std::pair<std::string, std::uint32_t>; ///< path and document

    Expected<const mesh::Resource*> resourceAt(const mesh::ElementRef& element) const
    {
        const auto index = m_snapshot.graph->find(element);
        if (index == mesh::noResource)
            return std::unexpected(Error{"edit.noResource", {element.key.kind, element.key.name}, {}});
        const auto& resource = m_snapshot.graph->at(index);
        if (resource.sourceMap)
            return std::unexpected(Error{"edit.rendered", {resource.key.name}, resource.locate()});
        return &resource;
    }

    Expected<void> addChanges(const mesh::ElementRef& element, const std::vector<Change>& changes)
    {
        const auto resource = resourceAt(element);
        if (!resource)
            return std::unexpected(resource.error());
        auto& all = m_changes[{(*resource)->source.path, (*resource)->source.document}];
        all.insert(all.end(), changes.begin(), changes.end());
        return {};
    }

    Expected<void> addRemoval(const mesh::ElementRef& element)
    {
        const auto resource = resourceAt(element);
        if (!resource)
            return std::unexpected(resource.error());
        const Place place{(*resource)->source.path, (*resource)->source.document};
        const auto isNeighbour = [&](mesh::ResourceIndex other) {
            return m_snapshot.graph->at(other).source.document == place.second;
        };
        // An item of a List goes alone; whoever removes all of them removes the List.
        if (std::ranges::count_if(m_snapshot.graph->ofFile(place.first), isNeighbour) > 1)
            m_changes[place].emplace_back(source::Removal{(*resource)->root});
        else
            m_removed.insert(place);
        return {};
    }

    Expected<void> add(const ResourceAddition& addition)
    {
        const bool isNew = m_snapshot.current.find(addition.path) == nullptr;
        const auto added = m_files.edit(addition.path, [&](const source::ParsedText& text) {
            return source::planDocumentAddition(text, addition.value);
        });
        if (!added)
            return added;
        return isNew && m_listed.insert(addition.path).second ? list(addition.path) : Expected<void>();
    }

    /// Puts a file behind its last neighbour on the `resources` of whatever kustomization lists one.
    Expected<void> list(const std::string& path)
    {
        const auto directory = std::filesystem::path(path).parent_path();
        return editLists([&](const std::filesystem::path& base, std::span<const source::NodeRef> items)
                             -> std::optional<std::pair<std::uint32_t, std::vector<Change>>> {
            const auto isListed = [&](const source::NodeRef& item) { return pathFrom(base, item) == path; };
            if (std::ranges::any_of(items, isListed))
                return std::nullopt;
            for (std::size_t i = items.size(); i-- > 0;) {
                const auto neighbour = pathFrom(base, items[i]);
                if (neighbour.parent_path() != directory || m_snapshot.current.find(neighbour.string()) == nullptr)
                    continue;
                source::ItemInsertion insertion;
                insertion.sequence = items[i].parent().id();
                insertion.value = source::NewValue::scalar(
                    std::filesystem::path(path).lexically_relative(base).generic_string(), true);
                insertion.before = i + 1 < items.size() ? items[i + 1].id() : source::noNode;
                return std::pair(items[i].document()->index, std::vector<Change>{insertion});
            }
            return std::nullopt;
        });
    }

    /// Takes files without anything left off the lists.
    Expected<void> dropEmptyFiles()
    {
        std::set<std::string> empty;
        for (const auto& [path, document] : m_removed) {
            const auto text = m_files.text(path);
            if (text && (*text)->text->empty())
                empty.insert(path);
        }
        if (empty.empty())
            return {};
        return editLists([&](const std::filesystem::path& base, std::span<const source::NodeRef> items)
                             -> std::optional<std::pair<std::uint32_t, std::vector<Change>>> {
            std::vector<Change> changes;
            for (const auto& item : items) {
                if (empty.contains(pathFrom(base, item).string()))
                    changes.emplace_back(source::Removal{item.id()});
            }
            if (changes.empty())
                return std::nullopt;
            return std::pair(items.front().document()->index, changes);
        });
    }

    static std::filesystem::path pathFrom(const std::filesystem::path& base, const source::NodeRef& item)
    {
        return (base / std::string(item.value())).lexically_normal();
    }

    /// Changes the `resources` of kustomizations; `change` gets the directory and the items.
    template <typename Change> Expected<void> editLists(const Change& change)
    {
        for (const auto& file : m_snapshot.current.files) {
            if (!kustomize::isKustomizationFile(file.path))
                continue;
            const auto text = m_files.text(file.path);
            if (!text || (*text)->documents.empty())
                continue;
            const auto items = kustomize::itemsOf(kustomize::fieldOf((*text)->documents.front()->root(), "resources"));
            const auto changes = change(std::filesystem::path(file.path).parent_path(), items);
            if (!changes)
                continue;
            const auto done = m_files.edit(file.path, [&](const source::ParsedText& now) {
                return source::planChanges(now, changes->first, changes->second);
            });
            if (!done)
                return done;
        }
        return {};
    }

    const Snapshot& m_snapshot;
    FileEdits m_files;
    std::map<Place, std::vector<Change>> m_changes;
    std::set<Place> m_removed;
    std::set<std::string> m_listed; ///< new files
};

} // namespace

Expected<source::Edit> planMeshEdit(const Snapshot& snapshot, const MeshEdit& edit)
{
    return Planner(snapshot).plan(edit);
}

} // namespace meshdraft::workspace
