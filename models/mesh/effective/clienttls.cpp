// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/clienttls.h"

#include "models/mesh/effective/hostresolution.h"
#include "models/mesh/effective/podtemplate.h"
#include "models/mesh/effective/servermtls.h"

#include <algorithm>

namespace meshdraft::mesh::effective {

namespace {

using Case = ClientTlsAnswer::Case;

/// The `tls` of one trafficPolicy for a port.
struct TlsPart {
    source::NodeRef tls; ///< invalid or null: not set
    bool isPort = false; ///< from portLevelSettings, which inherit nothing
};

TlsPart tlsOf(source::NodeRef policy, std::uint32_t port)
{
    if (port != 0) {
        for (const source::NodeRef item : policy["portLevelSettings"].resolved().items()) {
            if (item["port"]["number"].resolved().toInt() == static_cast<std::int64_t>(port))
                return {item["tls"], true};
        }
    }
    return {policy["tls"], false};
}

ClientTls modeOf(std::string_view mode)
{
    if (mode.empty() || mode == "DISABLE") // the zero of Istio's enumeration
        return ClientTls::Plaintext;
    if (mode == "SIMPLE")
        return ClientTls::Simple;
    if (mode == "MUTUAL")
        return ClientTls::Mutual;
    return mode == "ISTIO_MUTUAL" ? ClientTls::IstioMutual : ClientTls::Unknown;
}

Case ruleCase(const Resource& rule, source::NodeRef tls, ClientTlsReason reason)
{
    const source::NodeRef mode = tls.resolved()["mode"];
    const ClientTls value = modeOf(mode.value());
    return {value,
            value == ClientTls::Unknown ? ClientTlsReason::BadMode : reason,
            {rule.element(mode.isValid() ? mode.id() : tls.id())}};
}

/// What the endpoints of a host accept.
struct Servers {
    std::vector<ElementRef> mutual; ///< workloads with a proxy that accepts mTLS
    std::vector<ElementRef> plain;
    std::vector<ElementRef> disabled; ///< the settings that switch it off
    std::vector<ElementRef> unknown;
    std::vector<ElementRef> open; ///< accept it or not, by the order of creation of `tied`
    std::vector<ElementRef> tied;
};

/// Answers for one owner of the host.
class Question {
public:
    Question(const MeshView& view, const Client& client, const HostAnswer& host, ResourceIndex owner,
             std::uint32_t port, std::string_view subset)
        : m_view(view)
        , m_client(client)
        , m_host(host)
        , m_owner(view.at(owner))
        , m_port(port)
        , m_subset(subset)
    {
    }

    void addTo(ClientTlsAnswer& answer)
    {
        const RuleChoice choice = destinationRuleFor(m_view, m_client, m_host.fqdn, m_owner.key.ns);
        for (const RuleChoice::Case& rule : choice.outcomes)
            addRule(answer, rule.value);
        answer.tied.insert(answer.tied.end(), choice.tied.begin(), choice.tied.end());
    }

private:
    void addRule(ClientTlsAnswer& answer, const MergedRule& rule)
    {
        Labels labels;
        const Resource* from = rule.policy == noResource ? nullptr : &m_view.at(rule.policy);
        TlsPart part = from == nullptr ? TlsPart() : tlsOf(from->rootNode()["spec"]["trafficPolicy"], m_port);
        ClientTlsReason reason = part.isPort ? ClientTlsReason::RulePort : ClientTlsReason::Rule;
        if (!m_subset.empty()) {
            const MergedRule::Subset* subset = rule.findSubset(m_subset);
            if (subset == nullptr) {
                std::vector<ElementRef> rules;
                rules.reserve(rule.from.size());
                for (const ResourceIndex index : rule.from)
                    rules.push_back(m_view.at(index).element());
                answer.add({ClientTls::Unknown, ClientTlsReason::SubsetMissing, std::move(rules)});
                return;
            }
            const Resource& owner = m_view.at(subset->rule);
            const auto& written = std::get<DestinationRule>(owner.body).subsets[subset->index];
            labels = written.labels;
            const source::NodeRef policy = owner.node(written.node).resolved()["trafficPolicy"].resolved();
            const TlsPart own = tlsOf(policy, m_port);
            if (own.tls.resolved().isMapping() || own.isPort) {
                part = own;
                from = &owner;
                reason = own.isPort ? ClientTlsReason::SubsetPort : ClientTlsReason::Subset;
            }
        }
        if (part.tls.resolved().isMapping()) {
            answer.add(ruleCase(*from, part.tls, reason));
        } else {
            addAutomatic(answer, labels);
        }
    }

    /// No rule says it.
    void addAutomatic(ClientTlsAnswer& answer, const Labels& subsetLabels)
    {
        if (const Resource* policy = backendPolicy()) {
            answer.add({ClientTls::Unknown, ClientTlsReason::BackendTlsPolicy, {policy->element()}});
            return;
        }
        const auto* service = std::get_if<Service>(&m_owner.body);
        const auto* entry = std::get_if<ServiceEntry>(&m_owner.body);
        if ((service != nullptr && service->type == "ExternalName")
            || (entry != nullptr && entry->location != "MESH_INTERNAL")) {
            answer.add({ClientTls::Plaintext, ClientTlsReason::OutsideMesh, {m_owner.element()}});
            return;
        }
        const MeshSettings& settings = m_view.settings();
        if (!settings.config.autoMtls.value) {
            answer.add({ClientTls::Plaintext, ClientTlsReason::AutoOff, {settings.element}});
            return;
        }
        if (addNamespaceMode(answer))
            return;
        Labels selector = service != nullptr ? service->selector : entry->workloadSelector;
        const bool hasSelector = !selector.empty();
        selector.insert(subsetLabels.begin(), subsetLabels.end());
        Servers servers;
        if (hasSelector) {
            servers = serversOf(m_view.workloadsMatching(m_owner.key.ns, selector), service);
            addOutsideWorkloads(servers, selector);
        }
        addServers(answer, servers);
    }

    /// Auto mTLS is off for a Service in a namespace that says DISABLE, whatever policies with selectors say there
    /// (push_context.go, BestEffortInferServiceMTLSMode). True if that settles it.
    bool addNamespaceMode(ClientTlsAnswer& answer)
    {
        const auto modes = namespaceMtls(m_view, m_owner.key.ns);
        const auto disabled = std::ranges::find(modes.outcomes, PeerMode::Disable, &decltype(modes)::Case::value);
        if (disabled == modes.outcomes.end())
            return false;
        answer.add({ClientTls::Plaintext, ClientTlsReason::ServerDisables, disabled->sources});
        answer.tied.insert(answer.tied.end(), modes.tied.begin(), modes.tied.end());
        return modes.outcomes.size() == 1;
    }

    const Resource* backendPolicy() const
    {
        for (const ResourceIndex index : m_view.of<BackendTlsPolicy>(m_owner.key.ns)) {
            const auto& target = std::get<BackendTlsPolicy>(m_view.at(index).body).target;
            if (std::ranges::any_of(target.references, [&](const PolicyTarget::Reference& reference) {
                    return reference.kind == m_owner.key.kind && reference.name.value == m_owner.key.name;
                }))
                return &m_view.at(index);
        }
        return nullptr;
    }

    Servers serversOf(const std::vector<ResourceIndex>& workloads, const Service* service) const
    {
        Servers servers;
        for (const ResourceIndex index : workloads) {
            const Resource& workload = m_view.at(index);
            // istiod believes this label, which injection sets to "istio"
            const Labels& labels = std::get<Workload>(workload.body).podLabels;
            const auto label = labels.find("security.istio.io/tlsMode");
            if (label != labels.end() && label->second != "istio") {
                servers.plain.push_back(
                    elementAt(workload, podTemplateOf(workload)["metadata"]["labels"]["security.istio.io/tlsMode"]));
                continue;
            }
            const auto port = service != nullptr && m_port != 0
                ? workloadPort(*service, m_port, std::get<Workload>(workload.body))
                : std::nullopt;
            const ServerMtls mode = serverMtls(m_view, index, port);
            const auto isDisabled = [](const auto& outcome) { return outcome.value == PeerMode::Disable; };
            const auto isUnknown = [](const auto& outcome) { return outcome.value == PeerMode::Unknown; };
            if (mode.dataPlane == DataPlane::None) {
                servers.plain.push_back(workload.element());
            } else if (mode.dataPlane != DataPlane::Sidecar || std::ranges::any_of(mode.outcomes, isUnknown)) {
                servers.unknown.push_back(workload.element());
            } else if (std::ranges::all_of(mode.outcomes, isDisabled)) {
                servers.disabled.insert(servers.disabled.end(), mode.first().sources.begin(),
                                        mode.first().sources.end());
            } else if (std::ranges::any_of(mode.outcomes, isDisabled)) {
                servers.open.push_back(workload.element());
                servers.tied.insert(servers.tied.end(), mode.tied.begin(), mode.tied.end());
            } else {
                servers.mutual.push_back(workload.element());
            }
        }
        return servers;
    }

    /// Whether the proxy of a WorkloadEntry runs is in no file.
    void addOutsideWorkloads(Servers& servers, const Labels& selector) const
    {
        for (const ResourceIndex index : m_view.of<WorkloadEntry>(m_owner.key.ns)) {
            const auto& entry = std::get<WorkloadEntry>(m_view.at(index).body);
            if (!entry.isGroup && includesLabels(entry.labels, selector))
                servers.unknown.push_back(m_view.at(index).element());
        }
    }

    void addServers(ClientTlsAnswer& answer, const Servers& servers)
    {
        if (!servers.unknown.empty()) {
            answer.add({ClientTls::Unknown, ClientTlsReason::ServerUnknown, servers.unknown});
            return;
        }
        if (servers.open.empty()) {
            answer.add(caseOf(servers));
            return;
        }
        // both ways in which the open ones can turn out
        Servers accepting = servers;
        accepting.mutual.insert(accepting.mutual.end(), servers.open.begin(), servers.open.end());
        answer.add(caseOf(accepting));
        Servers refusing = servers;
        refusing.disabled.insert(refusing.disabled.end(), servers.tied.begin(), servers.tied.end());
        answer.add(caseOf(refusing));
        answer.tied.insert(answer.tied.end(), servers.tied.begin(), servers.tied.end());
    }

    Case caseOf(const Servers& servers) const
    {
        const bool hasPlain = !servers.plain.empty() || !servers.disabled.empty();
        if (!servers.mutual.empty() && !hasPlain)
            return {ClientTls::IstioMutual, ClientTlsReason::Auto, servers.mutual};
        if (servers.mutual.empty() && !servers.plain.empty())
            return {ClientTls::Plaintext, ClientTlsReason::ServerWithoutProxy, servers.plain};
        if (servers.mutual.empty() && !servers.disabled.empty())
            return {ClientTls::Plaintext, ClientTlsReason::ServerDisables, servers.disabled};
        if (servers.mutual.empty())
            return {ClientTls::Unknown, ClientTlsReason::NoServers, {m_owner.element()}};
        std::vector<ElementRef> sources = servers.plain;
        sources.insert(sources.end(), servers.disabled.begin(), servers.disabled.end());
        // without an address of its own a Service has one cluster for all its pods (push_context.go)
        if (m_owner.rootNode()["spec"]["clusterIP"].value() == "None" && !servers.plain.empty())
            return {ClientTls::Plaintext, ClientTlsReason::HeadlessMixed, std::move(sources)};
        return {ClientTls::PerEndpoint, ClientTlsReason::MixedServers, std::move(sources)};
    }

    const MeshView& m_view;
    const Client& m_client;
    const HostAnswer& m_host;
    const Resource& m_owner;
    std::uint32_t m_port;
    std::string_view m_subset;
};

/// What the client's own data plane settles.
bool settleByClient(const MeshView& view, const Client& client, ClientTlsAnswer& answer)
{
    if (client.workload == noResource)
        return false;
    const DataPlaneAnswer plane = dataPlaneOf(view, client.workload);
    switch (plane.value) {
    case DataPlane::Sidecar:
        return false;
    case DataPlane::None:
        answer.add({ClientTls::Plaintext, ClientTlsReason::ClientWithoutProxy, plane.sources});
        return true;
    case DataPlane::Ambient:
        answer.add({ClientTls::Unknown, ClientTlsReason::AmbientClient, plane.sources});
        return true;
    case DataPlane::Unknown:
        break;
    }
    answer.add({ClientTls::Unknown, ClientTlsReason::ClientUnknown, plane.sources});
    return true;
}

} // namespace

ClientTlsAnswer clientTls(const MeshView& view, const Client& client, std::string_view host, std::uint32_t port,
                          std::string_view subset)
{
    ClientTlsAnswer answer;
    if (settleByClient(view, client, answer))
        return answer;
    const HostAnswer found = resolveHost(view, {.host = host, .ns = client.ns, .client = {}});
    if (found.outcome != HostOutcome::Found || found.reason == HostReason::Covered) {
        answer.add({ClientTls::Unknown, ClientTlsReason::HostNotFound, {}});
        return answer;
    }
    const std::size_t owners = std::max<std::size_t>(found.tied, 1);
    for (std::size_t i = 0; i < owners; ++i) {
        Question(view, client, found, found.matches[i].resource, port, subset).addTo(answer);
        if (owners > 1)
            answer.tied.push_back(found.matches[i].element);
    }
    answer.settle();
    return answer;
}

} // namespace meshdraft::mesh::effective
