// SPDX-License-Identifier: Apache-2.0
// Mesh config that is given to Istio's charts (istio.io, istiod chart: `meshConfig`).
#pragma once

#include "models/mesh/effective/meshview.h"

namespace meshdraft::mesh::effective {

/// The Helm values that a resource holds: spec.values of a Flux HelmRelease; helm.valuesObject or helm.values (a
/// string) of each source of an Argo CD Application. Mappings, or scalars with YAML in them.
std::vector<source::NodeRef> helmValuesIn(const Resource& resource);

/// Reads `meshConfig` of values, and `global.proxy.clusterDomain`; false where there is no mesh config.
bool readHelmValues(const Resource& resource, source::NodeRef values, MeshSettings& settings);

/// The same of the values files (documents without kind, with a mapping `meshConfig`) nearest to a directory: in it or
/// below, else below the one above it, and so on. Null element: there are none.
MeshSettings settingsInValuesFiles(const FileSet& files, std::string_view directory);

} // namespace meshdraft::mesh::effective
