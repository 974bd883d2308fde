// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::checks {

/// A validation of Kiali and what says the same here.
struct KialiCode {
    std::string_view kiali; ///< "KIA0105"
    std::string_view code; ///< ours; empty: files cannot answer it, or nothing is wrong then
    std::string_view check; ///< whose finding it is; empty as above
};

/// Every validation of Kiali, sorted; one that several checks answer has a row for each.
std::span<const KialiCode> kialiCodes();

/// Kiali's codes for a finding of one of our codes, sorted; each once.
std::vector<std::string> kialiCodesOf(std::string_view code);

} // namespace meshdraft::checks
