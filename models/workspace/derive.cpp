// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/derive.h"

#include "models/git/remotes.h"
#include "models/kustomize/kustomizationfile.h"
#include "models/mesh/halves.h"
#include "models/mesh/projectfile.h"
#include "models/workspace/effectivefacts.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace meshdraft::workspace {
namespace {

/// The files in which environments are looked for: what is saved, and the pending text of what is new or kept without a
/// file, together with the kustomizations that list it.
mesh::FileSet placedFiles(const Snapshot& snapshot)
{
    auto files = snapshot.saved;
    bool isAnyNew = false;
    for (const auto& file : snapshot.saved.files) {
        if (isWithoutFile(snapshot, file)) {
            files.put(file.path, snapshot.current.find(file.path)->text);
            isAnyNew = true;
        }
    }
    if (!isAnyNew)
        return files;
    for (const auto& file : snapshot.saved.files) {
        const auto* current = snapshot.current.find(file.path);
        if (kustomize::isKustomizationFile(file.path) && current != nullptr && current->text->id != file.text->id)
            files.put(file.path, current->text);
    }
    return files;
}

checks::CheckContext contextOf(const mesh::MeshGraph& graph, const mesh::FileSet& files,
                               const mesh::Environment& environment)
{
    return {.graph = graph, .files = files, .paths = environment.files, .isComplete = environment.isComplete};
}

/// Resources of one file with this text: those that a graph has already read from it, else read now.
std::vector<mesh::ResourcePtr> resourcesOf(const std::string& path, const source::ParsedTextPtr& text,
                                           const mesh::Environment& environment, const mesh::MeshGraph& known)
{
    std::vector<mesh::ResourcePtr> resources;
    for (const auto index : known.ofFile(path)) {
        if (known.at(index).text == text)
            resources.push_back(known.pointerAt(index));
    }
    if (resources.empty())
        resources = mesh::readResources(environment.name, path, text, environment.defaultNamespace);
    return resources;
}

/// All files of the repository, for Kustomize. An empty revision is the working tree.
Expected<kustomize::FileSourcePtr> treeOf(const git::Repository& repository, const QString& revision)
{
    if (revision.isEmpty())
        return kustomize::directorySource(repository.workTree().toStdString());
    return kustomize::revisionSource(repository, revision);
}

/// They are listed when a root is first rendered.
Expected<void> findTree(Snapshot& snapshot)
{
    if (snapshot.renderSource.tree)
        return {};
    auto tree = treeOf(*snapshot.repository, snapshot.revision);
    if (!tree)
        return std::unexpected(tree.error());
    snapshot.renderSource.tree = std::move(*tree);
    return {};
}

/// One side of a snapshot: what follows from a set of files.
struct Derived {
    mesh::MeshGraphPtr graph;
    checks::CheckResults checks;
};

/// `from` with the files at `paths` read again out of `files`; `known` is another graph of the same environment to take
/// from.
Derived updated(const Derived& from, const mesh::MeshGraph& known, const mesh::FileSet& files, const LastGood& lastGood,
                const mesh::Environment& environment, const Paths& paths)
{
    std::vector<mesh::FileResources> changed;
    for (const auto& path : paths) {
        const auto* file = files.find(path);
        changed.push_back({path,
                           file != nullptr ? resourcesOf(path, shownText(lastGood, *file), environment, known)
                                           : std::vector<mesh::ResourcePtr>()});
    }
    const auto update = mesh::updateGraph(from.graph, std::move(changed));
    const std::vector<std::string> list(paths.begin(), paths.end());
    return {.graph = update.graph,
            .checks = from.checks.after(contextOf(*update.graph, files, environment), update, list)};
}

/// What the saved files decide for both sides, and each graph by its annotations.
checks::SortedFindings shownOf(const checks::Findings& findings, const Snapshot& snapshot, const mesh::MeshGraph& graph)
{
    return checks::sortFindings(findings, *snapshot.suppressions, graph);
}

void readSuppressions(Snapshot& snapshot)
{
    snapshot.suppressions =
        std::make_shared<const checks::Suppressions>(checks::readSuppressions(snapshot.saved, QDate::currentDate()));
}

/// A repository that is complete is so as a whole, and in what is rendered or deployed from it; a directory of it only
/// where it is named.
bool isStatedComplete(const mesh::FileSet& files, const mesh::Environment& environment)
{
    const auto project = mesh::readProjectFile(files);
    const bool isWhole = environment.name == "." || environment.kind == mesh::EnvironmentKind::KustomizeRoot
        || !environment.deliveredBy.empty();
    return (project.isComplete && isWhole)
        || std::ranges::any_of(project.complete, [&](const auto& name) { return name.matches(environment.name); });
}

void setSaved(Snapshot& snapshot, Derived derived)
{
    snapshot.savedGraph = std::move(derived.graph);
    snapshot.savedChecks = std::move(derived.checks);
    snapshot.savedFindings = shownOf(snapshot.savedChecks.findings(), snapshot, *snapshot.savedGraph).shown;
}

void setCurrent(Snapshot& snapshot, Derived derived)
{
    snapshot.graph = std::move(derived.graph);
    snapshot.checks = std::move(derived.checks);
    auto sorted = shownOf(snapshot.checks.findings(), snapshot, *snapshot.graph);
    snapshot.findings = std::move(sorted.shown);
    snapshot.suppressed = std::move(sorted.suppressed);
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

/// One of those that are known, else a new one.
std::shared_ptr<const LazyEffective> effectiveOf(const mesh::MeshGraphPtr& graph, const mesh::FileSet& files,
                                                 std::initializer_list<std::shared_ptr<const LazyEffective>> known)
{
    for (const auto& one : known) {
        if (one && one->isOf(graph, files))
            return one;
    }
    return std::make_shared<const LazyEffective>(graph, files);
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

} // namespace

void deriveDifference(Snapshot& snapshot)
{
    const bool isChanged = snapshot.graph != snapshot.savedGraph;
    snapshot.change = {};
    snapshot.risk = changes::projectRisk(snapshot.saved);
    if (isChanged) {
        snapshot.change = changes::compareGraphs(*snapshot.savedGraph, *snapshot.graph);
        snapshot.risk.policy->classify(snapshot.change, *snapshot.savedGraph, *snapshot.graph);
    }
    const auto before = snapshot.effective;
    snapshot.savedEffective =
        effectiveOf(snapshot.savedGraph, snapshot.saved, {snapshot.savedEffective, snapshot.effective});
    snapshot.effective = effectiveOf(snapshot.graph, snapshot.current, {snapshot.savedEffective, before});
    snapshot.picture = std::make_shared<const LazyTopology>(
        snapshot.graph, isChanged ? snapshot.savedGraph : mesh::MeshGraphPtr(), snapshot.findings);
}

bool isWithoutFile(const Snapshot& snapshot, const mesh::SourceFile& saved)
{
    if (!saved.text->text->empty())
        return false;
    const auto* current = snapshot.current.find(saved.path);
    return current != nullptr && !current->text->text->empty();
}

std::vector<mesh::Environment> environmentsIn(const Snapshot& snapshot, const mesh::FileSet& files)
{
    return mesh::findEnvironments(files, [&snapshot] {
        return snapshot.repository ? git::remoteUrls(*snapshot.repository) : std::vector<std::string>();
    });
}

namespace {

/// What a pending kustomization does not list any more goes as a change, not as if it had never been there.
void keepUnlistedFiles(const Snapshot& snapshot, const std::string& name, mesh::Environment& environment)
{
    if (std::ranges::none_of(snapshot.changedFiles(), kustomize::isKustomizationFile))
        return;
    const auto saved = mesh::chooseEnvironment(snapshot.saved, environmentsIn(snapshot, snapshot.saved), name);
    if (!saved)
        return;
    std::vector<std::string> files;
    std::ranges::set_union(environment.files, saved->files, std::back_inserter(files));
    environment.files = std::move(files);
}

} // namespace

Expected<void> takeEnvironment(Snapshot& snapshot, const std::string& name)
{
    auto chosen = mesh::chooseEnvironment(placedFiles(snapshot), snapshot.environments, name);
    if (!chosen)
        return std::unexpected(chosen.error());
    chosen->isComplete = isStatedComplete(snapshot.saved, *chosen);
    if (chosen->kind != mesh::EnvironmentKind::KustomizeRoot) {
        keepUnlistedFiles(snapshot, name, *chosen);
        snapshot.environment = std::move(*chosen);
        snapshot.savedRender.reset();
        return {};
    }
    if (auto found = findTree(snapshot); !found)
        return found;
    auto rendered =
        renderMesh(snapshot.renderSource, snapshot.saved, *chosen, snapshot.savedRender, snapshot.savedGraph);
    if (!rendered)
        return std::unexpected(rendered.error());
    snapshot.environment = std::move(rendered->environment);
    snapshot.savedRender = std::move(rendered->rendered);
    snapshot.savedGraph = std::move(rendered->graph);
    return {};
}

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
                   changed.empty() ? saved
                                   : updated(saved, *snapshot.savedGraph, snapshot.current, snapshot.lastGood,
                                             snapshot.environment, changed));
    }
    deriveDifference(snapshot);
}

void deriveAll(Snapshot& snapshot)
{
    readSuppressions(snapshot);
    auto graph = snapshot.isRendered()
        ? snapshot.savedGraph
        : mesh::buildGraph(shownFiles(snapshot.saved, snapshot.savedLastGood), snapshot.environment);
    auto results = checks::CheckResults(contextOf(*graph, snapshot.saved, snapshot.environment));
    setSaved(snapshot, {.graph = std::move(graph), .checks = std::move(results)});
    deriveFromSaved(snapshot);
}

void deriveCurrent(Snapshot& snapshot, Paths paths)
{
    if (snapshot.isRendered()) {
        const auto isNeeded = [&](const std::string& path) { return snapshot.render->closure->needs(path); };
        if (!snapshot.renderError && std::ranges::none_of(paths, isNeeded))
            return;
        renderCurrent(snapshot);
        deriveDifference(snapshot);
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
                           snapshot.lastGood, snapshot.environment, paths));
    }
    deriveDifference(snapshot);
}

void deriveAfterSaving(Snapshot& snapshot, const Paths& paths)
{
    const auto old = snapshot;
    const auto& before = old.environment;
    readSuppressions(snapshot);
    snapshot.environments = environmentsIn(snapshot, placedFiles(snapshot));
    chooseFor(snapshot, before.name);
    if (doesNotRender(snapshot, old)) {
        keepLastGood(snapshot, old);
        return;
    }
    const auto& now = snapshot.environment;
    if (!snapshot.isRendered() && now.name == before.name && now.files == before.files
        && now.defaultNamespace == before.defaultNamespace && now.isComplete == before.isComplete) {
        Paths inside;
        std::ranges::copy_if(paths, std::inserter(inside, inside.end()),
                             [&](const auto& path) { return std::ranges::binary_search(now.files, path); });
        setSaved(snapshot,
                 updated(savedOf(snapshot), *snapshot.graph, snapshot.saved, snapshot.savedLastGood, now, inside));
        deriveFromSaved(snapshot);
    } else {
        deriveAll(snapshot);
    }
}

namespace {

/// One of two states of an environment.
struct Side {
    mesh::Environment environment;
    mesh::MeshGraphPtr graph; ///< null where it is not rendered and not yet built
    kustomize::RenderedPtr render;
    bool isThere = false;
};

Expected<Side> sideOf(Snapshot& snapshot, const mesh::FileSet& files,
                      const std::vector<mesh::Environment>& environments, const std::string& name,
                      const QString& revision)
{
    auto chosen = mesh::chooseEnvironment(files, environments, name);
    if (!chosen && chosen.error().code == "environment.unknown") {
        Side none;
        none.environment.name = name;
        return none;
    }
    if (!chosen)
        return std::unexpected(chosen.error());
    if (chosen->kind != mesh::EnvironmentKind::KustomizeRoot)
        return Side{.environment = std::move(*chosen), .graph = nullptr, .render = nullptr, .isThere = true};
    auto tree = treeOf(*snapshot.repository, revision);
    if (!tree)
        return std::unexpected(tree.error());
    snapshot.renderSource.tree = std::move(*tree);
    auto rendered = renderMesh(snapshot.renderSource, files, *chosen, snapshot.savedRender, snapshot.savedGraph);
    if (!rendered)
        return std::unexpected(rendered.error());
    return Side{.environment = std::move(rendered->environment),
                .graph = std::move(rendered->graph),
                .render = std::move(rendered->rendered),
                .isThere = true};
}

/// False where a file that both sides have belongs to the environment on one of them only: a kustomization lists it no
/// more, a delivery leaves it out.
bool hasSameFiles(const Side& before, const Side& after, const Snapshot& snapshot)
{
    std::vector<std::string> differ;
    std::ranges::set_symmetric_difference(before.environment.files, after.environment.files,
                                          std::back_inserter(differ));
    return std::ranges::none_of(differ, [&](const std::string& path) {
        return snapshot.saved.find(path) != nullptr && snapshot.current.find(path) != nullptr;
    });
}

} // namespace

std::vector<mesh::Environment> environmentsOfBoth(std::vector<mesh::Environment> environments,
                                                  const std::vector<mesh::Environment>& others)
{
    for (const auto& other : others) {
        if (!std::ranges::contains(environments, other.name, &mesh::Environment::name))
            environments.push_back(other);
    }
    std::ranges::sort(environments, {}, &mesh::Environment::name);
    return environments;
}

Expected<void> deriveComparison(Snapshot& snapshot, const std::string& name)
{
    std::vector<mesh::Environment> olds;
    std::vector<mesh::Environment> news;
    mesh::beside(
        snapshot.current.files.size(), [&] { olds = environmentsIn(snapshot, snapshot.saved); },
        [&] { news = environmentsIn(snapshot, snapshot.current); });
    auto wanted = name;
    if (wanted.empty())
        wanted = mesh::defaultEnvironment(news);
    if (wanted.empty())
        wanted = mesh::defaultEnvironment(olds);
    snapshot.environments = environmentsOfBoth(news, olds);
    const bool isSameBase = snapshot.savedGraph && snapshot.environment.name == wanted;
    if (!isSameBase) {
        snapshot.savedRender.reset();
        snapshot.savedGraph.reset();
    }
    const auto known = savedOf(snapshot);
    const auto knownFiles = snapshot.environment.files;
    const bool wasComplete = snapshot.environment.isComplete;
    auto before = sideOf(snapshot, snapshot.saved, olds, wanted, *snapshot.base);
    if (!before)
        return std::unexpected(before.error());
    snapshot.savedRender = before->render;
    if (before->graph) {
        snapshot.savedGraph = before->graph;
    } else if (!isSameBase) {
        snapshot.savedGraph = mesh::buildGraph(snapshot.saved, before->environment);
    }
    auto after = sideOf(snapshot, snapshot.current, news, wanted, snapshot.revision);
    if (!after)
        return std::unexpected(after.error());
    if (!before->isThere && !after->isThere && !wanted.empty())
        return std::unexpected(mesh::chooseEnvironment(snapshot.current, news, wanted).error());

    std::vector<std::string> files;
    std::ranges::set_union(before->environment.files, after->environment.files, std::back_inserter(files));
    snapshot.environment = after->isThere ? after->environment : before->environment;
    snapshot.environment.files = std::move(files);
    snapshot.environment.isComplete = isStatedComplete(snapshot.saved, snapshot.environment);
    snapshot.render = after->render;
    readSuppressions(snapshot);

    const auto checked = [&](mesh::MeshGraphPtr graph, const mesh::FileSet& texts) {
        auto results = checks::CheckResults(contextOf(*graph, texts, snapshot.environment));
        return Derived{.graph = std::move(graph), .checks = std::move(results)};
    };
    const bool isKnown = known.graph && known.graph == snapshot.savedGraph && knownFiles == snapshot.environment.files
        && wasComplete == snapshot.environment.isComplete;
    const auto changed = changedInEnvironment(snapshot);
    const bool isSameList = hasSameFiles(*before, *after, snapshot);
    const bool isSameGraph =
        after->render ? after->render == before->render : !before->render && isSameList && changed.empty();
    const bool isUpdate = !isSameGraph && !before->render && !after->render && before->isThere && after->isThere
        && isSameList && before->environment.defaultNamespace == after->environment.defaultNamespace;
    const mesh::MeshGraphPtr base = snapshot.savedGraph;
    mesh::beside(
        isUpdate ? base->slotCount() : 0, [&] { setSaved(snapshot, isKnown ? known : checked(base, snapshot.saved)); },
        [&] {
            if (isUpdate)
                base->whoAsked({}); // what the update asks first is made meanwhile
        });
    if (isSameGraph) {
        setCurrent(snapshot, savedOf(snapshot));
    } else if (isUpdate) {
        setCurrent(snapshot, updated(savedOf(snapshot), *base, snapshot.current, {}, snapshot.environment, changed));
    } else {
        setCurrent(snapshot,
                   checked(after->graph ? after->graph : mesh::buildGraph(snapshot.current, after->environment),
                           snapshot.current));
    }
    deriveDifference(snapshot);
    return {};
}

bool doesNotRender(const Snapshot& snapshot, const Snapshot& before)
{
    return before.isRendered() && snapshot.environmentError && snapshot.environmentError->code != "environment.unknown";
}

void keepLastGood(Snapshot& snapshot, const Snapshot& before)
{
    snapshot.renderError = std::exchange(snapshot.environmentError, std::nullopt);
    snapshot.environment = before.environment;
    snapshot.renderSource = before.renderSource;
    snapshot.savedRender = before.savedRender;
    snapshot.render = before.render;
    setSaved(snapshot, savedOf(before));
    setCurrent(snapshot, {.graph = before.graph, .checks = before.checks});
    deriveDifference(snapshot);
}

void deriveFromUpdate(Snapshot& snapshot, const mesh::GraphUpdate& update)
{
    const auto context = contextOf(*update.graph, snapshot.current, snapshot.environment);
    setCurrent(snapshot, {.graph = update.graph, .checks = snapshot.checks.after(context, update, {})});
    deriveDifference(snapshot);
}

} // namespace meshdraft::workspace
