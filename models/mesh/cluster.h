// SPDX-License-Identifier: Apache-2.0
// Bodies of further Kubernetes and Gateway API kinds that decide what the mesh does.
#pragma once

#include "models/mesh/policies.h"

namespace meshdraft::mesh {

/// A Kubernetes label selector with its expressions.
struct LabelSelector {
    struct Expression {
        std::string key;
        std::string op; ///< In, NotIn, Exists, DoesNotExist
        std::vector<std::string> values;
    };
    Labels labels;
    std::vector<Expression> expressions;

    bool isEmpty() const { return labels.empty() && expressions.empty(); }
    /// True if the labels meet the selector; an empty selector is met by everything. An unknown operator never holds.
    bool matches(const Labels& subject) const;
};

/// WorkloadEntry, and the template of a WorkloadGroup: a workload outside of Kubernetes.
struct WorkloadEntry {
    bool isGroup = false;
    Field<std::string> address; ///< IP, host name or unix socket
    Labels labels;
    std::map<std::string, std::uint32_t, std::less<>> ports; ///< by the ServiceEntry's port name
    std::string serviceAccount;
    std::string network;
    std::string locality;
    Field<std::int64_t> weight;
};

/// gateway.networking.k8s.io ReferenceGrant: lets routes of other namespaces name things here.
struct ReferenceGrant {
    struct From {
        std::string group;
        std::string kind;
        Field<std::string> ns;
    };
    struct To {
        std::string group;
        std::string kind;
        std::string name; ///< empty: all of the kind
    };
    std::vector<From> from;
    std::vector<To> to;

    /// True if it lets a `fromKind` of `fromNs` name `toName` of `toKind` (Gateway API, ReferenceGrant).
    bool permits(std::string_view fromGroup, std::string_view fromKind, std::string_view fromNs,
                 std::string_view toGroup, std::string_view toKind, std::string_view toName) const;
};

/// gateway.networking.k8s.io BackendTLSPolicy.
struct BackendTlsPolicy {
    PolicyTarget target;
    Field<std::string> hostname;
    Field<std::string> wellKnownCertificates;
    Strings certificates; ///< names of ConfigMaps
};

struct GatewayClass {
    Field<std::string> controller;
};

/// networking.k8s.io Ingress.
struct Ingress {
    struct Backend {
        std::string host;
        Field<std::string> service;
    };
    Field<std::string> className;
    std::vector<Backend> backends;
};

/// A mutating webhook that puts sidecars into pods, out of a MutatingWebhookConfiguration.
struct InjectionWebhook {
    std::string name;
    LabelSelector namespaces;
    LabelSelector objects;
};

/// MutatingWebhookConfiguration: those of its webhooks whose name ends in "sidecar-injector.istio.io".
struct InjectionWebhooks {
    std::string revision; ///< label istio.io/rev
    std::vector<InjectionWebhook> webhooks;
};

} // namespace meshdraft::mesh
