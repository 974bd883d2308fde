// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/resource.h"

#include <string>

namespace meshdraft::topology {

/// What a route pill says: its name, else what it matches ("/login", "/api*", "x-preview: true"), "*" for everything.
std::string routeTitle(const mesh::Route& route);
/// First host and "+ n"; for a table with TCP routes only, where it listens.
std::string tableSubtitle(const mesh::RouteTable& table);
/// Protocol and port of the first server and "+ n".
std::string gatewaySubtitle(const mesh::Gateway& gateway);
std::string serviceEntrySubtitle(const mesh::ServiceEntry& entry);

} // namespace meshdraft::topology
