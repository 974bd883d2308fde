// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/course.h"
#include "models/traffic/request.h"
#include "models/traffic/routetable.h"

#include <set>
#include <string>
#include <vector>

namespace meshdraft::traffic {

/// Callers that no rule for a host can tell apart, by one of them.
struct CallerGroup {
    Origin origin;
    std::vector<Origin> alike; ///< the others
};

/// What can tell callers of a host apart.
struct CallerQuestions {
    std::vector<const RouteTable*> tables; ///< routes of the host
    std::vector<mesh::ResourceIndex> visible; ///< resources whose exportTo matters
    std::vector<std::string> hosts; ///< the host and what its routes lead to: DestinationRules, Sidecars
    std::vector<const mesh::AuthorizationPolicy*> policies; ///< of the servers
};

/// One group for each way in which workloads of the mesh differ to these questions: source labels and namespace, what
/// is exported to them, their Sidecar and DestinationRules, identity, data plane. `only`: namespaces to look at; empty:
/// all. Cost: workloads times questions.
std::vector<CallerGroup> callersFor(const MeshIndex& index, const CallerQuestions& questions,
                                    const std::set<std::string, std::less<>>& only);

} // namespace meshdraft::traffic
