// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/servermtls.h"
#include "models/traffic/course.h"

#include <cstdint>
#include <string>
#include <vector>

namespace meshdraft::traffic {

/// What arrives at a server's sidecar.
struct Arrived {
    std::uint32_t port = 0; ///< of the pod
    Protocol protocol = Protocol::Http; ///< of the bytes, inside any TLS
    CallerTls tls = CallerTls::None; ///< Mutual: with certificates of the mesh
    std::vector<std::string> alpn; ///< of TLS
};

/// What the server's inbound listener does with it.
struct Inbound {
    Verdict verdict = Verdict::Routed; ///< Passthrough: a port that no service names
    bool isHttp = false; ///< handled as HTTP, so that HTTP conditions of policies can hold
    bool isMutual = false; ///< mTLS has ended here: the peer's identity is known
    mesh::effective::PeerMode mode = mesh::effective::PeerMode::Unknown;
    mesh::ElementRef because; ///< the PeerAuthentication that decides; null: Istio's default
};

/// A port that the proxy serves, by its pod's number.
struct InboundPort {
    std::uint32_t number = 0;
    PortClass portClass = PortClass::Auto;
    std::string
        tlsMode; ///< SIMPLE, MUTUAL: TLS of a Sidecar's ingress, ended here where PeerAuthentication says DISABLE
    bool endsInHttp = false; ///< of such TLS: HTTPS
};

/// The ports that a proxy's inbound listener has chains of their own for: those of its Sidecar's ingress, else those of
/// the services it stands behind.
std::vector<InboundPort> inboundPorts(const MeshIndex& index, const Proxy& proxy,
                                      const std::vector<std::string>& addresses = {});

/// Follows a connection through the inbound listener (istio/pilot/pkg/networking/core/listener_inbound.go): the chains
/// that mTLS mode and protocol of the port make. `mode`: that of the port.
Inbound inboundPath(const Arrived& arrived, const std::vector<InboundPort>& ports,
                    const mesh::effective::Outcome<mesh::effective::PeerMode, mesh::effective::PeerReason>& mode);

} // namespace meshdraft::traffic
