// SPDX-License-Identifier: Apache-2.0
// What a request has to look like to take each way through the routes and policies of a host.
#pragma once

#include "models/traffic/course.h"
#include "models/traffic/request.h"
#include "models/traffic/routetable.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::traffic {

/// What stands for any value, for a value that no match names, and for a path that no match names.
inline constexpr std::string_view anyValue = "x";
inline constexpr std::string_view otherValue = "x-meshdraft-other";
inline constexpr std::string_view otherPath = "/meshdraft-other";

/// The parts of a request that routes and policies look at, besides who calls and where to.
struct Probe {
    std::string path = "/";
    std::string method = "GET";
    std::multimap<std::string, std::string, std::less<>> query;
    std::multimap<std::string, std::string, std::less<>> headers;
    std::optional<Token> token;
    std::string sni;
    std::uint32_t port = 0; ///< 0: those of the host

    friend auto operator<=>(const Probe&, const Probe&) = default;
};
using Probes = std::set<Probe>;

/// For each match of the table a request that meets it, and one for each of its conditions that misses just that one:
/// a neighbour of the path, another method, a header absent or with another value.
void addProbes(Probes& probes, const RouteTable& table);

/// The same for the rules of an AuthorizationPolicy; tokens are of `issuers`.
void addProbes(Probes& probes, const mesh::AuthorizationPolicy& policy, const std::set<std::string>& issuers);

/// A token of each issuer, one of an unknown issuer, one that is not valid, and none.
void addProbes(Probes& probes, const mesh::RequestAuthentication& policy);

} // namespace meshdraft::traffic
