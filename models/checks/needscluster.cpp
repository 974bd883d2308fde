// SPDX-License-Identifier: Apache-2.0
#include "models/checks/needscluster.h"

#include <array>

namespace meshdraft::checks {

std::span<const ClusterAnalyzer> clusterAnalyzers()
{
    static constexpr auto table = std::to_array<ClusterAnalyzer>({
        {"injection.ImageAnalyzer", "IST0158", "proxy-image"},
        {"multicluster.ServiceAnalyzer", "IST0170", ""},
        {"conditions.ConditionAnalyzer", "IST0171", "status-condition"},
    });
    return table;
}

} // namespace meshdraft::checks
