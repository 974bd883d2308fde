// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/common.h"
#include "models/checks/validation/httproute.h"
#include "models/checks/validation/kindrules.h"
#include "models/checks/validation/primitives.h"

#include <algorithm>

namespace meshdraft::checks::validation {

namespace {

/// What a host without routes of its own may not have.
void checkDelegate(Rules& rules)
{
    for (const std::string_view key : {"gateways", "tls", "tcp"}) {
        if (const NodeRef node = rules.at(rules.spec(), key); Rules::isFilled(node))
            rules.error(node, "delegateHas");
    }
}

void checkHosts(Rules& rules, const RouteContext& context)
{
    bool areValid = true;
    for (const NodeRef host : context.hosts) {
        const std::string_view text = rules.text(host);
        const bool isOutbound = context.isOfGateways && isOutboundName(text);
        if (!isWildcardDomain(text) && !isIpAddress(text) && !isOutbound) {
            rules.error(host, "host");
            areValid = false;
        } else if (text == "*" && !context.isOfGateways) {
            rules.error(host, "hostAllInMesh");
            areValid = false;
        }
    }
    if (!areValid || context.hosts.size() > mostCompared)
        return;
    for (std::size_t later = 1; later < context.hosts.size(); ++later) {
        const std::string_view text = rules.text(context.hosts[later]);
        for (std::size_t earlier = 0; earlier < later; ++earlier) {
            const std::string_view other = rules.text(context.hosts[earlier]);
            if (isSubsetOf(text, other) || isSubsetOf(other, text)) {
                rules.error(context.hosts[later], "hostTwice", {other});
                break;
            }
        }
    }
}

void checkL4Match(Rules& rules, NodeRef match)
{
    for (const NodeRef subnet : rules.items(match, "destinationSubnets"))
        checkIpOrCidr(rules, subnet);
    checkLabels(rules, rules.at(match, "sourceLabels"));
}

void checkSniHost(Rules& rules, NodeRef host, const RouteContext& context)
{
    const std::string_view text = rules.text(host);
    if (!isWildcardDomain(text) && !(context.isOfGateways && isOutboundName(text))) {
        if (isIpAddress(text)) {
            rules.warning(host, "sniAddress");
        } else {
            rules.error(host, "host");
        }
        return;
    }
    const bool isWithin = std::ranges::any_of(
        context.hosts, [&](NodeRef each) { return rules.isUnknown(each) || isSubsetOf(text, rules.text(each)); });
    if (!isWithin)
        rules.error(host, "sniOutside");
}

void checkTlsRoute(Rules& rules, NodeRef route, const RouteContext& context)
{
    requireFilled(rules, route, "match", true);
    for (const NodeRef match : rules.items(route, "match")) {
        requireFilled(rules, match, "sniHosts", true);
        for (const NodeRef host : rules.items(match, "sniHosts"))
            checkSniHost(rules, host, context);
        checkL4Match(rules, match);
        checkGatewayNames(rules, rules.at(match, "gateways"), true);
    }
    requireFilled(rules, route, "route");
    checkWeightedDestinations(rules, rules.at(route, "route"));
}

void checkTcpRoute(Rules& rules, NodeRef route)
{
    for (const NodeRef match : rules.items(route, "match")) {
        checkL4Match(rules, match);
        checkGatewayNames(rules, rules.at(match, "gateways"), false);
    }
    requireFilled(rules, route, "route");
    checkWeightedDestinations(rules, rules.at(route, "route"));
}

} // namespace

void checkGatewayNames(Rules& rules, NodeRef gateways, bool warns)
{
    for (const NodeRef gateway : rules.items(gateways)) {
        const std::string_view text = rules.text(gateway);
        if (rules.isUnknown(gateway))
            continue;
        const auto slash = text.find('/');
        if (slash == std::string_view::npos) {
            const auto dot = text.find('.');
            if (!isFqdn(text)) {
                rules.error(gateway, "gatewayName");
            } else if (warns && dot != std::string_view::npos) {
                const std::string_view rest = text.substr(dot + 1);
                rules.warning(gateway, "gatewayOldName",
                              {std::string(rest.substr(0, rest.find('.'))) + '/' + std::string(text.substr(0, dot))});
            }
            return; // as Istio, which looks at no name behind one without a namespace
        }
        if (!isDnsLabel(text.substr(0, slash)) || !isDnsLabel(text.substr(slash + 1)))
            rules.error(gateway, "gatewayName");
    }
}

void checkWeightedDestinations(Rules& rules, NodeRef list)
{
    const std::vector<NodeRef> items = rules.items(list);
    double total = 0;
    bool isKnown = true;
    for (const NodeRef item : items) {
        if (item.resolved().isMapping()) {
            const NodeRef weight = rules.at(item, "weight");
            isKnown = isKnown && !rules.isUnknown(weight);
            total += rules.number(weight).value_or(0);
        }
        checkHeaderChanges(rules, rules.at(item, "headers"));
        checkDestination(rules, rules.at(item, "destination"));
    }
    if (items.size() > 1 && isKnown && total == 0)
        rules.error(list, "weightsZero");
}

void checkVirtualService(Rules& rules)
{
    const NodeRef spec = rules.spec();
    if (!spec.isValid())
        return;
    RouteContext context;
    context.hosts = rules.items(spec, "hosts");
    context.isDelegate = context.hosts.empty() && !rules.isUnknown(rules.at(spec, "hosts"));
    const NodeRef gateways = rules.at(spec, "gateways");
    const std::vector<NodeRef> names = rules.items(gateways);
    const auto isMesh = [&](NodeRef name) { return rules.text(name) == "mesh" || rules.isUnknown(name); };
    context.isOfGateways = !names.empty() && std::ranges::none_of(names, isMesh);

    if (context.isDelegate)
        checkDelegate(rules);
    checkGatewayNames(rules, gateways, true);
    checkHosts(rules, context);
    const auto has = [&](std::string_view key) {
        const NodeRef list = rules.at(spec, key);
        return Rules::isFilled(list);
    };
    if (!has("http") && !has("tcp") && !has("tls"))
        rules.error(spec, "routesMissing");
    for (const NodeRef route : rules.items(spec, "http"))
        checkHttpRoute(rules, route, context);
    for (const NodeRef route : rules.items(spec, "tls"))
        checkTlsRoute(rules, route, context);
    for (const NodeRef route : rules.items(spec, "tcp"))
        checkTcpRoute(rules, route);
    checkExportTo(rules, rules.at(spec, "exportTo"));
    checkReachability(rules);
}

} // namespace meshdraft::checks::validation
