// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/routerows.h"

#include "models/workspace/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("meshdraft::workspace::RouteTableModel", text);
}

QString percent(double share)
{
    const auto value = share * 100;
    const int decimals = std::abs(value - std::round(value)) < 0.05 ? 0 : 1;
    //: A share of requests; %1 is the number.
    return tr("%1 %").arg(QLocale().toString(value, 'f', decimals));
}

QString hostsOf(const mesh::RouteTable& table)
{
    QStringList hosts;
    for (const auto& host : table.hosts)
        hosts.append(printable(host.value));
    return hosts.join(u", "_s);
}

QString matchText(const mesh::Match& match)
{
    QStringList conditions;
    for (const auto& condition : match.conditions) {
        conditions.append(
            u"%1 %2 %3"_s.arg(printable(condition.field), printable(condition.op), printable(condition.value))
                .trimmed());
    }
    //: Between conditions that must all hold.
    return conditions.isEmpty() ? tr("any request") : conditions.join(tr(" and "));
}

QString matchesText(const mesh::Route& route)
{
    QStringList matches;
    for (const auto& match : route.matches)
        matches.append(matchText(match));
    //: Between alternatives.
    return matches.isEmpty() ? tr("any request") : matches.join(tr(" or "));
}

QString routeName(const mesh::Route& route)
{
    if (!route.name.value.empty())
        return printable(route.name.value);
    const auto protocol = mesh::protocolName(route.protocol);
    return u"%1[%2]"_s.arg(QLatin1StringView(protocol.data(), static_cast<qsizetype>(protocol.size())))
        .arg(route.index);
}

QString destinationName(const mesh::Destination& destination)
{
    auto name = printable(destination.host.value);
    if (destination.port.isPresent())
        name += u':' + QString::number(destination.port.value);
    if (!destination.subset.value.empty())
        name += u'/' + printable(destination.subset.value);
    return name;
}

/// Labels of a subset of a host; nothing when no DestinationRule defines it.
std::optional<mesh::Labels> subsetLabels(const mesh::MeshGraph& graph, const std::string& fqdn, const std::string& name)
{
    for (const auto index : graph.destinationRulesFor(fqdn)) {
        for (const auto& subset : std::get<mesh::DestinationRule>(graph.at(index).body).subsets) {
            if (subset.name.value == name)
                return subset.labels;
        }
    }
    return std::nullopt;
}

class RowBuilder {
public:
    explicit RowBuilder(const Snapshot& snapshot)
        : m_graph(*snapshot.graph)
    {
        for (const auto& change : snapshot.change.resources) {
            if (change.after)
                m_changes[change.after.get()] = &change;
        }
        // Equal states and shares in the picture and in the list: both come from the same edges.
        for (const auto& edge : snapshot.topology().edges) {
            if (!edge.element.isNull())
                m_edges[edge.element] = &edge;
        }
    }

    std::vector<RouteRow> build()
    {
        for (const auto index : m_graph.order()) {
            const auto* table = std::get_if<mesh::RouteTable>(&m_graph.at(index).body);
            if (table == nullptr)
                continue;
            for (const auto& route : table->routes) {
                for (const auto& destination : route.destinations)
                    add(index, *table, route, destination, false);
                for (const auto& mirror : route.mirrors)
                    add(index, *table, route, mirror, true);
            }
        }
        return std::move(m_rows);
    }

private:
    void add(mesh::ResourceIndex index, const mesh::RouteTable& table, const mesh::Route& route,
             const mesh::Destination& destination, bool isMirror)
    {
        const auto& resource = m_graph.at(index);
        RouteRow row;
        row.element = resource.element(destination.node);
        row.host = hostsOf(table);
        row.route = routeName(route);
        row.match = matchesText(route);
        row.destination = destinationName(destination);
        row.shareValue = isMirror ? static_cast<double>(destination.effectiveWeight) / 100 : destination.share;
        //: %1 is a share of requests ("5 %") that is copied.
        row.share = isMirror ? tr("mirror %1").arg(percent(row.shareValue)) : percent(row.shareValue);
        const auto where = resource.locate(destination.node);
        row.file = u"%1:%2"_s.arg(printable(where.path)).arg(where.line);
        row.state = stateOf(resource, row.element);
        follow(row, index, destination);
        m_rows.push_back(std::move(row));
    }

    /// Where the destination leads.
    void follow(RouteRow& row, mesh::ResourceIndex index, const mesh::Destination& destination)
    {
        const auto references = m_graph.referencesFrom(index);
        const auto found = std::ranges::find_if(references, [&](const mesh::Reference& reference) {
            return reference.node == destination.host.node
                && (reference.type == mesh::ReferenceType::Routes || reference.type == mesh::ReferenceType::Mirrors);
        });
        if (found == references.end())
            return;
        const auto& reference = *found;
        row.dangling = reference.resolution == mesh::Resolution::Missing
            || reference.subsetResolution == mesh::Resolution::Missing;
        if (reference.resolution != mesh::Resolution::Found || reference.to == mesh::noResource
            || reference.subsetResolution == mesh::Resolution::Unknown)
            return;
        if (row.dangling) {
            row.workloads = 0;
            return;
        }
        mesh::Labels labels;
        if (!reference.subset.empty()) {
            auto defined = subsetLabels(m_graph, reference.target, reference.subset);
            if (!defined)
                return;
            labels = std::move(*defined);
        }
        row.workloads = static_cast<int>(m_graph.workloadsOf(reference.to, labels).size());
    }

    topology::State stateOf(const mesh::Resource& resource, const mesh::ElementRef& element) const
    {
        if (const auto edge = m_edges.find(element); edge != m_edges.end())
            return edge->second->state;
        const auto change = m_changes.find(&resource);
        if (change == m_changes.end())
            return topology::State::Same;
        return change->second->operation == changes::Operation::Added ? topology::State::Added
                                                                      : topology::State::Changed;
    }

    const mesh::MeshGraph& m_graph;
    std::vector<RouteRow> m_rows;
    std::map<const mesh::Resource*, const changes::ResourceChange*> m_changes;
    std::map<mesh::ElementRef, const topology::Edge*> m_edges;
};

} // namespace

std::vector<RouteRow> buildRouteRows(const Snapshot& snapshot)
{
    return snapshot.graph ? RowBuilder(snapshot).build() : std::vector<RouteRow>();
}

} // namespace meshdraft::workspace
