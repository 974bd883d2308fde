// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/course.h"
#include "models/traffic/outbound.h"

#include <string>
#include <vector>

namespace meshdraft::traffic {

/// Whose proxy, if any, sends a request.
struct Sender {
    enum class Kind : std::uint8_t {
        Unknown, ///< files cannot tell, or there is no such workload or gateway
        Sidecar,
        Gateway,
        Direct, ///< no proxy
    };
    Kind kind = Kind::Unknown;
    Proxy proxy;
    std::vector<mesh::ResourceIndex> gateways; ///< Gateway: those that its proxy serves
    std::vector<std::string> principals; ///< with the aliases of the trust domain
};

/// Finds the sender of course.request and says so.
Sender senderOf(Course& course);

/// What DNS makes of the request's host in a namespace: names of Services in short and in full, hosts of
/// ServiceEntries.
Resolved resolve(const Course& course, std::string_view ns);

/// The port of the request where it names none: 443 for TLS, 80 where the host has it, else the host's first port.
std::uint32_t portFor(const Course& course, const RegistryService* service);

} // namespace meshdraft::traffic
