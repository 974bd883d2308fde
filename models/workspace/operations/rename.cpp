// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/rename.h"

#include "models/workspace/operations/naming.h"
#include "models/workspace/operations/outside.h"
#include "models/workspace/operations/renamer.h"
#include "models/workspace/operations/usages.h"

#include <algorithm>
#include <charconv>

namespace meshdraft::workspace {

using mesh::FieldPath;
using mesh::ResourceIndex;
using source::NodeRef;

namespace {

constexpr std::string_view istioNetworking = "networking.istio.io";
constexpr std::string_view gatewayApi = "gateway.networking.k8s.io";

/// The scalar that holds a name where a reference points: itself, or the name in a targetRef and the like.
NodeRef nameScalar(NodeRef node)
{
    const NodeRef resolved = node.resolved();
    return resolved.isMapping() ? resolved["name"] : node;
}

} // namespace

void Renamer::change(const mesh::Resource& resource, NodeRef scalar, const std::string& text, bool asString)
{
    if (!scalar.isScalar() || scalar.value() == text || !m_done.emplace(&resource, scalar.id()).second)
        return;
    m_plan.places.push_back({resource.element(scalar.id()), std::string(scalar.value()), text});
    m_changes[resource.element()].emplace_back(source::ScalarChange{scalar.id(), text, asString});
}

void Renamer::changeExact(const mesh::Resource& resource, NodeRef scalar, bool asString)
{
    if (scalar.isScalar() && scalar.value() == m_before)
        change(resource, scalar, m_after, asString);
}

void Renamer::changeKey(const mesh::Resource& resource, NodeRef key)
{
    if (!key.isValid() || key.value() != m_before || !m_done.emplace(&resource, key.id()).second)
        return;
    m_plan.places.push_back({resource.element(key.id()), m_before, m_after});
    m_changes[resource.element()].emplace_back(source::KeyRename{key.id(), m_after});
}

void Renamer::resource()
{
    const auto follow = [&](const mesh::Resource& from, source::NodeId id, bool isSelection) {
        const NodeRef node = from.node(id);
        if (!node.isValid() || (isSelection && node.resolved().isMapping()))
            return;
        const NodeRef scalar = nameScalar(node);
        // hosts of a ServiceEntry have nothing to do with its name
        const bool isHost = m_resource.key.kind == "ServiceEntry" && scalar.key().value() != "name";
        if (!scalar.isScalar() || isHost)
            return;
        if (const auto text = renamedReference(scalar.value(), m_resource.key, from.key.ns, m_after))
            change(from, scalar, *text);
    };
    for (const mesh::Reference* reference : m_graph.referencesTo(m_index)) {
        follow(m_graph.at(reference->from), reference->node, reference->type == mesh::ReferenceType::Selects);
    }
    const Usages usages(m_snapshot.graph);
    for (const auto* reference : usages.policyReferencesTo(m_index)) {
        const mesh::Resource& from = m_graph.at(reference->from);
        const NodeRef node = reference->element.field.resolve(from.rootNode());
        if (node.isValid() && !reference->element.field.isEmpty())
            follow(from, node.id(), reference->kind == mesh::effective::ReferenceKind::Selects);
    }
    matchGateways();
    scaledWorkloads();
    grants();
    m_plan.outside = documentsOutside(m_snapshot, m_resource.key);
}

/// A match of a route can be for one of the gateways only.
void Renamer::matchGateways()
{
    if (m_resource.key.kind != "Gateway")
        return;
    for (const ResourceIndex index : m_graph.ofKind("VirtualService")) {
        const mesh::Resource& table = m_graph.at(index);
        for (const char* list : {"http", "tls", "tcp"}) {
            for (const NodeRef route : table.rootNode()["spec"][list].resolved().items()) {
                for (const NodeRef match : route.resolved()["match"].resolved().items()) {
                    for (const NodeRef gateway : match.resolved()["gateways"].resolved().items()) {
                        const auto text = renamedReference(gateway.value(), m_resource.key, table.key.ns, m_after);
                        if (text)
                            change(table, gateway, *text);
                    }
                }
            }
        }
    }
}

void Renamer::scaledWorkloads()
{
    for (const char* kind : {"HorizontalPodAutoscaler", "ScaledObject"}) {
        for (const ResourceIndex index : m_graph.ofKind(kind)) {
            const mesh::Resource& scaler = m_graph.at(index);
            const NodeRef target = scaler.rootNode()["spec"]["scaleTargetRef"].resolved();
            const NodeRef targetKind = target["kind"];
            const bool isMeant =
                targetKind.isValid() ? targetKind.value() == m_resource.key.kind : m_resource.key.kind == "Deployment";
            if (scaler.key.ns == m_resource.key.ns && isMeant)
                changeExact(scaler, target["name"]);
        }
    }
}

void Renamer::grants()
{
    for (const ResourceIndex index : m_graph.ofKind("ReferenceGrant")) {
        const mesh::Resource& grant = m_graph.at(index);
        if (grant.key.ns != m_resource.key.ns)
            continue;
        for (const NodeRef to : grant.rootNode()["spec"]["to"].resolved().items()) {
            if (to["kind"].value() == m_resource.key.kind && to["group"].value() == m_resource.key.group)
                changeExact(grant, to["name"]);
        }
    }
}

void Renamer::subset()
{
    const auto& rule = std::get<mesh::DestinationRule>(m_resource.body);
    const std::string host = m_graph.resolveHost(rule.host.value, m_resource.key.ns).fqdn;
    for (const mesh::Reference* reference : m_graph.references()) {
        if (reference->subset != m_before || reference->type == mesh::ReferenceType::Selects)
            continue;
        if (!std::ranges::contains(m_graph.destinationRulesFor(reference->target), m_index))
            continue;
        const mesh::Resource& from = m_graph.at(reference->from);
        changeExact(from, from.node(reference->subsetNode));
    }
    eachPatch([&](const mesh::Resource& filter, NodeRef match) {
        const NodeRef cluster = match["cluster"].resolved();
        const std::string_view service = cluster["service"].value();
        if (service.empty() || service == host)
            changeExact(filter, cluster["subset"]);
        // "outbound|80|v1|reviews.shop.svc.cluster.local"
        const std::string name(cluster["name"].value());
        const std::string end = '|' + m_before + '|' + host;
        if (name.starts_with("outbound|") && name.ends_with(end))
            change(filter, cluster["name"], name.substr(0, name.size() - end.size()) + '|' + m_after + '|' + host);
    });
}

void Renamer::listener()
{
    for (const mesh::Reference* reference : m_graph.referencesTo(m_index)) {
        const mesh::Resource& from = m_graph.at(reference->from);
        const NodeRef node = from.node(reference->node);
        const NodeRef parent = node.resolved().isMapping() ? node.resolved() : node.parent();
        changeExact(from, parent["sectionName"]);
    }
    const Usages usages(m_snapshot.graph);
    for (const auto* reference : usages.policyReferencesTo(m_index)) {
        const mesh::Resource& from = m_graph.at(reference->from);
        const NodeRef node = reference->element.field.resolve(from.rootNode()).resolved();
        if (node.isMapping())
            changeExact(from, node["sectionName"]);
    }
}

void Renamer::serverPort()
{
    const std::string gateway = m_resource.key.ns + '/' + m_resource.key.name;
    eachPatch([&](const mesh::Resource& filter, NodeRef match) {
        const NodeRef routes = match["routeConfiguration"].resolved();
        if (routes["gateway"].value() == gateway)
            changeExact(filter, routes["portName"]);
    });
}

void Renamer::route()
{
    eachPatch([&](const mesh::Resource& filter, NodeRef match) {
        changeExact(filter, match["routeConfiguration"]["vhost"]["route"]["name"]);
    });
}

namespace {

/// The list that the named part stands in has this name already.
bool isTakenBeside(NodeRef scalar, const std::string& name, NamedPart part)
{
    if (part == NamedPart::WorkloadPort)
        return false; // two ports of a Service may lead to one of the pods
    const bool isBelowPort = part == NamedPart::ServerPort;
    NodeRef item = scalar.parent();
    if (isBelowPort)
        item = item.parent();
    const NodeRef list = item.parent();
    if (!list.isSequence())
        return false;
    const std::string_view key = part == NamedPart::PortNumber ? scalar.key().value() : std::string_view("name");
    return std::ranges::any_of(list.items(), [&](const NodeRef& other) {
        const NodeRef named = isBelowPort ? other.resolved()["port"] : other.resolved();
        const bool isOtherProtocol =
            part == NamedPart::PortNumber && named.resolved()["protocol"].value() != item["protocol"].value();
        return !(other == item) && !isOtherProtocol && named.resolved()[key].value() == name;
    });
}

bool isPortNumber(const std::string& text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() && number >= 1 && number <= 65535;
}

} // namespace

std::optional<RenameTarget> renameTarget(const mesh::MeshGraph& graph, const mesh::ElementRef& element)
{
    const ResourceIndex index = graph.find(element);
    if (index == mesh::noResource)
        return std::nullopt;
    const mesh::Resource& resource = graph.at(index);
    const auto steps = element.field.steps();
    const auto target = [&](NamedPart part, const FieldPath& path) -> std::optional<RenameTarget> {
        const NodeRef scalar = path.resolve(resource.rootNode());
        if (!scalar.isScalar())
            return std::nullopt;
        return RenameTarget{part, resource.element(scalar.id()), std::string(scalar.value())};
    };
    if (steps && steps->size() >= 3 && (*steps)[0].key == "spec" && (*steps)[2].isIndex) {
        const std::string& list = (*steps)[1].key;
        const FieldPath item = FieldPath("spec").child(list).child((*steps)[2].index);
        const std::string& kind = resource.key.kind;
        std::optional<RenameTarget> found;
        if (kind == "DestinationRule" && list == "subsets") {
            found = target(NamedPart::Subset, item.child("name"));
        } else if (kind == "Gateway" && resource.key.group == gatewayApi && list == "listeners") {
            found = target(NamedPart::Listener, item.child("name"));
        } else if (kind == "Gateway" && resource.key.group == istioNetworking && list == "servers") {
            found = target(NamedPart::ServerPort, item.child("port").child("name"));
        } else if (kind == "VirtualService" && list == "http") {
            found = target(NamedPart::Route, item.child("name"));
        } else if ((kind == "Service" || kind == "ServiceEntry") && list == "ports") {
            const std::string field = steps->size() > 3 ? (*steps)[3].key : std::string();
            if (kind == "Service" && field == "targetPort")
                found = target(NamedPart::WorkloadPort, item.child(field));
            else if (field != "port" && field != "number")
                found = target(NamedPart::Port, item.child("name"));
            if (!found)
                found = target(NamedPart::PortNumber, item.child(kind == "Service" ? "port" : "number"));
        }
        if (found)
            return found;
    }
    return target(NamedPart::Resource, FieldPath("metadata.name"));
}

std::optional<RenameTarget> portTarget(const mesh::MeshGraph& graph, const mesh::ElementRef& element)
{
    const ResourceIndex index = graph.find(element);
    if (index == mesh::noResource)
        return std::nullopt;
    const mesh::Resource& resource = graph.at(index);
    const bool isService = std::holds_alternative<mesh::Service>(resource.body);
    if (!isService && !std::holds_alternative<mesh::ServiceEntry>(resource.body))
        return std::nullopt;
    const NodeRef ports = resource.rootNode()["spec"]["ports"].resolved();
    mesh::ElementRef port = element;
    const FieldPath all("spec.ports");
    if (!element.field.isWithin(all) || element.field == all) {
        if (ports.size() != 1)
            return std::nullopt; // which one is meant?
        port.field = all.child(std::size_t(0));
    }
    const auto steps = port.field.steps();
    if (!steps || steps->size() < 3 || !(*steps)[2].isIndex)
        return std::nullopt;
    // the port of the pods is a field of its own
    const bool isOfPods = isService && steps->size() > 3 && (*steps)[3].key == "targetPort";
    if (!isOfPods)
        port.field = all.child((*steps)[2].index).child(isService ? "port" : "number");
    return renameTarget(graph, port);
}

Expected<RenamePlan> planRename(const Snapshot& snapshot, const RenameTarget& target, const std::string& name)
{
    const ResourceIndex index = snapshot.graph->find(target.element);
    if (index == mesh::noResource)
        return std::unexpected(Error{"edit.noResource", {target.element.key.kind, target.element.key.name}, {}});
    const mesh::Resource& resource = snapshot.graph->at(index);
    const NodeRef scalar = target.element.field.resolve(resource.rootNode());
    if (!scalar.isScalar())
        return std::unexpected(Error{"edit.noResource", {target.element.key.kind, target.element.key.name}, {}});
    const bool isResource = target.part == NamedPart::Resource;
    const bool isNumber =
        target.part == NamedPart::PortNumber || (target.part == NamedPart::WorkloadPort && isPortNumber(target.name));
    if (isNumber && !isPortNumber(name))
        return std::unexpected(Error{"rename.port", {name}, {}});
    if (target.part == NamedPart::WorkloadPort && !isNumber && (!isResourceName(name) || name.size() > 15))
        return std::unexpected(Error{"rename.portName", {name}, {}});
    if (isResource && resource.key.kind == "Namespace")
        return std::unexpected(Error{"rename.namespace", {}, {}});
    if (isResource ? !isResourceName(name) : name.empty())
        return std::unexpected(Error{"rename.invalid", {name}, {}});
    mesh::ResourceKey key = resource.key;
    key.name = name;
    const bool isTaken = isResource ? !snapshot.graph->find(key).empty() : isTakenBeside(scalar, name, target.part);
    if (isTaken && name != target.name)
        return std::unexpected(Error{"rename.taken", {name}, {}});

    Renamer renamer(snapshot, resource, index, target.name, name);
    renamer.change(resource, scalar, name, !isNumber);
    switch (target.part) {
    case NamedPart::Resource:
        renamer.resource();
        break;
    case NamedPart::Subset:
        renamer.subset();
        break;
    case NamedPart::Listener:
        renamer.listener();
        break;
    case NamedPart::ServerPort:
        renamer.serverPort();
        break;
    case NamedPart::Route:
        renamer.route();
        break;
    case NamedPart::Port:
        renamer.port();
        break;
    case NamedPart::PortNumber:
        renamer.portNumber();
        break;
    case NamedPart::WorkloadPort:
        renamer.workloadPort();
        break;
    }
    return renamer.take();
}

} // namespace meshdraft::workspace
