// SPDX-License-Identifier: Apache-2.0
// What brings configuration and versions into a cluster: Argo Rollouts, Flagger, Argo CD, Flux.
#pragma once

#include "models/mesh/field.h"

#include <optional>
#include <vector>

namespace meshdraft::mesh {

/// A VirtualService whose weights a controller sets, with the routes that it changes (none named: the only one).
struct OwnedRoutes {
    Field<std::string> virtualService; ///< "name", "name.namespace" as Argo Rollouts has it
    std::vector<Field<std::string>> routes;
};

/// A route of the Gateway API whose weights the Gateway API plugin of Argo Rollouts sets.
struct OwnedGatewayRoute {
    std::string kind; ///< HTTPRoute, GRPCRoute, TCPRoute, TLSRoute
    Field<std::string> name;
    std::string ns; ///< empty: that of the Rollout
};

/// One step of a canary as its controller runs it.
struct CanaryStep {
    std::optional<std::int64_t> weight; ///< percent of the canary
    bool isPause = false;
    std::string pause; ///< a duration; empty: until somebody promotes
    source::NodeId node = source::noNode;
};

/// spec.strategy.canary of an Argo Rollouts Rollout.
struct RolloutStrategy {
    std::vector<OwnedRoutes> owns;
    std::vector<OwnedGatewayRoute> gatewayRoutes;
    Field<std::string> destinationRule;
    std::string canarySubset;
    std::string stableSubset;
    Field<std::string> canaryService;
    Field<std::string> stableService;
    std::vector<CanaryStep> steps;
};

/// Flagger Canary: makes and sets a VirtualService (or HTTPRoute) of the service's name at run time.
struct FlaggerCanary {
    std::string targetKind;
    Field<std::string> target;
    std::string serviceName; ///< spec.service.name, else the target's name
    Field<std::int64_t> port;
    std::vector<Field<std::string>> hosts;
    std::vector<Field<std::string>> gateways;
    Field<std::int64_t> stepWeight;
    Field<std::int64_t> maxWeight;
    std::vector<CanaryStep> steps; ///< spec.analysis.stepWeights
    std::string interval;
};

/// Where an Argo CD Application or a Flux Kustomization takes its files from and where they go.
struct DeliverySource {
    Field<std::string> path; ///< directory in the repository; Flux: without "./"
    std::string repository; ///< URL, or the name of a Flux source
    std::string revision;
    std::string helmChart; ///< not rendered here
    source::NodeId node = source::noNode; ///< the mapping that says all this
    std::string sourceKind; ///< Flux: GitRepository, OCIRepository, Bucket
    std::string sourceNamespace; ///< Flux
    bool recurses = false; ///< Argo CD, directory: files below are taken too
    std::string include; ///< Argo CD, directory: a glob, empty: all
    std::string exclude; ///< Argo CD, directory: a glob, empty: none
    std::vector<std::string> changes; ///< fields by which the tool changes what the files say ("patches", "images" ...)
};

struct ArgoApplication {
    std::vector<DeliverySource> sources;
    std::string destinationNamespace;
    std::string destinationServer;
    bool isAutomated = false; ///< syncPolicy.automated: a manual change is undone
    bool selfHeals = false;
    bool prunes = false;
};

struct FluxKustomization {
    DeliverySource source;
    std::string targetNamespace;
    std::vector<Field<std::string>> dependsOn; ///< "namespace/name"
    bool substitutes = false; ///< postBuild: `${VAR}` is filled in by Flux
    bool decrypts = false;
    bool isSuspended = false;
};

} // namespace meshdraft::mesh
