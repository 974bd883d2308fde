// SPDX-License-Identifier: Apache-2.0
#include "models/topology/factsource.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace meshdraft::topology {

namespace effective = mesh::effective;

namespace {

/// What the client sends against what the server takes.
EdgeSecurity judge(const EdgeFact& fact)
{
    using effective::ClientTls;
    using effective::PeerMode;
    const bool takesOnlyMutual = fact.hasServer && !fact.serversDiffer && fact.server == PeerMode::Strict;
    const bool takesOnlyPlain = fact.hasServer && !fact.serversDiffer && fact.server == PeerMode::Disable;
    switch (fact.client) {
    case ClientTls::Plaintext:
        return takesOnlyMutual ? EdgeSecurity::Refused : EdgeSecurity::Plaintext;
    case ClientTls::Simple:
        return EdgeSecurity::Tls;
    case ClientTls::Mutual:
    case ClientTls::IstioMutual:
        return takesOnlyPlain ? EdgeSecurity::Refused : EdgeSecurity::Mutual;
    case ClientTls::PerEndpoint:
        return EdgeSecurity::PerEndpoint;
    case ClientTls::Unknown:
        break;
    }
    return EdgeSecurity::Unknown;
}

class EdgeFactFinder {
public:
    EdgeFactFinder(const FactSource& source, const Topology& whole, Facts& facts)
        : m_source(source)
        , m_whole(whole)
        , m_facts(facts)
        , m_tableOf(whole.nodes.size(), -1)
        , m_gatewayOf(whole.nodes.size(), -1)
        , m_workloads(whole.nodes.size())
    {
        for (const Edge& edge : whole.edges) {
            if (edge.type == EdgeType::Contains)
                m_tableOf[edge.to] = static_cast<std::int32_t>(edge.from);
            if (edge.type == EdgeType::Exposes && m_gatewayOf[edge.to] < 0
                && whole.nodes[edge.from].type == NodeType::Gateway)
                m_gatewayOf[edge.to] = static_cast<std::int32_t>(edge.from);
            if (edge.type == EdgeType::Selects)
                m_workloads[edge.from].push_back({edge.fromRow, edge.to});
        }
    }

    void run(const std::stop_token& stop)
    {
        for (const Edge& edge : m_whole.edges) {
            if (stop.stop_requested())
                return;
            if ((edge.type == EdgeType::Routes || edge.type == EdgeType::Mirrors) && m_tableOf[edge.from] >= 0
                && edge.state != State::Removed)
                m_facts.edges[edge.id] = factOf(edge);
        }
    }

private:
    /// Ports and names of the destination as the route writes them.
    struct Written {
        const mesh::Route* route = nullptr;
        const mesh::Destination* destination = nullptr;
    };

    Written writtenOf(const Edge& edge, mesh::ResourceIndex table) const
    {
        const mesh::Resource& resource = m_source.view.at(table);
        const auto* routes = std::get_if<mesh::RouteTable>(&resource.body);
        if (routes == nullptr)
            return {};
        const source::NodeRef node = edge.element.field.resolve(resource.rootNode());
        for (const mesh::Route& route : routes->routes) {
            for (const auto* list : {&route.destinations, &route.mirrors}) {
                for (const mesh::Destination& destination : *list) {
                    if (node.isValid() && destination.node == node.id())
                        return {&route, &destination};
                }
            }
        }
        return {};
    }

    EdgeFact factOf(const Edge& edge)
    {
        EdgeFact fact;
        const auto tableNode = static_cast<std::uint32_t>(m_tableOf[edge.from]);
        const mesh::ResourceIndex table = m_source.indexOf(tableNode);
        const mesh::ResourceIndex target = m_source.indexOf(edge.to);
        if (table == mesh::noResource)
            return fact;
        const Written written = writtenOf(edge, table);
        if (written.destination == nullptr)
            return fact;
        const std::uint32_t port = portOf(target, *written.destination);
        fact.protocol = protocolOf(target, *written.route, port);
        const effective::Client& client = clientOf(tableNode, fact.caller);
        fillClient(fact, client, edge, *written.destination, port);
        fillServer(fact, edge, target, port);
        fact.security = judge(fact);
        return fact;
    }

    /// The port that is written, else the only one there is.
    std::uint32_t portOf(mesh::ResourceIndex target, const mesh::Destination& destination) const
    {
        if (destination.port.isPresent())
            return destination.port.value;
        const std::vector<mesh::Port>* ports = portsOf(target);
        return ports != nullptr && ports->size() == 1 ? ports->front().number.value : 0;
    }

    const std::vector<mesh::Port>* portsOf(mesh::ResourceIndex target) const
    {
        if (target == mesh::noResource)
            return nullptr;
        const mesh::Body& body = m_source.view.at(target).body;
        if (const auto* service = std::get_if<mesh::Service>(&body))
            return &service->ports;
        const auto* entry = std::get_if<mesh::ServiceEntry>(&body);
        return entry == nullptr ? nullptr : &entry->ports;
    }

    std::string protocolOf(mesh::ResourceIndex target, const mesh::Route& route, std::uint32_t port) const
    {
        std::string protocol;
        if (const std::vector<mesh::Port>* ports = portsOf(target)) {
            const auto it =
                std::ranges::find_if(*ports, [&](const mesh::Port& each) { return each.number.value == port; });
            if (it != ports->end()) {
                // An appProtocol, a ServiceEntry's protocol, else the prefix of the port's name.
                protocol = it->protocol.value;
                if (protocol.empty())
                    protocol = it->name.value.substr(0, it->name.value.find('-'));
            }
        }
        if (protocol.empty())
            protocol = mesh::protocolName(route.protocol);
        std::ranges::transform(protocol, protocol.begin(),
                               [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
        return port == 0 ? protocol : protocol + " " + std::to_string(port);
    }

    /// Pods of the gateway that exposes the table; some pod with a sidecar in its namespace where none does.
    const effective::Client& clientOf(std::uint32_t table, std::string& name)
    {
        const std::int32_t gateway = m_gatewayOf[table];
        const std::uint32_t key = gateway < 0 ? table : static_cast<std::uint32_t>(gateway);
        const Node& node = m_whole.nodes[key];
        name = (gateway < 0 ? "pods of " : "gateway " + node.element.key.ns + "/")
            + (gateway < 0 ? node.element.key.ns : node.element.key.name);
        const auto [it, isNew] = m_clients.try_emplace(key);
        if (!isNew)
            return it->second;
        it->second.ns = node.element.key.ns;
        if (gateway < 0)
            return it->second;
        const mesh::ResourceIndex index = m_source.indexOf(key);
        const auto* body =
            index == mesh::noResource ? nullptr : std::get_if<mesh::Gateway>(&m_source.view.at(index).body);
        if (body != nullptr && !body->selector.empty()) {
            const std::vector<mesh::ResourceIndex> pods = m_source.view.graph().workloadsAnywhere(body->selector);
            if (!pods.empty())
                it->second = effective::clientOf(m_source.view, pods.front());
        }
        return it->second;
    }

    void fillClient(EdgeFact& fact, const effective::Client& client, const Edge& edge,
                    const mesh::Destination& destination, std::uint32_t port)
    {
        const Node& to = m_whole.nodes[edge.to];
        const std::string& ns =
            destination.backendNamespace.empty() ? edge.element.key.ns : destination.backendNamespace;
        const std::string host = to.type == NodeType::Service
            ? m_source.view.serviceHost(to.element.key.name, to.element.key.ns)
            : m_source.view.fullHost(destination.host.value, ns);
        const auto [it, isNew] =
            m_answers.try_emplace({&client, host, port, destination.subset.value}, effective::ClientTlsAnswer());
        if (isNew)
            it->second = effective::clientTls(m_source.view, client, host, port, destination.subset.value);
        const auto& answer = it->second.first();
        fact.client = answer.value;
        fact.clientReason = answer.reason;
        if (!answer.sources.empty())
            fact.clientWhere = m_source.locate(answer.sources.front());
    }

    void fillServer(EdgeFact& fact, const Edge& edge, mesh::ResourceIndex target, std::uint32_t port)
    {
        const auto* service =
            target == mesh::noResource ? nullptr : std::get_if<mesh::Service>(&m_source.view.at(target).body);
        for (const auto& [row, node] : m_workloads[edge.to]) {
            if (edge.toRow >= 0 && row != edge.toRow)
                continue;
            const mesh::ResourceIndex workload = m_source.indexOf(node);
            const auto* body =
                workload == mesh::noResource ? nullptr : std::get_if<mesh::Workload>(&m_source.view.at(workload).body);
            if (body == nullptr)
                continue;
            const auto own =
                service == nullptr || port == 0 ? std::nullopt : effective::workloadPort(*service, port, *body);
            const effective::ServerMtls& answer = serverOf(workload, own);
            // Without a proxy nothing is enforced: the client's side says all.
            if (answer.note == effective::PeerNote::NoProxy)
                continue;
            if (fact.hasServer && answer.first().value != fact.server)
                fact.serversDiffer = true;
            if (!fact.hasServer) {
                fact.server = answer.first().value;
                fact.serverReason = answer.first().reason;
                if (!answer.first().sources.empty())
                    fact.serverWhere = m_source.locate(answer.first().sources.front());
            }
            fact.hasServer = true;
        }
    }

    const effective::ServerMtls& serverOf(mesh::ResourceIndex workload, std::optional<std::uint32_t> port)
    {
        const auto [it, isNew] = m_servers.try_emplace({workload, port.value_or(0)});
        if (isNew)
            it->second = effective::serverMtls(m_source.view, workload, port);
        return it->second;
    }

    const FactSource& m_source;
    const Topology& m_whole;
    Facts& m_facts;
    std::vector<std::int32_t> m_tableOf; ///< route -> its table
    std::vector<std::int32_t> m_gatewayOf; ///< table -> the first gateway that exposes it
    std::vector<std::vector<std::pair<std::int32_t, std::uint32_t>>> m_workloads; ///< service -> row, workload
    std::map<std::uint32_t, effective::Client> m_clients;
    std::map<std::tuple<const effective::Client*, std::string, std::uint32_t, std::string>, effective::ClientTlsAnswer>
        m_answers;
    std::map<std::pair<mesh::ResourceIndex, std::uint32_t>, effective::ServerMtls> m_servers;
};

} // namespace

void findEdgeFacts(const FactSource& source, const Topology& whole, Facts& facts, const std::stop_token& stop)
{
    EdgeFactFinder(source, whole, facts).run(stop);
}

} // namespace meshdraft::topology
