// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/affectedhosts.h"
#include "models/traffic/callers.h"
#include "models/traffic/evaluate.h"
#include "models/traffic/probes.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace meshdraft::traffic {

/// A host that no mesh has: what becomes of requests to anywhere.
inline constexpr std::string_view unknownHost = "meshdraft-sample.invalid";

/// A request that stands for others.
struct RepresentativeRequest {
    Request request;
    std::vector<Origin> alike; ///< callers that nothing in the mesh tells apart from request.from
};

/// What derivation looks up in a mesh, made once: routes and DestinationRules by host, callers in classes.
class DerivationIndex {
public:
    explicit DerivationIndex(const Evaluator& mesh);

    const MeshIndex& mesh() const { return m_mesh; }
    const std::vector<CallerClass>& callers() const { return m_callers; }
    /// Tables with a host that covers this name, or whose parent is the Service of that host; by namespace and name.
    std::vector<const RouteTable*> tablesFor(const std::string& name) const;
    /// DestinationRules for a host or a wildcard that covers it.
    std::vector<mesh::ResourceIndex> rulesFor(const std::string& host) const;

private:
    template <typename Value> struct ByHost {
        std::map<std::string, std::vector<Value>> exact;
        std::vector<std::pair<std::string, Value>> wildcards;

        void add(const std::string& host, Value value);
        std::vector<Value> covering(const std::string& name) const;
    };

    const MeshIndex& m_mesh;
    ByHost<const RouteTable*> m_tables;
    ByHost<mesh::ResourceIndex> m_rules;
    std::vector<CallerClass> m_callers;
};

/// The requests to one host: those that every kind of caller sends, and those of gateways and from outside.
struct HostRequests {
    std::vector<Request> shapes; ///< without a sender
    std::vector<Request> others; ///< with one
    CallerQuestions questions;
    std::set<Origin> servers; ///< workloads behind the host: people think of others as its callers
};

/// The first caller that is no server of the host itself; the first one where all are.
const Origin& exampleOf(const std::vector<Origin>& callers, const std::set<Origin>& servers);

HostRequests requestsTo(const DerivationIndex& index, const std::string& host, const Settled& settled = {});
/// What of the rules for a host two meshes have alike: all but those that one of them lacks, or none where the order of
/// the others differs.
std::set<std::string> settledRules(const DerivationIndex& base, const DerivationIndex& head, const std::string& host);

/// Requests that take each way through the routes and policies of one host: every boundary of every match, from every
/// kind of caller, through every gateway that serves it, on every port. Sorted, each once. `only`: callers of these
/// namespaces; empty: all, and those from outside.
std::vector<RepresentativeRequest> representativeRequests(const Evaluator& mesh, const std::string& host,
                                                          const std::set<std::string, std::less<>>& only = {});
/// The same for many hosts of a mesh: its index is made once.
std::vector<RepresentativeRequest> representativeRequests(const DerivationIndex& index, const std::string& host,
                                                          const std::set<std::string, std::less<>>& only = {});

/// Every host that requests can name in a mesh: of services, routes and gateways. Sorted; wildcards as written.
std::vector<std::string> requestHosts(const Evaluator& mesh);

} // namespace meshdraft::traffic
