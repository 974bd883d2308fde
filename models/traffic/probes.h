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
    std::string host; ///< empty: the host that is asked about; else one that its wildcard covers
    std::string sni;
    std::uint32_t port = 0; ///< 0: those of the host

    friend auto operator<=>(const Probe&, const Probe&) = default;
};
using Probes = std::set<Probe>;

/// Issuers of tokens with the audiences that are taken.
using Issuers = std::map<std::string, std::vector<std::string>>;

/// For each match of the table a request that meets it, one for each of its conditions that misses just that one (a
/// neighbour of the path, another method, a header absent or with another value), and one for each two matches that
/// meets both.
void addProbes(Probes& probes, const RouteTable& table);

/// The same for the rules of an AuthorizationPolicy.
void addProbes(Probes& probes, const mesh::AuthorizationPolicy& policy, const Issuers& issuers);

/// A token of each issuer, one of an unknown issuer, one that is not valid, and one for nobody's audience.
void addProbes(Probes& probes, const mesh::RequestAuthentication& policy);

/// One request for each place that the table's routes lead to.
std::vector<Probe> wayProbes(const RouteTable& table);

/// Both at once: what one of them leaves open is as in the other. Where both say something, the first one wins.
Probe merged(Probe first, const Probe& second);

} // namespace meshdraft::traffic
