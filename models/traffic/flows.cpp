// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/flows.h"

#include "models/changes/split.h"
#include "models/mesh/effective/hostmatch.h"
#include "models/traffic/callmap.h"
#include "models/traffic/course.h"
#include "models/traffic/requestset.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace meshdraft::traffic {

using mesh::ResourceIndex;

namespace {

constexpr double everything = 100;
constexpr double tolerance = 1e-6;

std::string numberText(double value)
{
    const double rounded = std::round(value * 100) / 100;
    std::string text = std::to_string(rounded);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.'))
        text.pop_back();
    return text;
}

bool isNamed(std::string_view host, std::string_view written)
{
    return host == written || (host.starts_with(written) && host.substr(written.size()).starts_with('.'));
}

bool isSame(const Origin& asked, const Origin& origin)
{
    return asked.kind == origin.kind && asked.ns == origin.ns && asked.name == origin.name
        && (asked.workloadKind.empty() || asked.workloadKind == origin.workloadKind);
}

/// False where a server certainly has no such host: an evaluation costs more than a look at names.
bool mayServe(const mesh::Gateway::Server& server, std::string_view host)
{
    return server.hosts.empty() || std::ranges::any_of(server.hosts, [&](const mesh::Field<std::string>& written) {
               const std::string_view name = written.value;
               return mesh::effective::hostsOverlap(name.substr(name.find('/') + 1), host);
           });
}

bool isLost(Verdict verdict)
{
    return !isDelivered(verdict) && verdict != Verdict::Redirected && verdict != Verdict::DirectResponse
        && verdict != Verdict::Unknown && verdict != Verdict::Mixed;
}

/// Follows the requests of one entry to one host.
class Follower {
public:
    Follower(const Evaluator& mesh, CallMap& calls, int hops)
        : m_mesh(mesh)
        , m_calls(calls)
        , m_hops(hops)
    {
    }

    /// `isKindGiven`: just this kind of request.
    Flow run(Request request, bool isKindGiven, const std::stop_token& stop)
    {
        const Answer answer = isKindGiven ? m_mesh.evaluate(request) : m_calls.ask(request);
        m_flow.request = request;
        const std::size_t entry = node({.kind = FlowNode::Kind::Entry,
                                        .origin = request.from,
                                        .host = {},
                                        .port = 0,
                                        .subset = {},
                                        .verdict = Verdict::Routed});
        follow({request.from, request.host, entry, everything, true, {}, {}}, answer);
        for (m_hop = 1; m_hop < m_hops && !m_waiting.empty() && !stop.stop_requested(); ++m_hop) {
            for (const Call& call : std::exchange(m_waiting, {}))
                follow(call, m_calls.answerTo(call.caller, call.host));
            m_positions.clear();
        }
        return std::move(m_flow);
    }

private:
    struct Call {
        Origin caller;
        std::string host;
        std::size_t from = 0;
        double percent = 0;
        bool isExact = true;
        mesh::ElementRef declared;
        std::set<std::string> passed; ///< hosts on the way here that it may come back to: a circle ends
    };

    std::size_t node(FlowNode node)
    {
        const auto [found, isNew] = m_nodes.try_emplace(node, m_flow.nodes.size());
        if (isNew)
            m_flow.nodes.push_back(std::move(node));
        return found->second;
    }

    void edge(std::size_t from, std::size_t to, double percent, bool isExact, bool isMirror, const std::string& host,
              const mesh::ElementRef& element)
    {
        const auto [found, isNew] = m_edges.try_emplace({from, to, isMirror, host}, m_flow.edges.size());
        if (isNew) {
            m_flow.edges.push_back({from, to, percent, isExact, isMirror, host, element});
            return;
        }
        FlowEdge& known = m_flow.edges[found->second];
        known.percent += percent;
        known.isExact = known.isExact && isExact;
    }

    void problem(FlowProblem problem)
    {
        if (!std::ranges::contains(m_flow.problems, problem))
            m_flow.problems.push_back(std::move(problem));
    }

    void follow(const Call& call, const Answer& answer)
    {
        checkWeights(answer);
        for (const Share& share : answer.shares)
            followShare(call, share);
        for (const Mirror& mirror : answer.mirrors) {
            const double percent = call.percent * mirror.percent / everything;
            const std::size_t to = node({.kind = FlowNode::Kind::Destination,
                                         .origin = {},
                                         .host = mirror.host,
                                         .port = mirror.port,
                                         .subset = mirror.subset,
                                         .verdict = Verdict::Routed});
            edge(call.from, to, percent, call.isExact, true, call.host, mirror.element);
            problem({"flows.copies", {numberText(mirror.percent), mirror.host}, mirror.element});
        }
    }

    void followShare(const Call& call, const Share& share)
    {
        const double percent = call.percent * share.percent / everything;
        const mesh::ElementRef& element = share.element.isNull() ? call.declared : share.element;
        std::size_t from = call.from;
        if (!share.host.empty()) {
            const std::size_t destination = node({.kind = FlowNode::Kind::Destination,
                                                  .origin = {},
                                                  .host = share.host,
                                                  .port = share.port,
                                                  .subset = share.subset,
                                                  .verdict = Verdict::Routed});
            edge(from, destination, percent, call.isExact, false, call.host, element);
            from = destination;
        }
        if (share.servers.empty() || isLost(share.verdict)) {
            if (isDelivered(share.verdict))
                return;
            const std::size_t end = node({.kind = FlowNode::Kind::End,
                                          .origin = {},
                                          .host = {},
                                          .port = 0,
                                          .subset = {},
                                          .verdict = share.verdict});
            edge(from, end, percent, call.isExact, false, call.host, share.because);
            if (isLost(share.verdict))
                problem({"flows.lost", {numberText(percent), std::string(verdictName(share.verdict))}, share.because});
            return;
        }
        reachServers(call, share, from, percent);
    }

    /// Requests are spread over pods: by the number of replicas where it is stated for all.
    void reachServers(const Call& call, const Share& share, std::size_t from, double percent)
    {
        std::int64_t total = 0;
        bool isKnown = true;
        for (const Server& server : share.servers) {
            const auto& replicas = std::get<mesh::Workload>(m_mesh.view().at(server.workload).body).replicas;
            isKnown = isKnown && replicas && *replicas >= 0;
            total += replicas.value_or(0);
        }
        isKnown = share.servers.size() == 1 || (isKnown && total > 0);
        for (const Server& server : share.servers) {
            const auto& replicas = std::get<mesh::Workload>(m_mesh.view().at(server.workload).body).replicas;
            double part = percent;
            if (isKnown && share.servers.size() > 1)
                part = percent * static_cast<double>(replicas.value_or(0)) / static_cast<double>(total);
            const bool isExact = call.isExact && isKnown;
            if (!isDelivered(server.verdict)) {
                const std::size_t end = node({.kind = FlowNode::Kind::End,
                                              .origin = {},
                                              .host = {},
                                              .port = 0,
                                              .subset = {},
                                              .verdict = server.verdict});
                edge(from, end, part, isExact, false, call.host, server.because);
                if (isLost(server.verdict)) {
                    problem(
                        {"flows.lost", {numberText(part), std::string(verdictName(server.verdict))}, server.because});
                }
                continue;
            }
            const Origin origin{Origin::Kind::Workload, server.key.ns, server.key.name, server.key.kind};
            const std::size_t workload = node({.kind = FlowNode::Kind::Workload,
                                               .origin = origin,
                                               .host = {},
                                               .port = 0,
                                               .subset = {},
                                               .verdict = Verdict::Routed});
            edge(from, workload, part, isExact, false, call.host, server.because);
            callOn(call, origin, workload, part, isExact);
        }
    }

    /// What the workload calls in turn. Ways that come together are followed as one: there may be very many ways.
    void callOn(const Call& call, const Origin& origin, std::size_t workload, double percent, bool isExact)
    {
        const auto calls = m_calls.byCaller().find(origin);
        if (calls == m_calls.byCaller().end() || percent < tolerance)
            return;
        for (const DeclaredCall* declared : calls->second) {
            if (call.passed.contains(declared->host) || declared->host == call.host)
                continue;
            std::set<std::string> passed;
            for (const std::string& host : call.passed) {
                if (m_calls.areInOneCircle(host, declared->host))
                    passed.insert(host);
            }
            if (m_calls.areInOneCircle(call.host, declared->host))
                passed.insert(call.host);
            const auto [found, isNew] =
                m_positions.try_emplace({origin, declared->host, isExact, passed}, m_waiting.size());
            if (isNew) {
                m_waiting.push_back({origin, declared->host, workload, percent, isExact, declared->element, passed});
            } else {
                m_waiting[found->second].percent += percent;
            }
        }
    }

    /// Weights of a VirtualService are meant to be percentages, though Istio takes any numbers.
    void checkWeights(const Answer& answer)
    {
        if (answer.routeElement.isNull() || answer.routeElement.key.kind != "VirtualService")
            return;
        const ResourceIndex index = m_mesh.view().graph().find(answer.routeElement);
        if (index == mesh::noResource)
            return;
        const auto* table = std::get_if<mesh::RouteTable>(&m_mesh.view().at(index).body);
        if (table == nullptr)
            return;
        for (const mesh::Route& route : table->routes) {
            if (m_mesh.view().at(index).pathOf(route.node) != answer.routeElement.field
                || route.destinations.size() < 2)
                continue;
            std::int64_t sum = 0;
            for (const mesh::Destination& destination : route.destinations)
                sum += destination.effectiveWeight;
            if (sum != static_cast<std::int64_t>(everything))
                problem({"flows.weights", {std::to_string(sum)}, answer.routeElement});
        }
    }

    const Evaluator& m_mesh;
    CallMap& m_calls;
    int m_hops;
    int m_hop = 0;
    Flow m_flow;
    std::map<FlowNode, std::size_t> m_nodes;
    std::map<std::tuple<std::size_t, std::size_t, bool, std::string>, std::size_t> m_edges;
    std::vector<Call> m_waiting; ///< for the next hop
    std::map<std::tuple<Origin, std::string, bool, std::set<std::string>>, std::size_t> m_positions; ///< in m_waiting
};

class FlowMaker {
public:
    FlowMaker(const Evaluator& mesh, const FlowQuery& query)
        : m_mesh(mesh)
        , m_query(query)
        , m_calls(mesh)
    {
    }

    std::vector<Flow> run(const std::stop_token& stop)
    {
        std::vector<Flow> flows;
        const std::vector<Request> requests = starts(stop);
        if (m_query.hops > 1)
            m_calls.findCircles(stop);
        for (const Request& request : requests) {
            if (stop.stop_requested())
                break;
            flows.push_back(Follower(m_mesh, m_calls, m_query.hops).run(request, m_query.kind.has_value(), stop));
        }
        return flows;
    }

private:
    Request shaped(Request request) const
    {
        if (m_query.kind) {
            request.method = m_query.kind->method;
            request.path = m_query.kind->path;
            request.query = m_query.kind->query;
            request.headers = m_query.kind->headers;
            request.token = m_query.kind->token;
        }
        return request;
    }

    bool isAsked(const Origin& origin) const
    {
        return m_query.entries.empty()
            || std::ranges::any_of(m_query.entries, [&](const Origin& asked) { return isSame(asked, origin); });
    }

    bool isAskedHost(const std::string& host) const
    {
        return m_query.hosts.empty()
            || std::ranges::any_of(m_query.hosts, [&](const auto& written) { return isNamed(host, written); });
    }

    std::vector<Request> starts(const std::stop_token& stop) const
    {
        std::vector<Request> starts;
        const std::vector<std::string> hosts = requestHosts(m_mesh);
        for (const ResourceIndex index : m_mesh.view().graph().ofKind("Gateway")) {
            if (stop.stop_requested())
                return starts;
            const mesh::Resource& gateway = m_mesh.view().at(index);
            const Origin origin{Origin::Kind::Gateway, gateway.key.ns, gateway.key.name, {}};
            const auto* body = std::get_if<mesh::Gateway>(&gateway.body);
            if (body != nullptr && isAsked(origin))
                addGateway(starts, origin, *body, hosts, stop);
        }
        std::set<Origin> callees;
        for (const DeclaredCall& call : m_calls.declared()) {
            for (const RegistryService* service : m_mesh.index().registry.ofHost(call.host)) {
                for (const ResourceIndex workload : m_mesh.view().graph().workloadsOf(service->resource)) {
                    const mesh::ResourceKey& key = m_mesh.view().at(workload).key;
                    callees.insert({Origin::Kind::Workload, key.ns, key.name, key.kind});
                }
            }
        }
        for (const auto& [caller, calls] : m_calls.byCaller()) {
            const bool isStart = m_query.entries.empty() ? !callees.contains(caller) : isAsked(caller);
            if (!isStart)
                continue;
            for (const DeclaredCall* call : calls) {
                Request request;
                request.from = caller;
                request.host = call->host;
                if (isAskedHost(call->host))
                    starts.push_back(shaped(std::move(request)));
            }
        }
        // whoever is asked for by name may call what nobody declares
        for (const Origin& entry : m_query.entries) {
            for (const std::string& host : m_query.hosts) {
                const bool isThere = std::ranges::any_of(starts, [&](const Request& start) {
                    return isSame(entry, start.from) && isNamed(start.host, host);
                });
                if (isThere)
                    continue;
                Request request;
                request.from = entry;
                request.host = host;
                starts.push_back(shaped(std::move(request)));
            }
        }
        return starts;
    }

    /// The hosts of a gateway that have routes, each by its server that does not only redirect.
    void addGateway(std::vector<Request>& starts, const Origin& origin, const mesh::Gateway& body,
                    const std::vector<std::string>& hosts, const std::stop_token& stop) const
    {
        std::set<std::string> done;
        for (const std::string& host : hosts) {
            if (stop.stop_requested())
                return;
            if (host.contains('*') || !isAskedHost(host))
                continue;
            for (const mesh::Gateway::Server& server : body.servers) {
                if (server.httpsRedirect || done.contains(host) || !mayServe(server, host))
                    continue;
                Request request;
                request.from = origin;
                request.host = host;
                request.port = server.port.number.value;
                const PortClass portClass = portClassOf(server.port.protocol.value);
                if (portClass == PortClass::Tls)
                    request.tls = CallerTls::Tls;
                if (portClass == PortClass::Tcp)
                    request.protocol = Protocol::Tcp;
                request = shaped(std::move(request));
                const Verdict verdict = m_mesh.evaluate(request).verdict;
                const bool isServed = verdict != Verdict::NoVirtualHost && verdict != Verdict::NoListener
                    && verdict != Verdict::NoFilterChain && verdict != Verdict::TlsMismatch
                    && verdict != Verdict::ProtocolMismatch;
                if (isServed && done.insert(host).second)
                    starts.push_back(std::move(request));
            }
        }
    }

    const Evaluator& m_mesh;
    const FlowQuery& m_query;
    CallMap m_calls;
};

/// The mesh with one file's text changed.
Expected<Evaluator> withEdit(const Evaluator& mesh, const mesh::Resource& edited, const source::FileEdit& edit)
{
    const auto text = source::applySplices(*edited.text->text, edit.splices);
    if (!text)
        return std::unexpected(text.error());
    const auto fresh = mesh::readResources(edited.key.environment, edited.source.path, source::parseText(*text),
                                           edited.key.ns, edited.sourceMap);
    std::vector<mesh::ResourcePtr> resources;
    for (const mesh::ResourcePtr& resource : mesh.view().graph().resources()) {
        const bool isEdited = resource->text == edited.text && resource->source.path == edited.source.path;
        if (!isEdited) {
            resources.push_back(resource);
            continue;
        }
        // the very resource of the old text is the one at its place in the new text; its neighbours keep their own
        // namespace where none is written
        const auto same = std::ranges::find_if(fresh, [&](const mesh::ResourcePtr& one) {
            return one->source.document == resource->source.document && one->source.item == resource->source.item;
        });
        const bool isIt = resource->source == edited.source;
        resources.push_back(isIt && same != fresh.end() ? *same : resource);
    }
    return Evaluator(std::make_shared<const mesh::effective::MeshView>(
        mesh::MeshGraph::build(mesh.view().graph().environment(), std::move(resources)), mesh.view().settings()));
}

} // namespace

double Flow::lostPercent() const
{
    double lost = 0;
    std::set<std::size_t> first;
    for (const FlowEdge& edge : edges) {
        if (edge.isMirror)
            continue;
        if (edge.from == 0)
            first.insert(edge.to);
        const bool isFirstHop = edge.from == 0 || first.contains(edge.from);
        if (isFirstHop && nodes[edge.to].kind == FlowNode::Kind::End && isLost(nodes[edge.to].verdict))
            lost += edge.percent;
    }
    return lost;
}

std::vector<Flow> flowsOf(const Evaluator& mesh, const FlowQuery& query, const std::stop_token& stop)
{
    return FlowMaker(mesh, query).run(stop);
}

Expected<std::vector<std::vector<Flow>>> flowsOfSteps(const Evaluator& mesh, const FlowQuery& query,
                                                      ResourceIndex table, const mesh::Route& route,
                                                      std::span<const std::vector<std::int64_t>> steps,
                                                      const std::stop_token& stop)
{
    std::vector<std::vector<Flow>> result;
    for (const std::vector<std::int64_t>& weights : steps) {
        const mesh::Resource& resource = mesh.view().at(table);
        const auto edit = changes::setWeights(resource, route, weights);
        if (!edit)
            return std::unexpected(edit.error());
        const auto edited = withEdit(mesh, resource, *edit);
        if (!edited)
            return std::unexpected(edited.error());
        result.push_back(flowsOf(*edited, query, stop));
    }
    return result;
}

} // namespace meshdraft::traffic
