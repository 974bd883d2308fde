// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/virtualservice.h"

#include "models/mesh/hostnames.h"
#include "models/traffic/delegation.h"
#include "models/traffic/lowercase.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace meshdraft::traffic {

using mesh::ResourceIndex;
using mesh::effective::MeshView;
using source::NodeRef;

namespace {

/// Reads the rules of one resource.
class Reader {
public:
    Reader(const MeshView& view, ResourceIndex index)
        : m_view(view)
        , m_index(index)
        , m_resource(view.at(index))
        , m_yaml(m_resource.document())
    {
    }

    std::vector<RouteRule> rules()
    {
        std::vector<RouteRule> rules;
        const NodeRef spec = m_yaml.get(m_resource.rootNode(), "spec");
        for (const mesh::Protocol protocol : {mesh::Protocol::Http, mesh::Protocol::Tls, mesh::Protocol::Tcp}) {
            std::uint32_t position = 0;
            for (const NodeRef item : m_yaml.items(m_yaml.get(spec, mesh::protocolName(protocol)))) {
                RouteRule rule = readRule(item, protocol);
                rule.index = position++;
                rules.push_back(std::move(rule));
            }
        }
        return rules;
    }

    std::vector<std::string> hosts()
    {
        std::vector<std::string> hosts;
        for (const mesh::Field<std::string>& host :
             m_yaml.strings(m_yaml.get(m_resource.rootNode(), {"spec", "hosts"})))
            hosts.push_back(lower(m_view.fullHost(host.value, m_resource.key.ns)));
        return hosts;
    }

    std::vector<std::string> gateways(NodeRef list)
    {
        std::vector<std::string> gateways;
        for (const mesh::Field<std::string>& name : m_yaml.strings(list)) {
            gateways.push_back(name.value == "mesh" ? name.value
                                                    : mesh::gatewayReference(name.value, m_resource.key.ns));
        }
        return gateways;
    }

private:
    Place placeOf(NodeRef node) const { return {m_index, node.id()}; }

    std::optional<TextMatch> text(NodeRef node, bool ignoresCase = false)
    {
        if (!node.resolved().isMapping())
            return std::nullopt;
        using Kind = TextMatch::Kind;
        for (const auto& [op, kind] :
             {std::pair(std::string_view("exact"), Kind::Exact), std::pair(std::string_view("prefix"), Kind::Prefix),
              std::pair(std::string_view("regex"), Kind::Regex)}) {
            if (const mesh::Field<std::string> value = m_yaml.string(node, op); value.isPresent()) {
                return TextMatch(value.value.empty() && kind != Kind::Exact ? Kind::Present : kind, value.value,
                                 ignoresCase);
            }
        }
        return TextMatch();
    }

    void addNamed(std::vector<NamedMatch>& into, NodeRef mapping, bool isInverted, bool isHeader)
    {
        for (const auto& [key, value] : m_yaml.entries(mapping)) {
            NamedMatch match;
            // names of claims ("@request.auth.claims...") keep their case
            match.name = isHeader && !key.value().starts_with('@') ? lower(key.value()) : std::string(key.value());
            match.text = text(value).value_or(TextMatch());
            match.isInverted = isInverted;
            into.push_back(std::move(match));
        }
    }

    RouteMatch readMatch(NodeRef node)
    {
        RouteMatch match;
        match.place = placeOf(node);
        match.name = m_yaml.string(node, "name").value;
        match.port = m_yaml.number(node, "port").value;
        match.gateways = gateways(m_yaml.get(node, "gateways"));
        match.sourceLabels = m_yaml.labels(m_yaml.get(node, "sourceLabels"));
        match.sourceNamespace = m_yaml.string(node, "sourceNamespace").value;
        match.ignoresCase = m_yaml.isTrue(node, "ignoreUriCase");
        match.path = text(m_yaml.get(node, "uri"), match.ignoresCase);
        match.method = text(m_yaml.get(node, "method"));
        match.scheme = text(m_yaml.get(node, "scheme"));
        match.authority = text(m_yaml.get(node, "authority"));
        addNamed(match.headers, m_yaml.get(node, "headers"), false, true);
        addNamed(match.headers, m_yaml.get(node, "withoutHeaders"), true, true);
        addNamed(match.query, m_yaml.get(node, "queryParams"), false, false);
        for (const mesh::Field<std::string>& host : m_yaml.strings(m_yaml.get(node, "sniHosts")))
            match.sniHosts.push_back(lower(host.value));
        for (const mesh::Field<std::string>& subnet : m_yaml.strings(m_yaml.get(node, "destinationSubnets")))
            match.subnets.push_back(subnet.value);
        return match;
    }

    RouteDestination readDestination(NodeRef destination, NodeRef place)
    {
        RouteDestination result;
        result.place = placeOf(place);
        const std::string host = m_yaml.string(destination, "host").value;
        result.isUnknown = mesh::hasPlaceholder(host);
        result.host = lower(m_view.fullHost(host, m_resource.key.ns));
        result.subset = m_yaml.string(destination, "subset").value;
        result.port = m_yaml.number(m_yaml.get(destination, "port"), "number").value;
        return result;
    }

    double percent(NodeRef percentage, double otherwise) const
    {
        if (percentage.resolved().isMapping())
            return m_yaml.get(percentage, "value").resolved().toDouble().value_or(0.0);
        return percentage.resolved().toDouble().value_or(otherwise);
    }

    /// 0 percent mirror nothing.
    static void addMirror(RouteRule& rule, RouteMirror mirror)
    {
        if (mirror.percent > 0)
            rule.mirrors.push_back(std::move(mirror));
    }

    void readMirrors(RouteRule& rule, NodeRef node)
    {
        if (const NodeRef mirror = m_yaml.get(node, "mirror"); mirror.resolved().isMapping()) {
            NodeRef share = m_yaml.get(node, "mirrorPercentage");
            for (const std::string_view older : {"mirrorPercent", "mirror_percent"}) {
                if (!share.isValid())
                    share = m_yaml.get(node, older);
            }
            addMirror(rule, {readDestination(mirror, mirror), percent(share, 100.0)});
        }
        for (const NodeRef item : m_yaml.items(m_yaml.get(node, "mirrors"))) {
            addMirror(rule,
                      {readDestination(m_yaml.get(item, "destination"), item),
                       percent(m_yaml.get(item, "percentage"), 100.0)});
        }
    }

    void readFault(RouteAction& action, NodeRef fault)
    {
        if (const NodeRef abort = m_yaml.get(fault, "abort"); abort.resolved().isMapping()) {
            action.abortPlace = placeOf(abort);
            action.abortPercent = percent(m_yaml.get(abort, "percentage"), 0.0);
            action.abortStatus = static_cast<int>(m_yaml.integer(abort, "httpStatus").value);
        }
        if (const NodeRef delay = m_yaml.get(fault, "delay"); delay.resolved().isMapping()) {
            action.delayPlace = placeOf(delay);
            NodeRef share = m_yaml.get(delay, "percentage");
            if (!share.isValid())
                share = m_yaml.get(delay, "percent");
            action.delayPercent = percent(share, 0.0);
            action.delay = m_yaml.string(delay, "fixedDelay").value;
        }
    }

    void readAction(RouteAction& action, NodeRef node)
    {
        if (const NodeRef redirect = m_yaml.get(node, "redirect"); redirect.resolved().isMapping()) {
            action.kind = RouteAction::Kind::Redirect;
            action.place = placeOf(redirect);
            const auto status = m_yaml.integer(redirect, "redirectCode");
            action.status = status.value == 0 ? 301 : static_cast<int>(status.value);
            action.redirectTo = redirectTarget(redirect);
        } else if (const NodeRef direct = m_yaml.get(node, "directResponse"); direct.resolved().isMapping()) {
            action.kind = RouteAction::Kind::DirectResponse;
            action.place = placeOf(direct);
            action.status = static_cast<int>(m_yaml.integer(direct, "status").value);
        }
        readFault(action, m_yaml.get(node, "fault"));
        if (const NodeRef rewrite = m_yaml.get(node, "rewrite"); rewrite.resolved().isMapping()) {
            action.rewritePlace = placeOf(rewrite);
            action.rewritePath = m_yaml.string(rewrite, "uri").value;
            action.rewriteHost = m_yaml.string(rewrite, "authority").value;
            if (const NodeRef regex = m_yaml.get(rewrite, "uriRegexRewrite"); regex.resolved().isMapping()) {
                action.rewritePath = m_yaml.string(regex, "rewrite").value;
                action.rewriteRegex = m_yaml.string(regex, "match").value;
            }
        }
        if (const NodeRef headers = m_yaml.get(node, "headers"); headers.resolved().isMapping())
            action.headersPlace = placeOf(headers);
        if (const NodeRef cors = m_yaml.get(node, "corsPolicy"); cors.resolved().isMapping())
            action.corsPlace = placeOf(cors);
    }

    std::string redirectTarget(NodeRef redirect) const
    {
        const std::string scheme = m_yaml.string(redirect, "scheme").value;
        const std::string host = m_yaml.string(redirect, "authority").value;
        const std::string path = m_yaml.string(redirect, "uri").value;
        std::string target = scheme.empty() ? "" : scheme + ":";
        if (!host.empty() || !scheme.empty())
            target += "//" + host;
        return target + path;
    }

    RouteRule readRule(NodeRef node, mesh::Protocol protocol)
    {
        RouteRule rule;
        rule.place = placeOf(node);
        rule.protocol = protocol;
        rule.name = m_yaml.string(node, "name").value;
        for (const NodeRef item : m_yaml.items(m_yaml.get(node, "match")))
            rule.matches.push_back(readMatch(item));
        const std::vector<NodeRef> items = m_yaml.items(m_yaml.get(node, "route"));
        for (const NodeRef item : items) {
            RouteDestination destination = readDestination(m_yaml.get(item, "destination"), item);
            destination.weight = std::max<std::int64_t>(m_yaml.integer(item, "weight").value, 0);
            // a lone destination gets everything, whatever its weight says
            if (items.size() == 1)
                destination.weight = 1;
            rule.destinations.push_back(std::move(destination));
        }
        if (protocol != mesh::Protocol::Http)
            return rule;
        readMirrors(rule, node);
        readAction(rule.action, node);
        const mesh::Field<std::string> timeout = m_yaml.string(node, "timeout");
        rule.timeout = timeout.value;
        if (timeout.isPresent())
            rule.timeoutPlace = {m_index, timeout.node};
        if (const NodeRef retries = m_yaml.get(node, "retries"); retries.resolved().isMapping()) {
            rule.retriesPlace = placeOf(retries);
            rule.attempts = m_yaml.integer(retries, "attempts").value;
            rule.perTryTimeout = m_yaml.string(retries, "perTryTimeout").value;
            rule.retryOn = m_yaml.string(retries, "retryOn").value;
        }
        return rule;
    }

    const MeshView& m_view;
    ResourceIndex m_index;
    const mesh::Resource& m_resource;
    mesh::YamlReader m_yaml;
};

} // namespace

RouteTablePtr readVirtualService(const MeshView& view, ResourceIndex index)
{
    const mesh::Resource& resource = view.at(index);
    const auto& body = std::get<mesh::RouteTable>(resource.body);
    Reader reader(view, index);
    auto table = std::make_shared<RouteTable>();
    table->resource = index;
    table->name = resource.key.name;
    table->ns = resource.key.ns;
    table->created = resource.rootNode()["metadata"]["creationTimestamp"].value();
    table->hosts = reader.hosts();
    table->gateways = reader.gateways(resource.rootNode()["spec"]["gateways"]);
    if (table->gateways.empty())
        table->gateways.emplace_back("mesh");
    for (RouteRule& rule : reader.rules()) {
        const mesh::Route* written = nullptr;
        for (const mesh::Route& route : body.routes) {
            if (route.protocol == rule.protocol && route.index == rule.index && route.delegate.isPresent())
                written = &route;
        }
        if (written == nullptr) {
            table->rules.push_back(std::move(rule));
            continue;
        }
        const ResourceIndex delegate = findDelegate(view, index, written->delegate.value);
        if (delegate == mesh::noResource)
            continue;
        std::vector<RouteRule> delegated = Reader(view, delegate).rules();
        for (RouteRule& merged : mergeDelegate(rule, std::move(delegated)))
            table->rules.push_back(std::move(merged));
    }
    return table;
}

} // namespace meshdraft::traffic
