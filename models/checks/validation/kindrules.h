// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/validation/rules.h"

namespace meshdraft::checks::validation {

// The rules of each kind beyond its schema table, as Istio's own validation has them; each stands in a file of its own.

void checkVirtualService(Rules& rules);
void checkGateway(Rules& rules);
void checkDestinationRule(Rules& rules);
void checkServiceEntry(Rules& rules);
void checkWorkloadEntry(Rules& rules);
void checkWorkloadGroup(Rules& rules);
void checkSidecar(Rules& rules);
void checkEnvoyFilter(Rules& rules);
void checkAuthorizationPolicy(Rules& rules);
void checkRequestAuthentication(Rules& rules);
void checkPeerAuthentication(Rules& rules);
void checkProxyConfig(Rules& rules);
void checkTelemetry(Rules& rules);
void checkWasmPlugin(Rules& rules);
void checkTrafficExtension(Rules& rules);
void checkMeshConfig(Rules& rules);
void checkMeshNetworks(Rules& rules);
/// The YAML in the annotation proxy.istio.io/config.
void checkProxyAnnotation(Rules& rules);
/// Annotations that mean something to Istio itself, on any of its kinds.
void checkMetadata(Rules& rules);

} // namespace meshdraft::checks::validation
