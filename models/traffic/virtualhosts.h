// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/course.h"
#include "models/traffic/outbound.h"
#include "models/traffic/routematch.h"

#include <string_view>

namespace meshdraft::traffic {

/// The virtual hosts of a sidecar's route configurations (istio/pilot/pkg/networking/core/httproute.go).
class VirtualHosts {
public:
    VirtualHosts(Course& course, const Proxy& proxy, Registry::Egress egress)
        : m_course(course)
        , m_proxy(proxy)
        , m_egress(egress)
    {
    }

    /// Follows an HTTP request through the routes of a port. `bound`: the listener is that service's own, and whatever
    /// host the request names is its.
    Path follow(const Scope& scope, const Resolved& target, std::uint32_t port, const RegistryService* bound);
    /// The imported VirtualServices with a host that is this one or covers it, in Istio's order.
    RouteIndex::Entries covering(std::string_view host) const;

private:
    RouteIndex::Entries imported(RouteIndex::Entries entries) const;
    RouteIndex::Entries forService(std::string_view host) const;
    Path followService(const RegistryService& service, std::uint32_t port);
    Path followGatewayApi(const RegistryService& service, std::uint32_t port, bool& isServed);
    Path noRoute(mesh::ResourceIndex table, std::string_view host);
    Path followTables(const RouteIndex::Entries& entries, std::string_view host, std::uint32_t port, bool& isServed);
    bool servesHost(const Scope& scope, const RouteEntry& entry, std::uint32_t port) const;
    const RegistryService* findService(const Scope& scope, std::string_view host, std::uint32_t port) const;

    Course& m_course;
    const Proxy& m_proxy;
    Registry::Egress m_egress;
};

} // namespace meshdraft::traffic
