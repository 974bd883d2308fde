// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"
#include "models/checks/semantics.h"

#include <algorithm>

namespace meshdraft::checks {

using mesh::ResourceIndex;

namespace {

constexpr std::size_t longestChain = 6;
constexpr int mostVisits = 32; ///< of VirtualServices, where calls spread far
constexpr std::int64_t many = 9; ///< three retries at two places

/// The fewest retries that a route of a VirtualService writes down; 0 where one says nothing of them.
std::int64_t retriesOf(const mesh::RouteTable& table)
{
    std::int64_t fewest = -1;
    for (const mesh::Route& route : table.routes) {
        if (sendsRequests(route) && (fewest < 0 || route.retryAttempts.value < fewest))
            fewest = std::max<std::int64_t>(route.retryAttempts.value, 0);
    }
    return std::clamp<std::int64_t>(fewest, 0, 1000);
}

/// Follows the declared calls from a VirtualService on, while each has retries, until they have multiplied to many.
class Chain {
public:
    Chain(const mesh::MeshGraph& graph, mesh::Lookups* asked)
        : m_graph(graph)
        , m_asked(asked)
    {
    }

    bool follow(ResourceIndex routes, std::int64_t product)
    {
        const std::int64_t retries = retriesOf(*istioRoutes(m_graph.at(routes)));
        if (retries < 1 || m_path.size() == longestChain || ++m_visits > mostVisits
            || std::ranges::contains(m_path, routes))
            return false;
        product *= std::min(retries, many);
        m_path.push_back(routes);
        if (m_path.size() > 1 && product >= many)
            return true;
        bool isFound = false;
        forEachServer(m_graph, routes, m_asked, [&](ResourceIndex workload) {
            if (isFound)
                return;
            for (const DeclaredCall& call : callsOf(m_graph, workload, m_asked)) {
                const ResourceIndex next = meshRoutesFor(m_graph, call.host, m_asked);
                isFound = isFound || (next != mesh::noResource && follow(next, product));
            }
        });
        if (!isFound)
            m_path.pop_back();
        return isFound;
    }

    std::string text() const
    {
        std::string text;
        for (const ResourceIndex each : m_path)
            text.append(text.empty() ? "" : " > ").append(fullName(m_graph.at(each)));
        return text;
    }
    /// At the last one, for one at the first.
    std::int64_t requests() const
    {
        std::int64_t requests = 1;
        for (const ResourceIndex each : m_path)
            requests *= retriesOf(*istioRoutes(m_graph.at(each))) + 1;
        return requests;
    }

private:
    const mesh::MeshGraph& m_graph;
    mesh::Lookups* m_asked;
    std::vector<ResourceIndex> m_path;
    int m_visits = 0;
};

void check(const mesh::MeshGraph& graph, ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const mesh::RouteTable* table = istioRoutes(resource);
    if (table == nullptr || retriesOf(*table) < 1)
        return;
    Chain chain(graph, report.asked());
    if (!chain.follow(index, 1))
        return;
    const auto route = std::ranges::find_if(table->routes, sendsRequests);
    report.add(findingAt(resource, route->retryAttempts.node, "MD112", Severity::Warning, message::retryChain,
                         {chain.text(), std::to_string(chain.requests())}));
}

} // namespace

/// Retries along a chain of declared calls, which multiply (Istio, HTTPRetry.attempts).
Check retryChain()
{
    return {{"retry-chain",
             kindsWith({"AuthorizationPolicy", "Service", "ServiceEntry", "Sidecar", "VirtualService"}),
             {"MD112"}},
            check};
}

} // namespace meshdraft::checks
