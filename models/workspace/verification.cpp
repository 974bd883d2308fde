// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/verification.h"

#include "models/workspace/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

/// Long lists are for nobody: a change of more than this is looked at by its dashboards.
constexpr qsizetype mostLines = 12;

QString say(const char* text)
{
    return QCoreApplication::translate("meshdraft", text);
}

/// Plain names only: what else there is in a file must not become a part of a command.
bool isPlainName(const std::string& name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.';
    });
}

QString text(const std::string& name)
{
    return QString::fromStdString(name);
}

class Collector {
public:
    Collector(const changes::MeshChange& change, const mesh::MeshGraph& graph)
        : m_change(change)
        , m_graph(graph)
    {
    }

    Verification take()
    {
        for (const auto& change : m_change.resources) {
            if (!change.fields.empty() || !change.before || !change.after)
                addProxies(change);
        }
        for (const auto& host : m_change.hosts) {
            if (isPlainName(host)) {
                addLine(m_found.queries,
                        u"sum by (destination_version, response_code, response_flags) "
                        "(rate(istio_requests_total{reporter=\"source\", destination_service=\"%1\"}[5m]))"_s.arg(
                            text(host)));
            }
        }
        if (!m_found.proxies.isEmpty())
            m_found.proxies.prepend(u"istioctl proxy-status"_s);
        return std::move(m_found);
    }

private:
    static void addLine(QStringList& lines, const QString& line)
    {
        if (!lines.contains(line) && lines.size() < mostLines)
            lines << line;
    }

    void addProxies(const changes::ResourceChange& change)
    {
        const auto& resource = change.after ? *change.after : *change.before;
        const auto index = m_graph.find(resource.element());
        if (std::holds_alternative<mesh::RouteTable>(resource.body)) {
            if (index != mesh::noResource)
                addGateways(index);
            addDestinations(resource, u"routes"_s, {});
        } else if (const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body)) {
            const auto host = m_graph.resolveHost(rule->host.value, resource.key.ns).fqdn;
            if (isPlainName(host))
                addWorkloads(host, u"clusters"_s, u" --fqdn "_s + text(host));
        } else if (const auto* gateway = std::get_if<mesh::Gateway>(&resource.body)) {
            for (const auto workload : m_graph.workloadsAnywhere(gateway->selector))
                addCommand(u"listeners"_s, m_graph.at(workload).key, {});
        } else if (resource.key.group == "security.istio.io") {
            for (const auto workload : m_graph.ofKind("Deployment")) {
                if (m_graph.at(workload).key.ns == resource.key.ns)
                    addAuthorization(m_graph.at(workload).key);
            }
        }
    }

    void addGateways(mesh::ResourceIndex table)
    {
        for (const auto& reference : m_graph.referencesFrom(table)) {
            if (reference.type != mesh::ReferenceType::Exposes || reference.to == mesh::noResource)
                continue;
            const auto* gateway = std::get_if<mesh::Gateway>(&m_graph.at(reference.to).body);
            if (gateway == nullptr)
                continue;
            for (const auto workload : m_graph.workloadsAnywhere(gateway->selector))
                addCommand(u"routes"_s, m_graph.at(workload).key, {});
        }
    }

    /// A proxy of each host that the routes lead to: they call each other, and hold the same routes.
    void addDestinations(const mesh::Resource& resource, const QString& what, const QString& rest)
    {
        for (const auto& route : std::get<mesh::RouteTable>(resource.body).routes) {
            for (const auto& destination : route.destinations) {
                const auto host = m_graph.resolveHost(destination.host.value, resource.key.ns).fqdn;
                if (isPlainName(host))
                    addWorkloads(host, what, rest);
            }
        }
    }

    void addWorkloads(const std::string& host, const QString& what, const QString& rest)
    {
        const auto service = m_graph.resolveHost(host, {}).resource;
        if (service == mesh::noResource)
            return;
        const auto workloads = m_graph.workloadsOf(service);
        if (!workloads.empty())
            addCommand(what, m_graph.at(workloads.front()).key, rest);
    }

    static QString podOf(const mesh::ResourceKey& key)
    {
        const QString kind = key.kind == "Deployment" ? u"deploy"_s : text(key.kind).toLower();
        return u"%1/%2.%3"_s.arg(kind, text(key.name), text(key.ns));
    }

    void addCommand(const QString& what, const mesh::ResourceKey& workload, const QString& rest)
    {
        if (isPlainName(workload.name) && isPlainName(workload.ns))
            addLine(m_found.proxies, u"istioctl proxy-config %1 %2%3"_s.arg(what, podOf(workload), rest));
    }

    void addAuthorization(const mesh::ResourceKey& workload)
    {
        if (isPlainName(workload.name) && isPlainName(workload.ns))
            addLine(m_found.proxies, u"istioctl experimental authz check %1"_s.arg(podOf(workload)));
    }

    const changes::MeshChange& m_change;
    const mesh::MeshGraph& m_graph;
    Verification m_found;
};

} // namespace

Verification verificationOf(const changes::MeshChange& change, const mesh::MeshGraph& after)
{
    return Collector(change, after).take();
}

QString verificationMarkdown(const Verification& verification)
{
    if (verification.proxies.isEmpty() && verification.queries.isEmpty())
        return {};
    QString markdown = u"\n### "_s + say(QT_TRANSLATE_NOOP("meshdraft", "After the sync")) + u"\n\n"_s;
    const auto add = [&](const QString& title, const QStringList& lines) {
        if (lines.isEmpty())
            return;
        markdown += u"- [ ] "_s + title + u'\n';
        for (const auto& line : lines)
            markdown += u"  - "_s + codeSpan(line.toStdString()) + u'\n';
    };
    add(say(QT_TRANSLATE_NOOP("meshdraft", "The proxies have it:")), verification.proxies);
    add(say(QT_TRANSLATE_NOOP(
            "meshdraft",
            "Requests go where they should. Telemetry lags: a scrape (15 to 60 s) and the window of the "
            "query (5 min) pass before it tells.")),
        verification.queries);
    return markdown;
}

} // namespace meshdraft::workspace
