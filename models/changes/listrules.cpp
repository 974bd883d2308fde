// SPDX-License-Identifier: Apache-2.0
#include "models/changes/fieldcompare.h"

#include <algorithm>
#include <map>

namespace meshdraft::changes {

namespace {

using Rules = std::map<std::string_view, ListRule>;

ListRule named(std::vector<std::vector<std::string_view>> identity)
{
    return {.identity = std::move(identity), .isOrdered = false, .isFirmIdentity = true};
}

/// Destinations and endpoints: one that names another host, subset or address now may still be the same one.
ListRule replaceable(std::vector<std::vector<std::string_view>> identity)
{
    return {.identity = std::move(identity), .isOrdered = false, .isFirmIdentity = true, .canBeReplaced = true};
}

/// Items that are called by any of these keys, best by the first one.
ListRule calledBy(std::vector<std::vector<std::string_view>> identity)
{
    return {.identity = std::move(identity), .isOrdered = false, .isFirmIdentity = true, .isFirstKey = true};
}

/// Lists of the Istio, Gateway and Kubernetes APIs by the key they stand under. Where any item may hold (hosts,
/// matches, rules of a policy) the order has no meaning; routes and patches are tried or applied in their order.
const Rules& rules()
{
    static const Rules table = [] {
        const ListRule ordered{.identity = {{"name"}}};
        const ListRule unordered{.isOrdered = false};
        Rules result{
            {"http", ordered},
            {"tls", ordered},
            {"tcp", ordered},
            {"route",
             replaceable({{"destination", "host"}, {"destination", "subset"}, {"destination", "port", "number"}})},
            {"backendRefs", replaceable({{"group"}, {"kind"}, {"namespace"}, {"name"}, {"port"}})},
            {"parentRefs", named({{"group"}, {"kind"}, {"namespace"}, {"name"}, {"sectionName"}, {"port"}})},
            {"targetRefs", named({{"group"}, {"kind"}, {"namespace"}, {"name"}})},
            {"mirrors", named({{"destination", "host"}, {"destination", "subset"}, {"destination", "port", "number"}})},
            {"subsets", named({{"name"}})},
            {"servers", calledBy({{"name"}, {"port", "name"}, {"port", "number"}})},
            {"listeners", named({{"name"}})},
            {"ports", calledBy({{"name"}, {"number"}, {"port"}, {"containerPort"}})},
            {"endpoints", replaceable({{"address"}, {"network"}, {"locality"}})},
            {"jwtRules", named({{"issuer"}})},
            {"containers", named({{"name"}})},
            {"initContainers", ListRule{.identity = {{"name"}}, .isFirmIdentity = true}},
            {"env", ListRule{.identity = {{"name"}}, .isFirmIdentity = true}},
            {"volumes", named({{"name"}})},
            {"volumeMounts", named({{"mountPath"}})},
            {"extensionProviders", named({{"name"}})},
            {"matchExpressions", named({{"key"}, {"operator"}})},
        };
        for (const std::string_view key : {"hosts",
                                           "hostnames",
                                           "gateways",
                                           "exportTo",
                                           "addresses",
                                           "match",
                                           "matches",
                                           "from",
                                           "to",
                                           "when",
                                           "principals",
                                           "notPrincipals",
                                           "requestPrincipals",
                                           "notRequestPrincipals",
                                           "namespaces",
                                           "notNamespaces",
                                           "ipBlocks",
                                           "notIpBlocks",
                                           "remoteIpBlocks",
                                           "notRemoteIpBlocks",
                                           "serviceAccounts",
                                           "methods",
                                           "notMethods",
                                           "paths",
                                           "notPaths",
                                           "notHosts",
                                           "notPorts",
                                           "values",
                                           "notValues",
                                           "egress",
                                           "ingress",
                                           "subjectAltNames",
                                           "sniHosts",
                                           "audiences",
                                           "workloadSelectors",
                                           "allowedRoutes"})
            result.emplace(key, unordered);
        return result;
    }();
    return table;
}

bool isRouteOfGatewayApi(std::string_view kind)
{
    return kind == "HTTPRoute" || kind == "GRPCRoute" || kind == "TCPRoute" || kind == "TLSRoute" || kind == "UDPRoute";
}

} // namespace

const ListRule& listRuleFor(std::string_view kind, std::string_view key)
{
    static const ListRule routeRules{.identity = {{"name"}}};
    static const ListRule anyOrder{.isOrdered = false};
    static const ListRule inOrder{};
    if (key == "rules")
        return isRouteOfGatewayApi(kind) ? routeRules : kind == "AuthorizationPolicy" ? anyOrder : inOrder;
    const auto found = rules().find(key);
    return found == rules().end() ? inOrder : found->second;
}

} // namespace meshdraft::changes
