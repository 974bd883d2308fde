// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/filterchain.h"

#include "models/traffic/ipaddress.h"

#include <algorithm>
#include <numeric>

namespace meshdraft::traffic {

const std::vector<std::string> istioHttpAlpn{"istio-http/1.0", "istio-http/1.1", "istio-h2"};
const std::vector<std::string> istioTcpAlpn{"istio-peer-exchange", "istio"};
const std::vector<std::string> plainHttpAlpn{"http/1.0", "http/1.1", "h2c"};

namespace {

constexpr int noMatch = -1;
constexpr int anyMatch = 0;

/// How well a list of alternatives fits; an empty list fits everything, and worst.
template <typename Fit> int bestOf(const std::vector<std::string>& alternatives, const Fit& fit)
{
    if (alternatives.empty())
        return anyMatch;
    int best = noMatch;
    for (const std::string& alternative : alternatives)
        best = std::max(best, fit(alternative));
    return best;
}

int fitOfSubnet(const FilterChain& chain, const Connection& connection)
{
    const auto address = IpNetwork::parse(connection.address);
    return bestOf(chain.subnets, [&](const std::string& subnet) {
        const auto network = IpNetwork::parse(subnet);
        return network && address && network->contains(*address) ? network->length + 1 : noMatch;
    });
}

int fitOfSni(const FilterChain& chain, const Connection& connection)
{
    return bestOf(chain.sniHosts, [&](const std::string& pattern) {
        if (pattern == "*")
            return anyMatch;
        if (connection.sni.empty() || !meetsSni(pattern, connection.sni))
            return noMatch;
        constexpr int exact = 1 << 16;
        return pattern.starts_with('*') ? static_cast<int>(pattern.size()) : exact;
    });
}

int fitOfTransport(const FilterChain& chain, const Connection& connection)
{
    if (chain.transport == Transport::Any)
        return anyMatch;
    return (chain.transport == Transport::Tls) == connection.isTls ? 1 : noMatch;
}

int fitOfApplication(const FilterChain& chain, const Connection& connection)
{
    return bestOf(chain.applications, [&](const std::string& application) {
        return std::ranges::contains(connection.applications, application) ? 1 : noMatch;
    });
}

} // namespace

bool meetsSni(std::string_view pattern, std::string_view name)
{
    if (pattern == "*" || pattern == name)
        return true;
    return pattern.starts_with("*.") && name.size() >= pattern.size() && name.ends_with(pattern.substr(1));
}

std::optional<std::size_t> chooseChain(std::span<const FilterChain> chains, const Connection& connection)
{
    std::vector<std::size_t> left(chains.size());
    std::iota(left.begin(), left.end(), std::size_t{0});
    for (const auto fit : {fitOfSubnet, fitOfSni, fitOfTransport, fitOfApplication}) {
        int best = noMatch;
        for (const std::size_t index : left)
            best = std::max(best, fit(chains[index], connection));
        std::erase_if(left,
                      [&](std::size_t index) { return best == noMatch || fit(chains[index], connection) != best; });
    }
    return left.empty() ? std::nullopt : std::optional(left.front());
}

} // namespace meshdraft::traffic
