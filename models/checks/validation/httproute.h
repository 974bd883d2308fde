// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/checks/validation/rules.h"

namespace meshdraft::checks::validation {

/// What a VirtualService is, for the rules of its routes.
struct RouteContext {
    bool isDelegate = false; ///< it has no hosts
    bool isOfGateways = false; ///< bound to gateways and not to the mesh
    std::vector<NodeRef> hosts;
};

/// One entry of spec.http.
void checkHttpRoute(Rules& rules, NodeRef route, const RouteContext& context);
/// fault, corsPolicy, redirect, rewrite and the like of an entry of spec.http.
void checkHttpActions(Rules& rules, NodeRef route);
/// Entries of a list of gateways. `warns`: also of old names.
void checkGatewayNames(Rules& rules, NodeRef gateways, bool warns);
/// Weights and destinations of a route.
void checkWeightedDestinations(Rules& rules, NodeRef list);
/// Changes to the headers of a route or destination.
void checkHeaderChanges(Rules& rules, NodeRef headers);
/// Routes and matches that are never used: IST0130 and IST0131.
void checkReachability(Rules& rules);

} // namespace meshdraft::checks::validation
