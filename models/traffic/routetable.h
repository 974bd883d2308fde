// SPDX-License-Identifier: Apache-2.0
// Routing rules in the form in which proxies apply them, whichever API they were written in.
#pragma once

#include "models/mesh/meshgraph.h"
#include "models/traffic/textmatch.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meshdraft::traffic {

/// A place in a resource.
struct Place {
    mesh::ResourceIndex resource = mesh::noResource;
    source::NodeId node = source::noNode;
};

/// A condition on one header or query parameter.
struct NamedMatch {
    std::string name; ///< headers: in lower case
    TextMatch text;
    bool isInverted = false; ///< withoutHeaders
};

/// One entry of `match`: all of it must hold.
struct RouteMatch {
    Place place;
    std::string name;
    // decided by who the proxy is
    std::uint32_t port = 0; ///< 0: any
    std::vector<std::string> gateways; ///< "ns/name" and "mesh"; empty: those of the table
    mesh::Labels sourceLabels;
    std::string sourceNamespace;
    // decided request by request
    std::optional<TextMatch> path;
    bool ignoresCase = false;
    std::optional<TextMatch> method;
    std::optional<TextMatch> scheme;
    std::optional<TextMatch> authority;
    std::vector<NamedMatch> headers;
    std::vector<NamedMatch> query;
    std::vector<std::string> sniHosts; ///< TLS
    std::vector<std::string> subnets; ///< destinationSubnets of TLS and TCP

    /// True if every request meets it (istio/pilot/pkg/networking/core/route, IsCatchAllMatch): no condition but a
    /// path prefix "/" or the regular expression ".*".
    bool isCatchAll() const;
};

struct RouteDestination {
    Place place;
    std::string host; ///< fully qualified; empty: the backend cannot be had, such requests get 500
    std::string subset;
    std::uint32_t port = 0; ///< 0: that of the request or the host's only one
    std::int64_t weight = 0;
    bool isUnknown = false; ///< a placeholder, or a kind of backend that is not modelled
};

struct RouteMirror {
    RouteDestination destination;
    double percent = 100;
};

/// What a route changes or answers besides sending the request on.
struct RouteAction {
    enum class Kind : std::uint8_t { Forward, Redirect, DirectResponse };
    Kind kind = Kind::Forward;
    int status = 0; ///< of a redirect or direct response
    Place place; ///< of the redirect or direct response
    std::string redirectTo; ///< as far as it is written: "https://host/path"
    double abortPercent = 0; ///< fault.abort
    int abortStatus = 0; ///< 0: not said (gRPC status)
    Place abortPlace;
    double delayPercent = 0;
    std::string delay;
    Place delayPlace;
    std::string rewritePath; ///< what the matched path or prefix becomes
    bool rewritesWholePath = false; ///< not only the matched prefix
    std::string rewriteRegex; ///< uriRegexRewrite.match: what of the path becomes rewritePath
    std::string rewriteHost;
    Place rewritePlace;
    Place headersPlace;
    Place corsPlace;
};

/// One entry of http, tls or tcp with its matches.
struct RouteRule {
    Place place;
    mesh::Protocol protocol = mesh::Protocol::Http;
    std::uint32_t index = 0; ///< in its list
    std::string name;
    std::vector<RouteMatch> matches; ///< any of them; empty: every request
    std::vector<RouteDestination> destinations;
    std::vector<RouteMirror> mirrors;
    RouteAction action;
    std::string timeout;
    Place timeoutPlace;
    std::optional<std::int64_t> attempts; ///< retries.attempts
    std::string perTryTimeout;
    std::string retryOn;
    Place retriesPlace;
};

/// A VirtualService with its delegates merged in, or what a Gateway API route comes to.
struct RouteTable {
    mesh::ResourceIndex resource = mesh::noResource;
    std::string name;
    std::string ns;
    std::string created;
    bool isGatewayApi = false;
    std::vector<std::string> hosts; ///< fully qualified
    std::vector<std::string> gateways; ///< "mesh", "ns/name"; of the Gateway API "ns/name/listener" too
    std::vector<RouteRule> rules; ///< in file order, HTTP before TLS and TCP
};
using RouteTablePtr = std::shared_ptr<const RouteTable>;

} // namespace meshdraft::traffic
