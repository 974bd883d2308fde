// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/course.h"

#include <string>
#include <vector>

namespace meshdraft::traffic {

/// A server of a gateway that a proxy serves.
struct GatewayServer {
    mesh::ResourceIndex gateway = mesh::noResource;
    const mesh::Gateway::Server* server = nullptr;
    std::string gatewayName; ///< "ns/name"
    std::vector<std::string> hosts; ///< "ns/host" or "host", "." replaced
    enum class Source : std::uint8_t { Istio, GatewayApi, Ingress };
    Source source = Source::Istio;
    std::size_t position = 0; ///< of the server in its gateway

    bool isTls() const; ///< terminated here or passed through
    bool isPassthrough() const;
    bool isHttp() const; ///< HTTP once any TLS is terminated
};

/// The Gateways that a proxy with these labels serves, oldest first (istio.io, Gateway.selector: any namespace).
std::vector<mesh::ResourceIndex> gatewaysOf(const Course& course, const Proxy& proxy);

/// Follows a request that arrives at a gateway's proxy: server, TLS, virtual host, route. Servers of all `gateways` are
/// merged as istiod merges them (istio/pilot/pkg/model/gateway.go), those of Ingresses too where the proxy stands
/// behind the mesh's ingress service. `addresses`: of the proxy, for ServiceEntries that have it as an endpoint.
Path gatewayPath(Course& course, const Proxy& proxy, const std::vector<mesh::ResourceIndex>& gateways,
                 std::uint32_t port, const std::vector<std::string>& addresses = {});

} // namespace meshdraft::traffic
