// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/httproute.h"
#include "models/checks/validation/primitives.h"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace meshdraft::checks::validation {

namespace {

/// A match as text in which the order of keys and the way of writing do not count. Empty parts are left out.
std::string canonical(Rules& rules, NodeRef node)
{
    const NodeRef value = node.resolved();
    if (Rules::isNull(value))
        return {};
    if (value.isScalar())
        return std::to_string(value.value().size()) + ':' + std::string(value.value());
    std::string result;
    if (value.isSequence()) {
        for (const NodeRef item : rules.items(value))
            result += canonical(rules, item) + ',';
        return result.empty() ? result : '[' + result + ']';
    }
    std::map<std::string_view, std::string> parts;
    for (const auto& [key, entry] : rules.entries(value)) {
        const bool isMessage = entry.resolved().isMapping(); // an empty one is still a condition
        if (std::string part = canonical(rules, entry); isMessage || !part.empty())
            parts.emplace(key.value(), std::move(part));
    }
    for (const auto& [key, part] : parts)
        result += std::string(key) + '=' + part + ';';
    return '{' + result + '}';
}

std::string canonicalMatch(Rules& rules, NodeRef match, bool isHttp)
{
    std::map<std::string_view, std::string> parts;
    for (const auto& [key, entry] : rules.entries(match)) {
        const std::string_view name = key.value();
        if (isHttp && name == "name")
            continue;
        std::string part = canonical(rules, entry);
        // A map without entries is no condition; a text without a way of comparing it is one.
        const bool isMap = name.ends_with("eaders") || name == "queryParams" || name == "sourceLabels";
        if (!part.empty() && !(isMap && part == "{}"))
            parts.emplace(name, std::move(part));
    }
    std::string result;
    for (const auto& [key, part] : parts)
        result += std::string(key) + '=' + part + ';';
    return result;
}

/// True when a part of a match is filled in later: nothing can be said of it.
bool hasUnknown(Rules& rules, NodeRef node)
{
    const NodeRef value = node.resolved();
    if (value.isScalar())
        return rules.isUnknown(value);
    for (const NodeRef item : rules.items(value)) {
        if (hasUnknown(rules, item))
            return true;
    }
    return std::ranges::any_of(rules.entries(value), [&](const auto& entry) { return hasUnknown(rules, entry.value); });
}

/// The quoted name, or the position, as Istio's messages have it.
std::string nameOf(Rules& rules, NodeRef node, std::size_t position)
{
    const std::string_view name = rules.text(node, "name");
    return name.empty() ? '#' + std::to_string(position) : '"' + std::string(name) + '"';
}

using Conditions = std::map<std::string_view, std::string>;

/// A match by the beginning of the path, with its other conditions as "exact:x" or "prefix:x".
struct PrefixMatch {
    NodeRef node;
    std::string route;
    std::string match;
    std::string_view prefix;
    std::string_view port;
    std::string method;
    std::string authority;
    Conditions headers;
    Conditions parameters;
    Conditions absentHeaders;
};

std::string condition(Rules& rules, NodeRef match)
{
    for (const std::string_view way : {"exact", "prefix"}) {
        if (const std::string_view text = rules.text(match, way); !text.empty())
            return std::string(way) + ':' + std::string(text);
    }
    return {};
}

Conditions conditionsOf(Rules& rules, NodeRef map)
{
    Conditions result;
    for (const auto& [key, match] : rules.entries(map))
        result.emplace(key.value(), condition(rules, match));
    return result;
}

bool begins(const std::string& text, const std::string& with)
{
    return text.starts_with(with);
}

bool coverConditions(const Conditions& earlier, const Conditions& later)
{
    return earlier.size() == later.size() && std::ranges::all_of(earlier, [&](const auto& each) {
               const auto other = later.find(each.first);
               return other != later.end() && begins(each.second, other->second);
           });
}

/// True when every request that `later` takes is taken by `earlier`, as Istio judges it.
bool covers(const PrefixMatch& earlier, const PrefixMatch& later)
{
    return later.prefix != earlier.prefix && later.prefix.starts_with(earlier.prefix) && later.port == earlier.port
        && begins(earlier.method, later.method) && begins(earlier.authority, later.authority)
        && coverConditions(earlier.headers, later.headers) && coverConditions(earlier.parameters, later.parameters)
        && coverConditions(earlier.absentHeaders, later.absentHeaders);
}

/// The routes of one list.
class RouteList {
public:
    RouteList(Rules& rules, std::string_view key)
        : m_rules(rules)
        , m_isHttp(key == "http")
        , m_routes(rules.items(rules.spec(), key))
    {
    }

    void check()
    {
        for (const NodeRef route : m_routes)
            m_matches += m_rules.at(route, "match").size();
        for (std::size_t i = 0; i < m_routes.size(); ++i)
            checkRoute(i);
        if (m_prefixes.size() > mostCompared)
            return;
        for (std::size_t later = 1; later < m_prefixes.size(); ++later) {
            for (std::size_t earlier = 0; earlier < later; ++earlier)
                checkCover(m_prefixes[earlier], m_prefixes[later]);
        }
    }

private:
    std::string routeName(std::size_t index)
    {
        return m_isHttp ? nameOf(m_rules, m_routes[index], index) : '#' + std::to_string(index);
    }

    void unreachable(NodeRef node, std::size_t route, std::string_view id)
    {
        m_rules.warningWith(node, "IST0130", id, {routeName(route)});
    }

    void checkRoute(std::size_t index)
    {
        const NodeRef route = m_routes[index];
        const NodeRef list = m_rules.at(route, "match");
        const std::vector<NodeRef> matches = m_rules.items(list);
        if (matches.empty()) {
            if (m_rules.isUnknown(list) || !route.resolved().isMapping())
                return;
            if (m_hasMatchless)
                unreachable(route, index, "routeSecondMatchless");
            m_hasMatchless = true;
            return;
        }
        if (m_hasMatchless) {
            unreachable(route, index, "routeAfterMatchless");
            return;
        }
        if (m_matches < 2)
            return; // nothing to compare it with
        std::size_t repeated = 0;
        for (std::size_t i = 0; i < matches.size(); ++i) {
            if (hasUnknown(m_rules, matches[i]))
                continue;
            const auto [seen, isNew] = m_seen.emplace(canonicalMatch(m_rules, matches[i], m_isHttp), index);
            if (isNew) {
                if (m_isHttp)
                    addPrefix(index, matches[i], i);
                continue;
            }
            ++repeated;
            m_rules.warningWith(matches[i], "IST0131", "matchRepeated",
                                {matchName(matches[i], i), routeName(index), routeName(seen->second)});
        }
        if (repeated == matches.size())
            unreachable(route, index, "routeRepeated");
    }

    std::string matchName(NodeRef match, std::size_t position)
    {
        return m_isHttp ? nameOf(m_rules, match, position) : '#' + std::to_string(position);
    }

    void addPrefix(std::size_t route, NodeRef match, std::size_t position)
    {
        const std::string_view prefix = m_rules.text(m_rules.at(match, "uri"), "prefix");
        if (prefix.empty())
            return;
        PrefixMatch added{.node = match,
                          .route = routeName(route),
                          .match = matchName(match, position),
                          .prefix = prefix,
                          .port = m_rules.text(match, "port"),
                          .method = condition(m_rules, m_rules.at(match, "method")),
                          .authority = condition(m_rules, m_rules.at(match, "authority")),
                          .headers = conditionsOf(m_rules, m_rules.at(match, "headers")),
                          .parameters = conditionsOf(m_rules, m_rules.at(match, "queryParams")),
                          .absentHeaders = conditionsOf(m_rules, m_rules.at(match, "withoutHeaders"))};
        if (added.method.empty())
            added.method = "exact:GET"; // as Istio takes it
        m_prefixes.push_back(std::move(added));
    }

    void checkCover(const PrefixMatch& earlier, const PrefixMatch& later)
    {
        if (covers(earlier, later)) {
            m_rules.warningWith(later.node, "IST0131", "matchCovered",
                                {later.match, std::string(later.prefix), later.route, earlier.match,
                                 std::string(earlier.prefix), earlier.route});
        }
    }

    Rules& m_rules;
    bool m_isHttp;
    std::vector<NodeRef> m_routes;
    std::size_t m_matches = 0; ///< of all routes
    bool m_hasMatchless = false;
    std::unordered_map<std::string, std::size_t> m_seen; ///< match -> first route with it
    std::vector<PrefixMatch> m_prefixes;
};

} // namespace

void checkReachability(Rules& rules)
{
    for (const std::string_view key : {"http", "tcp", "tls"})
        RouteList(rules, key).check();
}

} // namespace meshdraft::checks::validation
