// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::traffic {

enum class Transport : std::uint8_t { Any, Raw, Tls };

/// What a filter chain of a listener accepts (envoy.config.listener.v3.FilterChainMatch).
struct FilterChain {
    std::vector<std::string> subnets; ///< of the destination; empty: any
    std::vector<std::string> sniHosts; ///< empty: any
    Transport transport = Transport::Any;
    std::vector<std::string> applications; ///< ALPN, or what the HTTP inspector found; empty: any
};

/// What a listener knows of a connection before it chooses.
struct Connection {
    std::string address; ///< of the destination; empty: unknown, met by no subnet
    std::string sni;
    bool isTls = false;
    std::vector<std::string> applications; ///< ALPN of TLS; "http/1.1" or "h2c" where plain HTTP was seen
};

/// The chain that Envoy takes: destination, then SNI, transport, application; each step keeps only its best matches and
/// none goes back. Nothing where no chain is left.
std::optional<std::size_t> chooseChain(std::span<const FilterChain> chains, const Connection& connection);

/// True if a name is met by an SNI pattern: exact, "*.suffix", "*".
bool meetsSni(std::string_view pattern, std::string_view name);

/// ALPN by which sidecars tell the mesh's own mTLS.
extern const std::vector<std::string> istioHttpAlpn; ///< HTTP inside
extern const std::vector<std::string> istioTcpAlpn; ///< anything inside
/// What the HTTP inspector reports for plain HTTP.
extern const std::vector<std::string> plainHttpAlpn;

} // namespace meshdraft::traffic
