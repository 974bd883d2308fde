// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace meshdraft::traffic {

/// An IPv4 or IPv6 network; a single address is one of full length.
struct IpNetwork {
    std::array<std::uint8_t, 16> bytes{};
    bool isV6 = false;
    int length = 0; ///< of the prefix, in bits

    /// "10.0.0.0/8", "1.2.3.4", "fd00::/8"; nothing for other text. Bits behind the prefix are not looked at.
    static std::optional<IpNetwork> parse(std::string_view text);
    bool contains(const IpNetwork& address) const;
};

} // namespace meshdraft::traffic
