// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/course.h"

#include <string>
#include <vector>

namespace meshdraft::traffic {

/// A port of a proxy's own pods, as a service names it.
struct ServiceTarget {
    const RegistryService* service = nullptr;
    const ServicePort* port = nullptr;
    std::uint32_t targetPort = 0; ///< of the pods; 0: a name that the pods do not have
};

/// The services that a proxy's pods stand behind, oldest first: Services and ServiceEntries that select its labels, and
/// ServiceEntries with an endpoint of one of `addresses`.
std::vector<ServiceTarget> serviceTargets(const MeshIndex& index, const Proxy& proxy,
                                          const std::vector<std::string>& addresses = {});

} // namespace meshdraft::traffic
