// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

#include "models/mesh/hostnames.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

/// One request at a time is no limit that anybody plans for more than a trial.
constexpr std::int64_t lowest = 1;

/// Whether many requests go over one connection: HTTP/2, as the pool or the ports of the Service say.
bool isMultiplexed(NodeRef pool, const mesh::Resource* host)
{
    const NodeRef http = pool["http"].resolved();
    if (http["h2UpgradePolicy"].value() == "UPGRADE" || http["http2MaxRequests"].isValid())
        return true;
    const auto* service = host != nullptr ? std::get_if<mesh::Service>(&host->body) : nullptr;
    return service == nullptr || std::ranges::any_of(service->ports, [](const mesh::Port& port) {
               return port.name.value.starts_with("grpc") || port.name.value.starts_with("http2")
                   || port.protocol.value.starts_with("grpc") || port.protocol.value.starts_with("GRPC")
                   || port.protocol.value == "http2" || port.protocol.value == "HTTP2"
                   || port.protocol.value == "kubernetes.io/h2c";
           });
}

void checkPool(const mesh::Resource& resource, NodeRef pool, const mesh::Resource* host, Report& report)
{
    const std::string& name = std::get<mesh::DestinationRule>(resource.body).host.value;
    const NodeRef http = pool["http"].resolved();
    constexpr auto fields = std::to_array<std::string_view>({"http1MaxPendingRequests", "http2MaxRequests"});
    for (const std::string_view field : fields) {
        const NodeRef value = http[field];
        if (value.resolved().toInt() == lowest) { // said once a pool
            report.add(findingAt(resource, value.id(), "MD114", Severity::Warning, message::poolLow,
                                 {std::string(field), name}));
            return;
        }
    }
    const NodeRef connections = pool["tcp"].resolved()["maxConnections"];
    if (connections.resolved().toInt() == lowest && !isMultiplexed(pool, host)) {
        report.add(findingAt(resource, connections.id(), "MD114", Severity::Info, message::poolSingle, {name}));
    }
}

void checkPolicy(const mesh::Resource& resource, NodeRef policy, const mesh::Resource* host, Report& report)
{
    checkPool(resource, policy["connectionPool"].resolved(), host, report);
    for (const NodeRef& port : policy["portLevelSettings"].resolved().items())
        checkPool(resource, port.resolved()["connectionPool"].resolved(), host, report);
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    if (!std::holds_alternative<mesh::DestinationRule>(resource.body))
        return;
    const mesh::Resource* host = nullptr;
    for (const mesh::Reference& reference : graph.referencesFrom(index)) {
        if (reference.type == mesh::ReferenceType::AppliesTo && reference.to != mesh::noResource) {
            host = &graph.at(reference.to);
            report.asked()->add(mesh::Question::Content, host->key);
        }
    }
    const NodeRef spec = resource.rootNode()["spec"].resolved();
    checkPolicy(resource, spec["trafficPolicy"].resolved(), host, report);
    for (const NodeRef& subset : spec["subsets"].resolved().items())
        checkPolicy(resource, subset.resolved()["trafficPolicy"].resolved(), host, report);
}

} // namespace

/// A connection pool so small that the second request at a time overflows it (Istio, ConnectionPoolSettings; Envoy,
/// circuit breaking).
Check connectionPool()
{
    return {{"connection-pool", {"DestinationRule", "Service", "ServiceEntry"}, {"MD114"}}, check};
}

} // namespace meshdraft::checks
