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

/// What two meshes have alike, so that its boundaries need no look.
struct Settled {
    std::set<std::string> rules; ///< textOf() of them
    bool policies = false; ///< AuthorizationPolicies and RequestAuthentications
};

/// A method that none of the texts is.
std::string anotherMethod(const std::vector<std::string>& texts);

/// A rule as a text to compare: equal texts match the same requests and do the same to them.
std::string textOf(const RouteRule& rule);

/// For each match of the table a request that meets it. Where the rule is not settled one for each of its conditions,
/// too, that misses just that one (a neighbour of the path, another method, a header absent or with another value), and
/// with each other match one that meets both.
void addProbes(Probes& probes, const RouteTable& table, const Settled& settled);

/// The same for the rules of an AuthorizationPolicy.
void addProbes(Probes& probes, const mesh::AuthorizationPolicy& policy, const Issuers& issuers, const Settled& settled);

/// A token of each issuer, one of an unknown issuer, one that is not valid, and one for nobody's audience.
void addProbes(Probes& probes, const mesh::RequestAuthentication& policy);

/// One request for each place that the table's routes lead to.
std::vector<Probe> wayProbes(const RouteTable& table);

/// Both at once: what one of them leaves open is as in the other. Where both say something, the first one wins.
Probe merged(Probe first, const Probe& second);

} // namespace meshdraft::traffic
