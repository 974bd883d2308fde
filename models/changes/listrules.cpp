// SPDX-License-Identifier: Apache-2.0
#include "models/changes/fieldcompare.h"

#include <algorithm>
#include <map>

namespace meshdraft::changes {

namespace {

using Rules = std::map<std::string_view, ListRule>;

ListRule named(std::vector<std::vector<std::string_view>> identity)
{
    return {std::move(identity), false, true};
}

/// Lists of the Istio, Gateway and Kubernetes APIs by the key they stand under. Where any item may hold (hosts, matches,
/// rules of a policy) the order has no meaning; routes and patches are tried or applied in their order.
const Rules& rules()
{
    static const Rules table = [] {
        const ListRule ordered {{{"name"}}, true, false};
        const ListRule unordered {{}, false, false};
        Rules result {
            {"http", ordered},
            {"tls", ordered},
            {"tcp", ordered},
            {"route", named({{"destination", "host"}, {"destination", "subset"}, {"destination", "port", "number"}})},
            {"backendRefs", named({{"group"}, {"kind"}, {"namespace"}, {"name"}, {"port"}})},
            {"parentRefs", named({{"group"}, {"kind"}, {"namespace"}, {"name"}, {"sectionName"}, {"port"}})},
            {"targetRefs", named({{"group"}, {"kind"}, {"namespace"}, {"name"}})},
            {"mirrors", named({{"destination", "host"}, {"destination", "subset"}, {"destination", "port", "number"}})},
            {"subsets", named({{"name"}})},
            {"servers", named({{"name"}, {"port", "number"}, {"port", "name"}})},
            {"listeners", named({{"name"}})},
            {"ports", named({{"name"}, {"number"}, {"port"}, {"containerPort"}, {"protocol"}})},
            {"endpoints", named({{"address"}, {"network"}, {"locality"}})},
            {"jwtRules", named({{"issuer"}})},
            {"containers", named({{"name"}})},
            {"initContainers", ListRule {{{"name"}}, true, true}},
            {"env", ListRule {{{"name"}}, true, true}},
            {"volumes", named({{"name"}})},
            {"volumeMounts", named({{"mountPath"}})},
            {"extensionProviders", named({{"name"}})},
            {"matchExpressions", named({{"key"}, {"operator"}})},
        };
        for (const std::string_view key :
             {"hosts", "hostnames", "gateways", "exportTo", "addresses", "match", "matches", "from", "to", "when",
              "principals", "notPrincipals", "requestPrincipals", "notRequestPrincipals", "namespaces", "notNamespaces",
              "ipBlocks", "notIpBlocks", "remoteIpBlocks", "notRemoteIpBlocks", "serviceAccounts", "methods",
              "notMethods", "paths", "notPaths", "notHosts", "notPorts", "values", "notValues", "egress", "ingress",
              "subjectAltNames", "sniHosts", "audiences", "workloadSelectors", "allowedRoutes"})
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
    static const ListRule routeRules {{{"name"}}, true, false};
    static const ListRule anyOrder {{}, false, false};
    static const ListRule inOrder {{}, true, false};
    if (key == "rules")
        return isRouteOfGatewayApi(kind) ? routeRules : kind == "AuthorizationPolicy" ? anyOrder : inOrder;
    const auto found = rules().find(key);
    return found == rules().end() ? inOrder : found->second;
}

} // namespace meshdraft::changes
