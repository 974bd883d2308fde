// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/query.h"
#include "models/topology/render/graphscene.h"

#include <memory>

namespace meshdraft::views {

/// What an expression finds, on the picture: a closed group stands out when something in it does.
std::shared_ptr<const topology::Emphasis> emphasisOf(const topology::GraphScene& scene, const topology::Topology& whole,
                                                     const topology::Query::Found& found);

/// What a policy is for, and the policy itself.
std::shared_ptr<const topology::Emphasis> emphasisOf(const topology::GraphScene& scene,
                                                     const topology::PolicyFact& policy);

} // namespace meshdraft::views
