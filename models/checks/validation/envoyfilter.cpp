// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/common.h"
#include "models/checks/validation/kindrules.h"
#include "models/checks/validation/primitives.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks::validation {

namespace {

/// The name that took the place of an old one of Envoy's filters; empty for other names.
std::string_view newFilterName(std::string_view name)
{
    static constexpr auto names = std::to_array<std::pair<std::string_view, std::string_view>>({
        {"envoy.buffer", "envoy.filters.http.buffer"},
        {"envoy.client_ssl_auth", "envoy.filters.network.client_ssl_auth"},
        {"envoy.cors", "envoy.filters.http.cors"},
        {"envoy.csrf", "envoy.filters.http.csrf"},
        {"envoy.echo", "envoy.filters.network.echo"},
        {"envoy.ext_authz", "envoy.filters.http.ext_authz"},
        {"envoy.fault", "envoy.filters.http.fault"},
        {"envoy.grpc_http1_bridge", "envoy.filters.http.grpc_http1_bridge"},
        {"envoy.grpc_json_transcoder", "envoy.filters.http.grpc_json_transcoder"},
        {"envoy.grpc_web", "envoy.filters.http.grpc_web"},
        {"envoy.gzip", "envoy.filters.http.gzip"},
        {"envoy.health_check", "envoy.filters.http.health_check"},
        {"envoy.http_connection_manager", "envoy.filters.network.http_connection_manager"},
        {"envoy.http_dynamo_filter", "envoy.filters.http.dynamo"},
        {"envoy.ip_tagging", "envoy.filters.http.ip_tagging"},
        {"envoy.listener.http_inspector", "envoy.filters.listener.http_inspector"},
        {"envoy.listener.original_dst", "envoy.filters.listener.original_dst"},
        {"envoy.listener.original_src", "envoy.filters.listener.original_src"},
        {"envoy.listener.proxy_protocol", "envoy.filters.listener.proxy_protocol"},
        {"envoy.listener.tls_inspector", "envoy.filters.listener.tls_inspector"},
        {"envoy.lua", "envoy.filters.http.lua"},
        {"envoy.mongo_proxy", "envoy.filters.network.mongo_proxy"},
        {"envoy.rate_limit", "envoy.filters.http.ratelimit"},
        {"envoy.ratelimit", "envoy.filters.network.ratelimit"},
        {"envoy.redis_proxy", "envoy.filters.network.redis_proxy"},
        {"envoy.router", "envoy.filters.http.router"},
        {"envoy.squash", "envoy.filters.http.squash"},
        {"envoy.tcp_proxy", "envoy.filters.network.tcp_proxy"},
    });
    const auto* const found = std::ranges::find(names, name, &std::pair<std::string_view, std::string_view>::first);
    return found == names.end() ? std::string_view() : found->second;
}

constexpr std::string_view connectionManager = "envoy.filters.network.http_connection_manager";

/// A field that says nothing: absent, empty or the enum's INVALID.
bool isUnset(const Rules& rules, NodeRef node)
{
    return !Rules::isFilled(node) || rules.text(node) == "INVALID";
}

void warnOfOldName(Rules& rules, NodeRef name)
{
    if (const std::string_view now = newFilterName(rules.text(name)); !now.empty())
        rules.warning(name, "filterOldName", {now});
}

void checkFilterMatch(Rules& rules, NodeRef filter, std::string_view applyTo)
{
    if (!filter.isValid())
        return;
    if (applyTo == "LISTENER" || applyTo == "FILTER_CHAIN")
        rules.warning(filter, "filterNoEffect", {applyTo});
    const NodeRef name = rules.at(filter, "name");
    if (!Rules::isFilled(name))
        return requireFilled(rules, filter, "name");
    const NodeRef inner = rules.at(filter, "subFilter");
    if (inner.isValid()) {
        if (applyTo != "HTTP_FILTER")
            return rules.error(inner, "subFilterApplyTo");
        const std::string_view outer = rules.text(name);
        if (outer != connectionManager && outer != "envoy.http_connection_manager" && !rules.isUnknown(name))
            return rules.error(inner, "subFilterManager", {connectionManager});
        if (!Rules::isFilled(rules.at(inner, "name")))
            return requireFilled(rules, inner, "name");
    }
    warnOfOldName(rules, name);
    warnOfOldName(rules, rules.at(inner, "name"));
}

/// The kind of objects that a patch is applied to has to be the kind that it matches.
void checkMatchKind(Rules& rules, NodeRef match, std::string_view applyTo)
{
    static constexpr auto kinds = std::to_array<std::string_view>({"listener", "routeConfiguration", "cluster"});
    const auto wanted = [&]() -> std::string_view {
        if (applyTo == "LISTENER" || applyTo == "FILTER_CHAIN" || applyTo == "NETWORK_FILTER"
            || applyTo == "HTTP_FILTER")
            return "listener";
        if (applyTo == "ROUTE_CONFIGURATION" || applyTo == "VIRTUAL_HOST" || applyTo == "HTTP_ROUTE")
            return "routeConfiguration";
        return applyTo == "CLUSTER" ? "cluster" : std::string_view();
    }();
    if (wanted.empty())
        return;
    for (const std::string_view kind : kinds) {
        if (const NodeRef node = rules.at(match, kind); node.isValid() && kind != wanted)
            return rules.error(node, "matchKind", {applyTo, wanted});
    }
    if (wanted == "listener")
        checkFilterMatch(rules, rules.at(match, {"listener", "filterChain", "filter"}), applyTo);
}

/// Old types anywhere in the value: Envoy knows only version 3 of its API.
void checkTypes(Rules& rules, NodeRef node)
{
    for (const NodeRef item : rules.items(node))
        checkTypes(rules, item);
    for (const auto& [key, value] : rules.entries(node)) {
        if (key.value() != "@type") {
            checkTypes(rules, value);
            continue;
        }
        const std::string_view type = rules.text(value);
        if (type.contains("/envoy.") && (type.contains(".v2.") || type.contains(".v2alpha")))
            rules.error(value, "envoyOldApi");
    }
}

void checkPatch(Rules& rules, NodeRef patch)
{
    if (!patch.resolved().isMapping())
        return;
    const NodeRef match = rules.at(patch, "match");
    if (rules.text(match, "context") == "WAYPOINT")
        return;
    const NodeRef applyTo = rules.at(patch, "applyTo");
    if (isUnset(rules, applyTo))
        return applyTo.isValid() ? rules.error(applyTo, "unset") : rules.error(patch, "missing", {"applyTo"});
    const NodeRef change = rules.at(patch, "patch");
    if (!change.isValid())
        return rules.error(patch, "missing", {"patch"});
    const NodeRef operation = rules.at(change, "operation");
    if (isUnset(rules, operation))
        return operation.isValid() ? rules.error(operation, "unset") : rules.error(change, "missing", {"operation"});
    const NodeRef value = rules.at(change, "value");
    if (rules.isUnknown(operation) || rules.isUnknown(applyTo))
        return;
    if (!value.isValid() && rules.text(operation) != "REMOVE")
        return rules.error(change, "missing", {"value"});
    if (const NodeRef version = rules.at(match, {"proxy", "proxyVersion"}); Rules::isFilled(version)) {
        if (version.value().size() > 1024)
            rules.warning(version, "regexLength");
        if (const std::string fault = regexFault(rules.text(version)); !fault.empty())
            return rules.error(version, "regex", {fault});
    }
    const std::string_view kind = rules.text(applyTo);
    checkMatchKind(rules, match, kind);
    checkTypes(rules, value);
    const bool isFilter = kind == "HTTP_FILTER" || kind == "NETWORK_FILTER";
    if (!isFilter || !Rules::isFilled(rules.at(value, "name")))
        return;
    for (const std::string_view config : {"typed_config", "typedConfig", "config_discovery", "configDiscovery"}) {
        if (rules.at(value, config).isValid())
            return;
    }
    rules.warning(rules.at(value, "name"), "typedConfig");
}

} // namespace

void checkEnvoyFilter(Rules& rules)
{
    const NodeRef spec = rules.spec();
    rules.warning(rules.at(rules.root(), "kind"), "envoyFilter");
    if (!checkLabelSelector(rules, rules.at(spec, "workloadSelector")))
        return;
    for (const NodeRef patch : rules.items(spec, "configPatches"))
        checkPatch(rules, patch);
}

} // namespace meshdraft::checks::validation
