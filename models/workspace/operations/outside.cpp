// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/outside.h"

#include "models/mesh/identity.h"
#include "models/mesh/kustomization.h"
#include "models/mesh/paths.h"

#include <algorithm>
#include <set>

namespace meshdraft::workspace {

namespace {

/// Looks for `namespace:` on the way from a kustomization down to a file.
class SetterSearch {
public:
    SetterSearch(const mesh::Kustomizations& all, const std::string& path)
        : m_all(all)
        , m_path(path)
    {
    }

    /// True when the kustomization builds on the file; `setter` is then the outermost one with `namespace:`.
    bool reaches(const std::string& directory)
    {
        const auto found = m_all.find(directory);
        if (found == m_all.end() || !m_seen.insert(directory).second)
            return false;
        const mesh::Kustomization& kustomization = found->second;
        bool isReached = std::ranges::contains(kustomization.files, m_path);
        std::string component;
        for (const std::string& base : kustomization.bases) {
            isReached = base == m_path || reaches(base) || isReached;
            // a component works on everything that the kustomization has
            const auto other = m_all.find(base);
            if (other != m_all.end() && other->second.isComponent && !other->second.ns.empty())
                component = base;
        }
        if (!isReached)
            return false;
        if (!kustomization.ns.empty()) {
            setter = directory;
        } else if (!component.empty()) {
            setter = component;
        }
        return true;
    }

    std::optional<std::string> setter;

private:
    const mesh::Kustomizations& m_all;
    const std::string& m_path;
    std::set<std::string> m_seen;
};

std::string fileOf(const mesh::FileSet& files, const std::string& directory)
{
    for (const char* name : {"kustomization.yaml", "kustomization.yml", "Kustomization"}) {
        std::string path = mesh::joinPath(directory, name);
        if (files.find(path) != nullptr)
            return path;
    }
    return directory;
}

} // namespace

std::vector<Location> documentsOutside(const Snapshot& snapshot, const mesh::ResourceKey& key)
{
    std::vector<Location> places;
    std::set<std::string> own; // of what is rendered: where it is written
    for (const mesh::ResourceIndex index : snapshot.graph->find(key))
        own.insert(snapshot.graph->at(index).locate().path);
    for (const auto& file : snapshot.current.files) {
        if (file.text->kind != source::TextKind::Yaml || own.contains(file.path)
            || !snapshot.graph->ofFile(file.path).empty())
            continue;
        if (!file.text->text->contains(key.name) || !file.text->text->contains(key.kind))
            continue;
        for (const mesh::Identity& identity : mesh::identitiesIn(*file.text, key.ns)) {
            const bool isSame = identity.kind == key.kind && identity.name == key.name
                && (identity.ns == key.ns || !identity.namespaceIsWritten);
            if (!isSame)
                continue;
            Location where = file.text->locate(identity.root.range().begin);
            where.path = file.path;
            places.push_back(std::move(where));
        }
    }
    return places;
}

std::optional<NamespaceSetter> namespaceSetterOf(const Snapshot& snapshot, const mesh::Resource& resource)
{
    const mesh::Kustomizations all = mesh::findKustomizations(snapshot.current);
    const bool isRoot = snapshot.isRendered() || snapshot.environment.kind == mesh::EnvironmentKind::KustomizeBase;
    // Of a rendered resource, transformers can have written the name and more; nobody writes its kind.
    const std::string path = resource.locate(resource.rootNode()["kind"].id()).path;
    for (const auto& [directory, kustomization] : all) {
        // A directory shows the files of a kustomization that only lists them; what has to be rendered is not in it.
        if (isRoot ? directory != snapshot.environment.name : kustomization.needsRendering)
            continue;
        SetterSearch search(all, path);
        if (search.reaches(directory) && search.setter)
            return NamespaceSetter{fileOf(snapshot.current, *search.setter), all.find(*search.setter)->second.ns};
    }
    return std::nullopt;
}

} // namespace meshdraft::workspace
