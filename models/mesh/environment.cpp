// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/environment.h"

#include "models/mesh/deliveredenvironments.h"
#include "models/mesh/environmentfiles.h"
#include "models/mesh/halves.h"
#include "models/mesh/paths.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <unordered_set>

namespace meshdraft::mesh {

namespace {

/// The files that belong to a directory: below it, and to no Kustomize root below it or elsewhere.
class DirectoryFiles {
public:
    DirectoryFiles(const FileSet& files, const Kustomizations& kustomizations)
        : m_files(files)
        , m_kustomizations(kustomizations)
    {
        for (const auto& [directory, kustomization] : kustomizations) {
            for (const std::string& path : kustomization.mentioned)
                m_mentioned[path].push_back(directory);
        }
    }

    bool belongs(std::string_view path, std::string_view directory) const
    {
        if (!isWithin(path, directory) || path == directory)
            return false;
        for (std::string_view at = parentOf(path); at != directory; at = parentOf(at)) {
            if (m_kustomizations.contains(at))
                return false;
        }
        const auto mentioned = m_mentioned.find(path);
        return mentioned == m_mentioned.end() || std::ranges::all_of(mentioned->second, [&](const std::string& root) {
                   return isWithin(directory, root);
               });
    }

    /// The candidates of one directory, or of all when it is ".".
    std::vector<Candidate> candidates(std::string_view directory) const
    {
        std::vector<std::optional<Candidate>> found(m_files.files.size());
        inHalves(found.size(), [&](std::size_t i) {
            const SourceFile& file = m_files.files[i];
            if (file.text == nullptr || !belongs(file.path, directory))
                return;
            Candidate candidate = summarise(file, fallbackNamespace);
            if (!candidate.keys.empty() || hasSomethingToSay(file))
                found[i] = std::move(candidate);
        });
        std::vector<Candidate> result;
        for (std::optional<Candidate>& candidate : found) {
            if (candidate)
                result.push_back(std::move(*candidate));
        }
        for (const Error& error : m_files.errors) {
            const std::string& path = error.where.path;
            if (!path.empty() && m_files.find(path) == nullptr && belongs(path, directory))
                result.push_back({path, {}, 0, 0});
        }
        return result;
    }

private:
    const FileSet& m_files;
    const Kustomizations& m_kustomizations;
    std::map<std::string, std::vector<std::string>, std::less<>> m_mentioned;
};

/// Directory environments out of the files that no Kustomize root has: each directory with mesh resources; of
/// directories with the same files the deepest, but "." before all.
void addDirectories(const std::vector<Candidate>& candidates, const Kustomizations& kustomizations,
                    std::vector<Environment>& environments)
{
    std::map<std::string_view, std::vector<const Candidate*>> byDirectory;
    for (const Candidate& candidate : candidates) {
        for (std::string_view at = parentOf(candidate.path);; at = parentOf(at)) {
            byDirectory[at].push_back(&candidate);
            if (at == ".")
                break;
        }
    }
    const auto whole = byDirectory.find(".");
    const std::size_t all = whole == byDirectory.end() ? 0 : whole->second.size();
    std::unordered_set<std::string_view> repeated; // directories that one child equals
    for (const auto& [directory, held] : byDirectory) {
        const auto parent = byDirectory.find(parentOf(directory));
        if (directory != "." && parent->first != "." && parent->second.size() == held.size())
            repeated.insert(parent->first);
    }
    for (const auto& [directory, held] : byDirectory) {
        const bool isRoot = directory == ".";
        if (kustomizations.contains(directory) || (!isRoot && (held.size() == all || repeated.contains(directory))))
            continue;
        Environment environment = assemble(std::string(directory), EnvironmentKind::Directory, held, fallbackNamespace);
        if (isRoot || environment.resources > 0)
            environments.push_back(std::move(environment));
    }
}

std::string normalised(std::string_view name)
{
    return joinPath(".", name);
}

} // namespace

std::vector<Environment> findEnvironments(const FileSet& files, const RemoteUrls& remotes)
{
    const Kustomizations kustomizations = findKustomizations(files);
    std::vector<Environment> environments;
    std::set<std::string, std::less<>> builtOn;
    for (const auto& [directory, kustomization] : kustomizations) {
        for (const std::string& base : kustomization.bases)
            builtOn.insert(base);
    }
    for (const auto& [directory, kustomization] : kustomizations) {
        const bool isPart = kustomization.isComponent || (kustomization.needsRendering && builtOn.contains(directory));
        if (!isPart)
            environments.push_back(ofKustomization(files, directory, kustomization));
    }
    // below a root at the top nothing is left over
    if (!kustomizations.contains(".")) {
        const DirectoryFiles directories(files, kustomizations);
        addDirectories(directories.candidates("."), kustomizations, environments);
    }
    addDeliveries(files, remotes, kustomizations, environments);
    std::ranges::sort(environments, {}, &Environment::name);
    return environments;
}

std::string defaultEnvironment(const std::vector<Environment>& environments)
{
    const auto isUsable = [](const Environment& environment) {
        return environment.kind != EnvironmentKind::KustomizeRoot && environment.resources > 0;
    };
    const Environment* lone = nullptr;
    const Environment* widest = nullptr;
    const Environment* repository = nullptr;
    const Environment* largest = nullptr;
    const Environment* root = nullptr;
    std::size_t usable = 0;
    for (const Environment& environment : environments) {
        if (environment.name == "." && environment.kind != EnvironmentKind::KustomizeRoot)
            repository = &environment;
        const bool isProduction = environment.name == "production" || environment.name.ends_with("/production");
        if (environment.kind == EnvironmentKind::KustomizeRoot && (root == nullptr || isProduction))
            root = &environment;
        if (!isUsable(environment))
            continue;
        ++usable;
        lone = &environment;
        if (largest == nullptr || environment.resources > largest->resources)
            largest = &environment;
        if (environment.duplicates == 0 && environment.routes > 0
            && (widest == nullptr || environment.resources > widest->resources))
            widest = &environment;
    }
    if (usable == 1)
        return lone->name;
    if (widest != nullptr)
        return widest->name;
    if (repository != nullptr && isUsable(*repository))
        return repository->name;
    for (const Environment* each : {largest, root, repository}) {
        if (each != nullptr)
            return each->name;
    }
    return {};
}

Expected<Environment> chooseEnvironment(const FileSet& files, const std::vector<Environment>& environments,
                                        std::string_view name)
{
    const std::string path = normalised(name);
    if (const auto known = std::ranges::find(environments, path, &Environment::name); known != environments.end()) {
        if (known->error)
            return std::unexpected(*known->error);
        return *known;
    }
    const Kustomizations kustomizations = findKustomizations(files);
    if (const auto found = kustomizations.find(path); found != kustomizations.end()) {
        return ofKustomization(files, path, found->second);
    }
    if (const SourceFile* file = files.find(path); file != nullptr && file->text != nullptr) {
        const Candidate candidate = summarise(*file, fallbackNamespace);
        return assemble(path, EnvironmentKind::File, std::vector{&candidate}, fallbackNamespace);
    }
    const bool exists = !path.empty() && (path == "." || std::ranges::any_of(files.files, [&](const SourceFile& file) {
                                              return isWithin(file.path, path);
                                          }));
    if (!exists) {
        std::vector<std::string> names;
        for (const Environment& environment : environments)
            names.push_back(environment.name);
        return std::unexpected(Error{"environment.unknown", {std::string(name), joinedNames(names)}, {}});
    }
    return assemble(path, EnvironmentKind::Directory, DirectoryFiles(files, kustomizations).candidates(path),
                    fallbackNamespace);
}

MeshGraphPtr buildGraph(const FileSet& files, const Environment& environment)
{
    std::vector<std::vector<ResourcePtr>> read(environment.files.size());
    inHalves(read.size(), [&](std::size_t i) {
        const std::string& path = environment.files[i];
        if (const SourceFile* file = files.find(path))
            read[i] = readResources(environment.name, path, file->text, environment.defaultNamespace);
    });
    std::vector<ResourcePtr> resources;
    for (std::vector<ResourcePtr>& ofFile : read)
        std::ranges::move(ofFile, std::back_inserter(resources));
    return MeshGraph::build(environment.name, std::move(resources));
}

} // namespace meshdraft::mesh
