// SPDX-License-Identifier: Apache-2.0
#include "models/checks/kialicodes.h"
#include "models/checks/suppression/suppression.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

namespace {

/// What Kiali says under one code: findings with this code and, where the code says many things, this sentence.
struct KialiFinding {
    std::string_view kiali;
    std::string_view code;
    std::string_view message; ///< without ".unknown"; empty: any
};

constexpr auto table = std::to_array<KialiFinding>({
    {"KIA0002", "IST0111", ""},
    {"KIA0002", "IST0160", ""},
    {"KIA0003", "IST0110", ""},
    {"KIA0003", "IST0159", ""},
    {"KIA0004", "IST0101", "sidecar.selector"},
    {"KIA0004", "IST0101", "telemetry.selector"},
    {"KIA0004", "IST0127", ""},
    {"KIA0101", "IST0101", "policy.namespace"},
    {"KIA0202", "IST0174", ""},
    {"KIA0203", "IST0173", ""},
    {"KIA0301", "IST0145", ""},
    {"KIA0302", "IST0101", "gateway.selector"},
    {"KIA0601", "IST0118", ""},
    {"KIA0602", "IST0118", ""},
    {"KIA1101", "IST0101", "dangling.host"},
    {"KIA1101", "IST0101", "dangling.host.short"},
    {"KIA1102", "IST0101", "dangling.gateway"},
    {"KIA1106", "IST0109", ""},
    {"KIA1107", "IST0101", "dangling.subset"},
    {"KIA1212", "IST0177", ""},
    {"KIA1311", "IST0123", ""},
    {"KIA1401", "IST0101", "dangling.gateway"},
    {"KIA1402", "IST0101", "dangling.host"},
});

} // namespace

std::vector<std::string> kialiCodesOf(const Finding& finding)
{
    constexpr std::string_view unknown = ".unknown";
    std::string_view message = finding.message;
    if (finding.severity == Severity::Unknown && message.ends_with(unknown))
        message.remove_suffix(unknown.size());
    if (!std::ranges::contains(table, finding.code, &KialiFinding::code))
        return kialiCodesOf(finding.code);
    std::vector<std::string> codes;
    for (const KialiFinding& row : table) {
        if (row.code == finding.code && (row.message.empty() || row.message == message))
            codes.emplace_back(row.kiali);
    }
    return codes;
}

bool isKialiFinding(const Finding& finding, std::string_view kialiCode)
{
    const std::vector<std::string> codes = kialiCodesOf(finding);
    return kialiCode.empty() ? !codes.empty() : std::ranges::contains(codes, kialiCode);
}

} // namespace meshdraft::checks
