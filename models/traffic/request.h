// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/field.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::traffic {

/// Where a request starts.
struct Origin {
    enum class Kind : std::uint8_t {
        Workload, ///< the pods of a workload
        Namespace, ///< some pod of a namespace that has a sidecar and no labels
        Gateway, ///< a caller outside of the mesh, through a gateway
        Outside, ///< a caller without a sidecar, straight to the host
    };
    Kind kind = Kind::Namespace;
    std::string ns{};
    std::string name{}; ///< of the workload or gateway
    std::string workloadKind{}; ///< "Deployment", ...; empty: the first workload of that name

    friend auto operator<=>(const Origin&, const Origin&) = default;
};

/// What the caller itself speaks, before any proxy adds something.
enum class Protocol : std::uint8_t { Http, Http2, Grpc, Tcp };

/// The caller's own encryption. Mutual means the mesh's certificates; a sidecar's mTLS is not meant.
enum class CallerTls : std::uint8_t { None, Tls, Mutual };

/// A token that the caller sends. It is taken for genuine unless `isValid` says otherwise.
struct Token {
    std::string issuer;
    std::string subject;
    std::vector<std::string> audiences;
    std::string presenter; ///< claim azp
    std::map<std::string, std::vector<std::string>, std::less<>> claims; ///< nested ones as "realm.roles"
    bool isValid = true; ///< signature and times

    friend auto operator<=>(const Token&, const Token&) = default;
};

/// One request, or one connection where the protocol is TCP.
struct Request {
    Origin from;
    std::string host; ///< as the caller names it: short, full, an address
    std::uint32_t port = 0; ///< 0: that of the scheme (443 for TLS), else the only port of the host, else 80
    std::string address; ///< destination IP; empty: what the host resolves to
    Protocol protocol = Protocol::Http;
    CallerTls tls = CallerTls::None;
    std::string sni; ///< of the caller's TLS; empty: the host
    std::vector<std::string> alpn; ///< of the caller's TLS; empty: what the protocol offers
    std::string method = "GET";
    std::string path = "/"; ///< without the query
    std::multimap<std::string, std::string, std::less<>> query;
    std::multimap<std::string, std::string, std::less<>> headers; ///< names in lower case
    std::optional<Token> token;
    std::string sourcePrincipal; ///< "cluster.local/ns/NS/sa/SA"; empty: that of the caller's workload
    std::string sourceIp; ///< empty: unknown

    friend auto operator<=>(const Request&, const Request&) = default;
};

/// "http", "http2", "grpc", "tcp".
std::string_view protocolName(Protocol protocol);

} // namespace meshdraft::traffic
