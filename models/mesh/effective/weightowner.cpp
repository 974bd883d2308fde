// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/weightowner.h"

#include <algorithm>

namespace meshdraft::mesh::effective {

namespace {

/// Steps of a plan that only says how far each goes. Flagger promotes when the greatest weight has been reached.
std::vector<CanaryStep> stepsOf(const FlaggerCanary& canary)
{
    if (!canary.steps.empty() || !canary.stepWeight.isPresent() || canary.stepWeight.value <= 0)
        return canary.steps;
    const std::int64_t most =
        canary.maxWeight.isPresent() ? std::clamp<std::int64_t>(canary.maxWeight.value, 0, 100) : 100;
    std::vector<CanaryStep> steps;
    for (std::int64_t weight = std::min(canary.stepWeight.value, most); weight > 0;) {
        steps.push_back({weight, false, {}, canary.stepWeight.node});
        if (weight == most)
            break;
        weight = std::min(weight + canary.stepWeight.value, most);
    }
    return steps;
}

std::span<const ResourceIndex> ownersOf(const MeshGraph& graph, const Resource& route)
{
    return graph.answers(Question::WeightOwner, kindName(route.key.kind, route.key.ns + "/" + route.key.name));
}

std::optional<WeightOwner> flagger(const MeshGraph& graph, const Resource& resource)
{
    if (resource.key.kind != "VirtualService" && resource.key.kind != "HTTPRoute")
        return std::nullopt;
    for (const ResourceIndex index : ownersOf(graph, resource)) {
        const Resource& owner = graph.at(index);
        const auto* canary = std::get_if<FlaggerCanary>(&owner.body);
        if (canary == nullptr || owner.key.ns != resource.key.ns || canary->serviceName != resource.key.name)
            continue;
        return WeightOwner{WeightOwner::Controller::Flagger,
                           index,
                           canary->serviceName + "-primary",
                           canary->serviceName + "-canary",
                           stepsOf(*canary),
                           canary->interval};
    }
    return std::nullopt;
}

/// True where a Rollout names the VirtualService and, if it names routes, this one.
bool owns(const OwnedRoutes& owned, const Resource& rollout, const Resource& resource, const Route& route)
{
    const std::string& written = owned.virtualService.value;
    const std::size_t dot = written.find('.');
    const std::string ns = dot == std::string::npos ? rollout.key.ns : written.substr(dot + 1);
    if (resource.key.kind != "VirtualService" || written.substr(0, dot) != resource.key.name || ns != resource.key.ns)
        return false;
    return owned.routes.empty()
        || std::ranges::any_of(owned.routes, [&](const auto& name) { return name.value == route.name.value; });
}

bool owns(const OwnedGatewayRoute& owned, const Resource& rollout, const Resource& resource)
{
    return owned.kind == resource.key.kind && owned.name.value == resource.key.name
        && (owned.ns.empty() ? rollout.key.ns : owned.ns) == resource.key.ns;
}

std::optional<WeightOwner> argoRollouts(const MeshGraph& graph, const Resource& resource, const Route& route)
{
    for (const ResourceIndex index : ownersOf(graph, resource)) {
        const Resource& owner = graph.at(index);
        const auto* workload = std::get_if<Workload>(&owner.body);
        if (workload == nullptr || !workload->rollout)
            continue;
        const RolloutStrategy& strategy = *workload->rollout;
        const bool isOwner =
            std::ranges::any_of(strategy.owns, [&](const auto& each) { return owns(each, owner, resource, route); })
            || std::ranges::any_of(strategy.gatewayRoutes,
                                   [&](const auto& each) { return owns(each, owner, resource); });
        if (!isOwner)
            continue;
        WeightOwner found{WeightOwner::Controller::ArgoRollouts,
                          index,
                          strategy.stableSubset,
                          strategy.canarySubset,
                          strategy.steps,
                          {}};
        if (found.stable.empty())
            found.stable = strategy.stableService.value;
        if (found.canary.empty())
            found.canary = strategy.canaryService.value;
        return found;
    }
    return std::nullopt;
}

} // namespace

std::optional<WeightOwner> weightOwnerOf(const MeshGraph& graph, const Resource& resource, const Route& route)
{
    if (auto owner = argoRollouts(graph, resource, route))
        return owner;
    return flagger(graph, resource);
}

} // namespace meshdraft::mesh::effective
