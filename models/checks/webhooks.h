// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/meshgraph.h"

#include <string>
#include <vector>

namespace meshdraft::checks {

/// One webhook of a MutatingWebhookConfiguration that puts proxies into pods.
struct Injector {
    const mesh::Resource* resource = nullptr; ///< null: of Istio's own installation, not in the files
    source::NodeRef node; ///< the webhook
    std::string name;
    mesh::LabelSelector namespaces;
    mesh::LabelSelector objects;

    bool matches(const mesh::Labels& namespaceLabels, const mesh::Labels& podLabels) const;
};

/// The webhooks of a MutatingWebhookConfiguration.
std::vector<Injector> webhooksOf(const mesh::Resource& resource);

/// The webhooks in the files whose name ends in "istio.io"; where there are none, those that Istio's installation makes
/// for the revision "default".
std::vector<Injector> injectors(const mesh::MeshGraph& graph, mesh::Lookups* asked);

} // namespace meshdraft::checks
