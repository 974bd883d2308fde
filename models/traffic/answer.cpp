// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/answer.h"

#include "models/mesh/schema.h"
#include "models/traffic/request.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

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

bool isRefused(const Answer& answer)
{
    return !answer.shares.empty() && std::ranges::all_of(answer.shares, [](const Share& share) {
        switch (share.verdict) {
        case Verdict::Unknown:
        case Verdict::Routed:
        case Verdict::Passthrough:
        case Verdict::Redirected:
        case Verdict::DirectResponse:
        case Verdict::Mixed:
            return false;
        default:
            return true;
        }
    });
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

namespace {

/// What a share means to whoever sends requests.
using Part = std::tuple<std::string_view, std::uint32_t, std::string_view, Verdict, std::string_view, int, Wire,
                        std::vector<std::pair<mesh::ResourceKey, Verdict>>>;

/// Shares of the same put together, in any order.
std::map<Part, double> partsOf(const Answer& answer)
{
    std::map<Part, double> parts;
    for (const Share& share : answer.shares) {
        std::vector<std::pair<mesh::ResourceKey, Verdict>> servers;
        for (const Server& server : share.servers)
            servers.emplace_back(server.key, server.verdict);
        std::ranges::sort(servers);
        parts[Part(share.host, share.port, share.subset, share.verdict, share.flag, share.status, share.wire,
                   std::move(servers))] += share.percent;
    }
    return parts;
}

std::map<std::tuple<std::string_view, std::uint32_t, std::string_view>, double> mirrorsOf(const Answer& answer)
{
    std::map<std::tuple<std::string_view, std::uint32_t, std::string_view>, double> mirrors;
    for (const Mirror& mirror : answer.mirrors)
        mirrors[{mirror.host, mirror.port, mirror.subset}] += mirror.percent;
    return mirrors;
}

bool sameDuration(const std::string& one, const std::string& other)
{
    return one == other || (mesh::secondsOf(one) && mesh::secondsOf(one) == mesh::secondsOf(other));
}

/// How a request is refused, where all of it is and in one way.
std::optional<std::tuple<Verdict, std::string_view, int>> refusalOf(const Answer& answer)
{
    if (!isRefused(answer))
        return std::nullopt;
    const Share& first = answer.shares.front();
    const bool isOne = std::ranges::all_of(answer.shares, [&first](const Share& share) {
        return share.verdict == first.verdict && share.flag == first.flag && share.status == first.status;
    });
    return isOne ? std::optional(std::tuple(first.verdict, std::string_view(first.flag), first.status)) : std::nullopt;
}

bool sameWay(const Answer& one, const Answer& other)
{
    constexpr double tolerance = 1e-6;
    const auto same = [](const auto& left, const auto& right) {
        return left.first == right.first && std::abs(left.second - right.second) < tolerance;
    };
    // whoever is refused does not see which split it would have been
    if (const auto refusal = refusalOf(one); refusal && refusal == refusalOf(other))
        return one.isUncertain() == other.isUncertain() && std::ranges::equal(mirrorsOf(one), mirrorsOf(other), same);
    return one.verdict == other.verdict && one.isUncertain() == other.isUncertain()
        && std::ranges::equal(partsOf(one), partsOf(other), same)
        && std::ranges::equal(mirrorsOf(one), mirrorsOf(other), same)
        && sameDuration(one.effort.timeout, other.effort.timeout) && one.effort.retries == other.effort.retries
        && sameDuration(one.effort.perTryTimeout, other.effort.perTryTimeout)
        && one.effort.retryOn == other.effort.retryOn;
}

} // namespace

bool sameFate(const Answer& one, const Answer& other)
{
    return sameWay(one, other) && std::ranges::is_permutation(one.otherwise, other.otherwise, sameWay);
}

} // namespace meshdraft::traffic
