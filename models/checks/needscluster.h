// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <string_view>

namespace meshdraft::checks {

/// One of Istio's analyzers that asks a running cluster, so that files can answer part of it at most.
struct ClusterAnalyzer {
    std::string_view analyzer; ///< as Istio names it
    std::string_view code;
    std::string_view check; ///< the check that answers what files can tell; empty: none
};

/// In the order of their codes.
std::span<const ClusterAnalyzer> clusterAnalyzers();

} // namespace meshdraft::checks
