// SPDX-License-Identifier: Apache-2.0
// What the split designer does to a route beside its weights, as changes of its document.
#pragma once

#include "models/mesh/meshgraph.h"
#include "models/source/change.h"

#include <optional>
#include <string>
#include <vector>

namespace meshdraft::changes {

/// Where requests go, as it is written into a route.
struct DestinationSpec {
    std::string host; ///< as written; Gateway API: the name of the Service
    std::string subset; ///< Istio only
    std::optional<std::uint32_t> port;
    std::string ns; ///< Gateway API: the namespace of the backend where that is another one

    friend bool operator==(const DestinationSpec&, const DestinationSpec&) = default;
};
DestinationSpec specOf(const mesh::Destination& destination);

/// What a form for the destinations of a route cannot show. Nothing: it can. Codes: "split.delegate" (args: delegate),
/// "routing.redirect", "routing.directResponse", "routing.noDestination"; all are located.
std::optional<Error> unrepresentable(const mesh::Resource& resource, const mesh::Route& route);

/// True where weights are absent that have a meaning of their own: 0 beside others in a VirtualService, 1 in the
/// Gateway API.
bool hasAbsentWeights(const mesh::Route& route);

/// Adds a destination behind the others, written as its neighbours are. It takes its weight from the largest, so that
/// the total stays; a lone destination gets the weight that it had unwritten (in the Gateway API a total of at most 1
/// becomes 100). Errors: those of unrepresentable, "routing.sameDestination" (args: destination), "split.range".
Expected<std::vector<source::Change>> addDestination(const mesh::Resource& resource, const mesh::Route& route,
                                                     const DestinationSpec& destination, std::int64_t weight);

/// Takes a destination out; its weight goes to the largest other. Errors: those of unrepresentable,
/// "routing.lastDestination" (args: destination).
Expected<std::vector<source::Change>> removeDestination(const mesh::Resource& resource, const mesh::Route& route,
                                                        std::size_t position);

/// A copy of requests, and how many of them.
struct MirrorSpec {
    DestinationSpec destination;
    double percent = 100;
};

/// Whether a form can show the mirror of a route. Nothing: it can. Codes: "routing.mirrorProtocol" (args: protocol),
/// "routing.mirrors" (args: number; more than one), those of unrepresentable.
std::optional<Error> unmirrorable(const mesh::Resource& resource, const mesh::Route& route);

/// Switches the mirror of a route on, changes it, or (nothing) switches it off. Errors: those of unmirrorable,
/// "routing.percent" (args: percent; not above 0 and at most 100).
Expected<std::vector<source::Change>> setMirror(const mesh::Resource& resource, const mesh::Route& route,
                                                const std::optional<MirrorSpec>& mirror);

/// A route for those who ask for it by a header or a cookie.
struct PreviewSpec {
    enum class By : std::uint8_t { Header, Cookie };
    std::string route = "preview"; ///< its name
    By by = By::Header;
    std::string name; ///< of the header or the cookie
    std::string value;
    bool isRegex = false;
    DestinationSpec destination;
};

/// The regular expression of a Cookie header (matched as a whole) in which a cookie has a value.
std::string cookieExpression(const std::string& name, const std::string& value, bool isRegex);

/// A new route before this one that sends everything with this header or cookie to one destination. It asks for what
/// the route asks for as well, and keeps its rewrite, timeout, retries, headers and CORS, but no fault and no mirror.
/// Errors: those of unrepresentable, "routing.previewProtocol" (args: protocol), "routing.previewName" (args: name;
/// empty, or no name of a header or cookie), "routing.previewValue" (empty), "routing.previewExpression" (args:
/// expression), "routing.nameTaken" (args: name), "routing.headerTaken" (args: header).
Expected<std::vector<source::Change>> addPreviewRoute(const mesh::Resource& resource, const mesh::Route& route,
                                                      const PreviewSpec& preview);

} // namespace meshdraft::changes
