// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/servermtls.h"

#include <algorithm>
#include <charconv>

namespace meshdraft::mesh::effective {

namespace {

using Modes = Effective<PeerMode, PeerReason>;

/// Nothing: inherited.
std::optional<PeerMode> modeOf(const Field<std::string>& written)
{
    if (!written.isPresent() || written.value.empty() || written.value == "UNSET")
        return std::nullopt;
    if (written.value == "STRICT")
        return PeerMode::Strict;
    if (written.value == "PERMISSIVE")
        return PeerMode::Permissive;
    return written.value == "DISABLE" ? PeerMode::Disable : PeerMode::Unknown;
}

/// Puts the policies of one rank over what they inherit: any of several may be the oldest.
Modes overlay(const MeshView& view, const std::vector<ResourceIndex>& policies, PeerReason reason,
              std::optional<std::uint32_t> port, const Modes& inherited)
{
    if (policies.empty())
        return inherited;
    Modes result;
    bool isInherited = false;
    for (const ResourceIndex index : policies) {
        const Resource& resource = view.at(index);
        const auto& policy = std::get<PeerAuthentication>(resource.body);
        if (policies.size() > 1)
            result.tied.push_back(resource.element());
        if (port) {
            const auto own = policy.portModes.find(*port);
            if (own != policy.portModes.end()) {
                if (const auto mode = modeOf(own->second)) {
                    result.add({*mode, PeerReason::Port, {resource.element(own->second.node)}});
                    continue;
                }
            }
        }
        if (const auto mode = modeOf(policy.mode)) {
            result.add({*mode, reason, {resource.element(policy.mode.node)}});
            continue;
        }
        isInherited = true;
        for (const Modes::Case& parent : inherited.outcomes)
            result.add(parent);
    }
    if (isInherited)
        result.tied.insert(result.tied.end(), inherited.tied.begin(), inherited.tied.end());
    result.settle();
    return result;
}

/// Policies without selector. One with targetRefs does not exist for this kind.
std::vector<ResourceIndex> generalPolicies(const MeshView& view, std::string_view ns)
{
    std::vector<ResourceIndex> policies;
    for (const ResourceIndex index : view.of<PeerAuthentication>(ns)) {
        if (std::get<PeerAuthentication>(view.at(index).body).target.selector.empty())
            policies.push_back(index);
    }
    return policies;
}

void noteDataPlane(const MeshView& view, ResourceIndex workload, ServerMtls& result)
{
    result.dataPlane = dataPlaneOf(view, workload).value;
    if (result.dataPlane == DataPlane::None) {
        result.note = PeerNote::NoProxy;
    } else if (result.dataPlane == DataPlane::Unknown) {
        result.note = PeerNote::DataPlaneUnknown;
    }
    if (result.dataPlane != DataPlane::Ambient)
        return;
    std::vector<Modes::Case> outcomes = std::move(result.outcomes);
    result.outcomes.clear();
    for (Modes::Case& outcome : outcomes) {
        if (outcome.value == PeerMode::Disable) {
            outcome.value = PeerMode::Permissive;
            result.note = PeerNote::AmbientIgnoresDisable;
        }
        result.add(std::move(outcome));
    }
    result.settle();
}

} // namespace

Effective<PeerMode, PeerReason> namespaceMtls(const MeshView& view, std::string_view ns)
{
    Modes modes;
    modes.add({PeerMode::Permissive, PeerReason::Default, {}});
    modes = overlay(view, generalPolicies(view, view.rootNamespace()), PeerReason::Mesh, {}, modes);
    if (ns != view.rootNamespace())
        modes = overlay(view, generalPolicies(view, ns), PeerReason::Namespace, {}, modes);
    return modes;
}

ServerMtls serverMtls(const MeshView& view, ResourceIndex workload, std::optional<std::uint32_t> port)
{
    const Resource& resource = view.at(workload);
    const auto* pods = std::get_if<Workload>(&resource.body);
    const auto* entry = std::get_if<WorkloadEntry>(&resource.body);
    ServerMtls result;
    if (pods == nullptr && entry == nullptr) {
        result.add({});
        return result;
    }
    const Labels& labels = pods == nullptr ? entry->labels : pods->podLabels;
    Modes modes = namespaceMtls(view, resource.key.ns);
    std::vector<ResourceIndex> selecting;
    for (const ResourceIndex index : view.of<PeerAuthentication>(resource.key.ns)) {
        const Resource& source = view.at(index);
        const auto& policy = std::get<PeerAuthentication>(source.body);
        const Labels& selector = policy.target.selector;
        const bool isRoot = resource.key.ns == view.rootNamespace();
        if (!selector.empty() && !isRoot) {
            if (includesLabels(labels, selector))
                selecting.push_back(index);
            continue;
        }
        // ports count only with a selector, and selectors do not count in the root namespace
        if (!policy.portModes.empty()) {
            result.ignored.push_back(source.element(policy.portModes.begin()->second.node));
        } else if (!selector.empty() && includesLabels(labels, selector)) {
            result.ignored.push_back(source.element(policy.target.selectorNode));
        }
    }
    modes = overlay(view, selecting, PeerReason::Workload, port, modes);
    result.outcomes = std::move(modes.outcomes);
    result.tied = std::move(modes.tied);
    noteDataPlane(view, workload, result);
    return result;
}

std::optional<std::uint32_t> workloadPort(const Service& service, std::uint32_t servicePort, const Workload& workload)
{
    const auto port = std::ranges::find_if(
        service.ports, [&](const Port& candidate) { return candidate.number.value == servicePort; });
    if (port == service.ports.end())
        return std::nullopt;
    const std::string& target = port->targetPort;
    if (target.empty())
        return servicePort;
    std::uint32_t number = 0;
    const auto read = std::from_chars(target.data(), target.data() + target.size(), number);
    if (read.ec == std::errc() && read.ptr == target.data() + target.size())
        return number;
    const auto named = workload.ports.find(target);
    return named == workload.ports.end() ? std::nullopt : std::optional(named->second);
}

} // namespace meshdraft::mesh::effective
