// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/ipaddress.h"

#include <arpa/inet.h>

#include <charconv>
#include <string>

namespace meshdraft::traffic {

std::optional<IpNetwork> IpNetwork::parse(std::string_view text)
{
    const auto slash = text.find('/');
    const std::string address(text.substr(0, slash));
    IpNetwork network;
    if (inet_pton(AF_INET, address.c_str(), network.bytes.data()) != 1) {
        network.isV6 = true;
        if (inet_pton(AF_INET6, address.c_str(), network.bytes.data()) != 1)
            return std::nullopt;
    }
    const int full = network.isV6 ? 128 : 32;
    network.length = full;
    if (slash == std::string_view::npos)
        return network;
    const std::string_view bits = text.substr(slash + 1);
    const auto [end, error] = std::from_chars(bits.data(), bits.data() + bits.size(), network.length);
    if (error != std::errc() || end != bits.data() + bits.size() || network.length < 0 || network.length > full)
        return std::nullopt;
    return network;
}

bool IpNetwork::contains(const IpNetwork& address) const
{
    if (isV6 != address.isV6 || address.length < length)
        return false;
    for (int bit = 0; bit < length; ++bit) {
        const auto place = static_cast<std::size_t>(bit / 8);
        const int mask = 0x80 >> (bit % 8);
        if ((bytes[place] & mask) != (address.bytes[place] & mask))
            return false;
    }
    return true;
}

} // namespace meshdraft::traffic
