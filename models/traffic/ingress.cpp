// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/ingress.h"

#include "models/traffic/registry.h"

#include <algorithm>
#include <map>

namespace meshdraft::traffic {

using mesh::ResourceIndex;
using mesh::effective::MeshView;
using source::NodeRef;

namespace {

constexpr std::string_view classAnnotation = "kubernetes.io/ingress.class";

bool isOurs(const MeshView& view, const mesh::Resource& resource)
{
    const std::string& own = view.settings().config.ingressClass.value;
    if (const auto annotation = resource.annotations.find(classAnnotation); annotation != resource.annotations.end())
        return annotation->second == own;
    const auto& ingress = std::get<mesh::Ingress>(resource.body);
    if (ingress.className.isPresent()) {
        for (const ResourceIndex index : view.graph().ofKind("IngressClass")) {
            if (view.at(index).key.name == ingress.className.value)
                return view.at(index).rootNode()["spec"]["controller"].value() == "istio.io/ingress-controller";
        }
    }
    return ingress.className.value == own;
}

std::uint32_t portOf(const MeshView& view, const std::string& service, const std::string& ns, NodeRef port)
{
    if (const auto number = port["number"].resolved().toInt())
        return static_cast<std::uint32_t>(*number);
    const std::string_view name = port["name"].value();
    for (const ResourceIndex index : view.of<mesh::Service>(ns)) {
        if (view.at(index).key.name != service)
            continue;
        for (const mesh::Port& one : std::get<mesh::Service>(view.at(index).body).ports) {
            if (one.name.value == name)
                return one.number.value;
        }
    }
    return 0;
}

RouteRule ruleOf(const MeshView& view, ResourceIndex index, NodeRef path)
{
    using Kind = TextMatch::Kind;
    const mesh::Resource& resource = view.at(index);
    RouteRule rule;
    rule.place = {index, path.id()};
    RouteMatch match;
    match.place = rule.place;
    const std::string_view type = path["pathType"].value();
    std::string text(path["path"].value());
    if (text.empty())
        text = "/";
    if (type == "Exact") {
        match.path = TextMatch(Kind::Exact, std::move(text));
    } else if (type == "Prefix") {
        match.path = TextMatch(Kind::PathPrefix, std::move(text));
    } else if (text.ends_with("*")) { // ImplementationSpecific, with the old ".*" and "*"
        text.resize(text.size() - (text.ends_with(".*") ? 2 : 1));
        match.path = TextMatch(Kind::Prefix, std::move(text));
    } else {
        match.path = TextMatch(Kind::Exact, std::move(text));
    }
    rule.matches.push_back(std::move(match));
    const NodeRef service = path["backend"]["service"].resolved();
    RouteDestination destination;
    destination.place = {index, service.id()};
    destination.host = view.serviceHost(service["name"].value(), resource.key.ns);
    destination.port = portOf(view, std::string(service["name"].value()), resource.key.ns, service["port"].resolved());
    destination.weight = 1;
    rule.destinations.push_back(std::move(destination));
    return rule;
}

/// Longer paths first; of one length the exact one.
void sortRules(std::vector<RouteRule>& rules)
{
    std::ranges::stable_sort(rules, [](const RouteRule& left, const RouteRule& right) {
        const TextMatch& one = *left.matches.front().path;
        const TextMatch& other = *right.matches.front().path;
        if (one.value().size() != other.value().size())
            return one.value().size() > other.value().size();
        return one.kind() == TextMatch::Kind::Exact && other.kind() != TextMatch::Kind::Exact;
    });
}

} // namespace

IngressIndex::IngressIndex(const MeshView& view)
{
    std::vector<ResourceIndex> ingresses;
    for (const ResourceIndex index : view.graph().ofKind("Ingress")) {
        if (std::holds_alternative<mesh::Ingress>(view.at(index).body) && isOurs(view, view.at(index)))
            ingresses.push_back(index);
    }
    const auto created = [&](ResourceIndex index) {
        return view.at(index).rootNode()["metadata"]["creationTimestamp"].value();
    };
    std::ranges::stable_sort(ingresses, [&](ResourceIndex left, ResourceIndex right) {
        const mesh::ResourceKey& one = view.at(left).key;
        const mesh::ResourceKey& other = view.at(right).key;
        return isOlder(created(left), one.name, one.ns, created(right), other.name, other.ns);
    });
    std::map<std::string, std::shared_ptr<RouteTable>> byHost;
    for (const ResourceIndex index : ingresses) {
        const mesh::Resource& resource = view.at(index);
        addServers(resource, index);
        for (const NodeRef rule : resource.rootNode()["spec"]["rules"].resolved().items()) {
            const std::string_view written = rule["host"].value();
            const std::string host(written.empty() ? std::string_view("*") : written);
            std::shared_ptr<RouteTable>& table = byHost[host];
            if (table == nullptr) {
                table = std::make_shared<RouteTable>();
                table->resource = index;
                table->name = resource.key.name;
                table->ns = resource.key.ns;
                table->created = created(index);
                table->hosts.push_back(host);
                table->gateways.emplace_back(ingressGateway);
            }
            for (const NodeRef path : rule["http"]["paths"].resolved().items())
                table->rules.push_back(ruleOf(view, index, path));
        }
    }
    for (auto& [host, table] : byHost) {
        sortRules(table->rules);
        for (std::size_t i = 0; i < table->rules.size(); ++i)
            table->rules[i].index = static_cast<std::uint32_t>(i);
        m_tables.push_back(std::move(table));
    }
}

void IngressIndex::addServers(const mesh::Resource& resource, ResourceIndex index)
{
    constexpr std::uint32_t http = 80;
    constexpr std::uint32_t https = 443;
    const auto add = [&](std::uint32_t number, std::string protocol, std::string mode, source::NodeId node) {
        mesh::Gateway::Server& server = m_storage.emplace_back();
        server.port.number.value = number;
        server.port.protocol.value = std::move(protocol);
        server.tlsMode.value = std::move(mode);
        server.node = node;
        m_servers.push_back({index, &server});
        return &server;
    };
    for (const NodeRef tls : resource.rootNode()["spec"]["tls"].resolved().items()) {
        mesh::Gateway::Server* server = add(https, "HTTPS", "SIMPLE", tls.id());
        for (const NodeRef host : tls["hosts"].resolved().items())
            server->hosts.push_back({std::string(host.value()), host.id()});
    }
    add(http, "HTTP", {}, source::noNode);
}

} // namespace meshdraft::traffic
