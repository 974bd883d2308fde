// SPDX-License-Identifier: Apache-2.0
#include "models/topology/picturedraft.h"

#include <algorithm>

namespace meshdraft::topology {

namespace {

std::string shortHost(const std::string& fqdn)
{
    return namespaceOfHost(fqdn).empty() ? fqdn : fqdn.substr(0, fqdn.find('.'));
}

} // namespace

std::string namespaceOfHost(const std::string& fqdn)
{
    const auto service = fqdn.find(".svc.");
    const auto dot = fqdn.find('.');
    return service == std::string::npos || dot >= service ? std::string() : fqdn.substr(dot + 1, service - dot - 1);
}

PictureDraft::PictureDraft(const mesh::MeshGraph& meshGraph, const RouteIds& ids)
    : graph(meshGraph)
    , routeIds(ids)
    , nodeOf(meshGraph.slotCount(), -1)
{
    // Few resources have no node, and most tables have a route or two.
    const std::size_t expected = meshGraph.slotCount() + (meshGraph.slotCount() / 2);
    topology().nodes.reserve(expected);
    picture.nodes.reserve(expected);
    picture.rows.reserve(expected);
    picture.rules.reserve(expected);
    picture.nodeById.reserve(expected);
    for (const std::string& ns : meshGraph.namespaces())
        groupOf(ns);
}

std::int32_t PictureDraft::groupOf(const std::string& ns)
{
    const auto [it, isNew] = m_groups.try_emplace(ns, static_cast<std::int32_t>(topology().groups.size()));
    if (isNew) {
        Group group;
        group.id = "ns/" + ns;
        group.title = ns;
        group.mtls = graph.mtlsOfNamespace(ns);
        topology().groups.push_back(std::move(group));
    }
    return it->second;
}

std::int32_t PictureDraft::externalGroup()
{
    if (m_external < 0) {
        m_external = static_cast<std::int32_t>(topology().groups.size());
        Group group;
        group.id = "external";
        group.title = "external";
        group.outside = true;
        topology().groups.push_back(std::move(group));
    }
    return m_external;
}

std::uint32_t PictureDraft::addNode(Node added, Origin origin)
{
    const auto index = static_cast<std::uint32_t>(topology().nodes.size());
    picture.nodeById.emplace(added.id, index);
    topology().nodes.push_back(std::move(added));
    picture.nodes.push_back(origin);
    picture.rows.emplace_back();
    picture.rules.emplace_back();
    return index;
}

std::uint32_t PictureDraft::missingNode(const std::string& what, const std::string& name, bool isUnknown,
                                        std::int32_t group)
{
    const std::string id = "missing/" + what + "/" + name;
    if (const auto it = picture.nodeById.find(id); it != picture.nodeById.end())
        return it->second;
    Node missing;
    missing.id = id;
    missing.type = NodeType::Missing;
    missing.title = what == "service" ? shortHost(name) : name.substr(name.find('/') + 1);
    missing.group = group;
    missing.missingReason = (isUnknown ? "unknown." : "missing.") + what;
    return addNode(std::move(missing), {});
}

std::int32_t PictureDraft::groupForMissing(const std::string& ns, std::int32_t fallback) const
{
    const auto it = m_groups.find(ns);
    return it == m_groups.end() ? fallback : it->second;
}

void PictureDraft::dropEmptyGroups()
{
    std::vector<bool> isUsed(topology().groups.size());
    for (const Node& each : topology().nodes)
        isUsed[static_cast<std::size_t>(each.group)] = true;
    std::vector<std::int32_t> position(topology().groups.size(), -1);
    std::vector<Group> groups;
    const auto keep = [&](bool outside) {
        for (std::size_t i = 0; i < isUsed.size(); ++i) {
            if (isUsed[i] && topology().groups[i].outside == outside) {
                position[i] = static_cast<std::int32_t>(groups.size());
                groups.push_back(topology().groups[i]);
            }
        }
    };
    keep(false);
    keep(true);
    topology().groups = std::move(groups);
    for (Node& each : topology().nodes)
        each.group = position[static_cast<std::size_t>(each.group)];
}

std::string routeId(const mesh::RouteTable& table, const mesh::Route& route)
{
    const std::string list(mesh::protocolName(route.protocol));
    const auto hasSameName = [&](const mesh::Route& other) {
        return other.protocol == route.protocol && other.name.value == route.name.value;
    };
    if (!route.name.value.empty() && std::ranges::count_if(table.routes, hasSameName) == 1)
        return list + ":" + route.name.value;
    return list + "[" + std::to_string(route.index) + "]";
}

Picture buildPicture(const mesh::MeshGraph& graph, const RouteIds& routeIds)
{
    PictureDraft draft(graph, routeIds);
    addPictureNodes(draft);
    addPictureEdges(draft);
    draft.dropEmptyGroups();
    return std::move(draft.picture);
}

} // namespace meshdraft::topology
