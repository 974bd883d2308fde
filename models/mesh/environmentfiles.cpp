// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/environmentfiles.h"

#include "models/mesh/identity.h"
#include "models/mesh/kinds.h"

#include <algorithm>
#include <unordered_map>

namespace meshdraft::mesh {

Candidate summarise(const SourceFile& file, std::string_view ns)
{
    Candidate candidate{file.path, {}, 0, 0};
    for (const Identity& identity : identitiesIn(*file.text, ns)) {
        candidate.keys.push_back(identity.key());
        candidate.resources += isMeshKind(identity.group, identity.kind) ? 1U : 0U;
        candidate.routes += isRouteKind(identity.group, identity.kind) ? 1U : 0U;
    }
    return candidate;
}

Environment assemble(std::string name, EnvironmentKind kind, const std::vector<const Candidate*>& candidates,
                     std::string_view defaultNamespace)
{
    Environment environment;
    environment.name = std::move(name);
    environment.kind = kind;
    environment.defaultNamespace = defaultNamespace;
    std::unordered_map<std::string_view, std::uint32_t> seen;
    std::vector<std::string> paths;
    paths.reserve(candidates.size());
    for (const Candidate* candidate : candidates) {
        paths.push_back(candidate->path);
        environment.resources += candidate->resources;
        environment.routes += candidate->routes;
        for (const std::string& key : candidate->keys)
            environment.duplicates += ++seen[key] == 2 ? 1U : 0U;
    }
    std::ranges::sort(paths);
    environment.files = std::move(paths);
    return environment;
}

bool hasSomethingToSay(const SourceFile& file)
{
    return file.text->kind != source::TextKind::Yaml || !file.text->errors.empty();
}

Environment assemble(std::string name, EnvironmentKind kind, const std::vector<Candidate>& candidates,
                     std::string_view defaultNamespace)
{
    std::vector<const Candidate*> pointers;
    for (const Candidate& candidate : candidates)
        pointers.push_back(&candidate);
    return assemble(std::move(name), kind, pointers, defaultNamespace);
}

Environment ofKustomization(const FileSet& files, const std::string& directory, const Kustomization& kustomization,
                            std::string_view ns)
{
    if (!kustomization.ns.empty())
        ns = kustomization.ns;
    if (kustomization.needsRendering || kustomization.isComponent) {
        Environment environment;
        environment.name = directory;
        environment.kind = EnvironmentKind::KustomizeRoot;
        environment.defaultNamespace = ns;
        environment.bases = kustomization.bases;
        return environment;
    }
    std::vector<Candidate> candidates;
    for (const std::string& path : kustomization.files)
        candidates.push_back(summarise(*files.find(path), ns));
    return assemble(directory, EnvironmentKind::KustomizeBase, candidates, ns);
}

std::string joinedNames(const std::vector<std::string>& parts)
{
    std::string text;
    for (const std::string& part : parts)
        text.append(text.empty() ? "" : ", ").append(part);
    return text;
}

} // namespace meshdraft::mesh
