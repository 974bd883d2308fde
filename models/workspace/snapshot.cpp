// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/snapshot.h"

#include "models/git/remotes.h"
#include "models/workspace/parsecache.h"
#include "models/workspace/reader.h"

#include <algorithm>
#include <iterator>
#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

using Paths = std::set<std::string, std::less<>>;

Error cancelled()
{
    return {.code = "open.cancelled", .args = {}, .where = {}};
}

Error editError(const char* code, const std::string& path)
{
    return {.code = code, .args = {path}, .where = {.path = path}};
}

/// True for a file that has pending text and nothing saved: it is where it was before it went from the disk.
bool isWithoutFile(const Snapshot& snapshot, const mesh::SourceFile& saved)
{
    if (!saved.text->text->empty())
        return false;
    const auto* current = snapshot.current.find(saved.path);
    return current != nullptr && !current->text->text->empty();
}

/// The files in which environments are looked for: what is saved, and the pending text of what is kept without a file.
mesh::FileSet placedFiles(const Snapshot& snapshot)
{
    auto files = snapshot.saved;
    for (const auto& file : snapshot.saved.files) {
        if (isWithoutFile(snapshot, file))
            files.put(file.path, snapshot.current.find(file.path)->text);
    }
    return files;
}

/// The environments in these files; the remotes say which deliveries take theirs from this repository.
std::vector<mesh::Environment> environmentsIn(const Snapshot& snapshot, const mesh::FileSet& files)
{
    return mesh::findEnvironments(files, [&snapshot] {
        return snapshot.repository ? git::remoteUrls(*snapshot.repository) : std::vector<std::string>();
    });
}

/// All files of the repository, for Kustomize.
Expected<kustomize::FileSourcePtr> treeOf(const git::Repository& repository, const QString& revision)
{
    if (!revision.isEmpty())
        return kustomize::revisionSource(repository, revision);
    return kustomize::directorySource(repository.workTree().toStdString());
}

/// Takes an environment; of a Kustomize root with the graph of what is saved.
Expected<void> takeEnvironment(Snapshot& snapshot, const std::string& name)
{
    auto chosen = mesh::chooseEnvironment(placedFiles(snapshot), snapshot.environments, name);
    if (!chosen)
        return std::unexpected(chosen.error());
    if (chosen->kind != mesh::EnvironmentKind::KustomizeRoot) {
        snapshot.environment = std::move(*chosen);
        snapshot.savedRender.reset();
        return {};
    }
    auto rendered =
        renderMesh(snapshot.renderSource, snapshot.saved, *chosen, snapshot.savedRender, snapshot.savedGraph);
    if (!rendered)
        return std::unexpected(rendered.error());
    snapshot.environment = std::move(rendered->environment);
    snapshot.savedRender = std::move(rendered->rendered);
    snapshot.savedGraph = std::move(rendered->graph);
    return {};
}

/// Chooses the environment by name (empty: the default one); what goes wrong with a name is kept and the default taken.
void chooseFor(Snapshot& snapshot, const std::string& name)
{
    const auto take = [&](const std::string& wanted) -> std::optional<Error> {
        const auto taken = takeEnvironment(snapshot, wanted);
        return taken ? std::nullopt : std::optional(taken.error());
    };
    snapshot.environmentError.reset();
    snapshot.environment = {};
    if (!name.empty()) {
        snapshot.environmentError = take(name);
        if (!snapshot.environmentError)
            return;
    }
    const auto usual = mesh::defaultEnvironment(snapshot.environments);
    if (usual.empty())
        return;
    const auto error = take(usual);
    if (error && !snapshot.environmentError)
        snapshot.environmentError = error;
}

checks::CheckContext contextOf(const mesh::MeshGraph& graph, const mesh::FileSet& files,
                               const mesh::Environment& environment)
{
    return {.graph = graph, .files = files, .paths = environment.files};
}

/// Resources of one file: those that a graph has already read from this very text, else read now.
std::vector<mesh::ResourcePtr> resourcesOf(const mesh::SourceFile& file, const mesh::Environment& environment,
                                           const mesh::MeshGraph& known)
{
    std::vector<mesh::ResourcePtr> resources;
    for (const auto index : known.ofFile(file.path)) {
        if (known.at(index).text == file.text)
            resources.push_back(known.pointerAt(index));
    }
    if (resources.empty())
        resources = mesh::readResources(environment.name, file.path, file.text, environment.defaultNamespace);
    return resources;
}

/// One side of a snapshot: what follows from a set of files.
struct Derived {
    mesh::MeshGraphPtr graph;
    checks::CheckResults checks;
};

/// `from` with the files at `paths` read again out of `files`; `known` is another graph of the same environment to take
/// from.
Derived updated(const Derived& from, const mesh::MeshGraph& known, const mesh::FileSet& files,
                const mesh::Environment& environment, const Paths& paths)
{
    std::vector<mesh::FileResources> changed;
    for (const auto& path : paths) {
        const auto* file = files.find(path);
        changed.push_back({path, file ? resourcesOf(*file, environment, known) : std::vector<mesh::ResourcePtr>()});
    }
    const auto update = mesh::updateGraph(from.graph, std::move(changed));
    const std::vector<std::string> list(paths.begin(), paths.end());
    return {.graph = update.graph,
            .checks = from.checks.after(contextOf(*update.graph, files, environment), update, list)};
}

void setSaved(Snapshot& snapshot, Derived derived)
{
    snapshot.savedGraph = std::move(derived.graph);
    snapshot.savedChecks = std::move(derived.checks);
    snapshot.savedFindings = snapshot.savedChecks.findings();
}

void setCurrent(Snapshot& snapshot, Derived derived)
{
    snapshot.graph = std::move(derived.graph);
    snapshot.checks = std::move(derived.checks);
    snapshot.findings = snapshot.checks.findings();
}

Derived savedOf(const Snapshot& snapshot)
{
    return {.graph = snapshot.savedGraph, .checks = snapshot.savedChecks};
}

/// The changed files among those of the environment.
Paths changedInEnvironment(const Snapshot& snapshot)
{
    Paths paths;
    for (auto& path : snapshot.changedFiles()) {
        if (std::ranges::binary_search(snapshot.environment.files, path))
            paths.insert(std::move(path));
    }
    return paths;
}

/// What follows from both graphs and the current findings.
void compare(Snapshot& snapshot)
{
    const bool isChanged = snapshot.graph != snapshot.savedGraph;
    snapshot.change = {};
    if (isChanged) {
        snapshot.change = changes::compareGraphs(*snapshot.savedGraph, *snapshot.graph);
        changes::RiskPolicy::builtIn().classify(snapshot.change, *snapshot.savedGraph, *snapshot.graph);
    }
    snapshot.picture = std::make_shared<const LazyTopology>(
        snapshot.graph, isChanged ? snapshot.savedGraph : mesh::MeshGraphPtr(), snapshot.findings);
}

/// What the current texts of a Kustomize root render to; where they do not, the last good graph stays.
void renderCurrent(Snapshot& snapshot)
{
    snapshot.renderError.reset();
    auto rendered =
        renderMesh(snapshot.renderSource, snapshot.current, snapshot.environment, snapshot.render, snapshot.graph);
    if (!rendered) {
        snapshot.renderError = rendered.error();
        return;
    }
    snapshot.render = std::move(rendered->rendered);
    if (snapshot.render == snapshot.savedRender) {
        setCurrent(snapshot, savedOf(snapshot));
        return;
    }
    auto results = checks::CheckResults(contextOf(*rendered->graph, snapshot.current, rendered->environment));
    setCurrent(snapshot, {.graph = std::move(rendered->graph), .checks = std::move(results)});
}

/// The current graph from the saved one, and what follows from both.
void deriveFromSaved(Snapshot& snapshot)
{
    const auto saved = savedOf(snapshot);
    if (snapshot.isRendered()) {
        snapshot.render = snapshot.savedRender;
        setCurrent(snapshot, saved);
        snapshot.renderError.reset();
        if (!snapshot.changedFiles().empty())
            renderCurrent(snapshot);
    } else {
        snapshot.render.reset();
        snapshot.renderError.reset();
        const auto changed = changedInEnvironment(snapshot);
        setCurrent(snapshot,
                   changed.empty()
                       ? saved
                       : updated(saved, *snapshot.savedGraph, snapshot.current, snapshot.environment, changed));
    }
    compare(snapshot);
}

/// Both graphs from nothing; of a Kustomize root the saved one is there.
void deriveAll(Snapshot& snapshot)
{
    auto graph = snapshot.isRendered() ? snapshot.savedGraph : mesh::buildGraph(snapshot.saved, snapshot.environment);
    auto results = checks::CheckResults(contextOf(*graph, snapshot.saved, snapshot.environment));
    setSaved(snapshot, {.graph = std::move(graph), .checks = std::move(results)});
    deriveFromSaved(snapshot);
}

/// The current graph after the current content of `paths` has changed.
void deriveCurrent(Snapshot& snapshot, Paths paths)
{
    if (snapshot.isRendered()) {
        const auto isNeeded = [&](const std::string& path) { return snapshot.render->closure->needs(path); };
        if (!snapshot.renderError && std::ranges::none_of(paths, isNeeded))
            return;
        renderCurrent(snapshot);
        compare(snapshot);
        return;
    }
    std::erase_if(paths,
                  [&](const auto& path) { return !std::ranges::binary_search(snapshot.environment.files, path); });
    if (paths.empty())
        return;
    if (changedInEnvironment(snapshot).empty()) {
        setCurrent(snapshot, savedOf(snapshot));
    } else {
        setCurrent(snapshot,
                   updated({.graph = snapshot.graph, .checks = snapshot.checks}, *snapshot.savedGraph, snapshot.current,
                           snapshot.environment, paths));
    }
    compare(snapshot);
}

/// The environments and everything below them after the saved content of `paths` has changed.
void deriveAfterSaving(Snapshot& snapshot, const Paths& paths)
{
    const auto before = snapshot.environment;
    snapshot.environments = environmentsIn(snapshot, placedFiles(snapshot));
    chooseFor(snapshot, before.name);
    const auto& now = snapshot.environment;
    if (!snapshot.isRendered() && now.name == before.name && now.files == before.files
        && now.defaultNamespace == before.defaultNamespace) {
        Paths inside;
        std::ranges::copy_if(paths, std::inserter(inside, inside.end()),
                             [&](const auto& path) { return std::ranges::binary_search(now.files, path); });
        setSaved(snapshot, updated(savedOf(snapshot), *snapshot.graph, snapshot.saved, now, inside));
        deriveFromSaved(snapshot);
    } else {
        deriveAll(snapshot);
    }
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

Expected<source::ParsedTextPtr> editedText(const Snapshot& snapshot, const source::FileEdit& edit,
                                           const mesh::FileSet& files)
{
    const auto* file = files.find(edit.path);
    if (file == nullptr)
        return std::unexpected(editError("edit.noSuchFile", edit.path));
    if (file->text->id != edit.base)
        return std::unexpected(editError("edit.stale", edit.path));
    if (file->text->kind != source::TextKind::Yaml)
        return std::unexpected(
            editError(file->text->kind == source::TextKind::Template ? "edit.template" : "edit.notYaml", edit.path));
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
    auto tree = treeOf(*repository, snapshot->revision);
    if (!tree)
        return std::unexpected(tree.error());
    snapshot->renderSource = {.tree = std::move(*tree), .cache = std::make_shared<kustomize::RenderCache>()};
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

Expected<SnapshotPtr> withEdit(const Snapshot& snapshot, const source::Edit& edit)
{
    auto next = std::make_shared<Snapshot>(snapshot);
    Paths paths;
    for (const auto& file : edit.files) {
        auto text = editedText(snapshot, file, next->current);
        if (!text)
            return std::unexpected(text.error());
        next->current.put(file.path, *text);
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
        next->saved.put(path, text ? *text : nullptr);
        next->current.put(path, text ? *text : nullptr);
        if (!text) {
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
    if (kept.empty())
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
    next->saved.put(path, saved);
    next->current.put(path, current);
    deriveAfterSaving(*next, {path});
    return next;
}

} // namespace meshdraft::workspace
