// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace meshdraft::mesh::effective {

// How Istio compares host names (istio/pkg/config/host/name.go). "*x" with any x counts as a wildcard there.

/// True for "*" and everything else that starts with a star.
bool isWildcardHost(std::string_view host);

/// True if the two hosts are equal, or one covers the other.
bool hostsOverlap(std::string_view one, std::string_view other);

/// True if every name that `host` stands for is covered by `cover`.
bool isCoveredBy(std::string_view host, std::string_view cover);

/// True if `one` comes before `other` among hosts that cover the same name: exact names, then longer wildcards.
bool isMoreSpecific(std::string_view one, std::string_view other);

/// True for an IPv4 or IPv6 address as it stands in a host field.
bool isIpAddress(std::string_view host);

} // namespace meshdraft::mesh::effective
