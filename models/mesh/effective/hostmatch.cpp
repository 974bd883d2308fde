// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/hostmatch.h"

#include <arpa/inet.h>

#include <array>
#include <string>

namespace meshdraft::mesh::effective {

bool isWildcardHost(std::string_view host)
{
    return host.starts_with('*');
}

bool hostsOverlap(std::string_view one, std::string_view other)
{
    return isCoveredBy(one, other) || isCoveredBy(other, one);
}

bool isCoveredBy(std::string_view host, std::string_view cover)
{
    if (!isWildcardHost(cover))
        return host == cover;
    const std::string_view suffix = cover.substr(1);
    if (!isWildcardHost(host))
        return host.ends_with(suffix);
    return host.size() >= cover.size() && host.substr(1).ends_with(suffix);
}

bool isMoreSpecific(std::string_view one, std::string_view other)
{
    if (isWildcardHost(one) != isWildcardHost(other))
        return isWildcardHost(other);
    return one.size() > other.size();
}

bool isIpAddress(std::string_view host)
{
    const std::string text(host);
    std::array<unsigned char, sizeof(in6_addr)> buffer{};
    return inet_pton(AF_INET, text.c_str(), buffer.data()) == 1
        || inet_pton(AF_INET6, text.c_str(), buffer.data()) == 1;
}

} // namespace meshdraft::mesh::effective
