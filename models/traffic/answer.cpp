// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/answer.h"

#include "models/traffic/request.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace meshdraft::traffic {

std::string_view protocolName(Protocol protocol)
{
    static constexpr std::array<std::string_view, 4> names{"http", "http2", "grpc", "tcp"};
    return names[static_cast<std::size_t>(protocol)];
}

std::string_view verdictName(Verdict verdict)
{
    static constexpr std::array<std::string_view, verdictCount> names{
        "unknown",    "routed",          "passthrough",     "redirected",        "direct_response",
        "aborted",    "denied",          "unauthenticated", "no_listener",       "no_virtual_host",
        "no_route",   "no_filter_chain", "tls_mismatch",    "protocol_mismatch", "blocked",
        "no_cluster", "no_subset",       "no_endpoints",    "connect_failure",   "mixed"};
    return names[static_cast<std::size_t>(verdict)];
}

bool isDelivered(Verdict verdict)
{
    return verdict == Verdict::Routed || verdict == Verdict::Passthrough;
}

std::string_view stageName(Stage stage)
{
    static constexpr std::array<std::string_view, stageCount> names{
        "caller",  "import",    "listener", "server",         "virtual_host", "route",
        "cluster", "endpoints", "inbound",  "authentication", "authorization"};
    return names[static_cast<std::size_t>(stage)];
}

std::string_view wireName(Wire wire)
{
    static constexpr std::array<std::string_view, 4> names{"unknown", "plaintext", "tls", "mtls"};
    return names[static_cast<std::size_t>(wire)];
}

bool Answer::isUncertain() const
{
    return std::ranges::any_of(steps, &Step::isUnknown);
}

bool sameOutcome(const Answer& one, const Answer& other)
{
    constexpr double tolerance = 1e-6;
    const auto sameShare = [](const Share& left, const Share& right) {
        const auto sameServer = [](const Server& a, const Server& b) {
            return a.key == b.key && a.verdict == b.verdict;
        };
        return left.host == right.host && left.port == right.port && left.subset == right.subset
            && std::abs(left.percent - right.percent) < tolerance && left.verdict == right.verdict
            && left.flag == right.flag && left.details == right.details && left.status == right.status
            && left.wire == right.wire && std::ranges::equal(left.servers, right.servers, sameServer);
    };
    const auto sameMirror = [](const Mirror& left, const Mirror& right) {
        return left.host == right.host && left.port == right.port && left.subset == right.subset
            && std::abs(left.percent - right.percent) < tolerance;
    };
    const auto sameEffort = [](const Effort& left, const Effort& right) {
        return left.timeout == right.timeout && left.retries == right.retries
            && left.perTryTimeout == right.perTryTimeout && left.retryOn == right.retryOn;
    };
    return one.verdict == other.verdict && std::ranges::equal(one.shares, other.shares, sameShare)
        && std::ranges::equal(one.mirrors, other.mirrors, sameMirror) && sameEffort(one.effort, other.effort)
        && one.isUncertain() == other.isUncertain();
}

bool sameFate(const Answer& one, const Answer& other)
{
    return sameOutcome(one, other) && std::ranges::is_permutation(one.otherwise, other.otherwise, sameOutcome);
}

} // namespace meshdraft::traffic
