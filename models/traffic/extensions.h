// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/course.h"

#include <string_view>

namespace meshdraft::traffic {

/// Adds an unknown step for each EnvoyFilter and WasmPlugin that may change what a proxy does in a context
/// ("SIDECAR_OUTBOUND", "SIDECAR_INBOUND", "GATEWAY"): their patches and code are not interpreted.
void sayExtensions(Course& course, const Proxy& proxy, Stage stage, std::string_view context, int share);

} // namespace meshdraft::traffic
