// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/httproute.h"

#include "models/checks/validation/common.h"
#include "models/checks/validation/primitives.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks::validation {

namespace {

bool isMatchableHeader(std::string_view name)
{
    static constexpr auto pseudo =
        std::to_array<std::string_view>({":method", ":scheme", ":authority", ":path", ":status"});
    return isJwtClaimHeader(name) || std::ranges::contains(pseudo, name) || isHttpToken(name);
}

void checkHeaderMatches(Rules& rules, NodeRef headers, const RouteContext& context)
{
    const bool isWithout = Rules::fieldName(headers) == "withoutHeaders";
    for (const auto& [key, match] : rules.entries(headers)) {
        if (Rules::isNull(match))
            rules.error(key, "nullMatch", {key.value()});
        if (!isMatchableHeader(key.value())) {
            rules.error(key, "headerName", {key.value()});
        } else if (isJwtClaimHeader(key.value()) && !context.isOfGateways) {
            rules.error(key, "jwtClaimInMesh", {key.value()});
        }
        // A lone star is allowed here: it stands for "any value".
        if (!isWithout || rules.text(match, "regex") != "*")
            checkStringMatch(rules, match);
    }
}

void checkMatch(Rules& rules, NodeRef match, const RouteContext& context)
{
    for (const auto& [key, value] : rules.entries(match)) {
        const std::string_view name = key.value();
        if (name == "uri") {
            checkStringMatch(rules, value, true);
        } else if (name == "scheme" || name == "method" || name == "authority") {
            checkStringMatch(rules, value);
        } else if (name == "headers" || name == "withoutHeaders") {
            checkHeaderMatches(rules, value, context);
        } else if (name == "queryParams") {
            for (const auto& [parameter, condition] : rules.entries(value))
                checkStringMatch(rules, condition);
        } else if (name == "sourceLabels") {
            checkLabels(rules, value);
        } else if (name == "gateways") {
            checkGatewayNames(rules, value, false);
        } else if (name == "sourceNamespace" && Rules::isFilled(value) && !isDnsLabel(rules.text(value))) {
            rules.error(value, "dnsLabel");
        }
    }
}

/// Which of a route's actions exclude each other, beyond what the table says.
void checkActions(Rules& rules, NodeRef route, const RouteContext& context)
{
    const auto has = [&](std::string_view key) { return rules.at(route, key).isValid(); };
    if (has("delegate")) {
        if (context.isDelegate)
            rules.error(rules.at(route, "delegate"), "delegateTwice");
        return;
    }
    if (has("redirect")) {
        forbidTogether(rules, rules.at(route, "fault"), "redirect");
        forbidTogether(rules, rules.at(route, "rewrite"), "redirect");
    } else if (has("directResponse")) {
        forbidTogether(rules, rules.at(route, "fault"), "directResponse");
        forbidTogether(rules, rules.at(route, "rewrite"), "directResponse");
    } else if (!has("route")) {
        rules.error(route, "actionMissing");
    } else if (!Rules::isFilled(rules.at(route, "route"))) {
        rules.error(rules.at(route, "route"), "empty");
    }
    if (has("mirror"))
        forbidTogether(rules, rules.at(route, "mirrors"), "mirror");
}

/// `isAuthorityAllowed`: Envoy can change the host of a request, but of an answer nothing of the kind.
void checkHeaderMap(Rules& rules, NodeRef headers, bool isAuthorityAllowed)
{
    for (const auto& [key, value] : rules.entries(headers)) {
        const std::string_view name = key.value();
        const bool isReserved = name.starts_with(':') || equalsIgnoringCase(name, "host");
        if (name.empty() || (isReserved && !(isAuthorityAllowed && isAuthorityHeader(name))))
            rules.error(key, "headerChange", {name});
        if (!isHeaderValue(rules.text(value)))
            rules.error(value, "headerValue");
    }
}

void checkHeaderRemovals(Rules& rules, NodeRef names)
{
    for (const NodeRef name : rules.items(names)) {
        const std::string_view text = rules.text(name);
        if (text.empty() || text.starts_with(':') || equalsIgnoringCase(text, "host"))
            rules.error(name, "headerChange", {text});
    }
}

/// The host of a request is set at one place only.
void checkAuthority(Rules& rules, NodeRef route)
{
    bool isSet = Rules::isFilled(rules.at(route, {"rewrite", "authority"}));
    for (const std::string_view operation : {"set", "add"}) {
        for (const auto& [key, value] : rules.entries(rules.at(route, {"headers", "request", operation}))) {
            if (!isAuthorityHeader(key.value()))
                continue;
            if (isSet)
                rules.error(key, "authorityTwice", {key.value()});
            isSet = true;
        }
    }
}

} // namespace

void checkHeaderChanges(Rules& rules, NodeRef headers)
{
    if (!headers.isValid())
        return;
    for (const std::string_view side : {"request", "response"}) {
        const NodeRef changes = rules.at(headers, side);
        if (!changes.isValid())
            continue;
        const bool isRequest = side == "request";
        checkHeaderMap(rules, rules.at(changes, "add"), isRequest);
        checkHeaderMap(rules, rules.at(changes, "set"), isRequest);
        checkHeaderRemovals(rules, rules.at(changes, "remove"));
    }
}

void checkHttpRoute(Rules& rules, NodeRef route, const RouteContext& context)
{
    if (!route.resolved().isMapping())
        return;
    checkActions(rules, route, context);
    for (const NodeRef match : rules.items(route, "match"))
        checkMatch(rules, match, context);
    checkHeaderChanges(rules, rules.at(route, "headers"));
    checkAuthority(rules, route);
    checkHttpActions(rules, route);
    checkWeightedDestinations(rules, rules.at(route, "route"));
    checkDuration(rules, rules.at(route, "timeout"));
}

} // namespace meshdraft::checks::validation
