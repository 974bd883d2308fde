// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/stepshares.h"

#include "models/traffic/requestset.h"
#include "models/workspace/flowwords.h"
#include "models/workspace/trafficwords.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

using traffic::Flow;
using traffic::FlowEdge;
using traffic::FlowNode;
using traffic::Request;

namespace {

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

/// Finds what is asked: requests to the hosts of a table that one of its routes takes.
class RouteRequests {
public:
    RouteRequests(const traffic::Evaluator& mesh, const mesh::Resource& resource, const mesh::ElementRef& route)
        : m_mesh(mesh)
        , m_route(route)
        , m_resource(resource)
    {
    }

    /// Nothing: no request is found that takes the route. An empty kind: the plain one does.
    std::optional<traffic::FlowQuery> find(const std::stop_token& stop)
    {
        traffic::FlowQuery query;
        query.hops = 1;
        query.hosts = hosts();
        if (query.hosts.empty())
            return std::nullopt;
        query.kind.emplace();
        std::vector<Flow> flows = traffic::flowsOf(m_mesh, query, stop);
        std::erase_if(flows, [](const Flow& flow) { return flow.request.from.kind != traffic::Origin::Kind::Gateway; });
        for (const Flow& flow : flows)
            query.entries.push_back(flow.request.from);
        std::ranges::sort(query.entries);
        const auto repeated = std::ranges::unique(query.entries);
        query.entries.erase(repeated.begin(), repeated.end());
        std::vector<Request> plain;
        for (const Flow& flow : flows)
            plain.push_back(flow.request);
        if (flows.empty()) {
            query.entries = {{traffic::Origin::Kind::Namespace, m_resource.key.ns, {}, {}}};
            for (const std::string& host : query.hosts)
                plain.push_back(request(host, query.entries.front()));
        } else {
            query.hosts.clear();
            for (const Request& each : plain) {
                if (!std::ranges::contains(query.hosts, each.host))
                    query.hosts.push_back(each.host);
            }
        }
        if (std::ranges::any_of(plain, [&](const Request& each) { return takesRoute(each); })) {
            query.kind.reset();
            return query;
        }
        return findKind(query, plain);
    }

private:
    static Request request(const std::string& host, const traffic::Origin& from)
    {
        Request made;
        made.from = from;
        made.host = host;
        return made;
    }

    std::vector<std::string> hosts() const
    {
        std::vector<std::string> hosts;
        for (const mesh::Field<std::string>& host : std::get<mesh::RouteTable>(m_resource.body).hosts) {
            if (!host.value.contains('*'))
                hosts.push_back(m_mesh.view().fullHost(host.value, m_resource.key.ns));
        }
        return hosts;
    }

    bool takesRoute(const Request& asked) const
    {
        const mesh::ElementRef& taken = m_mesh.evaluate(asked).routeElement;
        return taken.key == m_route.key && taken.field == m_route.field;
    }

    std::optional<traffic::FlowQuery> findKind(traffic::FlowQuery query, const std::vector<Request>& plain) const
    {
        const traffic::DerivationIndex index(m_mesh);
        for (const Request& start : plain) {
            const traffic::HostRequests kinds = traffic::requestsTo(index, start.host);
            for (const std::vector<Request>* list : {&kinds.shapes, &kinds.others}) {
                for (const Request& kind : *list) {
                    Request asked = start;
                    asked.method = kind.method;
                    asked.path = kind.path;
                    asked.query = kind.query;
                    asked.headers = kind.headers;
                    asked.token = kind.token;
                    if (takesRoute(asked)) {
                        query.kind = std::move(asked);
                        return query;
                    }
                }
            }
        }
        return std::nullopt;
    }

    const traffic::Evaluator& m_mesh;
    const mesh::ElementRef& m_route;
    const mesh::Resource& m_resource;
};

/// The route of a table that an element is.
const mesh::Route* routeOf(const mesh::Resource& resource, const mesh::ElementRef& element)
{
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr)
        return nullptr;
    const auto found = std::ranges::find_if(
        table->routes, [&](const mesh::Route& route) { return resource.pathOf(route.node) == element.field; });
    return found == table->routes.end() ? nullptr : &*found;
}

} // namespace

Expected<StepShares> stepSharesOf(const traffic::Evaluator& mesh, const mesh::ElementRef& element,
                                  const std::vector<std::int64_t>& weights, const std::stop_token& stop)
{
    const mesh::ResourceIndex table = mesh.view().graph().find(element);
    const mesh::Route* route = table == mesh::noResource ? nullptr : routeOf(mesh.view().at(table), element);
    const Error noRequest{"shares.noRequest", {}, {}};
    if (route == nullptr)
        return std::unexpected(noRequest);
    const auto query = RouteRequests(mesh, mesh.view().at(table), element).find(stop);
    if (!query)
        return std::unexpected(noRequest);
    const std::array steps{weights};
    const auto planned = traffic::flowsOfSteps(mesh, *query, table, *route, steps, stop);
    if (!planned)
        return std::unexpected(planned.error());
    StepShares result;
    result.kind = query->kind;
    std::map<traffic::Origin, WorkloadShare> shares;
    std::map<traffic::Origin, std::size_t> seen;
    for (const Flow& flow : planned->front()) {
        std::map<traffic::Origin, double> own;
        double lost = 0;
        for (const FlowEdge& edge : flow.edges) {
            const FlowNode& to = flow.nodes[edge.to];
            if (to.kind == FlowNode::Kind::Workload) {
                own[to.origin] += edge.percent;
                WorkloadShare& share = shares[to.origin];
                share.isExact = share.isExact && edge.isExact;
            } else if (to.kind == FlowNode::Kind::End) {
                lost += edge.percent;
            }
        }
        result.lost = std::max(result.lost, lost);
        for (const auto& [origin, percent] : own) {
            WorkloadShare& share = shares[origin];
            share.workload = origin;
            share.least = seen[origin]++ == 0 ? percent : std::min(share.least, percent);
            share.most = std::max(share.most, percent);
        }
    }
    for (auto& [origin, share] : shares) {
        if (seen[origin] < planned->front().size())
            share.least = 0;
        result.workloads.push_back(share);
    }
    return result;
}

QString stepSharesText(const StepShares& shares)
{
    constexpr double tolerance = 0.05;
    QStringList parts;
    const std::string ns = shares.workloads.empty() ? std::string() : shares.workloads.front().workload.ns;
    for (const WorkloadShare& share : shares.workloads) {
        QString percent = flowShareText(share.most, share.isExact, false);
        if (share.most - share.least > tolerance) {
            //: a range of percentages: "10 %" to "20 %"
            percent = say(QT_TRANSLATE_NOOP("meshdraft", "%1 to %2")).arg(flowPercentText(share.least), percent);
        }
        parts << originText(share.workload, ns) + u' ' + percent;
    }
    if (shares.lost > tolerance)
        parts << say(QT_TRANSLATE_NOOP("meshdraft", "nobody %1")).arg(flowPercentText(shares.lost));
    const QString all = parts.join(u", "_s);
    if (!shares.kind)
        return say(QT_TRANSLATE_NOOP("meshdraft", "Of all requests to its hosts: %1")).arg(all);
    //: %1 a kind of request: "GET /cart with x-preview"
    return say(QT_TRANSLATE_NOOP("meshdraft", "Of requests such as %1: %2")).arg(kindText(*shares.kind), all);
}

} // namespace meshdraft::workspace
