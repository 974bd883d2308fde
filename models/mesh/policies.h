// SPDX-License-Identifier: Apache-2.0
// Bodies of the kinds that say what proxies accept, see and run: security, Sidecar, Telemetry, extensions.
#pragma once

#include "models/mesh/field.h"

#include <map>
#include <vector>

namespace meshdraft::mesh {

using Strings = std::vector<Field<std::string>>;

/// What a policy applies to. Without labels and references: every workload of its namespace, of the whole mesh in the
/// root namespace (istio.io, WorkloadSelector and PolicyTargetReference).
struct PolicyTarget {
    struct Reference {
        std::string group;
        std::string kind;
        Field<std::string> name;
        std::string ns; ///< as written, empty: the policy's own
        source::NodeId node = source::noNode;
    };
    Labels selector;
    source::NodeId selectorNode = source::noNode;
    std::vector<Reference> references; ///< targetRefs, and the older targetRef

    bool isEverything() const { return selector.empty() && references.empty(); }
};

/// PeerAuthentication.
struct PeerAuthentication {
    PolicyTarget target;
    Field<std::string> mode; ///< STRICT, PERMISSIVE, DISABLE, UNSET; absent: inherited
    std::map<std::uint32_t, Field<std::string>> portModes; ///< by the workload's port
};

/// RequestAuthentication.
struct RequestAuthentication {
    struct JwtRule {
        Field<std::string> issuer;
        Strings audiences;
        Field<std::string> jwksUri;
        Field<std::string> jwks;
        Strings fromHeaders; ///< names
        Strings fromParams;
        Strings fromCookies;
        source::NodeId node = source::noNode;
    };
    PolicyTarget target;
    std::vector<JwtRule> rules;
};

/// AuthorizationPolicy. Within a source or operation all lists must hold, within a list any value.
struct AuthorizationPolicy {
    /// A list and its negation ("principals", "notPrincipals").
    struct Values {
        Strings any;
        Strings none;
        bool isEmpty() const { return any.empty() && none.empty(); }
    };
    struct Source {
        Values principals;
        Values requestPrincipals;
        Values namespaces;
        Values serviceAccounts;
        Values trustDomains;
        Values ipBlocks;
        Values remoteIpBlocks;
        source::NodeId node = source::noNode; ///< the item of `from`
    };
    struct Operation {
        Values hosts;
        Values ports;
        Values methods;
        Values paths;
        source::NodeId node = source::noNode; ///< the item of `to`
    };
    struct Condition {
        Field<std::string> key;
        Values values;
        source::NodeId node = source::noNode;
    };
    struct Rule {
        std::vector<Source> from; ///< any of them; empty: every caller
        std::vector<Operation> to; ///< any of them; empty: every operation
        std::vector<Condition> when; ///< all of them
        source::NodeId node = source::noNode;
    };
    PolicyTarget target;
    Field<std::string> action; ///< ALLOW (also where absent), DENY, AUDIT, CUSTOM
    Field<std::string> provider; ///< CUSTOM: an extension provider of the mesh config
    std::vector<Rule> rules; ///< none: nothing matches, so that ALLOW denies everything
    source::NodeId rulesNode = source::noNode; ///< noNode: `rules` is absent
};

/// Sidecar.
struct Sidecar {
    struct Egress {
        Field<std::uint32_t> port;
        Field<std::string> protocol;
        Field<std::string> bind;
        Strings hosts; ///< "namespace/dnsName"
        source::NodeId node = source::noNode;
    };
    struct Ingress {
        Field<std::uint32_t> port;
        Field<std::string> protocol;
        Field<std::string> defaultEndpoint;
        Field<std::string> tlsMode;
        source::NodeId node = source::noNode;
    };
    Labels workloadSelector;
    std::vector<Egress> egress;
    source::NodeId egressNode = source::noNode; ///< noNode: absent, then everything is imported
    std::vector<Ingress> ingress;
    Field<std::string> outboundMode; ///< REGISTRY_ONLY, ALLOW_ANY; absent: as the mesh config says
};

/// EnvoyFilter: what it changes in which proxies; the patches themselves are not interpreted.
struct EnvoyFilter {
    struct Patch {
        std::string applyTo;
        std::string context; ///< ANY where absent
        std::string operation;
        source::NodeId node = source::noNode;
    };
    PolicyTarget target;
    Field<std::int64_t> priority;
    std::vector<Patch> patches;
};

/// WasmPlugin and TrafficExtension.
struct ProxyExtension {
    PolicyTarget target;
    Field<std::string> url;
    Field<std::string> phase;
    Field<std::int64_t> priority;
};

/// Telemetry.
struct Telemetry {
    struct Tracing {
        Strings providers;
        std::optional<double> samplingPercent; ///< 0 to 100
        source::NodeId node = source::noNode;
    };
    struct AccessLog {
        Strings providers;
        bool isDisabled = false;
        Field<std::string> filter;
        source::NodeId node = source::noNode;
    };
    PolicyTarget target;
    std::vector<Tracing> tracing;
    std::vector<AccessLog> accessLogs;
    Strings metricProviders;
};

/// ProxyConfig.
struct ProxyConfig {
    Labels selector;
    Field<std::int64_t> concurrency; ///< worker threads; 0: one a core
    Field<std::string> imageType;
    Labels environment;
};

} // namespace meshdraft::mesh
