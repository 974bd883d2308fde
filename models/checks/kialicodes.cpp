// SPDX-License-Identifier: Apache-2.0
#include "models/checks/kialicodes.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

std::span<const KialiCode> kialiCodes()
{
    static constexpr auto table = std::to_array<KialiCode>({
        {"KIA0002", "IST0111", "sidecar-selector"},
        {"KIA0002", "IST0160", "telemetry-selector"},
        {"KIA0003", "IST0110", "sidecar-selector"},
        {"KIA0003", "IST0159", "telemetry-selector"},
        {"KIA0004", "IST0101", "sidecar-selector"},
        {"KIA0004", "IST0101", "telemetry-selector"},
        {"KIA0004", "IST0127", "policy-workload"},
        {"KIA0005", "MD140", "export-namespace"},
        {"KIA0101", "IST0101", "policy-namespace"},
        {"KIA0102", "MD141", "policy-operation"},
        {"KIA0104", "MD142", "policy-operation"},
        {"KIA0105", "MD143", "policy-identity"},
        {"KIA0106", "MD144", "policy-principal"},
        {"KIA0107", "", ""}, // an account of another cluster
        {"KIA0108", "MD144", "policy-principal"},
        {"KIA0109", "MD158", "ambient-policy"},
        {"KIA0110", "MD158", "ambient-policy"},
        {"KIA0201", "MD145", "rule-conflict"},
        {"KIA0202", "IST0174", "dangling-rule-host"},
        {"KIA0203", "IST0173", "subset-workload"},
        {"KIA0204", "MD148", "rule-tls"},
        {"KIA0205", "MD147", "peer-rule"},
        {"KIA0206", "MD147", "rule-tls"},
        {"KIA0207", "MD146", "rule-tls"},
        {"KIA0208", "MD146", "peer-rule"},
        {"KIA0209", "MD149", "subset-labels"},
        {"KIA0210", "", ""}, // DestinationRules in ambient mode are not judged
        {"KIA0211", "", ""},
        {"KIA0212", "", ""},
        {"KIA0301", "IST0145", "conflicting-gateway"},
        {"KIA0302", "IST0101", "gateway-selector"},
        {"KIA0401", "MD148", "peer-rule"},
        {"KIA0501", "MD148", "peer-rule"},
        {"KIA0505", "MD147", "peer-rule"},
        {"KIA0506", "MD147", "peer-rule"},
        {"KIA0601", "IST0118", "port-name"},
        {"KIA0602", "IST0118", "port-name"},
        {"KIA0701", "MD157", "service-port"},
        {"KIA1004", "MD150", "sidecar-hosts"},
        {"KIA1006", "MD151", "sidecar-hosts"},
        {"KIA1007", "", ""}, // an empty mode is Istio's default
        {"KIA1101", "IST0101", "dangling-host"},
        {"KIA1102", "IST0101", "dangling-gateway"},
        {"KIA1102", "MD173", "match-gateway"},
        {"KIA1104", "MD152", "route-weights"},
        {"KIA1105", "MD153", "route-weights"},
        {"KIA1106", "IST0109", "conflicting-host"},
        {"KIA1107", "IST0101", "dangling-subset"},
        {"KIA1108", "MD154", "gateway-name"},
        {"KIA1109", "MD158", "ambient-policy"},
        {"KIA1110", "MD158", "ambient-policy"},
        {"KIA1111", "MD158", "ambient-policy"},
        {"KIA1112", "", ""}, // ztunnel heeds parts of a Telemetry
        {"KIA1113", "", ""}, // a Service outside of ambient mode has sidecars, or none
        {"KIA1114", "", ""},
        {"KIA1115", "MD158", "ambient-policy"},
        {"KIA1116", "MD158", "ambient-policy"},
        {"KIA1117", "", ""},
        {"KIA1211", "MD155", "entry-duplicate"},
        {"KIA1212", "IST0177", "entry-protocol"},
        {"KIA1301", "", ""}, // off in Kiali, too
        {"KIA1311", "IST0123", "namespace-injection"},
        {"KIA1311", "MD158", "ambient-policy"},
        {"KIA1312", "", ""}, // the label is legal before the namespace is enrolled
        {"KIA1313", "MD158", "ambient-policy"},
        {"KIA1314", "", ""}, // what a running pod has
        {"KIA1315", "MD158", "ambient-policy"},
        {"KIA1316", "", ""}, // sidecars may stand beside ambient pods
        {"KIA1317", "MD158", "ambient-policy"},
        {"KIA1401", "IST0101", "dangling-gateway"},
        {"KIA1402", "IST0101", "dangling-host"},
        {"KIA1501", "", ""}, // each Gateway of the Gateway API has an address of its own
        {"KIA1502", "", ""},
        {"KIA1503", "", ""}, // the API server refuses it
        {"KIA1504", "", ""}, // a list of Kiali's own
        {"KIA1601", "MD156", "grant-namespace"},
        {"KIA1701", "MD159", "workload-group"},
        {"KIA1702", "MD159", "workload-group"},
    });
    return table;
}

std::vector<std::string> kialiCodesOf(std::string_view code)
{
    std::vector<std::string> codes;
    for (const KialiCode& row : kialiCodes()) {
        if (row.code == code && !std::ranges::contains(codes, row.kiali))
            codes.emplace_back(row.kiali);
    }
    return codes;
}

} // namespace meshdraft::checks
