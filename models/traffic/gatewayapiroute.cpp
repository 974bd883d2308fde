// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/gatewayapiroute.h"

#include "models/mesh/hostnames.h"
#include "models/mesh/yamlreader.h"
#include "models/traffic/lowercase.h"

#include <re2/re2.h>

#include <algorithm>
#include <utility>

namespace meshdraft::traffic {

using mesh::ResourceIndex;
using mesh::effective::MeshView;
using source::NodeRef;
using Kind = TextMatch::Kind;

namespace {

mesh::Protocol protocolOf(std::string_view kind)
{
    if (kind == "TLSRoute")
        return mesh::Protocol::Tls;
    if (kind == "TCPRoute")
        return mesh::Protocol::Tcp;
    return kind == "GRPCRoute" ? mesh::Protocol::Grpc : mesh::Protocol::Http;
}

class Reader {
public:
    Reader(const MeshView& view, const Registry& registry, ResourceIndex index, bool isMesh)
        : m_view(view)
        , m_registry(registry)
        , m_index(index)
        , m_resource(view.at(index))
        , m_yaml(m_resource.document())
        , m_protocol(protocolOf(m_resource.key.kind))
        , m_isMesh(isMesh)
    {
    }

    RouteTablePtr run()
    {
        auto table = std::make_shared<RouteTable>();
        table->resource = m_index;
        table->name = m_resource.key.name;
        table->ns = m_resource.key.ns;
        table->created = m_resource.rootNode()["metadata"]["creationTimestamp"].value();
        table->isGatewayApi = true;
        const NodeRef spec = m_yaml.get(m_resource.rootNode(), "spec");
        for (const mesh::Field<std::string>& host : m_yaml.strings(m_yaml.get(spec, "hostnames")))
            table->hosts.push_back(lower(host.value));
        if (table->hosts.empty())
            table->hosts.emplace_back("*");
        std::uint32_t position = 0;
        for (const NodeRef item : m_yaml.items(m_yaml.get(spec, "rules"))) {
            RouteRule rule = readRule(item);
            rule.index = position++;
            if (m_protocol == mesh::Protocol::Tls) {
                RouteMatch match;
                match.place = rule.place;
                match.sniHosts = table->hosts;
                rule.matches.push_back(std::move(match));
            }
            table->rules.push_back(std::move(rule));
        }
        return table;
    }

private:
    Place placeOf(NodeRef node) const { return {m_index, node.id()}; }

    static Kind kindOf(std::string_view type, Kind otherwise)
    {
        if (type == "Exact")
            return Kind::Exact;
        if (type == "PathPrefix")
            return Kind::PathPrefix;
        return type == "RegularExpression" ? Kind::Regex : otherwise;
    }

    RouteMatch readMatch(NodeRef node)
    {
        RouteMatch match;
        match.place = placeOf(node);
        match.name = m_yaml.string(node, "name").value;
        if (const NodeRef path = m_yaml.get(node, "path"); path.resolved().isMapping()) {
            const mesh::Field<std::string> value = m_yaml.string(path, "value");
            match.path = TextMatch(kindOf(m_yaml.string(path, "type").value, Kind::PathPrefix),
                                   value.isPresent() ? value.value : "/");
        }
        const NodeRef method = m_yaml.get(node, "method");
        if (m_protocol == mesh::Protocol::Grpc) {
            readGrpcMethod(match, method);
        } else if (const mesh::Field<std::string> value = m_yaml.string(method); value.isPresent()) {
            match.method = TextMatch(Kind::Exact, value.value);
        }
        const auto addNamed = [&](std::vector<NamedMatch>& into, NodeRef list, bool isHeader) {
            for (const NodeRef item : m_yaml.items(list)) {
                const std::string name = m_yaml.string(item, "name").value;
                into.push_back({isHeader ? lower(name) : name,
                                TextMatch(kindOf(m_yaml.string(item, "type").value, Kind::Exact),
                                          m_yaml.string(item, "value").value),
                                false});
            }
        };
        addNamed(match.headers, m_yaml.get(node, "headers"), true);
        addNamed(match.query, m_yaml.get(node, "queryParams"), false);
        return match;
    }

    /// A gRPC call is a POST to /SERVICE/METHOD.
    void readGrpcMethod(RouteMatch& match, NodeRef method)
    {
        const std::string service = m_yaml.string(method, "service").value;
        const std::string name = m_yaml.string(method, "method").value;
        if (service.empty() && name.empty())
            return;
        if (m_yaml.string(method, "type").value == "RegularExpression") {
            match.path = TextMatch(Kind::Regex,
                                   "/" + (service.empty() ? "[^/]+" : service) + "/" + (name.empty() ? ".+" : name));
        } else if (name.empty()) {
            match.path = TextMatch(Kind::Prefix, "/" + service + "/");
        } else if (service.empty()) {
            match.path = TextMatch(Kind::Regex, "/[^/]+/" + re2::RE2::QuoteMeta(name));
        } else {
            match.path = TextMatch(Kind::Exact, "/" + service + "/" + name);
        }
    }

    bool isGranted(std::string_view kind, std::string_view name, std::string_view ns) const
    {
        return std::ranges::any_of(m_view.of<mesh::ReferenceGrant>(ns), [&](ResourceIndex index) {
            return std::get<mesh::ReferenceGrant>(m_view.at(index).body)
                .permits(m_resource.key.group, m_resource.key.kind, m_resource.key.ns, "", kind, name);
        });
    }

    RouteDestination readBackend(NodeRef backend, NodeRef place)
    {
        RouteDestination destination;
        destination.place = placeOf(place);
        destination.port = m_yaml.number(backend, "port").value;
        const std::string name = m_yaml.string(backend, "name").value;
        const mesh::Field<std::string> written = m_yaml.string(backend, "namespace");
        const std::string& ns = written.isPresent() ? written.value : m_resource.key.ns;
        const mesh::Field<std::string> kind = m_yaml.string(backend, "kind");
        if (mesh::hasPlaceholder(name)) {
            destination.isUnknown = true;
            return destination;
        }
        if (kind.isPresent() && kind.value == "Hostname") {
            destination.host = lower(name);
            return destination;
        }
        if (kind.isPresent() && kind.value != "Service") {
            destination.isUnknown = true;
            return destination;
        }
        if (!m_isMesh && ns != m_resource.key.ns && !isGranted("Service", name, ns))
            return destination;
        std::string host = m_view.serviceHost(name, ns);
        if (m_registry.ofHost(host).empty() && m_view.hasServices(ns))
            return destination;
        destination.host = std::move(host);
        return destination;
    }

    static double fractionOf(double numerator, double denominator)
    {
        return denominator > 0 ? numerator / denominator * 100.0 : 0.0;
    }

    void readMirror(RouteRule& rule, NodeRef filter)
    {
        constexpr double everything = 100.0;
        const NodeRef mirror = m_yaml.get(filter, "requestMirror");
        double percent = everything;
        if (const auto stated = m_yaml.get(mirror, "percent").resolved().toDouble()) {
            percent = *stated;
        } else if (const NodeRef fraction = m_yaml.get(mirror, "fraction"); fraction.resolved().isMapping()) {
            percent = fractionOf(m_yaml.get(fraction, "numerator").resolved().toDouble().value_or(0.0),
                                 m_yaml.get(fraction, "denominator").resolved().toDouble().value_or(everything));
        }
        rule.mirrors.push_back({readBackend(m_yaml.get(mirror, "backendRef"), filter), percent});
    }

    void readRedirect(RouteAction& action, NodeRef filter)
    {
        constexpr int found = 302;
        const NodeRef redirect = m_yaml.get(filter, "requestRedirect");
        action.kind = RouteAction::Kind::Redirect;
        action.place = placeOf(filter);
        const auto status = m_yaml.integer(redirect, "statusCode");
        action.status = status.value == 0 ? found : static_cast<int>(status.value);
        const std::string scheme = m_yaml.string(redirect, "scheme").value;
        const std::string host = m_yaml.string(redirect, "hostname").value;
        const std::string port = m_yaml.string(redirect, "port").value;
        if (!scheme.empty() || !host.empty())
            action.redirectTo = (scheme.empty() ? "" : scheme + ":") + "//" + host;
        if (!port.empty())
            action.redirectTo += ":" + port;
        action.redirectTo += pathOf(redirect);
    }

    std::string pathOf(NodeRef filter)
    {
        const NodeRef path = m_yaml.get(filter, "path");
        const std::string full = m_yaml.string(path, "replaceFullPath").value;
        return full.empty() ? m_yaml.string(path, "replacePrefixMatch").value : full;
    }

    void readFilters(RouteRule& rule, NodeRef filters)
    {
        for (const NodeRef filter : m_yaml.items(filters)) {
            const std::string type = m_yaml.string(filter, "type").value;
            RouteAction& action = rule.action;
            if (type == "RequestMirror") {
                readMirror(rule, filter);
            } else if (type == "RequestRedirect") {
                readRedirect(action, filter);
            } else if (type == "URLRewrite") {
                const NodeRef rewrite = m_yaml.get(filter, "urlRewrite");
                action.rewritePlace = placeOf(filter);
                action.rewriteHost = m_yaml.string(rewrite, "hostname").value;
                action.rewritePath = pathOf(rewrite);
                action.rewritesWholePath = m_yaml.string(m_yaml.get(rewrite, "path"), "replaceFullPath").isPresent();
            } else if (type == "RequestHeaderModifier" || type == "ResponseHeaderModifier") {
                action.headersPlace = placeOf(filter);
            } else if (type == "CORS") {
                action.corsPlace = placeOf(filter);
            }
        }
    }

    RouteRule readRule(NodeRef node)
    {
        RouteRule rule;
        rule.place = placeOf(node);
        rule.protocol = m_protocol;
        rule.name = m_yaml.string(node, "name").value;
        for (const NodeRef item : m_yaml.items(m_yaml.get(node, "matches")))
            rule.matches.push_back(readMatch(item));
        readFilters(rule, m_yaml.get(node, "filters"));
        for (const NodeRef item : m_yaml.items(m_yaml.get(node, "backendRefs"))) {
            RouteDestination destination = readBackend(item, item);
            const auto weight = m_yaml.integer(item, "weight");
            destination.weight = weight.isPresent() ? std::max<std::int64_t>(weight.value, 0) : 1;
            rule.destinations.push_back(std::move(destination));
            readFilters(rule, m_yaml.get(item, "filters"));
        }
        const NodeRef timeouts = m_yaml.get(node, "timeouts");
        const mesh::Field<std::string> timeout = m_yaml.string(timeouts, "request");
        rule.timeout = timeout.value;
        if (timeout.isPresent())
            rule.timeoutPlace = {m_index, timeout.node};
        const mesh::Field<std::string> backend = m_yaml.string(timeouts, "backendRequest");
        if (const NodeRef retry = m_yaml.get(node, "retry"); retry.resolved().isMapping()) {
            constexpr std::int64_t usualAttempts = 2;
            const auto attempts = m_yaml.integer(retry, "attempts");
            rule.retriesPlace = placeOf(retry);
            rule.attempts = attempts.isPresent() ? attempts.value : usualAttempts;
            rule.retryOn = "connect-failure,refused-stream,unavailable,cancelled";
            for (const mesh::Field<std::string>& code : m_yaml.strings(m_yaml.get(retry, "codes")))
                rule.retryOn += "," + code.value;
            rule.perTryTimeout = backend.value;
        } else if (backend.isPresent()) {
            // without a policy of retries it is the timeout of the whole request
            rule.timeout = backend.value;
            rule.timeoutPlace = {m_index, backend.node};
        }
        return rule;
    }

    const MeshView& m_view;
    const Registry& m_registry;
    ResourceIndex m_index;
    const mesh::Resource& m_resource;
    mesh::YamlReader m_yaml;
    mesh::Protocol m_protocol;
    bool m_isMesh;
};

} // namespace

RouteTablePtr readGatewayApiRoute(const MeshView& view, const Registry& registry, ResourceIndex index, bool isMesh)
{
    return Reader(view, registry, index, isMesh).run();
}

} // namespace meshdraft::traffic
