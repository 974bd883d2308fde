// SPDX-License-Identifier: Apache-2.0
// What the mesh does to a request, with every decision on the way.
#pragma once

#include "models/mesh/meshgraph.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::traffic {

/// What becomes of a request, or of a share of it.
enum class Verdict : std::uint8_t {
    Unknown, ///< files cannot tell
    Routed, ///< it reaches a workload, or a host that the mesh knows
    Passthrough, ///< it goes on to the address it was sent to, unmanaged
    Redirected, ///< answered with a redirect
    DirectResponse, ///< answered by the proxy as the route says
    Aborted, ///< by fault injection
    Denied, ///< AuthorizationPolicy: 403, or a closed connection
    Unauthenticated, ///< RequestAuthentication: 401
    NoListener, ///< nothing listens on the port
    NoVirtualHost, ///< no virtual host has the name: 404
    NoRoute, ///< no route of the virtual host matches: 404
    NoFilterChain, ///< the listener refuses such a connection
    TlsMismatch, ///< the server wants other certificates
    ProtocolMismatch, ///< the bytes are not what the listener expects
    Blocked, ///< REGISTRY_ONLY: 502, or a closed connection
    NoCluster, ///< the route's destination is not known to the proxy: 503
    NoSubset, ///< nor its subset: 503
    NoEndpoints, ///< nothing is behind the destination: 503
    ConnectFailure, ///< the server does not understand what the client's proxy speaks: 503
    Mixed, ///< its shares fare differently
};
inline constexpr std::size_t verdictCount = 20;
/// "routed", "no_route", ...: as `explain --format json` has it.
std::string_view verdictName(Verdict verdict);
/// True where the request reaches somebody: Routed, Passthrough.
bool isDelivered(Verdict verdict);

/// The proxy's decision in whose course a step was taken.
enum class Stage : std::uint8_t {
    Caller, ///< who calls, and whether there is a proxy
    Import, ///< whether the caller's proxy knows the host (Sidecar, exportTo)
    Listener, ///< LDS
    Server, ///< the gateway's server
    VirtualHost, ///< RDS
    Route, ///< RDS
    Cluster, ///< CDS
    Endpoints, ///< EDS
    Inbound, ///< the server's listener and mTLS
    Authentication, ///< RequestAuthentication
    Authorization, ///< AuthorizationPolicy
};
inline constexpr std::size_t stageCount = 11;
/// "caller", "import", ...
std::string_view stageName(Stage stage);

/// One decision. `code` with `args` becomes a sentence in workspace/trafficwords.
struct Step {
    Stage stage = Stage::Caller;
    std::string code; ///< "route.matched", "cluster.subset", ...
    std::vector<std::string> args;
    mesh::ElementRef element; ///< the YAML that made it; null: a default of Istio
    int share = -1; ///< position in Answer::shares; -1: before the request is split
    bool isUnknown = false; ///< files cannot tell what happens here

    friend bool operator==(const Step&, const Step&) = default;
};

/// One workload behind a destination, and what its side does.
struct Server {
    mesh::ResourceIndex workload = mesh::noResource;
    mesh::ResourceKey key;
    Verdict verdict = Verdict::Routed;
    mesh::ElementRef because; ///< of a refusal

    friend bool operator==(const Server&, const Server&) = default;
};

/// What the client's proxy speaks to a destination.
enum class Wire : std::uint8_t { Unknown, Plaintext, Tls, Mutual };
std::string_view wireName(Wire wire);

/// How often and how long the client's proxy tries.
struct Effort {
    std::string timeout; ///< of the whole request; empty: none
    std::int64_t retries = 0; ///< attempts after the first
    std::string perTryTimeout; ///< empty: the whole timeout
    std::string retryOn;
    mesh::ElementRef timeoutElement; ///< null: Istio's default
    mesh::ElementRef retryElement;
    double worstSeconds = 0; ///< at most so long, without the pauses between attempts; 0: no limit

    friend bool operator==(const Effort&, const Effort&) = default;
};

/// The share of requests that one destination of the route gets.
struct Share {
    std::string host; ///< fully qualified; empty where none is reached
    std::uint32_t port = 0;
    std::string subset;
    double percent = 100; ///< of all such requests, 0 to 100
    Verdict verdict = Verdict::Routed;
    std::string flag; ///< response flag of the access log ("NC"); empty: none
    std::string details; ///< response_code_details; empty: the server's own
    int status = 0; ///< HTTP; 0: the server's own answer, or no HTTP at all
    Wire wire = Wire::Plaintext;
    std::vector<Server> servers; ///< empty: none in the files
    mesh::ElementRef element; ///< the destination in the route
    mesh::ElementRef because; ///< what decided the verdict

    friend bool operator==(const Share&, const Share&) = default;
};

struct Mirror {
    std::string host;
    std::uint32_t port = 0;
    std::string subset;
    double percent = 100;
    mesh::ElementRef element;

    friend bool operator==(const Mirror&, const Mirror&) = default;
};

/// What the proxies do to one request.
struct Answer {
    Verdict verdict = Verdict::Unknown;
    std::vector<Share> shares; ///< percentages sum to 100; never empty
    std::vector<Step> steps; ///< in the order in which the proxies take them
    std::vector<Mirror> mirrors;
    std::string route; ///< name of the route, else "http[0]"; empty: Istio's own or none
    mesh::ElementRef routeElement; ///< null: Istio's own
    Effort effort;
    std::vector<mesh::ElementRef> tied; ///< the verdict depends on which of them was created first
    std::vector<Answer> otherwise; ///< with another order of creation; without `otherwise` of their own

    bool dependsOnCreationOrder() const { return !otherwise.empty(); }
    /// True where some step cannot be decided from files.
    bool isUncertain() const;
    friend bool operator==(const Answer&, const Answer&) = default;
};

/// True if two answers agree but for `otherwise`.
bool sameOutcome(const Answer& one, const Answer& other);
/// True if none of the requests is delivered or answered as a route says.
bool isRefused(const Answer& answer);
/// True if two answers mean the same for whoever sends the request: verdicts, flags, destinations and percentages,
/// mirrors, timeout and retries; not how they came about. Where all is refused, only how.
bool sameFate(const Answer& one, const Answer& other);

} // namespace meshdraft::traffic
