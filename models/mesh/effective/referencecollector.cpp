// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/referencecollector.h"

#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::mesh::effective {

namespace {

ReferenceReason reasonOf(const HostAnswer& answer)
{
    switch (answer.reason) {
    case HostReason::Service:
    case HostReason::ServiceEntry:
    case HostReason::WildcardEntry:
        return ReferenceReason::Object;
    case HostReason::Covered:
        return ReferenceReason::Everything;
    case HostReason::Hidden:
    case HostReason::NotImported:
        return ReferenceReason::NotVisible;
    case HostReason::Empty:
    case HostReason::NoSuchService:
    case HostReason::NotQualified:
        return ReferenceReason::NoObject;
    case HostReason::Placeholder:
        return ReferenceReason::Placeholder;
    case HostReason::NothingCovered:
    case HostReason::NamespaceNotInFiles:
    case HostReason::OutsideHost:
    case HostReason::OutsideBlocked:
    case HostReason::IpAddress:
        break;
    }
    return ReferenceReason::NotInFiles;
}

/// True if the files have an object of that kind in the namespace, so that one that is not found is not there.
bool knowsKind(const MeshView& view, std::string_view kind, std::string_view ns)
{
    return std::ranges::any_of(view.graph().ofKind(kind),
                               [&](ResourceIndex index) { return view.at(index).key.ns == ns; });
}

const Labels* workloadLabels(const Resource& resource)
{
    if (const auto* pods = std::get_if<Workload>(&resource.body))
        return &pods->podLabels;
    const auto* entry = std::get_if<WorkloadEntry>(&resource.body);
    return entry == nullptr ? nullptr : &entry->labels;
}

} // namespace

ReferenceOutcome outcomeOf(ReferenceReason reason)
{
    if (reason <= ReferenceReason::Everything)
        return ReferenceOutcome::Found;
    return reason < ReferenceReason::NotInFiles ? ReferenceOutcome::Missing : ReferenceOutcome::Unknown;
}

void ReferenceCollector::add(ReferenceKind kind, source::NodeId node, std::string target, ReferenceReason reason,
                             ResourceIndex to)
{
    m_references.push_back({m_from, m_resource.element(node), kind, std::move(target), to, outcomeOf(reason), reason});
}

void ReferenceCollector::addNamed(ReferenceKind kind, source::NodeId node,
                                  std::initializer_list<std::string_view> groups, std::string_view targetKind,
                                  const std::string& ns, const std::string& name)
{
    const std::string target = ns + "/" + name;
    if (name.empty()) {
        add(kind, node, target, ReferenceReason::NoObject);
        return;
    }
    if (hasPlaceholder(target)) {
        add(kind, node, target, ReferenceReason::Placeholder);
        return;
    }
    for (const std::string_view group : groups) {
        const auto found = m_view.graph().find(
            ResourceKey{m_resource.key.environment, std::string(group), std::string(targetKind), ns, name});
        if (!found.empty()) {
            add(kind, node, target, ReferenceReason::Object, found.front());
            return;
        }
    }
    const bool isKnown = knowsKind(m_view, targetKind, ns);
    add(kind, node, target, isKnown ? ReferenceReason::NoObject : ReferenceReason::NotInFiles);
}

void ReferenceCollector::addHost(ReferenceKind kind, source::NodeId node, const HostAnswer& answer)
{
    const ReferenceReason reason = reasonOf(answer);
    const bool isOne = reason == ReferenceReason::Object;
    add(kind, node, answer.fqdn, reason, isOne ? answer.matches.front().resource : noResource);
}

void ReferenceCollector::addSelected(ReferenceKind kind, source::NodeId node, const std::string& ns,
                                     const Labels& selector)
{
    const std::string scope = (ns.empty() ? "*" : ns) + "/*";
    if (std::ranges::any_of(selector, [](const auto& pair) { return hasPlaceholder(pair.second); })) {
        add(kind, node, scope, ReferenceReason::Placeholder);
        return;
    }
    bool isKnown = false;
    bool isFound = false;
    const auto consider = [&](ResourceIndex index) {
        const Labels* labels = workloadLabels(m_view.at(index));
        if (labels == nullptr)
            return;
        isKnown = true;
        if (!includesLabels(*labels, selector))
            return;
        isFound = true;
        add(kind, node, m_view.at(index).key.ns + "/" + m_view.at(index).key.name, ReferenceReason::Object, index);
    };
    if (ns.empty()) {
        std::ranges::for_each(m_view.graph().order(), consider);
    } else {
        std::ranges::for_each(m_view.of<Workload>(ns), consider);
        std::ranges::for_each(m_view.of<WorkloadEntry>(ns), consider);
    }
    if (!isFound)
        add(kind, node, scope, isKnown ? ReferenceReason::NoWorkload : ReferenceReason::NotInFiles);
}

} // namespace meshdraft::mesh::effective
