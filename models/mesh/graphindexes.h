// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/lookups.h"
#include "models/mesh/resource.h"
#include "models/mesh/sharedmap.h"
#include "models/mesh/sharedvector.h"

#include <array>
#include <limits>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace meshdraft::mesh {

/// The number of a resource in a MeshGraph: it keeps it over edits as long as it is there, whatever stands before it.
using ResourceIndex = std::uint32_t;
inline constexpr ResourceIndex noResource = std::numeric_limits<ResourceIndex>::max();

/// The resources of a graph by their numbers; null where a number is free.
using ResourceSlots = SharedVector<ResourcePtr>;

/// What a resource adds to the answer of one question.
struct IndexEntry {
    Question question = Question::Key;
    std::string name; ///< of the question; empty for Key
    std::string detail; ///< what else the answer depends on (to whom a host is exported)

    friend auto operator<=>(const IndexEntry&, const IndexEntry&) = default;
};

/// The name under which workloads with a label are asked for; an empty namespace stands for all.
std::string labelName(std::string_view ns, std::string_view label, std::string_view value);

/// The name under which resources of a kind are asked for that select a label in a namespace (empty: anywhere).
/// Without a label: those with an empty selector.
std::string selectorName(std::string_view kind, std::string_view ns, std::string_view label = {},
                         std::string_view value = {});

/// The name under which WorkloadNamespace is asked for workloads of a file's directory whose namespace nothing says:
/// they go wherever the directory is applied.
std::string guessedNamespace(std::string_view path);
/// The same for all directories.
inline constexpr std::string_view anyGuessedNamespace = "?";

/// "kind\nns".
std::string kindName(std::string_view kind, std::string_view ns);

/// The name under which VirtualServices and routes are asked for that name a Gateway, or a VirtualService as a
/// delegate. Without a name: any of the namespace; delegates also without a namespace: any at all.
std::string attachedName(std::string_view kind, std::string_view ns, std::string_view name = {});

/// The annotation with the wave of Argo CD.
inline constexpr std::string_view syncWaveAnnotation = "argocd.argoproj.io/sync-wave";

/// True for a resource that mesh config may stand in: mesh ConfigMaps, IstioOperators, what holds Helm values.
bool mayHoldMeshConfig(const ResourceKey& key);

/// The entries of one resource, sorted.
std::vector<IndexEntry> entriesOf(const Resource& resource);

/// The lists in which a graph looks things up. Copies share what is equal. All lists are in file order (hosts: Services
/// before ServiceEntries).
class GraphIndexes {
public:
    using Resources = std::vector<ResourceIndex>;
    using Names = SharedMap<std::string, Resources, TextHash>;

    /// The lists of these resources of `slots`.
    static GraphIndexes of(const ResourceSlots& slots, std::span<const ResourceIndex> resources);

    /// Puts a resource of `slots` in, under these entries (its own, or some of them).
    void add(const ResourceSlots& slots, ResourceIndex index, std::span<const IndexEntry> entries);
    /// Takes it out from there.
    void remove(ResourceIndex index, std::span<const IndexEntry> entries);
    /// The same for the lists by key and kind.
    void addIdentity(const ResourceSlots& slots, ResourceIndex index);
    void removeIdentity(const ResourceSlots& slots, ResourceIndex index);

    std::span<const ResourceIndex> withKey(const ResourceKey& key) const { return listOf(m_keys.find(key)); }
    std::span<const ResourceIndex> ofKind(std::string_view kind) const;
    std::span<const ResourceIndex> named(Question question, std::string_view name) const
    {
        return listOf(names(question).find(name));
    }
    /// The lists of one question by name; the names live as long as this.
    const Names& names(Question question) const { return m_names[static_cast<std::size_t>(question)]; }

private:
    struct KeyHash {
        std::size_t operator()(const ResourceKey& key) const { return lookupOf(Question::Key, key); }
    };

    static std::span<const ResourceIndex> listOf(const Resources* list)
    {
        return list != nullptr ? std::span<const ResourceIndex>(*list) : std::span<const ResourceIndex>();
    }

    SharedMap<ResourceKey, Resources, KeyHash> m_keys;
    std::map<std::string, std::shared_ptr<Resources>, std::less<>> m_kinds;
    std::array<Names, questionCount> m_names;
};

/// True where a resource stands before another in the files: by path, document, item.
bool standsBefore(const Resource& left, const Resource& right);

} // namespace meshdraft::mesh
