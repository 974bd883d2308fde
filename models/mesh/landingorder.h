// SPDX-License-Identifier: Apache-2.0
// In which order resources land in a cluster: the waves of Argo CD, and who waits for whom in Flux.
#pragma once

#include "models/mesh/meshgraph.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace meshdraft::mesh {

/// The wave in which a kind lands when nothing else is known: Gateway -1, DestinationRule 0, VirtualService 1; what
/// they stand on before them, what looks at traffic behind them. Things go away in the reverse order.
int usualWave(std::string_view group, std::string_view kind);

/// The wave of Argo CD that is written at a resource: 0 where none is written; nothing where it cannot be read or a
/// hook has an order of its own.
std::optional<std::int64_t> writtenWave(const Resource& resource);
bool hasWrittenWave(const Resource& resource);

/// The Kustomizations of Flux that are at work.
std::vector<const Resource*> fluxKustomizations(const MeshGraph& graph, Lookups* asked = nullptr);
/// The one that brings a file: the only one with the longest path that covers it; null where that is open.
const Resource* bringerOf(std::span<const Resource* const> kustomizations, std::string_view path);
/// Whether two Kustomizations take their files from one place.
bool haveOneSource(const Resource& one, const Resource& other);
/// Whether one waits for the other (dependsOn), at once or by others between them. One that is not in the files may.
bool waitsFor(std::span<const Resource* const> kustomizations, const Resource& one, const Resource& other);

} // namespace meshdraft::mesh
