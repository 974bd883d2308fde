// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/wordtable.h"

#include <QtGlobal>

#include <array>

namespace meshdraft::workspace {

namespace {

constexpr auto table = std::to_array<Words>({
    // The reasons of resources/risk/default.json.
    {"risk.text", "%1"},
    {"risk.commentsOnly", QT_TRANSLATE_NOOP("meshdraft", "Only comments or spelling change.")},
    {"risk.resourceMoved", QT_TRANSLATE_NOOP("meshdraft", "%1 %2 moves to another file.")},
    {"risk.splitJump", QT_TRANSLATE_NOOP("meshdraft", "%7 % of a route's traffic in %2 moves in one step.")},
    {"risk.splitWeight", QT_TRANSLATE_NOOP("meshdraft", "%7 % of a route's traffic in %2 moves.")},
    {"risk.destinationAdded", QT_TRANSLATE_NOOP("meshdraft", "A route of %2 gets another destination.")},
    {"risk.destinationRemoved", QT_TRANSLATE_NOOP("meshdraft", "A route of %2 loses a destination.")},
    {"risk.destinationChanged", QT_TRANSLATE_NOOP("meshdraft", "Where a route of %2 sends requests changes (%3).")},
    {"risk.routeTimeout", QT_TRANSLATE_NOOP("meshdraft", "A timeout of %2 changes.")},
    {"risk.routeRetries", QT_TRANSLATE_NOOP("meshdraft", "Retries of %2 change.")},
    {"risk.routeAdded", QT_TRANSLATE_NOOP("meshdraft", "%2 gets a new route.")},
    {"risk.routeAddedForAll",
     QT_TRANSLATE_NOOP("meshdraft", "%2 gets a route without a match: it takes every request that reaches it.")},
    {"risk.routeRemoved",
     QT_TRANSLATE_NOOP("meshdraft", "%2 loses a route; its requests fall to a later route or to none.")},
    {"risk.routeListAdded", QT_TRANSLATE_NOOP("meshdraft", "%2 gets its first routes at %3.")},
    {"risk.routeOrder", QT_TRANSLATE_NOOP("meshdraft", "The order of the routes of %2 changes; the first match wins.")},
    {"risk.routeMatch", QT_TRANSLATE_NOOP("meshdraft", "Other requests match a route of %2.")},
    {"risk.routeRenamed", QT_TRANSLATE_NOOP("meshdraft", "A route of %2 is renamed; metrics show the new name.")},
    {"risk.faultInjection", QT_TRANSLATE_NOOP("meshdraft", "Fault injection of %2 changes.")},
    {"risk.mirrorChanged", QT_TRANSLATE_NOOP("meshdraft", "Where %2 sends copies of requests changes.")},
    {"risk.routeBehaviour",
     QT_TRANSLATE_NOOP("meshdraft", "What a route of %2 does to requests or answers changes (%3).")},
    {"risk.routeHosts", QT_TRANSLATE_NOOP("meshdraft", "%2 routes other host names.")},
    {"risk.routeGateways", QT_TRANSLATE_NOOP("meshdraft", "%2 is attached to other gateways.")},
    {"risk.routesAdded", QT_TRANSLATE_NOOP("meshdraft", "%1 %2 is new.")},
    {"risk.routesRemoved",
     QT_TRANSLATE_NOOP("meshdraft", "%1 %2 goes away; its hosts fall back to plain load balancing or to no route.")},
    {"risk.wildcardHost", QT_TRANSLATE_NOOP("meshdraft", "%1 %2 takes the wildcard host %5.")},
    {"risk.exportTo", QT_TRANSLATE_NOOP("meshdraft", "Other namespaces see %1 %2.")},
    {"risk.subsetAdded", QT_TRANSLATE_NOOP("meshdraft", "%2 gets a new subset; nothing is routed to it yet.")},
    {"risk.subsetRemovedInUse",
     QT_TRANSLATE_NOOP(
         "meshdraft",
         "%2 loses a subset that routes name: until both changes have arrived requests fail with 503 (NC).")},
    {"risk.subsetRemoved", QT_TRANSLATE_NOOP("meshdraft", "%2 loses a subset that no route here names.")},
    {"risk.subsetLabels", QT_TRANSLATE_NOOP("meshdraft", "A subset of %2 stands for other pods.")},
    {"risk.trafficPolicy",
     QT_TRANSLATE_NOOP("meshdraft", "The traffic policy of %2 changes (load balancing, pools, outlier detection).")},
    {"risk.clientTls",
     QT_TRANSLATE_NOOP("meshdraft", "TLS from clients to %2 is set; if the server disagrees, requests fail with 503.")},
    {"risk.destinationRuleHost", QT_TRANSLATE_NOOP("meshdraft", "%2 turns to another host: %4 → %5.")},
    {"risk.destinationRuleSelector", QT_TRANSLATE_NOOP("meshdraft", "%2 holds for other clients.")},
    {"risk.destinationRuleAdded", QT_TRANSLATE_NOOP("meshdraft", "DestinationRule %2 is new.")},
    {"risk.destinationRuleRemovedInUse",
     QT_TRANSLATE_NOOP("meshdraft", "DestinationRule %2 goes away though routes name its subsets: 503 (NC).")},
    {"risk.destinationRuleRemoved", QT_TRANSLATE_NOOP("meshdraft", "DestinationRule %2 goes away with its policy.")},
    {"risk.gatewayTls", QT_TRANSLATE_NOOP("meshdraft", "TLS of Gateway %2 changes (%3).")},
    {"risk.gatewayServer", QT_TRANSLATE_NOOP("meshdraft", "What Gateway %2 serves to the outside changes (%3).")},
    {"risk.gatewaySelector", QT_TRANSLATE_NOOP("meshdraft", "Gateway %2 moves to other proxies (%3).")},
    {"risk.gatewayAddedOrRemoved", QT_TRANSLATE_NOOP("meshdraft", "Gateway %2 is added or removed.")},
    {"risk.serviceEntryAdded", QT_TRANSLATE_NOOP("meshdraft", "ServiceEntry %2 is new: the mesh can reach its hosts.")},
    {"risk.serviceEntryRemovedInUse",
     QT_TRANSLATE_NOOP("meshdraft", "ServiceEntry %2 goes away though routes lead to it.")},
    {"risk.serviceEntryRemoved",
     QT_TRANSLATE_NOOP("meshdraft", "ServiceEntry %2 goes away; with REGISTRY_ONLY its callers get 502.")},
    {"risk.serviceEntryChanged", QT_TRANSLATE_NOOP("meshdraft", "ServiceEntry %2 changes (%3).")},
    {"risk.serviceSelector", QT_TRANSLATE_NOOP("meshdraft", "Service %2 stands for other pods.")},
    {"risk.servicePorts",
     QT_TRANSLATE_NOOP("meshdraft", "Service %2 changes (%3); the name of a port decides its protocol.")},
    {"risk.serviceAdded", QT_TRANSLATE_NOOP("meshdraft", "Service %2 is new.")},
    {"risk.serviceRemovedInUse", QT_TRANSLATE_NOOP("meshdraft", "Service %2 goes away though routes lead to it.")},
    {"risk.serviceRemoved", QT_TRANSLATE_NOOP("meshdraft", "Service %2 goes away.")},
    {"risk.peerAuthentication",
     QT_TRANSLATE_NOOP("meshdraft",
                       "PeerAuthentication %2 changes who can connect: STRICT breaks callers without a proxy.")},
    {"risk.authorizationDeny", QT_TRANSLATE_NOOP("meshdraft", "%2 denies requests, whatever other policies allow.")},
    {"risk.authorizationAction", QT_TRANSLATE_NOOP("meshdraft", "The action of %2 changes: %4 → %5.")},
    {"risk.authorizationRemoved",
     QT_TRANSLATE_NOOP("meshdraft",
                       "AuthorizationPolicy %2 goes away; the last ALLOW removed opens its workloads to all.")},
    {"risk.authorizationRoot", QT_TRANSLATE_NOOP("meshdraft", "AuthorizationPolicy %2 holds for the whole mesh.")},
    {"risk.authorizationDeniesAll", QT_TRANSLATE_NOOP("meshdraft", "%2 allows nothing: every request is denied.")},
    {"risk.authorizationAnyone", QT_TRANSLATE_NOOP("meshdraft", "%2 lets everybody with an identity in (%3).")},
    {"risk.authorizationChanged", QT_TRANSLATE_NOOP("meshdraft", "AuthorizationPolicy %2 changes who may call.")},
    {"risk.requestAuthentication",
     QT_TRANSLATE_NOOP("meshdraft", "RequestAuthentication %2 changes which tokens are accepted.")},
    {"risk.requestAuthenticationRemoved",
     QT_TRANSLATE_NOOP("meshdraft", "RequestAuthentication %2 goes away; policies that ask for a token then deny.")},
    {"risk.envoyFilter",
     QT_TRANSLATE_NOOP("meshdraft", "EnvoyFilter %2 changes proxies directly; nothing checks it before it is there.")},
    {"risk.wasmVersion", QT_TRANSLATE_NOOP("meshdraft", "WasmPlugin %2 gets another version.")},
    {"risk.wasmPlugin", QT_TRANSLATE_NOOP("meshdraft", "WasmPlugin %2 changes code in the path of requests.")},
    {"risk.sidecarRoot", QT_TRANSLATE_NOOP("meshdraft", "Sidecar %2 holds for the whole mesh.")},
    {"risk.sidecar", QT_TRANSLATE_NOOP("meshdraft", "Sidecar %2 changes which hosts its workloads can call.")},
    {"risk.telemetryRoot", QT_TRANSLATE_NOOP("meshdraft", "Telemetry %2 holds for the whole mesh.")},
    {"risk.telemetry", QT_TRANSLATE_NOOP("meshdraft", "Telemetry %2 changes metrics, logs or traces.")},
    {"risk.proxyConfig", QT_TRANSLATE_NOOP("meshdraft", "ProxyConfig %2 changes settings of proxies.")},
    {"risk.meshConfig", QT_TRANSLATE_NOOP("meshdraft", "The mesh config changes (%2): every proxy reads it.")},
    {"risk.istioOperator", QT_TRANSLATE_NOOP("meshdraft", "The installation of Istio changes (%1 %2).")},
    {"risk.proxyLabels",
     QT_TRANSLATE_NOOP("meshdraft", "Pods of %2 join, leave or change the revision of the mesh (%3).")},
    {"risk.workloadLabels",
     QT_TRANSLATE_NOOP("meshdraft",
                       "Labels or annotations of the pods of %2 change; subsets and policies select by them.")},
    {"risk.workloadChanged", QT_TRANSLATE_NOOP("meshdraft", "%1 %2 changes, not the mesh's configuration.")},
    {"risk.workloadAdded", QT_TRANSLATE_NOOP("meshdraft", "%1 %2 is new.")},
    {"risk.workloadRemoved", QT_TRANSLATE_NOOP("meshdraft", "%1 %2 goes away; what selects it loses endpoints.")},
    {"risk.metadata", QT_TRANSLATE_NOOP("meshdraft", "Labels or annotations of %1 %2 change.")},
    {"risk.apiVersion", QT_TRANSLATE_NOOP("meshdraft", "%1 %2 is written in another version of the API.")},
    {"risk.unclassified", QT_TRANSLATE_NOOP("meshdraft", "No rule knows this change of %1 %2 (%3); look at it.")},
});

} // namespace

std::span<const Words> riskWords()
{
    return table;
}

} // namespace meshdraft::workspace
