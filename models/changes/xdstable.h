// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/changes/fieldpattern.h"

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace meshdraft::changes {

/// What istiod sends to proxies, in the order in which it pushes (pilot, PushOrder).
enum class Xds : std::uint8_t {
    Cds, ///< clusters
    Eds, ///< endpoints
    Lds, ///< listeners and their filters
    Rds, ///< routes
    Sds, ///< certificates
    Ecds, ///< configuration of extensions
    Nds, ///< the name table of proxies that answer DNS
};
/// "CDS" ...
std::string_view xdsName(Xds type);

/// Which proxies read a part of a resource.
enum class XdsAudience : std::uint8_t {
    Nobody, ///< read when a pod starts, if at all
    Callers, ///< those that see and import the resource's hosts
    Routed, ///< the proxies of a route's gateways, and callers where it holds for the mesh
    Narrowed, ///< of those the ones with a Sidecar that limits what they import
    Selected, ///< those that a selector or targetRefs choose; in the root namespace all
    CallersOfSelected, ///< callers of the Services of those
    CallersOfPods, ///< callers of the Services that select a workload
    GatewayProxies, ///< the proxies of a Gateway
    SecretReaders, ///< the proxies of Gateways that name a Secret
    Everyone,
};

/// A row of the table: what a field of a kind is sent as, to whom and why.
struct XdsRow {
    FieldPattern field;
    std::vector<Xds> types; ///< none: nothing is sent
    XdsAudience audience = XdsAudience::Nobody;
    std::string_view message; ///< id of the sentence
};

/// The rows of a kind that a field meets: all with the first pattern that fits it. Nothing for kinds that proxies do
/// not read. What istiod builds and sends again with the same content is not here.
std::vector<const XdsRow*> xdsRowsFor(std::string_view group, std::string_view kind, std::span<const PathStep> field);
/// What an EnvoyFilter patch is sent as, by its applyTo; nothing for BOOTSTRAP.
std::vector<Xds> xdsOfPatch(std::string_view applyTo);

} // namespace meshdraft::changes
