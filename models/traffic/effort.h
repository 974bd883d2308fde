// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/course.h"

namespace meshdraft::traffic {

/// Timeout and retries of a route: its own, else those of the mesh config, else Istio's (no timeout, two retries).
/// `rule`: null for a route that Istio makes.
Effort effortOf(const Course& course, const RouteRule* rule);

} // namespace meshdraft::traffic
