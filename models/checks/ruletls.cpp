// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/mtls.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <optional>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

/// Client TLS settings in one place of a rule.
struct TlsPlace {
    NodeRef tls;
    NodeRef policy; ///< the trafficPolicy it stands in
    std::optional<std::int64_t> port; ///< nothing: of all ports that have no settings of their own
    mesh::Labels subset;
};

bool hasOwnTls(NodeRef policy, std::uint32_t port)
{
    return std::ranges::any_of(policy["portLevelSettings"].resolved().items(), [&](const NodeRef& item) {
        return item["port"]["number"].resolved().toInt() == static_cast<std::int64_t>(port) && item["tls"].isValid();
    });
}

void addPlaces(NodeRef policy, const mesh::Labels& subset, std::vector<TlsPlace>& places)
{
    if (policy["tls"].resolved().isMapping())
        places.push_back({policy["tls"].resolved(), policy, {}, subset});
    for (const NodeRef& item : policy["portLevelSettings"].resolved().items()) {
        if (item["tls"].resolved().isMapping())
            places.push_back({item["tls"].resolved(), policy, item["port"]["number"].resolved().toInt(), subset});
    }
}

/// How the pods at the ports of a place take connections; Unknown where they are not all alike.
Servers serversAt(const mesh::MeshGraph& graph, mesh::ResourceIndex service, const TlsPlace& place,
                  mesh::Lookups* asked)
{
    std::optional<Servers> all;
    for (const mesh::Port& port : std::get<mesh::Service>(graph.at(service).body).ports) {
        const bool isMeant =
            place.port ? *place.port == port.number.value : !hasOwnTls(place.policy, port.number.value);
        if (!isMeant)
            continue;
        const Servers one = serversOf(graph, service, port, place.subset, asked);
        if (all.value_or(one) != one)
            return Servers::Unknown;
        all = one;
    }
    return all.value_or(Servers::Unknown);
}

void checkPlace(const mesh::MeshGraph& graph, const mesh::Resource& resource, mesh::ResourceIndex service,
                const TlsPlace& place, Report& report)
{
    const NodeRef mode = place.tls["mode"];
    const std::string_view written = mode.value();
    const bool isPlain = written == "DISABLE" || written == "SIMPLE" || written.empty();
    if (!isPlain && written != "ISTIO_MUTUAL")
        return;
    const Servers servers = serversAt(graph, service, place, report.asked());
    const source::NodeId node = mode.isValid() ? mode.id() : place.tls.id();
    const std::string name = fullName(graph.at(service));
    if (isPlain && servers == Servers::Strict) {
        report.add(findingAt(resource, node, "MD146", Severity::Error, message::rulePlaintext,
                             {name, written.empty() ? "DISABLE" : std::string(written)}));
    } else if (!isPlain && servers == Servers::NoMtls) {
        report.add(findingAt(resource, node, "MD147", Severity::Error, message::ruleMutualDisabled, {name}));
    } else if (!isPlain && servers == Servers::NoProxy) {
        report.add(findingAt(resource, node, "MD147", Severity::Warning, message::ruleMutualNoProxy, {name}));
    }
}

/// Without auto mTLS a rule that says nothing of TLS takes the place of one that switches it on for all hosts.
void checkLost(const mesh::MeshGraph& graph, const mesh::Resource& resource, const mesh::DestinationRule& rule,
               const std::string& host, Report& report)
{
    if (!rule.tlsMode.empty() || usesAutoMtls(graph, report.asked()))
        return;
    const auto covers = coversOf(host);
    for (const std::string& ns : {resource.key.ns, rootNamespaceOf(graph, report.asked())}) {
        for (auto cover = covers.begin() + 1; cover != covers.end(); ++cover) {
            for (const mesh::ResourceIndex each : graph.answers(mesh::Question::Rules, *cover, report.asked())) {
                const mesh::Resource& other = graph.at(each);
                report.asked()->add(mesh::Question::Content, other.key);
                if (other.key.ns != ns || std::get<mesh::DestinationRule>(other.body).tlsMode != "ISTIO_MUTUAL")
                    continue;
                report.add(findingAt(resource, rule.host.node, "MD148", Severity::Warning, message::ruleLosesMtls,
                                     {rule.host.value, fullName(other)}));
                return;
            }
        }
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body);
    if (rule == nullptr || rule->host.value.contains('*'))
        return;
    const auto references = graph.referencesFrom(index);
    const auto host = std::ranges::find(references, mesh::ReferenceType::AppliesTo, &mesh::Reference::type);
    if (host == references.end() || host->to == mesh::noResource)
        return;
    const mesh::Resource& target = graph.at(host->to);
    report.asked()->add(mesh::Question::Content, target.key);
    const auto* service = std::get_if<mesh::Service>(&target.body);
    if (service == nullptr || service->type == "ExternalName")
        return;
    checkLost(graph, resource, *rule, host->target, report);
    std::vector<TlsPlace> places;
    const NodeRef spec = resource.rootNode()["spec"];
    addPlaces(spec["trafficPolicy"].resolved(), {}, places);
    for (const mesh::DestinationRule::Subset& subset : rule->subsets)
        addPlaces(resource.node(subset.node).resolved()["trafficPolicy"].resolved(), subset.labels, places);
    for (const TlsPlace& place : places)
        checkPlace(graph, resource, host->to, place, report);
}

} // namespace

/// A DestinationRule starts another kind of TLS than the servers take (Kiali's KIA0204 to KIA0208).
Check ruleTls()
{
    return {{"rule-tls",
             kindsWith({"Application", "ConfigMap", "DestinationRule", "HelmRelease", "IstioOperator",
                        "PeerAuthentication", "Service"}),
             {"MD146", "MD147", "MD148"}},
            check};
}

} // namespace meshdraft::checks
