// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/meshchange.h"
#include "models/changes/pushhazards.h"
#include "models/changes/xdstable.h"

#include <optional>

namespace meshdraft::changes {

/// A proxy that gets something: a workload with a sidecar, or a gateway.
struct XdsProxy {
    mesh::ElementRef element; ///< the workload; the Gateway where its pods are in no file
    bool isGateway = false;
    bool isSure = true; ///< false: the files do not say whether the pods have a proxy
    std::optional<std::int64_t> replicas; ///< as stated in the new state, else in the old one
};

/// One type whose content changes, and why.
struct XdsTouch {
    Xds type = Xds::Cds;
    std::string message; ///< id of the sentence
    std::vector<std::string> args; ///< "Kind ns/name", the first field that does it
    std::uint32_t sidecars = 0; ///< workloads that get it
    std::uint32_t gateways = 0;
};

/// What the proxies get of one change.
struct XdsPush {
    const ResourceChange* change = nullptr; ///< points into the change
    std::vector<XdsTouch> touches; ///< one a type, in the order of pushes
    std::vector<XdsProxy> proxies; ///< that get any of the touches, by their key
    std::string restart; ///< id of the sentence where pods read it when they start; empty: nothing of that kind
};

/// The same of a whole change.
struct ProxyImpact {
    std::vector<XdsPush> pushes; ///< of what proxies read at all, in the order of the change
    std::vector<Xds> types;
    std::vector<XdsProxy> proxies; ///< each once
    std::uint32_t known = 0; ///< workloads with a proxy, and gateways, in the new state
    std::uint32_t ambient = 0; ///< workloads whose ztunnels are not counted here
    std::vector<PushHazard> hazards;

    std::uint32_t sidecars() const;
    std::uint32_t gateways() const;
    /// Proxies of which it is not sure that they are there.
    std::uint32_t unsure() const;
    /// Pods, where all of the workloads state their replicas.
    std::optional<std::int64_t> replicas() const;
};

/// Works out what istiod sends when the change arrives. Counts workloads, not pods; exportTo, the egress of Sidecars
/// and selectors are taken into account. The change is one of the views' graphs. Cost: linear in the mesh once, then as
/// Proxies for each resource that differs.
ProxyImpact proxyImpactOf(const MeshChange& change, const mesh::effective::MeshView& before,
                          const mesh::effective::MeshView& after);

} // namespace meshdraft::changes
