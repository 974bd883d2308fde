// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"

#include <string_view>

namespace meshdraft::changes {

/// Says in sentences what a change means: one for each field that differs, in the terms of routes, destinations and
/// subsets where it is one of those; several at once where they mean something together. `rootNamespace`: of the new
/// state; only asked for where a PeerAuthentication differs.
std::vector<Statement> statementsOf(const ResourceChange& change, const mesh::MeshGraph& after,
                                    std::string_view rootNamespace);

/// "shop/reviews"; the name alone for a cluster-scoped resource.
std::string qualifiedName(const mesh::ResourceKey& key);
/// "Service shop/reviews".
std::string kindAndName(const mesh::ResourceKey& key);
/// The name of a route, else its place: "http[0]".
std::string routeLabel(const mesh::RouteTable& table, const mesh::Route& route);
/// The subset, else host[:port].
std::string destinationLabel(const mesh::Destination& destination);
/// host[:port][/subset].
std::string fullDestinationLabel(const mesh::Destination& destination);

} // namespace meshdraft::changes
