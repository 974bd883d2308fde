// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/usages.h"

#include <algorithm>
#include <set>

namespace meshdraft::workspace {

using mesh::ResourceIndex;
using mesh::effective::Reference;
using mesh::effective::ReferenceKind;

namespace {

/// True for kinds whose references MeshGraph does not resolve.
bool isPolicyLike(const mesh::Body& body)
{
    return !std::holds_alternative<mesh::OtherKind>(body) && !std::holds_alternative<mesh::RouteTable>(body)
        && !std::holds_alternative<mesh::DestinationRule>(body) && !std::holds_alternative<mesh::Gateway>(body)
        && !std::holds_alternative<mesh::Service>(body) && !std::holds_alternative<mesh::ServiceEntry>(body)
        && (!std::holds_alternative<mesh::Workload>(body) || std::get<mesh::Workload>(body).rollout);
}

bool isPolicy(const Reference& reference)
{
    return reference.kind == ReferenceKind::Secures || reference.kind == ReferenceKind::AppliesTo;
}

ReferenceKind kindOf(mesh::ReferenceType type)
{
    switch (type) {
    case mesh::ReferenceType::Exposes:
        return ReferenceKind::Exposes;
    case mesh::ReferenceType::Routes:
        return ReferenceKind::Routes;
    case mesh::ReferenceType::Mirrors:
        return ReferenceKind::Mirrors;
    case mesh::ReferenceType::Delegates:
        return ReferenceKind::Delegates;
    case mesh::ReferenceType::AppliesTo:
        return ReferenceKind::AppliesTo;
    case mesh::ReferenceType::Selects:
        return ReferenceKind::Selects;
    }
    return ReferenceKind::Routes;
}

void addOnce(std::vector<Usage>& usages, Usage usage)
{
    if (!std::ranges::contains(usages, usage))
        usages.push_back(std::move(usage));
}

} // namespace

Usages::Usages(const mesh::MeshGraphPtr& graph)
    : m_view(graph)
{
    for (const ResourceIndex index : graph->order()) {
        if (!isPolicyLike(graph->at(index).body))
            continue;
        for (Reference& reference : mesh::effective::referencesFrom(m_view, index)) {
            if (reference.to != mesh::noResource)
                m_leadingTo.emplace(reference.to, m_references.size());
            m_references.push_back(std::move(reference));
        }
    }
}

std::vector<const Reference*> Usages::policyReferencesTo(ResourceIndex resource) const
{
    std::vector<const Reference*> result;
    const auto [begin, end] = m_leadingTo.equal_range(resource);
    for (auto found = begin; found != end; ++found)
        result.push_back(&m_references[found->second]);
    return result;
}

std::vector<Usage> Usages::of(ResourceIndex resource) const
{
    std::vector<Usage> usages;
    const mesh::MeshGraph& all = graph();
    for (const mesh::Reference* reference : all.referencesTo(resource)) {
        const mesh::ElementRef place = all.at(reference->from).element(reference->node);
        addOnce(usages, {kindOf(reference->type), true, place, place});
    }
    for (const mesh::Reference& rule : all.referencesFrom(resource)) {
        // routes to the host of a DestinationRule are bound by it
        if (rule.type != mesh::ReferenceType::AppliesTo || rule.to == mesh::noResource)
            continue;
        for (const mesh::Reference* reference : all.referencesTo(rule.to)) {
            const bool isRoute =
                reference->type == mesh::ReferenceType::Routes || reference->type == mesh::ReferenceType::Mirrors;
            if (!isRoute || !std::ranges::contains(all.destinationRulesFor(reference->target), resource))
                continue;
            const bool hasSubset = reference->subsetNode != source::noNode;
            const mesh::ElementRef place =
                all.at(reference->from).element(hasSubset ? reference->subsetNode : reference->node);
            addOnce(usages, {kindOf(reference->type), true, place, place});
        }
    }
    for (const Reference* reference : policyReferencesTo(resource)) {
        if (!isPolicy(*reference))
            addOnce(usages, {reference->kind, true, reference->element, reference->element});
    }
    for (const mesh::Reference& reference : all.referencesFrom(resource)) {
        if (reference.to != mesh::noResource) {
            addOnce(usages,
                    {kindOf(reference.type), false, all.at(reference.to).element(),
                     all.at(resource).element(reference.node)});
        }
    }
    for (const Reference& reference : m_references) {
        if (reference.from == resource && reference.to != mesh::noResource)
            addOnce(usages, {reference.kind, false, all.at(reference.to).element(), reference.element});
    }
    return usages;
}

std::vector<ResourceIndex> Usages::workloadsBehind(ResourceIndex resource) const
{
    const mesh::MeshGraph& all = graph();
    const mesh::Body& body = all.at(resource).body;
    if (std::holds_alternative<mesh::Workload>(body))
        return {resource};
    std::set<ResourceIndex> workloads;
    const auto addAll = [&](ResourceIndex service) {
        const auto found = all.workloadsOf(service);
        workloads.insert(found.begin(), found.end());
    };
    if (std::holds_alternative<mesh::Service>(body) || std::holds_alternative<mesh::ServiceEntry>(body))
        addAll(resource);
    for (const mesh::Reference& reference : all.referencesFrom(resource)) {
        if (reference.to == mesh::noResource)
            continue;
        if (reference.type == mesh::ReferenceType::Selects) {
            workloads.insert(reference.to);
        } else if (reference.type == mesh::ReferenceType::Routes || reference.type == mesh::ReferenceType::AppliesTo) {
            addAll(reference.to);
        }
    }
    return {workloads.begin(), workloads.end()};
}

std::vector<Usage> Usages::policiesOf(ResourceIndex resource) const
{
    std::vector<Usage> usages;
    const auto workloads = workloadsBehind(resource);
    std::set<std::string> targets;
    if (!workloads.empty())
        targets.insert("*/*");
    for (const ResourceIndex workload : workloads)
        targets.insert(graph().at(workload).key.ns + "/*");
    for (const Reference& reference : m_references) {
        const bool applies = reference.to == resource
            || (reference.to != mesh::noResource && std::ranges::contains(workloads, reference.to))
            || (reference.reason == mesh::effective::ReferenceReason::Everything && targets.contains(reference.target));
        if (!isPolicy(reference) || !applies || reference.from == resource)
            continue;
        const mesh::ElementRef policy = graph().at(reference.from).element();
        const auto isKnown = [&](const Usage& usage) { return usage.element == policy; };
        if (std::ranges::none_of(usages, isKnown))
            usages.push_back({reference.kind, true, policy, reference.element});
    }
    return usages;
}

} // namespace meshdraft::workspace
