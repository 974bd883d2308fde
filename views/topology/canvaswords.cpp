// SPDX-License-Identifier: Apache-2.0
#include "views/topology/canvaswords.h"

#include "models/topology/render/words.h"
#include "models/workspace/flowwords.h"
#include "models/workspace/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::views {

using topology::EdgeLabels;
using topology::GraphScene;
using topology::Show;
using Hit = topology::GraphScene::Hit;

namespace {

/// A tool tip is no list: the rest is counted.
constexpr std::size_t mostPolicies = 8;
constexpr std::size_t mostFlows = 5;

QString translated(const char* text)
{
    return QCoreApplication::translate("TopologyPage", text);
}

QString policyLines(const std::vector<const topology::PolicyFact*>& policies)
{
    QStringList lines;
    for (std::size_t i = 0; i < std::min(mostPolicies, policies.size()); ++i) {
        const topology::PolicyFact& policy = *policies[i];
        QString line =
            u"%1 %2/%3"_s.arg(topology::paintable(policy.element.key.kind), topology::paintable(policy.element.key.ns),
                              topology::paintable(policy.element.key.name));
        if (!policy.detail.empty())
            line += u" ("_s + topology::paintable(policy.detail) + u')';
        lines += line;
    }
    if (policies.size() > mostPolicies)
        lines += translated(QT_TRANSLATE_NOOP("TopologyPage", "and %1 more")).arg(policies.size() - mostPolicies);
    return lines.join(u'\n');
}

QString nodeFacts(const GraphScene& scene, const topology::Node& node, const topology::Facts& facts)
{
    QStringList lines;
    if (const topology::PolicyFact* policy = facts.policyOf(node.id)) {
        lines += translated(QT_TRANSLATE_NOOP("TopologyPage", "for %1")).arg(topology::scopeText(*policy));
        return lines.join(u'\n');
    }
    if (const auto it = facts.imports.find(node.id); it != facts.imports.end()) {
        const mesh::ResourceKey& sidecar = it->second.sidecar.key;
        lines += u"%1 (Sidecar %2/%3)"_s.arg(topology::importText(it->second), topology::paintable(sidecar.ns),
                                             topology::paintable(sidecar.name));
    }
    if (const auto policies = facts.policiesFor(scene.topology(), node); !policies.empty())
        lines += policyLines(policies);
    return lines.join(u'\n');
}

QString textOfFacts(const GraphScene& scene, const Hit& hit, const topology::Facts& facts)
{
    if (hit.kind == Hit::NodeHit || hit.kind == Hit::SubsetHit)
        return nodeFacts(scene, scene.topology().nodes[static_cast<std::size_t>(hit.index)], facts);
    if (hit.kind == Hit::GroupHit) {
        std::vector<const topology::PolicyFact*> policies;
        const topology::Group& group = scene.topology().groups[static_cast<std::size_t>(hit.index)];
        for (const topology::PolicyFact& policy : facts.policies) {
            if (!group.outside && (policy.scope == "*" || policy.scope == group.title))
                policies.push_back(&policy);
        }
        return policyLines(policies);
    }
    if (hit.kind != Hit::EdgeHit)
        return {};
    const topology::Edge& edge = scene.topology().edges[static_cast<std::size_t>(hit.index)];
    if (edge.type == topology::EdgeType::Calls) {
        const auto call = std::ranges::find(facts.calls, edge.id, &topology::CallFact::id);
        return call == facts.calls.end() ? QString() : topology::callText(call->source);
    }
    const auto it = facts.edges.find(edge.id);
    if (it == facts.edges.end())
        return {};
    QString text =
        u"%1 · %2\n%3"_s.arg(topology::paintable(it->second.protocol), topology::securityText(it->second.security),
                             topology::securityReason(it->second));
    return text;
}

/// The flows behind the number of an edge.
QString flowLines(const GraphScene& scene, const Hit& hit)
{
    const topology::SceneOptions& options = scene.options();
    if (hit.kind != Hit::EdgeHit || !options.flows || !topology::showsFlow(options.labels))
        return {};
    const topology::Edge& edge = scene.topology().edges[static_cast<std::size_t>(hit.index)];
    const auto found = options.flows->edges.find(edge.id);
    if (found == options.flows->edges.end())
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "no flow"));
    const topology::EdgeFlow& flow = found->second;
    QStringList lines;
    if (flow.parts.size() > 1) {
        //: %1 a share of requests, %2 how many flows it is the sum of
        lines += translated(QT_TRANSLATE_NOOP("TopologyPage", "%1, the sum of %2 flows:"))
                     .arg(workspace::flowShareText(flow.percent, flow.isExact, false))
                     .arg(flow.parts.size());
    }
    for (std::size_t i = 0; i < std::min(mostFlows, flow.parts.size()); ++i) {
        const topology::FlowPart& part = flow.parts[i];
        //: %1 "from gateway shop-gw to shop.example", %2 "90 %"
        lines += translated(QT_TRANSLATE_NOOP("TopologyPage", "%1: %2"))
                     .arg(QString::fromStdString(options.flows->flows[part.flow]),
                          workspace::flowShareText(part.percent, part.isExact, part.isCopy));
    }
    if (flow.parts.size() > mostFlows)
        lines += translated(QT_TRANSLATE_NOOP("TopologyPage", "and %1 more")).arg(flow.parts.size() - mostFlows);
    return lines.join(u'\n');
}

} // namespace

QString showText(const topology::ViewSpec& view, std::size_t namespaces)
{
    switch (view.show) {
    case Show::Everything:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "Whole mesh"));
    case Show::Overview:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "Overview, %1 namespaces")).arg(namespaces);
    case Show::Around: {
        const QString name = topology::paintable(view.centre.key.name);
        return view.hops == 1
            ? translated(QT_TRANSLATE_NOOP("TopologyPage", "Around %1, 1 hop")).arg(name)
            : translated(QT_TRANSLATE_NOOP("TopologyPage", "Around %1, %2 hops")).arg(name).arg(view.hops);
    }
    case Show::Changed:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "Changed, %1 hops")).arg(view.hops);
    case Show::Namespace:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("TopologyPage", "Namespace %1")).arg(topology::paintable(view.ns));
}

QString labelsText(EdgeLabels labels)
{
    switch (labels) {
    case EdgeLabels::Weights:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "Weights"));
    case EdgeLabels::Ports:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "Protocol and port"));
    case EdgeLabels::Mtls:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "mTLS"));
    case EdgeLabels::Hosts:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "Host"));
    case EdgeLabels::Flow:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "Flow"));
    case EdgeLabels::KindFlow:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "Flow of this request's kind"));
    case EdgeLabels::None:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("TopologyPage", "None"));
}

QString layerText(topology::Layer layer)
{
    switch (layer) {
    case topology::WorkloadLayer:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "Workloads"));
    case topology::OutsideLayer:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "Outside hosts"));
    case topology::PolicyLayer:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "Policies"));
    case topology::CallLayer:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "Declared callers"));
    case topology::LockLayer:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "mTLS locks"));
    case topology::BadgeLayer:
        return translated(QT_TRANSLATE_NOOP("TopologyPage", "Feature badges"));
    case topology::FindingLayer:
        break;
    }
    return translated(QT_TRANSLATE_NOOP("TopologyPage", "Findings"));
}

QString queryErrorText(const topology::QueryError& error)
{
    const QString text = workspace::sentence(error.code, error.args);
    //: %1 is a column, %2 a sentence
    return translated(QT_TRANSLATE_NOOP("TopologyPage", "Column %1: %2")).arg(error.offset + 1).arg(text);
}

QString factText(const GraphScene& scene, const Hit& hit)
{
    QString text = scene.options().facts ? textOfFacts(scene, hit, *scene.options().facts) : QString();
    if (const QString flows = flowLines(scene, hit); !flows.isEmpty())
        text += (text.isEmpty() ? QString() : u"\n"_s) + flows;
    return text;
}

} // namespace meshdraft::views
