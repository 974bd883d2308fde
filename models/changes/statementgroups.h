// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/fieldcompare.h"
#include "models/changes/meshchange.h"

#include <span>
#include <string_view>

namespace meshdraft::changes {

/// What has been said of a change so far. A field that a sentence covers is not told once more by its path.
struct Told {
    std::vector<Statement> statements;
    std::vector<bool> fields; ///< by position in ResourceChange::fields

    /// Says a sentence about a place in the new resource; all that it tells is at or below that place.
    void say(const ResourceChange& change, const mesh::FieldPath& path, std::string message,
             std::vector<std::string> args);

    /// Some items of a list.
    struct Items {
        mesh::FieldPath list;
        std::span<const std::size_t> items;
    };
    /// Marks the fields at or below items: those of `before` for what was removed, those of `after` for the rest.
    void cover(const ResourceChange& change, const Items& before, const Items& after);
};

/// Conditions that were alternatives and must hold together now, and the reverse: rules, `from` and `to` of an
/// AuthorizationPolicy, matches of a route.
void tellConditions(const ResourceChange& change, std::span<const RoutePair> routes, Told& told);

/// What the proxies of a Sidecar see and do not see any more.
void tellEgress(const ResourceChange& change, Told& told);

/// Whom servers let in by another mode of a PeerAuthentication.
void tellPeers(const ResourceChange& change, std::string_view rootNamespace, Told& told);

/// Traffic that moves between the destinations of a route, and retries that do not fit into its timeout.
void tellTraffic(const ResourceChange& change, std::span<const RoutePair> routes, Told& told);

/// Subsets that are called otherwise or gone, and the routes that still use the old name.
void tellSubsets(const ResourceChange& change, const mesh::MeshGraph& after, Told& told);

} // namespace meshdraft::changes
