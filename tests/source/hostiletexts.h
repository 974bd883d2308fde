// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace meshdraft::source {

/// A text that costs a careless parser more than its length: grows with `count`.
struct HostileText {
    const char* name;
    std::string (*make)(std::size_t count);
    const char* error; ///< code of the first error; empty for none
    bool readable; ///< its first document is there
};

/// Floods, pyramids and traps; used by the test at small and by the measurement at large counts.
const std::vector<HostileText>& hostileTexts();

} // namespace meshdraft::source
