// SPDX-License-Identifier: Apache-2.0
#include "models/topology/render/words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace meshdraft::topology {

namespace {

QString translated(const char* text)
{
    return QCoreApplication::translate("Topology", text);
}

QString counted(std::int64_t count, const char* one, const char* many)
{
    return count == 1 ? translated(one) : translated(many).arg(count);
}

QString percent(double share)
{
    const double value = share * 100;
    const bool isWhole = std::abs(value - std::round(value)) < 0.05;
    return QString::number(value, 'f', isWhole ? 0 : 1) + u" %"_s;
}

} // namespace

QString podsText(std::int64_t pods)
{
    return counted(pods, QT_TRANSLATE_NOOP("Topology", "1 pod"), QT_TRANSLATE_NOOP("Topology", "%1 pods"));
}

QString missingText(const Node& node)
{
    if (node.missingReason == "missing.service")
        return translated(QT_TRANSLATE_NOOP("Topology", "no such service"));
    if (node.missingReason == "missing.gateway")
        return translated(QT_TRANSLATE_NOOP("Topology", "no such gateway"));
    if (node.missingReason == "missing.virtualservice")
        return translated(QT_TRANSLATE_NOOP("Topology", "no such VirtualService"));
    return translated(QT_TRANSLATE_NOOP("Topology", "not in these files"));
}

QString missingSubsetText()
{
    return translated(QT_TRANSLATE_NOOP("Topology", "no such subset"));
}

QString edgeLabel(const Edge& edge)
{
    if (edge.type == EdgeType::Mirrors)
        return translated(QT_TRANSLATE_NOOP("Topology", "mirror %1")).arg(percent(edge.share.value_or(1)));
    if (edge.type != EdgeType::Routes)
        return {};
    if (edge.isTcp && edge.share.value_or(1) == 1 && !edge.oldShare) {
        return edge.element.key.kind == "TLSRoute" || edge.element.field.text().starts_with("spec.tls") ? u"TLS"_s
                                                                                                        : u"TCP"_s;
    }
    return percent(edge.share.value_or(1));
}

QString securityText(EdgeSecurity security)
{
    switch (security) {
    case EdgeSecurity::Mutual:
        return u"mTLS"_s;
    case EdgeSecurity::Tls:
        return u"TLS"_s;
    case EdgeSecurity::Plaintext:
        return translated(QT_TRANSLATE_NOOP("Topology", "plaintext"));
    case EdgeSecurity::PerEndpoint:
        return translated(QT_TRANSLATE_NOOP("Topology", "mTLS to some"));
    case EdgeSecurity::Refused:
        return translated(QT_TRANSLATE_NOOP("Topology", "refused"));
    case EdgeSecurity::Unknown:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("Topology", "cannot tell"));
}

QString edgeLabel(const Edge& edge, const Topology& topology, EdgeLabels labels, const EdgeFact* fact)
{
    const bool isRoute = edge.type == EdgeType::Routes || edge.type == EdgeType::Mirrors;
    switch (labels) {
    case EdgeLabels::Weights:
        return edgeLabel(edge);
    case EdgeLabels::Ports:
        return isRoute && fact != nullptr ? paintable(fact->protocol) : QString();
    case EdgeLabels::Mtls:
        return isRoute && fact != nullptr ? securityText(fact->security) : QString();
    case EdgeLabels::Hosts: {
        const Node& to = topology.nodes[edge.to];
        if (!isRoute)
            return {};
        return paintable(to.element.key.ns.empty() || to.type == NodeType::ServiceEntry
                             ? to.title
                             : to.title + "." + to.element.key.ns);
    }
    case EdgeLabels::Flow: // EdgeFlow has the number: flowLabel
    case EdgeLabels::KindFlow:
    case EdgeLabels::None:
        break;
    }
    return {};
}

QString flowLabel(const EdgeFlow* flow)
{
    if (flow == nullptr)
        return {};
    constexpr double whole = 100;
    const QString share = percent(flow->percent / whole);
    //: at most this share of the requests
    return flow->isExact ? share : translated(QT_TRANSLATE_NOOP("Topology", "≤ %1")).arg(share);
}

QString importText(const ImportFact& fact)
{
    return translated(QT_TRANSLATE_NOOP("Topology", "imports %1 of %2 hosts")).arg(fact.imported).arg(fact.total);
}

QString callText(CallSource source)
{
    switch (source) {
    case CallSource::Principal:
        return translated(QT_TRANSLATE_NOOP("Topology", "declared caller: an AuthorizationPolicy names it"));
    case CallSource::Egress:
        return translated(QT_TRANSLATE_NOOP("Topology", "declared caller: an egress host of its Sidecar"));
    case CallSource::Annotation:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("Topology", "declared caller: annotation meshdraft.dev/calls"));
}

QString entriesText(std::uint32_t entries)
{
    return counted(entries, QT_TRANSLATE_NOOP("Topology", "1 ServiceEntry"),
                   QT_TRANSLATE_NOOP("Topology", "%1 ServiceEntries"));
}

QString tallyText(const Tally& tally)
{
    QStringList parts;
    const auto add = [&](std::uint32_t count, const char* one, const char* many) {
        if (count > 0)
            parts += counted(count, one, many);
    };
    add(tally.gateways, QT_TRANSLATE_NOOP("Topology", "1 gateway"), QT_TRANSLATE_NOOP("Topology", "%1 gateways"));
    add(tally.routeTables, QT_TRANSLATE_NOOP("Topology", "1 route table"),
        QT_TRANSLATE_NOOP("Topology", "%1 route tables"));
    add(tally.services, QT_TRANSLATE_NOOP("Topology", "1 service"), QT_TRANSLATE_NOOP("Topology", "%1 services"));
    add(tally.workloads, QT_TRANSLATE_NOOP("Topology", "1 workload"), QT_TRANSLATE_NOOP("Topology", "%1 workloads"));
    if (tally.serviceEntries > 0)
        parts += entriesText(tally.serviceEntries);
    add(tally.changes, QT_TRANSLATE_NOOP("Topology", "1 change"), QT_TRANSLATE_NOOP("Topology", "%1 changes"));
    add(tally.errors, QT_TRANSLATE_NOOP("Topology", "1 with an error"),
        QT_TRANSLATE_NOOP("Topology", "%1 with an error"));
    add(tally.warnings, QT_TRANSLATE_NOOP("Topology", "1 with a warning"),
        QT_TRANSLATE_NOOP("Topology", "%1 with a warning"));
    return parts.join(u" · "_s);
}

QString scopeText(const PolicyFact& policy)
{
    if (policy.scope == "*")
        return translated(QT_TRANSLATE_NOOP("Topology", "every workload of the mesh"));
    if (!policy.scope.empty())
        return translated(QT_TRANSLATE_NOOP("Topology", "every workload of %1")).arg(paintable(policy.scope));
    if (policy.targets.empty())
        return translated(QT_TRANSLATE_NOOP("Topology", "nothing in these files"));
    return counted(static_cast<std::int64_t>(policy.targets.size()), QT_TRANSLATE_NOOP("Topology", "1 part"),
                   QT_TRANSLATE_NOOP("Topology", "%1 parts"));
}

QString groupNote(const Group& group, bool onlyVirtualServices)
{
    QStringList parts;
    if (group.routeTables > 0) {
        parts += onlyVirtualServices ? counted(group.routeTables, QT_TRANSLATE_NOOP("Topology", "1 virtual service"),
                                               QT_TRANSLATE_NOOP("Topology", "%1 virtual services"))
                                     : counted(group.routeTables, QT_TRANSLATE_NOOP("Topology", "1 route table"),
                                               QT_TRANSLATE_NOOP("Topology", "%1 route tables"));
    }
    if (group.workloads > 0) {
        parts += counted(group.workloads, QT_TRANSLATE_NOOP("Topology", "1 workload"),
                         QT_TRANSLATE_NOOP("Topology", "%1 workloads"));
    }
    return parts.join(u" · "_s);
}

QString modeText(mesh::MtlsMode mode)
{
    switch (mode) {
    case mesh::MtlsMode::Strict:
        return u"STRICT"_s;
    case mesh::MtlsMode::Permissive:
        return u"PERMISSIVE"_s;
    case mesh::MtlsMode::Disable:
        return u"DISABLE"_s;
    case mesh::MtlsMode::Unset:
        break;
    }
    return {};
}

QString paintable(const std::string& text)
{
    QString all = QString::fromStdString(text);
    const auto isShown = [](QChar c) {
        return c.category() != QChar::Other_Control && c.category() != QChar::Other_Format
            && c.category() != QChar::Separator_Line && c.category() != QChar::Separator_Paragraph;
    };
    if (std::ranges::all_of(all, isShown))
        return all;
    QString shown;
    for (const QChar c : std::as_const(all))
        shown += isShown(c) ? QString(c) : u"\\u%1"_s.arg(static_cast<uint>(c.unicode()), 4, 16, QChar(u'0'));
    return shown;
}

} // namespace meshdraft::topology
