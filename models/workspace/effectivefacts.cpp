// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/effectivefacts.h"

#include "models/mesh/effective/words.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {

using namespace mesh::effective;
using mesh::ElementRef;
using mesh::Resource;
using mesh::ResourceIndex;

namespace {

QString tr(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

QString nameOf(const ElementRef& element)
{
    return u"%1 %2"_s.arg(QString::fromStdString(element.key.kind), QString::fromStdString(element.key.name));
}

/// "A, B and C", of what ties.
QString listOf(const std::vector<ElementRef>& elements)
{
    QStringList names;
    for (const auto& element : elements)
        names << nameOf(element);
    names.removeDuplicates();
    return names.join(u", "_s);
}

class Facts {
public:
    Facts(const MeshView& view, ResourceIndex index)
        : m_view(view)
        , m_index(index)
        , m_resource(view.at(index))
    {
    }

    std::vector<EffectiveFact> take()
    {
        if (const auto* workload = std::get_if<mesh::Workload>(&m_resource.body))
            addWorkload(*workload);
        else if (const auto* service = std::get_if<mesh::Service>(&m_resource.body))
            addService(*service);
        else if (const auto* entry = std::get_if<mesh::ServiceEntry>(&m_resource.body))
            addServiceEntry(*entry);
        else if (m_resource.key.kind == "Namespace" && m_resource.key.group.empty())
            addNamespace();
        else if (std::holds_alternative<mesh::RouteTable>(m_resource.body)
                 || std::holds_alternative<mesh::DestinationRule>(m_resource.body))
            addVisibility();
        return std::move(m_facts);
    }

private:
    /// One value, or all that some order of creation gives.
    template <typename Value, typename Reason, typename Text, typename Why>
    EffectiveFact factOf(const QString& label, const Effective<Value, Reason>& answer, const Text& text, const Why& why)
    {
        EffectiveFact fact{.label = label, .text = {}, .reason = {}, .source = {}};
        QStringList texts;
        for (const auto& outcome : answer.outcomes)
            texts << text(outcome.value);
        fact.text = texts.join(tr(QT_TRANSLATE_NOOP("meshdraft", " or ")));
        fact.reason = why(answer.first().reason);
        if (!answer.first().sources.empty())
            fact.source = answer.first().sources.front();
        if (answer.dependsOnCreationOrder()) {
            fact.reason =
                tr(QT_TRANSLATE_NOOP("meshdraft", "the older one of these holds: %1")).arg(listOf(answer.tied));
            fact.isOpen = true;
        }
        return fact;
    }

    EffectiveFact mtlsFact(const QString& label, const ServerMtls& mode) const
    {
        Facts self(m_view, m_index);
        auto fact = self.factOf(label, mode, peerModeText, peerReasonText);
        if (const auto note = peerNoteText(mode.note); !note.isEmpty())
            fact.reason += u". "_s + note;
        fact.isOpen = fact.isOpen || mode.note == PeerNote::DataPlaneUnknown;
        return fact;
    }

    void addWorkload(const mesh::Workload& workload)
    {
        const auto plane = dataPlaneOf(m_view, m_index);
        EffectiveFact fact{.label = tr(QT_TRANSLATE_NOOP("meshdraft", "Data plane")),
                           .text = dataPlaneText(plane),
                           .reason = dataPlaneReasonText(plane.reason),
                           .source = plane.sources.empty() ? ElementRef() : plane.sources.front(),
                           .isOpen =
                               plane.value == DataPlane::Unknown || plane.reason == DataPlaneReason::SeveralRevisions};
        if (plane.assumesDefaultWebhooks && plane.value == DataPlane::Sidecar)
            fact.reason += tr(QT_TRANSLATE_NOOP("meshdraft", ", with the webhooks that Istio installs"));
        m_facts.push_back(std::move(fact));
        addMtls(workload);
        addSidecar();
        const auto waypoint = waypointOf(m_view, m_index);
        if (!waypoint.waypoint.empty()) {
            m_facts.push_back({.label = tr(QT_TRANSLATE_NOOP("meshdraft", "Waypoint")),
                               .text = QString::fromStdString(waypoint.waypoint),
                               .reason = tr(QT_TRANSLATE_NOOP("meshdraft", "label istio.io/use-waypoint")),
                               .source = waypoint.element,
                               .isOpen = waypoint.gateway == mesh::noResource});
        }
        if (plane.value == DataPlane::Sidecar || plane.value == DataPlane::Ambient) {
            const auto principals = principalsOf(m_view, m_index);
            if (!principals.empty()) {
                m_facts.push_back({.label = tr(QT_TRANSLATE_NOOP("meshdraft", "Principal")),
                                   .text = QString::fromStdString(principals.front()),
                                   .reason = {},
                                   .source = {}});
            }
        }
    }

    void addMtls(const mesh::Workload& workload)
    {
        const auto general = serverMtls(m_view, m_index);
        m_facts.push_back(mtlsFact(tr(QT_TRANSLATE_NOOP("meshdraft", "Accepts")), general));
        std::set<std::uint32_t> ports;
        for (const auto& [name, number] : workload.ports)
            ports.insert(number);
        // ports that only a policy names
        for (const auto index : m_view.of<mesh::PeerAuthentication>(m_resource.key.ns)) {
            for (const auto& [port, mode] : std::get<mesh::PeerAuthentication>(m_view.at(index).body).portModes)
                ports.insert(port);
        }
        for (const auto port : ports) {
            const auto mode = serverMtls(m_view, m_index, port);
            if (mode.first().value != general.first().value || mode.outcomes.size() != general.outcomes.size())
                m_facts.push_back(mtlsFact(tr(QT_TRANSLATE_NOOP("meshdraft", "Port %1 accepts")).arg(port), mode));
        }
    }

    void addSidecar()
    {
        const auto choice = sidecarFor(m_view, m_index);
        const auto text = [this](ResourceIndex sidecar) {
            return sidecar == mesh::noResource ? tr(QT_TRANSLATE_NOOP("meshdraft", "none"))
                                               : QString::fromStdString(m_view.at(sidecar).key.name);
        };
        auto fact = factOf(tr(QT_TRANSLATE_NOOP("meshdraft", "Sidecar")), choice, text, sidecarReasonText);
        const auto sidecar = choice.first().value;
        if (sidecar != mesh::noResource) {
            const auto hosts = importedHosts(m_view, sidecar, m_resource.key.ns).size();
            const auto all = importedHosts(m_view, mesh::noResource, m_resource.key.ns).size();
            fact.text += tr(QT_TRANSLATE_NOOP("meshdraft", ", imports %1 of %2 hosts")).arg(hosts).arg(all);
        }
        m_facts.push_back(std::move(fact));
    }

    void addService(const mesh::Service& service)
    {
        const auto host = m_view.serviceHost(m_resource.key.name, m_resource.key.ns);
        addServers(service);
        std::vector<std::uint32_t> ports;
        for (const auto& port : service.ports)
            ports.push_back(port.number.value);
        addClient(host, ports);
        addVisibility();
    }

    /// The modes of the workloads behind a Service.
    void addServers(const mesh::Service& service)
    {
        if (service.selector.empty())
            return;
        std::vector<ServerMtls> modes;
        for (const auto workload : m_view.workloadsMatching(m_resource.key.ns, service.selector))
            modes.push_back(serverMtls(m_view, workload));
        if (modes.empty())
            return;
        auto fact = mtlsFact(tr(QT_TRANSLATE_NOOP("meshdraft", "Accepts")), modes.front());
        const bool differ = std::ranges::any_of(modes, [&](const ServerMtls& mode) {
            return mode.first().value != modes.front().first().value || mode.note != modes.front().note;
        });
        if (differ) {
            QStringList texts;
            for (const auto& mode : modes)
                texts << (mode.note == PeerNote::NoProxy ? tr(QT_TRANSLATE_NOOP("meshdraft", "no proxy"))
                                                         : peerModeText(mode.first().value));
            texts.removeDuplicates();
            fact.text = texts.join(u", "_s);
            fact.reason = tr(QT_TRANSLATE_NOOP("meshdraft", "its workloads differ"));
            fact.source = {};
        }
        m_facts.push_back(std::move(fact));
    }

    void addServiceEntry(const mesh::ServiceEntry& entry)
    {
        std::vector<std::uint32_t> ports;
        for (const auto& port : entry.ports)
            ports.push_back(port.number.value);
        for (const auto& host : entry.hosts)
            addClient(host.value, ports, entry.hosts.size() > 1 ? QString::fromStdString(host.value) : QString());
        addVisibility();
    }

    /// What a client of this namespace does: its DestinationRule and TLS, one fact where all ports agree.
    void addClient(const std::string& host, const std::vector<std::uint32_t>& ports, const QString& prefix = {})
    {
        Client client;
        client.ns = m_resource.key.ns;
        const auto rule = destinationRuleFor(m_view, client, host, m_resource.key.ns);
        const QString ruleLabel = tr(QT_TRANSLATE_NOOP("meshdraft", "DestinationRule"));
        const auto ruleText = [this](const MergedRule& merged) {
            QStringList names;
            for (const auto index : merged.from)
                names << QString::fromStdString(m_view.at(index).key.name);
            return names.isEmpty() ? tr(QT_TRANSLATE_NOOP("meshdraft", "none")) : names.join(u" + "_s);
        };
        m_facts.push_back(
            factOf(prefix.isEmpty() ? ruleLabel : prefix + u' ' + ruleLabel, rule, ruleText, ruleScopeText));
        const QString tlsLabel = tr(QT_TRANSLATE_NOOP("meshdraft", "Clients send"));
        std::vector<std::pair<std::uint32_t, EffectiveFact>> facts;
        for (const auto port : ports) {
            facts.emplace_back(
                port, factOf(tlsLabel, clientTls(m_view, client, host, port), clientTlsText, clientTlsReasonText));
            facts.back().second.isOpen =
                facts.back().second.isOpen || facts.back().second.text == clientTlsText(ClientTls::Unknown);
        }
        const bool agree = std::ranges::all_of(facts, [&](const auto& fact) {
            return fact.second.text == facts.front().second.text && fact.second.reason == facts.front().second.reason;
        });
        for (auto& [port, fact] : facts) {
            if (!agree)
                fact.label = tr(QT_TRANSLATE_NOOP("meshdraft", "Clients send to %1")).arg(port);
            if (!prefix.isEmpty())
                fact.label = prefix + u' ' + fact.label;
            m_facts.push_back(std::move(fact));
            if (agree)
                break;
        }
    }

    void addNamespace()
    {
        m_facts.push_back(factOf(tr(QT_TRANSLATE_NOOP("meshdraft", "Accepts")),
                                 namespaceMtls(m_view, m_resource.key.name), peerModeText, peerReasonText));
    }

    void addVisibility()
    {
        // Gateway API routes have no exportTo
        if (m_resource.key.group == "gateway.networking.k8s.io")
            return;
        const auto exported = exportOf(m_view, m_index);
        m_facts.push_back({.label = tr(QT_TRANSLATE_NOOP("meshdraft", "Visible")),
                           .text = exportText(exported, m_resource.key.ns),
                           .reason = exportSourceText(exported.source),
                           .source = exported.element});
    }

    const MeshView& m_view;
    ResourceIndex m_index;
    const Resource& m_resource;
    std::vector<EffectiveFact> m_facts;
};

} // namespace

LazyEffective::LazyEffective(mesh::MeshGraphPtr graph, mesh::FileSet files)
    : m_graph(std::move(graph))
    , m_files(std::move(files))
{
}

const MeshView& LazyEffective::view() const
{
    std::call_once(m_viewMade,
                   [this] { m_view = std::make_shared<const MeshView>(m_graph, meshSettingsOf(*m_graph, m_files)); });
    return *m_view;
}

const ReferenceIndex& LazyEffective::references() const
{
    std::call_once(m_referencesMade, [this] { m_references = std::make_unique<ReferenceIndex>(view()); });
    return *m_references;
}

const traffic::Evaluator& LazyEffective::evaluator() const
{
    std::call_once(m_evaluatorMade, [this] {
        view();
        m_evaluator = std::make_unique<traffic::Evaluator>(m_view);
    });
    return *m_evaluator;
}

bool LazyEffective::isOf(const mesh::MeshGraphPtr& graph, const mesh::FileSet& files) const
{
    const auto count = files.files.size();
    return graph == m_graph && m_files.files.size() == count && m_files.files.sharedUntil(files.files, 0) == count;
}

std::vector<EffectiveFact> effectiveFactsOf(const MeshView& view, ResourceIndex resource)
{
    return Facts(view, resource).take();
}

} // namespace meshdraft::workspace
