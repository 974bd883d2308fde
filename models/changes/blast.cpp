// SPDX-License-Identifier: Apache-2.0
#include "models/changes/blast.h"

#include "models/changes/fieldpattern.h"

#include <algorithm>
#include <set>

namespace meshdraft::changes {

namespace {

class Touched {
public:
    void add(const ResourceChange& change, const mesh::Resource& resource, const mesh::MeshGraph& graph, bool isBefore)
    {
        if (!resource.key.ns.empty())
            m_namespaces.insert(resource.key.ns);
        if (const auto* table = std::get_if<mesh::RouteTable>(&resource.body)) {
            for (const mesh::Route& route : table->routes) {
                if (!isRouteTouched(change, *table, route, isBefore))
                    continue;
                for (const mesh::Destination& destination : route.destinations)
                    addDestination(destination, resource.key.ns, graph);
                for (const mesh::Destination& mirror : route.mirrors)
                    addDestination(mirror, resource.key.ns, graph);
            }
        } else if (const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body)) {
            addHost(rule->host.value, resource.key.ns, graph);
        } else if (const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body)) {
            for (const auto& host : entry->hosts)
                addHost(host.value, resource.key.ns, graph);
        } else if (std::holds_alternative<mesh::Service>(resource.body)) {
            addHost(resource.key.name, resource.key.ns, graph);
        }
    }

    void store(MeshChange& change) const
    {
        change.hosts.assign(m_hosts.begin(), m_hosts.end());
        change.namespaces.assign(m_namespaces.begin(), m_namespaces.end());
        change.workloads = static_cast<std::uint32_t>(m_workloads.size());
    }

private:
    /// True when something at or below the route differs, or something that concerns all routes.
    static bool isRouteTouched(const ResourceChange& change, const mesh::RouteTable& table, const mesh::Route& route,
                               bool isBefore)
    {
        if (change.operation != Operation::Modified)
            return true;
        return std::ranges::any_of(change.fields, [&](const FieldChange& field) {
            const std::vector<PathStep> steps = stepsOf(field.path);
            const bool isRoute = steps.size() >= 3 && steps[0].key == "spec" && steps[2].isIndex
                && (steps[1].key == "http" || steps[1].key == "tls" || steps[1].key == "tcp"
                    || steps[1].key == "rules");
            if (!isRoute)
                return steps.empty() || steps[0].key != "metadata";
            const bool isOld = field.operation == Operation::Removed;
            return isOld == isBefore && steps[2].index == route.index
                && (table.isGatewayApi || mesh::protocolName(route.protocol) == steps[1].key);
        });
    }

    void addDestination(const mesh::Destination& destination, const std::string& ns, const mesh::MeshGraph& graph)
    {
        addHost(destination.host.value, destination.backendNamespace.empty() ? ns : destination.backendNamespace,
                graph);
    }

    void addHost(const std::string& host, const std::string& ns, const mesh::MeshGraph& graph)
    {
        if (host.empty())
            return;
        const mesh::HostResolution found = graph.resolveHost(host, ns);
        m_hosts.insert(found.fqdn.empty() ? host : found.fqdn);
        if (found.resource == mesh::noResource)
            return;
        if (const std::string& owner = graph.at(found.resource).key.ns; !owner.empty())
            m_namespaces.insert(owner);
        for (const mesh::ResourceIndex workload : graph.workloadsOf(found.resource))
            m_workloads.insert(graph.at(workload).key);
    }

    std::set<std::string> m_hosts;
    std::set<std::string> m_namespaces;
    std::set<mesh::ResourceKey> m_workloads;
};

} // namespace

void findTouched(MeshChange& change, const mesh::MeshGraph& before, const mesh::MeshGraph& after)
{
    Touched touched;
    for (const ResourceChange& each : change.resources) {
        if (each.before && each.after && each.fields.empty())
            continue;
        if (each.before)
            touched.add(each, *each.before, before, true);
        if (each.after)
            touched.add(each, *each.after, after, false);
    }
    touched.store(change);
}

} // namespace meshdraft::changes
