// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/topology/query.h"
#include "models/topology/render/graphscene.h"
#include "models/workspace/requeststeps.h"

#include <memory>

namespace meshdraft::views {

/// What an expression finds, on the picture: a closed group stands out when something in it does.
std::shared_ptr<const topology::Emphasis> emphasisOf(const topology::GraphScene& scene, const topology::Topology& whole,
                                                     const topology::Query::Found& found);

/// What a policy is for, and the policy itself.
std::shared_ptr<const topology::Emphasis> emphasisOf(const topology::GraphScene& scene,
                                                     const topology::PolicyFact& policy);

/// The way of a request, with the numbers of its steps; of closed groups those that hold a part of it. Null where
/// nothing of it is on the picture.
std::shared_ptr<const topology::Emphasis> emphasisOf(const topology::GraphScene& scene, const workspace::LitPath& path);

} // namespace meshdraft::views
