// SPDX-License-Identifier: Apache-2.0
// Destinations of a route together with the subsets that they need.
#pragma once

#include "models/changes/routeedit.h"
#include "models/workspace/meshedit.h"

#include <optional>

namespace meshdraft::workspace {

/// What a route can send requests to.
struct DestinationChoice {
    changes::DestinationSpec destination;
    bool isNewSubset = false; ///< no DestinationRule has it; workloads with `labels` are there
    mesh::Labels labels; ///< of the subset
    std::size_t workloads = 0;
    bool isInRoute = false;
};

/// Subsets of the hosts of a route, then versions of their workloads that no subset has, then the other Services of the
/// namespace. Those of one host stand together, sorted by name.
std::vector<DestinationChoice> destinationChoices(const mesh::MeshGraph& graph, const mesh::Resource& resource,
                                                  const mesh::Route& route);

/// A name for a new subset of `host`: the number behind the highest one ("v4" after v1 and v3), "canary" where no
/// subset has a number. None of the choices has it.
std::string proposedSubset(const std::vector<DestinationChoice>& choices, const std::string& host);

/// "version=v3, track=canary". Nothing for what is no list of labels.
std::optional<mesh::Labels> parseLabels(const std::string& text);

/// A destination to add. With `newSubset` its subset is added to the DestinationRule of the host, or to a new rule in a
/// new file beside the route's.
struct DestinationRequest {
    changes::DestinationSpec destination;
    std::int64_t weight = 0;
    std::optional<mesh::Labels> newSubset; ///< its labels
};

// All of these: errors "edit.noRoute" (args: kind, name, field), those of changes/routeedit.h, and for a new subset
// "subset.name" (args: name; no DNS label), "subset.labels" (none, or no labels), "subset.exists" (args: name, rule),
// "subset.wildcardRule" (args: host, the rule's host, rule), "subset.protocol" (Gateway API routes know no subsets).

Expected<MeshEdit> planDestination(const Snapshot& snapshot, const mesh::ElementRef& route,
                                   const DestinationRequest& request);
Expected<MeshEdit> planDestinationRemoval(const Snapshot& snapshot, const mesh::ElementRef& route,
                                          std::size_t position);
Expected<MeshEdit> planMirror(const Snapshot& snapshot, const mesh::ElementRef& route,
                              const std::optional<changes::MirrorSpec>& mirror);
Expected<MeshEdit> planPreview(const Snapshot& snapshot, const mesh::ElementRef& route,
                               const changes::PreviewSpec& preview);

/// The resource and route that an element names; null pointers when they are not there.
struct RouteAt {
    mesh::ResourcePtr resource;
    const mesh::Route* route = nullptr;
};
RouteAt routeIn(const mesh::MeshGraph& graph, const mesh::ElementRef& element);

} // namespace meshdraft::workspace
