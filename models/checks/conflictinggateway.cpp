// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <set>

namespace meshdraft::checks {

namespace {

/// Whether two Gateways stand in one pod: their selectors are equal, or the pods of the narrower one are there.
bool meet(const mesh::MeshGraph& graph, const mesh::Labels& one, const mesh::Labels& other, mesh::Lookups* asked)
{
    if (one == other)
        return true;
    const bool oneIsNarrower = includesLabels(one, other);
    if (!oneIsNarrower && !includesLabels(other, one))
        return false;
    return !gatewayPodsOf(graph, oneIsNarrower ? one : other, asked).isEmpty();
}

std::string_view bindOf(const mesh::Resource& resource, const mesh::Gateway::Server& server)
{
    return resource.node(server.node)["bind"].value();
}

/// Whether a Gateway has a server for a host at the same port and address.
bool hasServer(const mesh::Resource& theirs, const std::string& host, const mesh::Resource& mine,
               const mesh::Gateway::Server& server)
{
    return std::ranges::any_of(istioGateway(theirs)->servers, [&](const mesh::Gateway::Server& other) {
        return other.port.number.value == server.port.number.value
            && std::ranges::contains(other.hosts, host, &mesh::Field<std::string>::value)
            && bindOf(mine, server) == bindOf(theirs, other);
    });
}

/// A second text of a Gateway, whose namespace one of them leaves open, is no other Gateway.
bool areSame(const mesh::Resource& one, const mesh::Resource& other)
{
    return one.key == other.key
        || (one.key.name == other.key.name && (one.hasGuessedNamespace() || other.hasGuessedNamespace()));
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const mesh::Gateway* gateway = istioGateway(resource);
    if (gateway == nullptr)
        return;
    for (const mesh::Gateway::Server& server : gateway->servers) {
        if (!server.port.number.isPresent())
            continue;
        const std::string port = std::to_string(server.port.number.value);
        std::set<std::string> names;
        std::set<std::string> hosts;
        for (const mesh::Field<std::string>& host : server.hosts) {
            const std::string name = port + "\n" + host.value;
            for (const mesh::ResourceIndex each : graph.answers(mesh::Question::GatewayPort, name, report.asked())) {
                const mesh::Resource& other = graph.at(each);
                report.asked()->add(mesh::Question::Content, other.key);
                if (areSame(resource, other) || !hasServer(other, host.value, resource, server)
                    || !meet(graph, gateway->selector, istioGateway(other)->selector, report.asked()))
                    continue;
                names.insert(fullName(other));
                hosts.insert(host.value);
            }
        }
        if (!names.empty()) {
            const std::vector<std::string> others(names.begin(), names.end());
            const std::vector<std::string> all(hosts.begin(), hosts.end());
            report.add(findingAt(resource, server.port.number.node, "IST0145", Severity::Error,
                                 message::conflictingGateway, {joinedNames(others), port, joinedNames(all)}));
        }
    }
}

} // namespace

/// Gateways of the same pods with the same port and host: only one of them is taken (Istio's analyzer
/// gateway.ConflictingGatewayAnalyzer).
Check conflictingGateway()
{
    return {{"conflicting-gateway", kindsWith({"Gateway"}), {"IST0145"}}, check};
}

} // namespace meshdraft::checks
