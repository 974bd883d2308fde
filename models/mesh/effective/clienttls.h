// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/effective/destinationrules.h"

#include <optional>

namespace meshdraft::mesh::effective {

enum class ClientTls : std::uint8_t {
    Unknown,
    Plaintext, ///< the proxy adds nothing
    Simple, ///< the proxy starts TLS
    Mutual, ///< with a certificate of its own
    IstioMutual, ///< with the mesh's certificates
    PerEndpoint, ///< auto mTLS: mutual to pods with a proxy, plaintext to the others
};

enum class ClientTlsReason : std::uint8_t {
    // a DestinationRule says it
    Rule, ///< trafficPolicy.tls
    RulePort, ///< trafficPolicy.portLevelSettings
    Subset, ///< trafficPolicy.tls of the subset
    SubsetPort,
    BadMode, ///< unknown: no mode of Istio
    SubsetMissing, ///< unknown: no rule has the subset; such requests fail
    // nothing is said: auto mTLS
    Auto, ///< the servers accept it
    AutoOff, ///< the mesh config switches it off
    OutsideMesh, ///< the host is outside of the mesh
    ServerWithoutProxy,
    ServerDisables, ///< PeerAuthentication says DISABLE
    MixedServers, ///< some of the servers only
    HeadlessMixed, ///< no Service address, and not all servers accept it
    NoServers, ///< unknown: no workload behind the Service in the files
    ServerUnknown, ///< unknown: files do not tell whether the servers have a proxy, or their mode
    // the client or the host
    ClientWithoutProxy,
    ClientUnknown, ///< unknown: files do not tell whether the client has a proxy
    AmbientClient, ///< unknown: ztunnel or a waypoint decides
    HostNotFound, ///< unknown: no Service or ServiceEntry here
    BackendTlsPolicy, ///< unknown: a BackendTLSPolicy is for the Service, and versions differ in what it does
};

/// The TLS that a client's proxy really speaks to a host, port (0: one that no rule names) and subset (empty: none).
/// `host` is a full one, or a short name in the client's namespace.
using ClientTlsAnswer = Effective<ClientTls, ClientTlsReason>;
ClientTlsAnswer clientTls(const MeshView& view, const Client& client, std::string_view host, std::uint32_t port = 0,
                          std::string_view subset = {});

} // namespace meshdraft::mesh::effective
