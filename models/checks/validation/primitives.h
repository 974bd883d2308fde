// SPDX-License-Identifier: Apache-2.0
// What single texts may be, as Istio reads them; shared by the rules of all kinds.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meshdraft::checks::validation {

/// Letters, digits and inner hyphens, at most 63; upper case is accepted.
bool isDnsLabel(std::string_view text);
/// A host name of DNS labels, the last not all digits; a final dot is allowed.
bool isFqdn(std::string_view text);
/// The same with "*", "*label" or "*-label" as first label; one label is enough.
bool isWildcardDomain(std::string_view text);
/// A star anywhere but as the whole first label.
bool isPartialWildcard(std::string_view text);
/// outbound_.PORT_._.HOST, the server name of a connection that a gateway passes on.
bool isOutboundName(std::string_view text);
bool isIpAddress(std::string_view text);
/// An address, or an address and the length of a prefix.
bool isIpOrCidr(std::string_view text);
/// What stands behind "unix://": "@name", or an absolute path that does not end in a slash.
bool isUnixPath(std::string_view text);
/// host:port with a numeric port of 1 to 65535; the host may be in brackets.
bool isHostAndPort(std::string_view text);

bool isLabelKey(std::string_view text);
bool isLabelValue(std::string_view text);

/// What RE2 has against an expression, empty if nothing; "" and more than 1024 bytes are refused by the callers.
std::string regexFault(std::string_view expression);

/// A token of HTTP: the name of a header or method.
bool isHttpToken(std::string_view text);
/// "host" or ":authority", in any case.
bool isAuthorityHeader(std::string_view name);
/// A header whose value Envoy takes: no control characters, every percent sign doubled or around a closed variable.
bool isHeaderValue(std::string_view text);
/// @request.auth.claims, with .claim or [claim] behind it.
bool isJwtClaimHeader(std::string_view name);

enum class PortProtocol : std::uint8_t { Unknown, Http, Tls, Tcp, Udp };
/// Http for http, http2, grpc, grpc-web and http_proxy; Tls for https and tls; Tcp for the other TCP ones; in any case.
PortProtocol portProtocol(std::string_view text);

std::string lowered(std::string_view text);
std::optional<std::int64_t> integerIn(std::string_view text);
bool equalsIgnoringCase(std::string_view a, std::string_view b);

/// Entries of a list that are compared with each other; of a longer one nothing is said.
inline constexpr std::size_t mostCompared = 1000;

/// True when every name that `narrow` stands for is one of `wide`: "a.example.com" and "*.example.com".
bool isSubsetOf(std::string_view narrow, std::string_view wide);

} // namespace meshdraft::checks::validation
