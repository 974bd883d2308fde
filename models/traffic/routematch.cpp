// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/routematch.h"

#include "models/mesh/effective/meshview.h"

#include <algorithm>
#include <array>
#include <functional>
#include <tuple>

namespace meshdraft::traffic {

namespace {

/// Header names that stand for other fields of a match; Istio leaves them out.
bool isPseudoHeader(std::string_view name)
{
    static constexpr auto names = std::to_array<std::string_view>({"uri", "scheme", "method", "authority"});
    return std::ranges::contains(names, name);
}

std::optional<std::string> headerOf(const HttpView& view, std::string_view name)
{
    if (name == ":authority" || name == "host")
        return view.authority;
    if (name == ":path")
        return view.path;
    if (name == ":method")
        return view.method;
    if (name == ":scheme")
        return view.scheme;
    std::optional<std::string> joined;
    const auto [begin, end] = view.request->headers.equal_range(name);
    for (auto header = begin; header != end; ++header)
        joined = joined ? *joined + "," + header->second : header->second;
    return joined;
}

constexpr std::string_view claimPrefix = "@request.auth.claims";

/// "@request.auth.claims[group][id]" or "....group.id" -> "group.id".
std::string claimOf(std::string_view name)
{
    std::string claim;
    for (const char c : name.substr(claimPrefix.size())) {
        if (c == '[' || c == '.') {
            claim += claim.empty() ? "" : ".";
        } else if (c != ']') {
            claim += c;
        }
    }
    return claim;
}

/// A claim of the token that stands where a header's name does: gateways only.
bool meetsClaim(const NamedMatch& match, const HttpView& view)
{
    std::vector<std::string> values;
    if (view.token != nullptr) {
        const std::string claim = claimOf(match.name);
        const auto own = view.token->claims.find(claim);
        if (claim == "iss") {
            values = {view.token->issuer};
        } else if (claim == "sub") {
            values = {view.token->subject};
        } else if (own != view.token->claims.end()) {
            values = own->second;
        }
    }
    const bool isMet = std::ranges::any_of(values, [&](const std::string& value) { return match.text.matches(value); });
    return isMet != match.isInverted;
}

bool meetsHeader(const NamedMatch& match, const HttpView& view)
{
    if (match.name.starts_with(claimPrefix))
        return meetsClaim(match, view);
    if (isPseudoHeader(match.name))
        return true;
    const std::optional<std::string> value = headerOf(view, match.name);
    // "*" is no regular expression but Istio's sign for presence
    const bool isPresence = match.text.kind() == TextMatch::Kind::Present
        || (match.text.kind() == TextMatch::Kind::Regex && match.text.value() == "*");
    if (isPresence)
        return value.has_value() != match.isInverted;
    // a missing header counts as an empty one where the match is inverted
    if (match.isInverted)
        return !match.text.matches(value.value_or(std::string()));
    return value && match.text.matches(*value);
}

bool meetsQuery(const NamedMatch& match, const HttpView& view)
{
    const auto found = view.request->query.find(match.name);
    const bool isPresence = match.text.kind() == TextMatch::Kind::Regex && match.text.value() == "*";
    return found != view.request->query.end() && (isPresence || match.text.matches(found->second));
}

bool isText(const std::optional<TextMatch>& match, std::string_view text)
{
    return !match || match->matches(text);
}

bool hasConditions(const RouteMatch& match)
{
    return match.method || match.scheme || match.authority || !match.headers.empty() || !match.query.empty();
}

bool isEverything(const std::optional<TextMatch>& path)
{
    using Kind = TextMatch::Kind;
    if ((path->kind() == Kind::Prefix || path->kind() == Kind::PathPrefix) && path->value() == "/")
        return true;
    return path->kind() == Kind::Regex && path->value() == ".*";
}

/// How well a match ranks before others.
auto precedenceOf(const RouteChoice& choice)
{
    using Kind = TextMatch::Kind;
    int rank = -1;
    std::size_t length = 0;
    bool hasMethod = false;
    std::size_t headers = 0;
    std::size_t query = 0;
    // a path that an HTTPRoute leaves out is the prefix "/" by its schema
    if (choice.rule->protocol == mesh::Protocol::Http) {
        rank = 2;
        length = 1;
    }
    if (const RouteMatch* match = choice.match) {
        if (match->path) {
            rank = match->path->kind() == Kind::Exact ? 3 : match->path->kind() == Kind::Regex ? 1 : 2;
            length = match->path->value().size();
        }
        hasMethod = match->method.has_value();
        headers = match->headers.size();
        query = match->query.size();
    }
    return std::tuple(rank, length, hasMethod, headers, query);
}

} // namespace

bool RouteMatch::isCatchAll() const
{
    return (!path || path->kind() == TextMatch::Kind::Present || isEverything(path)) && !hasConditions(*this);
}

bool appliesTo(const RouteMatch& match, const RouteReader& reader, mesh::Protocol protocol)
{
    if (match.port != 0 && match.port != reader.port)
        return false;
    const bool isGateway = std::ranges::any_of(
        match.gateways, [&](const std::string& gateway) { return reader.gateways.contains(gateway); });
    if (!match.gateways.empty() && (protocol == mesh::Protocol::Http || !isGateway))
        return isGateway;
    return mesh::effective::includesLabels(reader.labels, match.sourceLabels)
        && (match.sourceNamespace.empty() || match.sourceNamespace == reader.ns);
}

bool meets(const RouteMatch& match, const HttpView& view)
{
    return isText(match.path, view.path) && isText(match.method, view.method) && isText(match.scheme, view.scheme)
        && isText(match.authority, view.authority)
        && std::ranges::all_of(match.headers, [&](const NamedMatch& header) { return meetsHeader(header, view); })
        && std::ranges::all_of(match.query, [&](const NamedMatch& parameter) { return meetsQuery(parameter, view); });
}

std::vector<RouteChoice> httpRoutes(const RouteTable& table, const RouteReader& reader)
{
    std::vector<RouteChoice> routes;
    for (const RouteRule& rule : table.rules) {
        const bool isOrdered = !table.isGatewayApi; // there the position of a rule says nothing
        if (rule.protocol != mesh::Protocol::Http && rule.protocol != mesh::Protocol::Grpc)
            continue;
        if (rule.matches.empty()) {
            routes.push_back({&rule, nullptr});
            if (isOrdered)
                return routes;
            continue;
        }
        for (const RouteMatch& match : rule.matches) {
            if (!appliesTo(match, reader, mesh::Protocol::Http))
                continue;
            routes.push_back({&rule, &match});
            // istiod reads nothing behind a match that takes everything
            if (isOrdered && match.isCatchAll())
                return routes;
        }
    }
    return routes;
}

void sortByPrecedence(std::vector<RouteChoice>& routes)
{
    std::ranges::stable_sort(routes, std::greater{}, precedenceOf);
}

const RouteChoice* firstMet(std::span<const RouteChoice> routes, const HttpView& view)
{
    const auto found = std::ranges::find_if(
        routes, [&](const RouteChoice& route) { return route.match == nullptr || meets(*route.match, view); });
    return found == routes.end() ? nullptr : &*found;
}

} // namespace meshdraft::traffic
