// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/course.h"
#include "models/traffic/gatewaylistener.h"
#include "models/traffic/routematch.h"

#include <string>
#include <vector>

namespace meshdraft::traffic {

/// The virtual hosts of one route configuration of a gateway: those of all its servers together
/// (istio/pilot/pkg/networking/core/gateway.go, buildGatewayHTTPRouteConfig).
class GatewayHosts {
public:
    GatewayHosts(Course& course, const Proxy& proxy, std::vector<GatewayServer> servers);

    /// Follows an HTTP request; TLS has ended.
    Path follow();
    /// The tables bound to a server whose hosts meet the server's, in Istio's order.
    std::vector<const RouteTable*> tables(const GatewayServer& server) const;

private:
    struct Bound {
        const GatewayServer* server = nullptr;
        const RouteTable* table = nullptr;
        std::vector<std::string> hosts; ///< those that both have
    };

    std::vector<Bound> bindings() const;
    std::string hostFor(const std::vector<Bound>& bound, bool& hasAny) const;
    bool redirects(std::string_view host) const;
    RouteReader readerOf(const GatewayServer& server) const;
    void addRivals(const std::vector<const RouteTable*>& tables);
    Path redirect();
    Path notFound(Verdict verdict, const char* code, std::string_view host);

    Course& m_course;
    const Proxy& m_proxy;
    std::vector<GatewayServer> m_servers;
};

} // namespace meshdraft::traffic
