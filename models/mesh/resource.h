// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/cluster.h"
#include "models/mesh/delivery.h"
#include "models/mesh/policies.h"
#include "models/mesh/resourcekey.h"
#include "models/source/nested.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace meshdraft::mesh {

struct Port {
    Field<std::uint32_t> number;
    Field<std::string> name;
    Field<std::string> protocol; ///< as written; Service: appProtocol where given, else the name's prefix decides
    std::string targetPort;
    source::NodeId node = source::noNode;
};

/// networking.istio.io Gateway and gateway.networking.k8s.io Gateway (a listener is a server).
struct Gateway {
    struct Server {
        std::string name;
        Port port;
        std::vector<Field<std::string>> hosts; ///< "ns/host" where written so
        Field<std::string> tlsMode; ///< SIMPLE, MUTUAL, PASSTHROUGH ...; Gateway API: Terminate, Passthrough
        Field<std::string> credential;
        bool httpsRedirect = false;
        source::NodeId node = source::noNode;
    };
    Labels selector; ///< Istio only
    std::string className; ///< Gateway API only
    std::vector<Server> servers;
};

enum class Protocol : std::uint8_t { Http, Tls, Tcp, Grpc };
/// "http", "tls", "tcp", "grpc": the key of the route list in a VirtualService, and the prefix of `--route http[i]`.
std::string_view protocolName(Protocol protocol);

/// Where a route sends requests: HTTPRouteDestination / RouteDestination of Istio, backendRef of the Gateway API.
struct Destination {
    Field<std::string> host; ///< as written; Gateway API: the backend's name
    Field<std::string> subset; ///< Istio only
    Field<std::uint32_t> port;
    Field<std::int64_t> weight; ///< absent: see effectiveWeight
    std::string backendNamespace; ///< Gateway API: the namespace written in the backendRef
    std::string backendKind; ///< Gateway API: Service unless written otherwise
    std::int64_t effectiveWeight = 0; ///< Istio: absent is 0 beside others and all when alone; Gateway API: absent is 1
    double share = 0; ///< 0 to 1 of the route's total
    source::NodeId node = source::noNode; ///< the list item
};

/// One match of a route in the order of the file, reduced to what views say: field name ("uri", "headers.x-preview",
/// "method", "port", "sourceLabels.app", ...), operator ("exact", "prefix", "regex", "present") and value.
struct Match {
    struct Condition {
        std::string field;
        std::string op;
        std::string value;
    };
    std::string name;
    std::vector<Condition> conditions; ///< all must hold
    source::NodeId node = source::noNode;
};

/// One entry of spec.http, spec.tls or spec.tcp of a VirtualService, or of spec.rules of a Gateway API route.
struct Route {
    Protocol protocol = Protocol::Http;
    std::uint32_t index = 0; ///< position in its list, from 0
    Field<std::string> name;
    std::vector<Match> matches; ///< any of them; empty: every request
    std::vector<Destination> destinations;
    std::vector<Destination> mirrors; ///< effectiveWeight = percent of requests copied (100 when absent)
    Field<std::string> timeout;
    Field<std::int64_t> retryAttempts;
    Field<std::string> perTryTimeout;
    Field<std::string> delegate; ///< "namespace/name"
    bool hasFault = false;
    bool hasRedirect = false;
    bool hasDirectResponse = false;
    bool hasRewrite = false;
    bool hasHeaderChanges = false;
    bool hasCors = false;
    source::NodeId node = source::noNode;
    source::NodeId destinationList = source::noNode; ///< the `route:` or `backendRefs:` sequence
};

/// VirtualService, HTTPRoute, GRPCRoute, TCPRoute, TLSRoute.
struct RouteTable {
    bool isGatewayApi = false;
    std::vector<Field<std::string>> hosts; ///< spec.hosts, spec.hostnames
    std::vector<Field<std::string>> gateways; ///< spec.gateways as written ("mesh", "name", "ns/name"); Gateway API:
                                              ///< parentRefs as "ns/name" (Gateway) or "Service/ns/name"
    std::vector<Field<std::string>> exportTo;
    std::vector<Route> routes;
};

struct DestinationRule {
    struct Subset {
        Field<std::string> name;
        Labels labels;
        bool hasTrafficPolicy = false;
        source::NodeId node = source::noNode;
    };
    Field<std::string> host;
    std::vector<Subset> subsets;
    std::vector<Field<std::string>> exportTo;
    Labels workloadSelector;
    std::string tlsMode; ///< spec.trafficPolicy.tls.mode
    bool hasCircuitBreaker = false; ///< outlierDetection or connectionPool
};

struct ServiceEntry {
    std::vector<Field<std::string>> hosts;
    std::vector<Port> ports;
    std::string location; ///< MESH_EXTERNAL (default) or MESH_INTERNAL
    std::string resolution; ///< NONE (default), STATIC, DNS, ...
    Labels workloadSelector;
    std::vector<Field<std::string>> exportTo;
};

struct Service {
    std::vector<Port> ports;
    Labels selector; ///< empty: no endpoints of its own
    std::string type;
    std::string externalName;
};

/// Deployment, StatefulSet, DaemonSet, ReplicaSet, Job, CronJob, Rollout, Pod: everything with a pod template.
struct Workload {
    Labels podLabels;
    Labels podAnnotations;
    std::optional<std::int64_t> replicas; ///< as stated; often absent
    std::string serviceAccount;
    bool usesHostNetwork = false; ///< such pods get no sidecar
    std::map<std::string, std::uint32_t, std::less<>> ports; ///< of its containers, those with a name
    std::optional<RolloutStrategy> rollout; ///< Rollout with a canary strategy
};

/// A kind whose body is not read further here: kept and shown.
struct OtherKind { };

using Body = std::variant<OtherKind, Gateway, RouteTable, DestinationRule, ServiceEntry, Service, Workload,
                          PeerAuthentication, RequestAuthentication, AuthorizationPolicy, Sidecar, EnvoyFilter,
                          ProxyExtension, Telemetry, ProxyConfig, WorkloadEntry, ReferenceGrant, BackendTlsPolicy,
                          GatewayClass, Ingress, InjectionWebhooks, FlaggerCanary, ArgoApplication, FluxKustomization>;

struct Resource;

/// Where the parts of a resource are written down that stands in no file itself, because it was rendered.
class SourceMap {
public:
    struct Place {
        Location where;
        source::ByteRange range; ///< in the file of `where`; empty where only the file is known
    };

    SourceMap() = default;
    SourceMap(const SourceMap&) = delete;
    SourceMap& operator=(const SourceMap&) = delete;
    virtual ~SourceMap() = default;

    /// Of a node of the resource, or of the resource itself (noNode). Thread-safe.
    virtual Place placeOf(const Resource& resource, source::NodeId node) const = 0;
};

/// One object of the mesh as it stands in a file. Immutable and shared between snapshots.
struct Resource {
    ResourceKey key;
    std::string apiVersion;
    SourceDoc source;
    source::ParsedTextPtr text;
    source::NodeId root = source::noNode; ///< of this resource (an item of a List has a root of its own)
    Labels labels;
    Labels annotations;
    bool namespaceIsWritten = true; ///< false: metadata.namespace is absent, key.ns is "default" or the environment's
    Body body;
    std::vector<source::NestedTextPtr> nestedTexts; ///< YAML held in its strings: nestedyaml.h
    std::shared_ptr<const SourceMap>
        sourceMap; ///< of a rendered resource; null: `source` and `text` are the file itself

    /// Nothing says the namespace: "default" stands for wherever the file is applied.
    bool hasGuessedNamespace() const { return !namespaceIsWritten && key.ns == "default"; }
    const source::Document& document() const;
    source::NodeRef rootNode() const { return {&document(), root}; }
    source::NodeRef node(source::NodeId id) const { return {&document(), id}; }
    FieldPath pathOf(source::NodeId id) const { return FieldPath::of(rootNode(), node(id)); }
    /// File, line and column of a node (noNode: of the resource): where it is written, also of a rendered one.
    Location locate(source::NodeId id = source::noNode) const { return place(id).where; }
    /// The same with the bytes to underline.
    SourceMap::Place place(source::NodeId id = source::noNode) const;
    ElementRef element(source::NodeId id = source::noNode) const;
};

using ResourcePtr = std::shared_ptr<const Resource>;

/// Reads every resource of one parsed file: `kind: List` expanded, documents without kind or name left out.
/// `defaultNamespace` stands in where metadata.namespace is absent on a namespaced kind. `sourceMap`: where they come
/// from if the text was rendered.
std::vector<ResourcePtr> readResources(const std::string& environment, const std::string& path,
                                       const source::ParsedTextPtr& text, const std::string& defaultNamespace,
                                       const std::shared_ptr<const SourceMap>& sourceMap = {});

} // namespace meshdraft::mesh
