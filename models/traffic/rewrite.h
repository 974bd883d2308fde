// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/course.h"

namespace meshdraft::traffic {

/// The request as it leaves the client's proxy: path, authority and headers as the route changes them. Policies of the
/// server see it so.
Request sentOn(const Course& course, const RouteAction& action, const RouteMatch* match);

} // namespace meshdraft::traffic
