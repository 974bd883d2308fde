// SPDX-License-Identifier: Apache-2.0
// The table of response flags in resources/traffic.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::traffic {

/// A cause that files do not show for certain: a setting that makes it likely, or something outside of them.
struct LikelyCause {
    enum class Where : std::uint8_t {
        Anywhere, ///< no setting
        Policy, ///< field of the destination's trafficPolicy
        Route, ///< field of the route
    };
    std::string code; ///< "cause.poolLimit"
    Where where = Where::Anywhere;
    std::string field;
    std::string source; ///< the page that says so
};

/// A response flag, or a kind of refusal that has none.
struct ResponseFlag {
    std::string flag; ///< empty: told by status and details
    int status = 0; ///< 0: any
    std::vector<std::string> details; ///< how response_code_details begin
    std::vector<std::string> near; ///< flags that the same mistake may show as
    std::vector<std::string> steps; ///< decisions of an evaluation that say it
    std::vector<LikelyCause> settings;
    std::vector<LikelyCause> general;
    std::string source;
};

/// Every row of the table.
const std::vector<ResponseFlag>& responseFlags();

/// The row of a flag, or of a refusal by status and details; null where the table has none.
const ResponseFlag* responseFlag(std::string_view flag, int status, std::string_view details);

} // namespace meshdraft::traffic
