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
    /// The same for a listener of protocol HTTP_PROXY: routes of all ports, the Host header says which (80 where it has
    /// none). Routes know no port then: matches on one are never met.
    Path followProxied(const Scope& scope);
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
    std::string expanded(std::string_view host) const;
    const RegistryService* findAlias(const Scope& scope, std::string_view host) const;
    const RegistryService* concreteOf(const Scope& scope, const RegistryService& alias, std::uint32_t port) const;
    Path followAlias(const Scope& scope, const RegistryService& alias, std::string_view host, std::uint32_t port,
                     bool& isServed);
    const RegistryService* findService(const Scope& scope, std::string_view host, std::uint32_t port) const;

    Course& m_course;
    const Proxy& m_proxy;
    Registry::Egress m_egress;
    bool m_isProxied = false;
};

} // namespace meshdraft::traffic
