// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"

#include <QJsonObject>

#include <string>
#include <vector>

namespace meshdraft::checks {

/// What the labels of a Namespace say of proxies.
struct NamespaceInjection {
    std::vector<std::string> labels; ///< those that ask for the mesh; more than one is a mistake
    bool isStated = false; ///< for or against
    bool isInjected = false; ///< its pods get sidecars
    std::string revision; ///< of the control plane; "default" where none is named
};
NamespaceInjection injectionOf(const mesh::Resource& namespaceObject);

/// `data.values` of the ConfigMap istio-sidecar-injector[-REVISION] in any namespace; empty where there is none.
QJsonObject injectorValues(const mesh::MeshGraph& graph, std::string_view revision, mesh::Lookups* asked);

} // namespace meshdraft::checks
