// SPDX-License-Identifier: Apache-2.0
// Which route of a table a request takes.
#pragma once

#include "models/traffic/request.h"
#include "models/traffic/routetable.h"

#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::traffic {

/// Who reads the routes.
struct RouteReader {
    std::string ns; ///< of the proxy
    mesh::Labels labels; ///< of its pods
    std::uint32_t port = 0; ///< on which the request arrived
    std::set<std::string, std::less<>> gateways; ///< "mesh", or the names of the gateway
};

/// A request as the proxy's HTTP connection manager sees it.
struct HttpView {
    std::string path;
    std::string method;
    std::string scheme; ///< "http", "https"
    std::string authority;
    const Request* request = nullptr; ///< headers and query
    const Token* token = nullptr; ///< that the proxy has checked; null: none
};

/// True if the proxy keeps this match: port, gateways, source labels and namespace. HTTP: a match that names gateways
/// is not asked for the source (istio/pilot/pkg/networking/core/route, sourceMatchHTTP).
bool appliesTo(const RouteMatch& match, const RouteReader& reader, mesh::Protocol protocol);

/// True if the request meets the conditions of an HTTP match.
bool meets(const RouteMatch& match, const HttpView& view);

/// One route of a virtual host: a rule under one of its matches.
struct RouteChoice {
    const RouteRule* rule = nullptr;
    const RouteMatch* match = nullptr; ///< null: the rule has none

    bool isCatchAll() const { return match == nullptr || match->isCatchAll(); }
};

/// The HTTP routes that a proxy makes of a table, in order; they end with the first that nothing can pass.
std::vector<RouteChoice> httpRoutes(const RouteTable& table, const RouteReader& reader);

/// Puts routes of the Gateway API in their order: exact paths, longer prefixes, regular expressions; then method,
/// number of headers, number of query parameters (Gateway API, HTTPRouteRule.matches). What is equal keeps its place.
void sortByPrecedence(std::vector<RouteChoice>& routes);

/// The first of them that the request meets.
const RouteChoice* firstMet(std::span<const RouteChoice> routes, const HttpView& view);

} // namespace meshdraft::traffic
