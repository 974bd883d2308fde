// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/yamlreader.h"

#include <vector>

namespace meshdraft::mesh {

/// The settings of the whole mesh that decide what configuration means (istio.io, Global Mesh Options), with Istio's
/// defaults where nothing is written.
struct MeshConfig {
    Field<std::string> rootNamespace{.value = "istio-system"};
    Field<std::string> trustDomain{.value = "cluster.local"};
    std::vector<Field<std::string>> trustDomainAliases;
    Field<std::string> outboundMode{.value = "ALLOW_ANY"}; ///< outboundTrafficPolicy.mode
    Field<std::string> ingressClass{.value = "istio"};
    Field<std::string> ingressService{.value = "istio-ingressgateway"};
    Field<bool> autoMtls{.value = true}; ///< enableAutoMtls
    std::vector<Field<std::string>> defaultServiceExportTo;
    std::vector<Field<std::string>> defaultVirtualServiceExportTo;
    std::vector<Field<std::string>> defaultDestinationRuleExportTo;
    Field<std::string> connectTimeout{.value = "10s"};
    Field<std::string> protocolDetectionTimeout{.value = "0s"};
    Field<std::int64_t> retryAttempts{.value = 2}; ///< defaultHttpRetryPolicy.attempts
    Field<std::int64_t> concurrency{.value = 0}; ///< defaultConfig.concurrency
    Field<bool> holdsApplication; ///< defaultConfig.holdApplicationUntilProxyStarts
    Field<std::string> drainDuration{.value = "5s"}; ///< defaultConfig.terminationDrainDuration
    std::vector<Field<std::string>> extensionProviders; ///< names
    std::vector<std::string> authorizationProviders; ///< those of envoyExtAuthzHttp and envoyExtAuthzGrpc
};

/// Reads a MeshConfig mapping: data.mesh of the ConfigMap, spec.meshConfig of an IstioOperator, `meshConfig` of Helm
/// values. What is absent or of another type keeps its default.
MeshConfig readMeshConfig(YamlReader& yaml, source::NodeRef mapping);

} // namespace meshdraft::mesh
