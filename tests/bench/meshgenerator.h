// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <QString>

#include <cstdint>
#include <string>
#include <vector>

namespace meshdraft::bench {

struct GeneratedFile {
    std::string path;
    std::string text;
};

/// What to generate. The mix, for every ten Istio resources: 3.5 VirtualServices, 3.5 DestinationRules with two
/// subsets, 1 ServiceEntry, 1.7 AuthorizationPolicies, and a Gateway, Sidecar and PeerAuthentication a namespace;
/// beside them a Service and two Deployments for every VirtualService. Deterministic.
struct MeshSize {
    std::uint32_t istioResources = 10'000;
    std::uint32_t namespaces = 100;
    bool overlays = false; ///< base/ with a kustomization, overlays/staging and overlays/production
};

std::vector<GeneratedFile> generateMesh(const MeshSize& size);

/// Writes the files below a directory and makes it a Git repository with one commit.
Expected<void> writeRepository(const std::vector<GeneratedFile>& files, const QString& directory);

} // namespace meshdraft::bench
