// SPDX-License-Identifier: Apache-2.0
#include "models/matrix/settings.h"

#include "models/changes/fieldpattern.h"

#include <algorithm>
#include <array>

namespace meshdraft::matrix {

namespace {

using enum SettingGroup;

constexpr std::array table = std::to_array<Setting>({
    {"host.kind", Host, RowRule::Differs},
    {"host.gateways", Host},
    {"route.weights", Routes},
    {"route.timeout", Routes},
    {"route.retries.attempts", Routes},
    {"route.retries.perTryTimeout", Routes},
    {"route.retries.retryOn", Routes},
    {"route.mirror", Routes},
    {"route.fault", Routes},
    {"pool.tcp.maxConnections", Pool, RowRule::Written, "connectionPool.tcp.maxConnections"},
    {"pool.tcp.connectTimeout", Pool, RowRule::Written, "connectionPool.tcp.connectTimeout"},
    {"pool.tcp.idleTimeout", Pool, RowRule::Written, "connectionPool.tcp.idleTimeout"},
    {"pool.http.http1MaxPendingRequests", Pool, RowRule::Written, "connectionPool.http.http1MaxPendingRequests"},
    {"pool.http.http2MaxRequests", Pool, RowRule::Written, "connectionPool.http.http2MaxRequests"},
    {"pool.http.maxRequestsPerConnection", Pool, RowRule::Written, "connectionPool.http.maxRequestsPerConnection"},
    {"pool.http.maxRetries", Pool, RowRule::Written, "connectionPool.http.maxRetries"},
    {"pool.http.idleTimeout", Pool, RowRule::Written, "connectionPool.http.idleTimeout"},
    {"pool.http.maxConcurrentStreams", Pool, RowRule::Written, "connectionPool.http.maxConcurrentStreams"},
    {"outlier.consecutive5xxErrors", Outliers, RowRule::Written, "outlierDetection.consecutive5xxErrors"},
    {"outlier.consecutiveGatewayErrors", Outliers, RowRule::Written, "outlierDetection.consecutiveGatewayErrors"},
    {"outlier.consecutiveLocalOriginFailures", Outliers, RowRule::Written,
     "outlierDetection.consecutiveLocalOriginFailures"},
    {"outlier.interval", Outliers, RowRule::Written, "outlierDetection.interval"},
    {"outlier.baseEjectionTime", Outliers, RowRule::Written, "outlierDetection.baseEjectionTime"},
    {"outlier.maxEjectionPercent", Outliers, RowRule::Written, "outlierDetection.maxEjectionPercent"},
    {"outlier.minHealthPercent", Outliers, RowRule::Written, "outlierDetection.minHealthPercent"},
    {"balancer.simple", Balancer, RowRule::Written, "loadBalancer.simple"},
    {"balancer.consistentHash", Balancer, RowRule::Written, "loadBalancer.consistentHash"},
    {"tls.mode", Tls, RowRule::Written, "tls.mode"},
    {"subset.labels", Subsets},
    {"mtls.mode", Workloads, RowRule::Always},
    {"proxy.kind", Workloads, RowRule::Always},
    {"proxy.revision", Workloads},
    {"workload.replicas", Workloads},
});

} // namespace

std::span<const Setting> settings()
{
    return table;
}

bool isAsked(std::string_view id, std::span<const std::string> patterns)
{
    return patterns.empty()
        || std::ranges::any_of(patterns, [&](const std::string& pattern) { return changes::globMatches(pattern, id); });
}

bool isSettingPattern(std::string_view pattern)
{
    return std::ranges::any_of(table,
                               [&](const Setting& setting) { return changes::globMatches(pattern, setting.id); });
}

} // namespace meshdraft::matrix
