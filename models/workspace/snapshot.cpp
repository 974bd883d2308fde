// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/snapshot.h"

#include "models/changes/ownerpolicy.h"
#include "models/changes/process.h"
#include "models/mesh/projectfile.h"
#include "models/workspace/derive.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

Error cancelled()
{
    return {.code = "open.cancelled", .args = {}, .where = {}};
}

Error editError(const char* code, const std::string& path)
{
    return {.code = code, .args = {path}, .where = {.path = path}};
}

/// What is shown of a text that is saved is shown of the same text where it is current.
void takeSavedLastGood(Snapshot& snapshot, const std::string& path)
{
    const auto known = snapshot.savedLastGood.find(path);
    if (known == snapshot.savedLastGood.end()) {
        snapshot.lastGood.erase(path);
    } else {
        snapshot.lastGood.insert_or_assign(path, known->second);
    }
}

void setCurrentText(Snapshot& snapshot, const std::string& path, const source::ParsedTextPtr& text)
{
    const auto* saved = snapshot.saved.find(path);
    if (saved != nullptr && saved->text == text) {
        takeSavedLastGood(snapshot, path);
    } else {
        followText(snapshot.lastGood, path, snapshot.current.find(path)->text, text);
    }
    snapshot.current.put(path, text);
}

/// Saved is what was current: what was shown of it still is. Anything else is shown as it is.
void setSavedText(Snapshot& snapshot, const std::string& path, const source::ParsedTextPtr& text)
{
    const auto* current = snapshot.current.find(path);
    const bool isKept = text && current != nullptr && current->text->id == text->id;
    const auto shown = isKept ? snapshot.lastGood.find(path) : snapshot.lastGood.end();
    if (shown == snapshot.lastGood.end()) {
        snapshot.savedLastGood.erase(path);
    } else {
        snapshot.savedLastGood.insert_or_assign(path, shown->second);
    }
    takeSavedLastGood(snapshot, path);
    snapshot.saved.put(path, text);
    snapshot.current.put(path, text);
}

/// The range of the edited text that the splices have made.
source::ByteRange editedRange(const std::vector<source::Splice>& splices)
{
    if (splices.empty())
        return {};
    std::int64_t growth = 0;
    for (const auto& splice : splices)
        growth += static_cast<std::int64_t>(splice.text.size()) - static_cast<std::int64_t>(splice.length);
    const auto& last = splices.back();
    return {.begin = splices.front().offset,
            .end = static_cast<std::uint32_t>(static_cast<std::int64_t>(last.offset) + last.length + growth)};
}

/// True unless the text became one by an edit: what is half typed must go on.
bool isTemplateFile(const Snapshot& snapshot, const std::string& path)
{
    const auto* saved = snapshot.saved.find(path);
    return saved != nullptr && saved->text->kind == source::TextKind::Template && !snapshot.lastGood.contains(path);
}

Expected<source::ParsedTextPtr> editedText(const Snapshot& snapshot, const source::FileEdit& edit,
                                           const mesh::FileSet& files)
{
    const auto* file = files.find(edit.path);
    if (file == nullptr)
        return std::unexpected(editError("edit.noSuchFile", edit.path));
    if (file->text->id != edit.base)
        return std::unexpected(editError("edit.stale", edit.path));
    if (file->text->kind == source::TextKind::Unreadable)
        return std::unexpected(editError("edit.notYaml", edit.path));
    if (file->text->kind == source::TextKind::Template && isTemplateFile(snapshot, edit.path))
        return std::unexpected(editError("edit.template", edit.path));
    auto text = source::applySplices(*file->text->text, edit.splices);
    if (!text) {
        auto error = text.error();
        error.where.path = edit.path;
        return std::unexpected(std::move(error));
    }
    const auto id = source::contentIdOf(*text);
    // Back to what is saved: the very same parse, so that everything that compares sees it at once.
    if (const auto* saved = snapshot.saved.find(edit.path); saved != nullptr && saved->text->id == id)
        return saved->text;
    if (auto known = snapshot.cache->find(id))
        return known;
    auto parsed = source::reparseText(*file->text, std::move(*text), editedRange(edit.splices));
    snapshot.cache->insert(parsed);
    return parsed;
}

} // namespace

LazyTopology::LazyTopology(mesh::MeshGraphPtr graph, mesh::MeshGraphPtr base, checks::Findings findings)
    : m_graph(std::move(graph))
    , m_base(std::move(base))
    , m_findings(std::move(findings))
{
}

const topology::Topology& LazyTopology::get() const
{
    std::call_once(m_made, [this] { m_topology = topology::buildTopology(*m_graph, m_base.get(), m_findings); });
    return m_topology;
}

const topology::Topology& Snapshot::topology() const
{
    static const topology::Topology none;
    return picture ? picture->get() : none;
}

std::vector<Error> Snapshot::projectErrors() const
{
    auto errors = mesh::readProjectFile(saved).errors;
    if (risk.error)
        errors.push_back(*risk.error);
    for (const auto& error : {changes::projectOwners(saved).error, changes::projectProcess(saved).error}) {
        if (error && !std::ranges::contains(errors, *error)) // a file that is no YAML is said once
            errors.push_back(*error);
    }
    if (suppressions)
        errors.insert(errors.end(), suppressions->errors.begin(), suppressions->errors.end());
    return errors;
}

std::vector<std::string> Snapshot::changedFiles() const
{
    std::vector<std::string> paths;
    auto before = saved.files.begin();
    auto after = current.files.begin();
    while (before != saved.files.end() || after != current.files.end()) {
        // what both share is skipped without a look
        if (const auto index = before - saved.files.begin(); index == after - current.files.begin()) {
            const auto shared = saved.files.sharedUntil(current.files, static_cast<std::size_t>(index));
            before = saved.files.begin() + static_cast<std::ptrdiff_t>(shared);
            after = current.files.begin() + static_cast<std::ptrdiff_t>(shared);
            if (before == saved.files.end() && after == current.files.end())
                break;
        }
        if (after == current.files.end() || (before != saved.files.end() && before->path < after->path)) {
            paths.push_back((before++)->path);
        } else if (before == saved.files.end() || after->path < before->path) {
            paths.push_back((after++)->path);
        } else {
            if (before->text != after->text && before->text->id != after->text->id)
                paths.push_back(before->path);
            ++before;
            ++after;
        }
    }
    return paths;
}

Expected<SnapshotPtr> openSnapshot(const QString& directory, const QString& revision, const std::string& environment,
                                   const std::function<void(int, int)>& progress, std::stop_token stop,
                                   std::shared_ptr<ParseCache> cache)
{
    auto repository = git::Repository::open(directory);
    if (!repository)
        return std::unexpected(repository.error());
    auto snapshot = std::make_shared<Snapshot>();
    snapshot->cache = cache ? std::move(cache) : std::make_shared<ParseCache>();
    snapshot->revision = revision.isEmpty() && repository->isBare() ? u"HEAD"_s : revision;
    auto head = repository->head();
    if (!head)
        return std::unexpected(head.error());
    snapshot->head = std::move(*head);
    auto read = readFiles(*repository, snapshot->revision, *snapshot->cache, progress, stop);
    if (!read)
        return std::unexpected(read.error());
    snapshot->renderSource.cache = snapshot->cache->renders();
    snapshot->repository = std::move(*repository);
    snapshot->saved = std::move(read->files);
    snapshot->current = snapshot->saved;
    snapshot->filesRead = read->read;
    snapshot->filesSkipped = read->skipped;
    snapshot->environments = environmentsIn(*snapshot, snapshot->saved);
    chooseFor(*snapshot, environment);
    if (stop.stop_requested())
        return std::unexpected(cancelled());
    deriveAll(*snapshot);
    if (stop.stop_requested())
        return std::unexpected(cancelled());
    return snapshot;
}

Expected<SnapshotPtr> withEnvironment(const Snapshot& snapshot, const std::string& environment)
{
    auto next = std::make_shared<Snapshot>(snapshot);
    if (auto taken = takeEnvironment(*next, environment); !taken)
        return std::unexpected(taken.error());
    next->environmentError.reset();
    deriveAll(*next);
    return next;
}

Expected<SnapshotPtr> withPrediction(const Snapshot& snapshot, const source::FileEdit& edit)
{
    const auto known = snapshot.graph->ofFile(edit.path);
    if (known.empty())
        return std::unexpected(editError("edit.noSuchFile", edit.path));
    const auto& first = snapshot.graph->at(known.front());
    auto text = source::applySplices(*first.text->text, edit.splices);
    if (!text)
        return std::unexpected(text.error());
    const auto& environment = snapshot.environment;
    const auto parsed = source::reparseText(*first.text, std::move(*text), editedRange(edit.splices));
    const auto update = mesh::updateGraph(
        snapshot.graph,
        {{edit.path,
          mesh::readResources(environment.name, edit.path, parsed, environment.defaultNamespace, first.sourceMap)}});
    auto next = std::make_shared<Snapshot>(snapshot);
    next->isPredicted = true;
    deriveFromUpdate(*next, update);
    return next;
}

Expected<SnapshotPtr> withEdit(const Snapshot& snapshot, const source::Edit& edit)
{
    auto next = std::make_shared<Snapshot>(snapshot);
    Paths paths;
    for (const auto& file : edit.files) {
        if (next->current.find(file.path) == nullptr && file.base == source::contentIdOf({})) {
            const auto nothing = source::parseText({});
            next->saved.put(file.path, nothing);
            next->current.put(file.path, nothing);
        }
        auto text = editedText(snapshot, file, next->current);
        if (!text)
            return std::unexpected(text.error());
        setCurrentText(*next, file.path, *text);
        paths.insert(file.path);
    }
    // A file that comes back belongs to its environment again.
    const bool isBack = std::ranges::any_of(paths, [&next](const std::string& path) {
        const auto* saved = next->saved.find(path);
        return saved != nullptr && isWithoutFile(*next, *saved)
            && !std::ranges::binary_search(next->environment.files, path);
    });
    if (isBack)
        deriveAfterSaving(*next, paths);
    else
        deriveCurrent(*next, std::move(paths));
    return next;
}

Expected<SnapshotPtr> afterSaving(const Snapshot& snapshot, const std::vector<std::string>& paths)
{
    auto next = std::make_shared<Snapshot>(snapshot);
    auto head = snapshot.repository->head();
    if (!head)
        return std::unexpected(head.error());
    next->head = std::move(*head);
    for (const auto& path : paths) {
        const auto text = readWorkFile(*snapshot.repository, path, *snapshot.cache);
        const auto* edited = snapshot.current.find(path);
        // gone because it lost its last resource here, or for another reason, which has to be said
        const bool isRemoved = edited != nullptr && edited->text->text->empty() && isGone(*snapshot.repository, path);
        setSavedText(*next, path, text ? *text : nullptr);
        if (!text && !isRemoved) {
            next->saved.errors.push_back(text.error());
            next->current.errors.push_back(text.error());
        }
    }
    deriveAfterSaving(*next, {paths.begin(), paths.end()});
    return next;
}

Expected<SnapshotPtr> withPending(const Snapshot& fresh, const Snapshot& mine, std::vector<std::string>& conflicts)
{
    auto next = std::make_shared<Snapshot>(fresh);
    Paths kept; // whose saved content is not that of `fresh`
    for (const auto& path : mine.changedFiles()) {
        const auto* base = mine.saved.find(path);
        const auto* edited = mine.current.find(path);
        const auto* onDisk = fresh.saved.find(path);
        if (base == nullptr || edited == nullptr)
            continue;
        if (isKeptWithoutFile(fresh, mine, path))
            continue;
        if (onDisk == nullptr || onDisk->text->id != base->text->id) {
            conflicts.push_back(path);
            next->saved.put(path, base->text);
            kept.insert(path);
        }
        next->current.put(path, edited->text);
        if (const auto shown = mine.lastGood.find(path); shown != mine.lastGood.end())
            next->lastGood.insert(*shown);
    }
    for (const auto& [path, text] : mine.savedLastGood) {
        const auto* base = mine.saved.find(path);
        const auto* now = next->saved.find(path);
        if (base == nullptr || now == nullptr || now->text->id != base->text->id)
            continue;
        next->savedLastGood.emplace(path, text);
        if (next->current.find(path)->text->id == base->text->id)
            next->lastGood.insert_or_assign(path, text);
        kept.insert(path);
    }
    // Also where nothing is pending: undoing puts it back there.
    for (const auto& file : mine.saved.files) {
        const auto* edited = mine.current.find(file.path);
        if (edited == nullptr || !isKeptWithoutFile(fresh, mine, file.path))
            continue;
        next->saved.put(file.path, file.text);
        next->current.put(file.path, edited->text);
        kept.insert(file.path);
    }
    if (doesNotRender(fresh, mine))
        keepLastGood(*next, mine);
    else if (kept.empty())
        deriveFromSaved(*next);
    else
        deriveAfterSaving(*next, kept);
    return next;
}

bool isKeptWithoutFile(const Snapshot& fresh, const Snapshot& mine, const std::string& path)
{
    const auto* base = mine.saved.find(path);
    return fresh.saved.find(path) == nullptr && base != nullptr && base->text->text->empty();
}

SnapshotPtr withFile(const Snapshot& snapshot, const std::string& path, const source::ParsedTextPtr& saved,
                     const source::ParsedTextPtr& current)
{
    auto next = std::make_shared<Snapshot>(snapshot);
    const auto* before = snapshot.current.find(path);
    next->savedLastGood.erase(path);
    followText(next->lastGood, path, before != nullptr ? shownText(snapshot.lastGood, *before) : nullptr, current);
    if (saved == current)
        next->lastGood.erase(path);
    next->saved.put(path, saved);
    next->current.put(path, current);
    deriveAfterSaving(*next, {path});
    return next;
}

} // namespace meshdraft::workspace
