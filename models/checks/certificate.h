// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meshdraft::checks {

/// From when to when a certificate holds, in seconds since 1970.
struct Validity {
    std::int64_t from = 0;
    std::int64_t until = 0;
};

/// Reads the first certificate of a PEM text; nothing where there is none or it is broken.
std::optional<Validity> validityOfPem(std::string_view pem);

} // namespace meshdraft::checks
