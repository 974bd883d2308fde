// SPDX-License-Identifier: Apache-2.0
#include "models/topology/routetext.h"

#include <algorithm>

namespace meshdraft::topology {

namespace {

std::string withMore(std::string first, std::size_t count)
{
    if (count > 1)
        first += " + " + std::to_string(count - 1);
    return first;
}

std::string valueText(const mesh::Match::Condition& condition)
{
    if (condition.op == "prefix")
        return condition.value == "/" ? condition.value : condition.value + "*";
    if (condition.op == "regex")
        return "~ " + condition.value;
    if (condition.op == "present")
        return "*";
    return condition.value;
}

std::string conditionText(const mesh::Match::Condition& condition)
{
    std::string value = valueText(condition);
    if (condition.field == "uri" || condition.field == "path" || condition.field == "method"
        || condition.field == "authority" || condition.field == "sniHosts")
        return value;
    const auto dot = condition.field.find('.');
    const std::string field = dot == std::string::npos ? condition.field : condition.field.substr(dot + 1);
    if (condition.field == "port")
        return ":" + value;
    return condition.op == "present" ? field : field + ": " + value;
}

std::string portText(const mesh::Port& port)
{
    std::string text = port.protocol.value;
    if (port.number.value != 0)
        text += (text.empty() ? "" : " ") + std::to_string(port.number.value);
    return text;
}

} // namespace

std::string routeTitle(const mesh::Route& route)
{
    if (!route.name.value.empty())
        return route.name.value;
    const bool isTcp = route.protocol == mesh::Protocol::Tcp || route.protocol == mesh::Protocol::Tls;
    const std::string prefix = isTcp ? std::string(mesh::protocolName(route.protocol)) + " " : std::string();
    for (const mesh::Match& match : route.matches) {
        if (!match.conditions.empty()) {
            const std::string more = match.conditions.size() > 1 ? " …" : "";
            return withMore(std::string(prefix).append(conditionText(match.conditions.front())).append(more),
                            route.matches.size());
        }
    }
    return isTcp ? std::string(mesh::protocolName(route.protocol)) : "*";
}

std::string tableSubtitle(const mesh::RouteTable& table)
{
    const bool onlyTcp = !table.routes.empty() && std::ranges::all_of(table.routes, [](const mesh::Route& route) {
        return route.protocol == mesh::Protocol::Tcp;
    });
    if (onlyTcp) {
        const std::string where = table.gateways.empty() ? "mesh" : table.gateways.front().value;
        for (const mesh::Match& match : table.routes.front().matches) {
            for (const mesh::Match::Condition& condition : match.conditions) {
                if (condition.field == "port")
                    return where + " · tcp " + condition.value;
            }
        }
    }
    return table.hosts.empty() ? std::string() : withMore(table.hosts.front().value, table.hosts.size());
}

std::string gatewaySubtitle(const mesh::Gateway& gateway)
{
    return gateway.servers.empty() ? std::string()
                                   : withMore(portText(gateway.servers.front().port), gateway.servers.size());
}

std::string serviceEntrySubtitle(const mesh::ServiceEntry& entry)
{
    return entry.ports.empty() ? std::string() : withMore(portText(entry.ports.front()), entry.ports.size());
}

} // namespace meshdraft::topology
