// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/placededit.h"

#include "models/kustomize/kustomizationfile.h"
#include "models/source/documentedit.h"
#include "models/source/nested.h"
#include "models/workspace/textblocks.h"

#include <algorithm>
#include <filesystem>
#include <optional>
#include <ranges>

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
    explicit FileEdits(const mesh::FileSet& files)
        : m_known(files)
    {
    }

    /// The text with what was done so far. A file that is not there is empty.
    Expected<ParsedTextPtr> text(const std::string& path)
    {
        const auto known = m_files.find(path);
        if (known != m_files.end())
            return known->second.now;
        const auto* file = m_known.find(path);
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

    const mesh::FileSet& m_known;
    std::map<std::string, File> m_files;
};

class Planner {
public:
    Planner(const mesh::FileSet& known, const PlacedEdit& edit)
        : m_known(known)
        , m_edit(edit)
        , m_files(known)
    {
    }

    Expected<source::Edit> plan()
    {
        return changeNested()
            .and_then([this] { return change(); })
            .and_then([this] { return remove(); })
            .and_then([this] { return add(); })
            .and_then([this] { return dropEmptyFiles(); })
            .transform([this] { return m_files.take(); });
    }

private:
    using ListChange = std::optional<std::pair<std::uint32_t, std::vector<Change>>>; ///< document and changes

    /// First: a string that stays one moves no node of the document around it.
    Expected<void> changeNested()
    {
        for (const auto& [place, edits] : m_edit.nested) {
            for (const NestedEdit& each : edits) {
                const auto around = m_files.text(place.first);
                if (!around)
                    return std::unexpected(around.error());
                const auto changed =
                    m_files.edit(place.first, [&](const source::ParsedText&) -> Expected<std::vector<Splice>> {
                        const auto nested = source::NestedText::open(*around, place.second, each.scalar);
                        if (!nested)
                            return std::unexpected(nested.error());
                        const auto splices = source::planChanges(*(*nested)->inner(), each.document, each.changes);
                        if (!splices)
                            return std::unexpected((*nested)->outwards(splices.error()));
                        return source::planNested(**nested, *splices);
                    });
                if (!changed)
                    return changed;
            }
        }
        return {};
    }

    Expected<void> change()
    {
        for (const auto& each : m_edit.changes) {
            const auto changed = m_files.edit(each.first.first, [&each](const source::ParsedText& text) {
                return source::planChanges(text, each.first.second, each.second);
            });
            if (!changed)
                return changed;
        }
        return {};
    }

    Expected<void> remove()
    {
        // From the last document on, so that the numbers of those before stay what they are.
        for (const auto& place : std::views::reverse(m_edit.removals)) {
            const auto removed = m_files.edit(place.first, [&](const source::ParsedText& text) {
                return source::planDocumentRemoval(text, place.second);
            });
            if (!removed)
                return removed;
        }
        return {};
    }

    Expected<void> add()
    {
        for (const auto& addition : m_edit.additions) {
            const auto added = m_files.edit(addition.path, [&](const source::ParsedText& text) {
                return source::planDocumentAddition(text, addition.value);
            });
            if (!added)
                return added;
            // an empty one is left where a new file was undone
            const auto* known = m_known.find(addition.path);
            const bool isThere = known != nullptr && !known->text->text->empty();
            if (isThere || !m_listed.insert(addition.path).second)
                continue;
            if (const auto listed = list(addition.path); !listed)
                return listed;
        }
        return {};
    }

    /// Puts a file behind its last neighbour on the `resources` of whatever kustomization lists one; where none does,
    /// on that of the kustomization beside it.
    Expected<void> list(const std::string& path)
    {
        const auto directory = std::filesystem::path(path).parent_path();
        bool isListed = false;
        const auto putBehind = [&](const std::filesystem::path& base, std::span<const source::NodeRef> items,
                                   const auto& isNeighbour) -> ListChange {
            if (isListed)
                return std::nullopt;
            isListed = std::ranges::any_of(items, [&](const auto& item) { return pathFrom(base, item) == path; });
            const auto last = std::ranges::find_last_if(items, isNeighbour);
            if (isListed || last.empty())
                return std::nullopt;
            isListed = true;
            source::ItemInsertion insertion;
            insertion.sequence = last.front().parent().id();
            insertion.value =
                source::NewValue::scalar(std::filesystem::path(path).lexically_relative(base).generic_string(), true);
            insertion.before = last.size() > 1 ? last[1].id() : source::noNode;
            return std::pair(items.front().document()->index, std::vector<Change>{insertion});
        };
        const auto beside = editLists([&](const std::filesystem::path& base, std::span<const source::NodeRef> items) {
            return putBehind(base, items, [&](const source::NodeRef& item) {
                const auto neighbour = pathFrom(base, item);
                return neighbour.parent_path() == directory && m_known.find(neighbour.string()) != nullptr;
            });
        });
        if (!beside || isListed)
            return beside;
        return editLists([&](const std::filesystem::path& base, std::span<const source::NodeRef> items) {
            return putBehind(base, items, [&](const source::NodeRef& /*item*/) { return base == directory; });
        });
    }

    /// Takes files without anything left off the lists.
    Expected<void> dropEmptyFiles()
    {
        std::set<std::string> empty;
        for (const auto& [path, document] : m_edit.removals) {
            const auto text = m_files.text(path);
            if (text && (*text)->text->empty())
                empty.insert(path);
        }
        if (empty.empty())
            return {};
        return editLists([&](const std::filesystem::path& base, std::span<const source::NodeRef> items) -> ListChange {
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

    /// Changes the `resources` of kustomizations; `answer` gets the directory and the items.
    template <typename Answer> Expected<void> editLists(const Answer& answer)
    {
        for (const auto& file : m_known.files) {
            if (!kustomize::isKustomizationFile(file.path))
                continue;
            const auto text = m_files.text(file.path);
            if (!text || (*text)->documents.empty())
                continue;
            const auto items = kustomize::itemsOf(kustomize::fieldOf((*text)->documents.front()->root(), "resources"));
            const auto changes = answer(std::filesystem::path(file.path).parent_path(), items);
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

    const mesh::FileSet& m_known;
    const PlacedEdit& m_edit;
    FileEdits m_files;
    std::set<std::string> m_listed; ///< new files
};

} // namespace

Expected<source::Edit> planPlacedEdit(const mesh::FileSet& files, const PlacedEdit& edit)
{
    return Planner(files, edit).plan();
}

} // namespace meshdraft::workspace
