// SPDX-License-Identifier: Apache-2.0
#include "views/inspector/facts.h"

#include "models/workspace/words.h"

#include <QStringList>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using workspace::printable;

namespace {

QString joined(const mesh::Labels& labels)
{
    QStringList parts;
    for (const auto& [key, value] : labels) {
        parts << printable(key) + u": "_s + printable(value);
    }
    return parts.join(u", "_s);
}

QString joined(const std::vector<mesh::Field<std::string>>& fields)
{
    QStringList parts;
    for (const auto& field : fields) {
        parts << printable(field.value);
    }
    return parts.join(u", "_s);
}

QString conditionText(const mesh::Match::Condition& condition)
{
    QString text = printable(condition.field);
    if (!condition.op.empty()) {
        text += u' ' + printable(condition.op);
    }
    if (!condition.value.empty()) {
        text += u' ' + printable(condition.value);
    }
    return text;
}

QString destinationText(const mesh::Destination& destination)
{
    QString text = printable(destination.host.value);
    if (destination.port.isPresent()) {
        text += u':' + QString::number(destination.port.value);
    }
    if (!destination.subset.value.empty()) {
        text += u' ' + printable(destination.subset.value);
    }
    return text;
}

QString portText(const mesh::Port& port)
{
    QStringList parts;
    if (port.number.isPresent()) {
        parts << QString::number(port.number.value);
    }
    if (!port.protocol.value.empty()) {
        parts << printable(port.protocol.value);
    } else if (!port.name.value.empty()) {
        parts << printable(port.name.value);
    }
    return parts.join(u' ');
}

} // namespace

QString FactSheet::routeName(const mesh::Route& route)
{
    if (!route.name.value.empty()) {
        return printable(route.name.value);
    }
    const std::string_view protocol = mesh::protocolName(route.protocol);
    return QString::fromUtf8(protocol.data(), static_cast<qsizetype>(protocol.size())) + u'['
        + QString::number(route.index) + u']';
}

QString FactSheet::kindAndNamespace(const mesh::ResourceKey& key)
{
    const QString kind = printable(key.kind);
    return key.ns.empty() ? kind : kind + u" · "_s + printable(key.ns);
}

Facts FactSheet::matches(const mesh::Route& route)
{
    Facts facts;
    for (const mesh::Match& match : route.matches) {
        QStringList parts;
        for (const auto& condition : match.conditions) {
            parts << conditionText(condition);
        }
        facts.push_back({match.name.empty() ? QString() : printable(match.name),
                         parts.isEmpty() ? tr("any request") : parts.join(tr(" and ")),
                         {}});
    }
    if (facts.empty()) {
        facts.push_back({{}, tr("Every request that no route above has taken."), {}});
    }
    return facts;
}

QString FactSheet::matchSummary(const mesh::Route& route)
{
    if (route.matches.empty()) {
        return tr("any request");
    }
    if (route.matches.size() == 1 && route.matches.front().conditions.size() == 1) {
        return conditionText(route.matches.front().conditions.front());
    }
    return route.matches.size() == 1 ? tr("1 match") : tr("%1 matches").arg(route.matches.size());
}

Facts FactSheet::timing(const mesh::Route& route)
{
    Facts facts;
    facts.push_back({tr("Timeout"), route.timeout.isPresent() ? printable(route.timeout.value) : tr("none"), {}});
    facts.push_back(
        {tr("Retries"),
         route.retryAttempts.isPresent() ? QString::number(route.retryAttempts.value) : tr("Istio's default"),
         {}});
    if (route.perTryTimeout.isPresent()) {
        facts.push_back({tr("Timeout a try"), printable(route.perTryTimeout.value), {}});
    }
    return facts;
}

QString FactSheet::timingSummary(const mesh::Route& route)
{
    QStringList parts;
    if (route.timeout.isPresent()) {
        parts << printable(route.timeout.value);
    }
    if (route.retryAttempts.isPresent()) {
        parts << (route.retryAttempts.value == 1 ? tr("1 retry") : tr("%1 retries").arg(route.retryAttempts.value));
    }
    return parts.isEmpty() ? tr("none") : parts.join(u" · "_s);
}

Facts FactSheet::features(const mesh::Route& route)
{
    const auto yes = [](bool value) { return value ? tr("yes") : tr("no"); };
    Facts facts{{tr("Fault injection"), yes(route.hasFault), {}},
                {tr("Header changes"), yes(route.hasHeaderChanges), {}},
                {tr("CORS policy"), yes(route.hasCors), {}},
                {tr("Rewrite"), yes(route.hasRewrite), {}}};
    if (route.hasRedirect) {
        facts.push_back({tr("Redirect"), yes(true), {}});
    }
    if (route.hasDirectResponse) {
        facts.push_back({tr("Direct response"), yes(true), {}});
    }
    return facts;
}

QString FactSheet::featureSummary(const mesh::Route& route)
{
    QStringList parts;
    const std::initializer_list<std::pair<bool, QString>> words{
        {route.hasFault, tr("fault")},       {route.hasHeaderChanges, tr("headers")},
        {route.hasCors, tr("CORS")},         {route.hasRewrite, tr("rewrite")},
        {route.hasRedirect, tr("redirect")}, {route.hasDirectResponse, tr("direct response")}};
    for (const auto& [present, word] : words) {
        if (present) {
            parts << word;
        }
    }
    return parts.isEmpty() ? tr("none") : parts.join(u", "_s);
}

Facts FactSheet::mirrors(const mesh::Route& route)
{
    Facts facts;
    for (const mesh::Destination& mirror : route.mirrors) {
        facts.push_back({tr("%1 %").arg(mirror.effectiveWeight), destinationText(mirror), {}});
    }
    return facts;
}

QString FactSheet::podsOf(const mesh::MeshGraph& graph, const std::vector<mesh::ResourceIndex>& workloads)
{
    std::int64_t pods = 0;
    bool stated = !workloads.empty();
    for (const mesh::ResourceIndex index : workloads) {
        const auto* workload = std::get_if<mesh::Workload>(&graph.at(index).body);
        stated = stated && workload != nullptr && workload->replicas.has_value();
        pods += workload != nullptr ? workload->replicas.value_or(0) : 0;
    }
    if (stated) {
        return pods == 1 ? tr("1 pod") : tr("%1 pods").arg(pods);
    }
    if (workloads.empty()) {
        return tr("no workload");
    }
    return workloads.size() == 1 ? tr("1 workload") : tr("%1 workloads").arg(workloads.size());
}

QString FactSheet::podsBehind(const mesh::MeshGraph& graph, const mesh::Resource& table,
                              const mesh::Destination& destination)
{
    const std::string& ns = destination.backendNamespace.empty() ? table.key.ns : destination.backendNamespace;
    const mesh::HostResolution host = graph.resolveHost(destination.host.value, ns);
    if (host.resource == mesh::noResource) {
        return host.resolution == mesh::Resolution::Missing ? tr("no such host") : tr("outside these files");
    }
    if (destination.subset.value.empty()) {
        if (std::holds_alternative<mesh::ServiceEntry>(graph.at(host.resource).body)) {
            return tr("external");
        }
        return podsOf(graph, graph.workloadsOf(host.resource));
    }
    for (const mesh::ResourceIndex rule : graph.destinationRulesFor(host.fqdn)) {
        const auto* body = std::get_if<mesh::DestinationRule>(&graph.at(rule).body);
        for (const auto& subset : body != nullptr ? body->subsets : std::vector<mesh::DestinationRule::Subset>{}) {
            if (subset.name.value == destination.subset.value) {
                return podsOf(graph, graph.workloadsOf(host.resource, subset.labels));
            }
        }
    }
    return tr("no such subset");
}

namespace {

void add(Facts& facts, const QString& label, const QString& text, const mesh::ElementRef& target = {})
{
    if (!text.isEmpty()) {
        facts.push_back({label, text, target});
    }
}

} // namespace

Facts FactSheet::body(const mesh::MeshGraph& graph, mesh::ResourceIndex index)
{
    const mesh::Resource& resource = graph.at(index);
    Facts facts;
    if (const auto* gateway = std::get_if<mesh::Gateway>(&resource.body)) {
        for (const auto& server : gateway->servers) {
            const QString hosts = joined(server.hosts);
            add(facts, portText(server.port), hosts.isEmpty() ? tr("any host") : hosts, resource.element(server.node));
            add(facts, tr("TLS"), printable(server.tlsMode.value));
            add(facts, tr("Certificate"), printable(server.credential.value));
        }
        add(facts, tr("Selector"), joined(gateway->selector));
        add(facts, tr("Class"), printable(gateway->className));
    } else if (const auto* table = std::get_if<mesh::RouteTable>(&resource.body)) {
        add(facts, tr("Hosts"), joined(table->hosts));
        add(facts, tr("Exported to"), joined(table->exportTo));
    } else if (const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body)) {
        add(facts, tr("Host"), printable(rule->host.value));
        const mesh::HostResolution host = graph.resolveHost(rule->host.value, resource.key.ns);
        for (const auto& subset : rule->subsets) {
            QString text = joined(subset.labels);
            if (host.resource != mesh::noResource) {
                text += u" · "_s + podsOf(graph, graph.workloadsOf(host.resource, subset.labels));
            }
            add(facts, printable(subset.name.value), text, resource.element(subset.node));
        }
        add(facts, tr("TLS"), printable(rule->tlsMode));
        add(facts, tr("Circuit breaker"), rule->hasCircuitBreaker ? tr("yes") : QString());
        add(facts, tr("Exported to"), joined(rule->exportTo));
    } else if (const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body)) {
        add(facts, tr("Hosts"), joined(entry->hosts));
        for (const mesh::Port& port : entry->ports) {
            add(facts, tr("Port"), portText(port));
        }
        add(facts, tr("Location"), entry->location.empty() ? u"MESH_EXTERNAL"_s : printable(entry->location));
        add(facts, tr("Resolution"), entry->resolution.empty() ? u"NONE"_s : printable(entry->resolution));
    } else if (const auto* service = std::get_if<mesh::Service>(&resource.body)) {
        for (const mesh::Port& port : service->ports) {
            add(facts, tr("Port"), portText(port));
        }
        add(facts, tr("Selector"), joined(service->selector));
        add(facts, tr("Type"), printable(service->type));
        add(facts, tr("External name"), printable(service->externalName));
        add(facts, tr("Behind it"), podsOf(graph, graph.workloadsOf(index)));
    } else if (const auto* workload = std::get_if<mesh::Workload>(&resource.body)) {
        add(facts, tr("Pods"),
            workload->replicas ? QString::number(*workload->replicas) : tr("not stated in the files"));
        add(facts, tr("Labels"), joined(workload->podLabels));
        add(facts, tr("Account"), printable(workload->serviceAccount));
    } else if (const auto* peer = std::get_if<mesh::PeerAuthentication>(&resource.body)) {
        add(facts, tr("mTLS"), peer->mode.isPresent() ? printable(peer->mode.value) : tr("inherited"));
        add(facts, tr("Selector"),
            peer->target.isEverything() ? tr("the whole namespace") : joined(peer->target.selector));
    }
    return facts;
}

Facts FactSheet::uses(const mesh::MeshGraph& graph, mesh::ResourceIndex index)
{
    const auto verbs = [](mesh::ReferenceType type, bool from) {
        switch (type) {
        case mesh::ReferenceType::Exposes:
            return from ? tr("Gateway") : tr("Exposes");
        case mesh::ReferenceType::Routes:
            return from ? tr("Routes to") : tr("Routed by");
        case mesh::ReferenceType::Mirrors:
            return from ? tr("Mirrors to") : tr("Mirrored by");
        case mesh::ReferenceType::Delegates:
            return from ? tr("Delegates to") : tr("Delegated by");
        case mesh::ReferenceType::AppliesTo:
            return from ? tr("Applies to") : tr("Policy of");
        case mesh::ReferenceType::Selects:
            return from ? tr("Selects") : tr("Selected by");
        }
        return QString();
    };
    Facts facts;
    const auto append = [&facts](Fact fact) {
        if (std::ranges::find(facts, fact) == facts.end()) {
            facts.push_back(std::move(fact));
        }
    };
    for (const mesh::Reference& reference : graph.referencesFrom(index)) {
        if (reference.to != mesh::noResource) {
            const mesh::Resource& target = graph.at(reference.to);
            append({verbs(reference.type, true), printable(target.key.name) + u" · "_s + printable(target.key.kind),
                    target.element()});
        } else {
            append({verbs(reference.type, true),
                    reference.resolution == mesh::Resolution::Missing
                        ? tr("%1, which does not exist").arg(printable(reference.target))
                        : printable(reference.target),
                    {}});
        }
    }
    for (const mesh::Reference* reference : graph.referencesTo(index)) {
        const mesh::Resource& source = graph.at(reference->from);
        append({verbs(reference->type, false), printable(source.key.name) + u" · "_s + printable(source.key.kind),
                source.element()});
    }
    return facts;
}

QString FactSheet::usesSummary(const Facts& facts)
{
    if (facts.empty()) {
        return tr("nowhere");
    }
    return facts.size() == 1 ? tr("1 reference") : tr("%1 references").arg(facts.size());
}

} // namespace meshdraft::views
