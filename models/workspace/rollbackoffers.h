// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/workspace/deliveryguards.h"
#include "models/workspace/rollbackplan.h"

namespace meshdraft::workspace {

enum class MendKind : std::uint8_t {
    Resource, ///< one resource as it was before
    DeletePolicy, ///< an AuthorizationPolicy goes away
    Permissive, ///< a PeerAuthentication accepts plaintext again
    Namespace, ///< all resources of a namespace as they were before
    Everything, ///< the whole change is taken back
};
/// "resource", "deletePolicy", ...
std::string_view mendName(MendKind kind);

/// A way to give requests back that a change took. It was evaluated: every request that the change lost is delivered
/// again, none is lost besides, and none is delivered that was refused before the change.
struct Mend {
    MendKind kind = MendKind::Resource;
    mesh::ResourceKey subject; ///< of Namespace only `ns` is filled in; of Everything nothing
    RollbackPlan plan;
    Review review; ///< from HEAD to the mended mesh
    bool isOpenToAll = false; ///< the last policy that allows is gone, so that everybody may call: high risk
};

/// A way that was evaluated and is not offered. Codes: "mend.stillRefused" (args: a request that stays refused),
/// "mend.opens" (args: a request that would be delivered and was refused before), "mend.loses" (args: a request that
/// would be lost besides), and errors of planning and rendering.
struct RefusedMend {
    MendKind kind = MendKind::Resource;
    mesh::ResourceKey subject;
    Error reason;
};

struct MendOffers {
    traffic::RequestComparison lost; ///< from before the change to HEAD: only what was delivered and is not any more
    std::vector<Mend> offers; ///< the smallest first
    std::vector<RefusedMend> refused;
    std::vector<DeliveryGuard> guards; ///< what will fight a change by hand
};

/// Looks for ways to mend what a change broke: a VirtualService, AuthorizationPolicy, PeerAuthentication,
/// DestinationRule or other resource that it touched put back alone, a policy deleted, PERMISSIVE, a namespace or all
/// of it put back. No offer where no request was lost. `known` is a comparison with HEAD as its base that is there
/// already, or null. Cost: what differs is read and the requests are compared for each way; at most 20 resources are
/// tried. Errors: those of judgeRollback.
Expected<MendOffers> offerMends(const git::Repository& repository, const RollbackRequest& request,
                                const std::string& environment, const std::shared_ptr<ParseCache>& cache,
                                const std::stop_token& stop = {}, const SnapshotPtr& known = {});

} // namespace meshdraft::workspace
