// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/landingorder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

namespace meshdraft::mesh {

namespace {

constexpr std::string_view hookAnnotation = "argocd.argoproj.io/hook";

struct UsualWave {
    std::string_view group; ///< "*": any
    std::string_view kind;
    int wave = 0;
};

// Gateway, DestinationRule, VirtualService: the order in which Istio's documentation has routes made without a gap
// (istio.io, Traffic Management Best Practices, "Avoid 503 errors while reconfiguring service routes"), with the
// numbers of Argo CD's sync waves (Sync Phases and Waves). What a policy protects, and the rules that read its tokens,
// come before the policy.
constexpr auto usualWaves = std::to_array<UsualWave>({
    {"apiextensions.k8s.io", "CustomResourceDefinition", -5},
    {"", "Namespace", -4},
    {"gateway.networking.k8s.io", "GatewayClass", -4},
    {"", "ConfigMap", -3},
    {"install.istio.io", "IstioOperator", -3},
    {"", "Secret", -3},
    {"", "ServiceAccount", -3},
    {"gateway.networking.k8s.io", "ReferenceGrant", -3},
    {"", "Service", -2},
    {"", "Pod", -2},
    {"apps", "*", -2},
    {"batch", "*", -2},
    {"argoproj.io", "Rollout", -2},
    {"networking.istio.io", "ServiceEntry", -2},
    {"networking.istio.io", "WorkloadEntry", -2},
    {"networking.istio.io", "WorkloadGroup", -2},
    {"networking.istio.io", "Gateway", -1},
    {"gateway.networking.k8s.io", "Gateway", -1},
    {"security.istio.io", "PeerAuthentication", -1},
    {"networking.istio.io", "DestinationRule", 0},
    {"gateway.networking.k8s.io", "BackendTLSPolicy", 0},
    {"networking.istio.io", "VirtualService", 1},
    {"gateway.networking.k8s.io", "*", 1},
    {"networking.k8s.io", "Ingress", 1},
    {"security.istio.io", "RequestAuthentication", 1},
    {"security.istio.io", "AuthorizationPolicy", 2},
    {"networking.istio.io", "Sidecar", 3},
    {"networking.istio.io", "EnvoyFilter", 3},
    {"telemetry.istio.io", "*", 3},
    {"extensions.istio.io", "*", 3},
});

const FluxKustomization& bodyOf(const Resource& resource)
{
    return std::get<FluxKustomization>(resource.body);
}

bool covers(std::string_view directory, std::string_view path)
{
    return directory == "."
        || (path.starts_with(directory) && path.size() > directory.size() && path[directory.size()] == '/');
}

bool isCalled(const Resource& resource, std::string_view name)
{
    const auto slash = name.find('/');
    return slash != std::string_view::npos && resource.key.ns == name.substr(0, slash)
        && resource.key.name == name.substr(slash + 1);
}

} // namespace

int usualWave(std::string_view group, std::string_view kind)
{
    const auto* const found = std::ranges::find_if(usualWaves, [&](const UsualWave& each) {
        return each.group == group && (each.kind == "*" || each.kind == kind);
    });
    return found != usualWaves.end() ? found->wave : 0;
}

std::optional<std::int64_t> writtenWave(const Resource& resource)
{
    if (resource.annotations.contains(hookAnnotation))
        return std::nullopt;
    const auto written = resource.annotations.find(syncWaveAnnotation);
    if (written == resource.annotations.end())
        return 0;
    const std::string& text = written->second;
    std::int64_t wave = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), wave);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(wave) : std::nullopt;
}

bool hasWrittenWave(const Resource& resource)
{
    return resource.annotations.contains(syncWaveAnnotation);
}

std::vector<const Resource*> fluxKustomizations(const MeshGraph& graph, Lookups* asked)
{
    std::vector<const Resource*> all;
    for (const ResourceIndex each : graph.ofKind("Kustomization", asked)) {
        const Resource& resource = graph.at(each);
        if (std::holds_alternative<FluxKustomization>(resource.body) && !bodyOf(resource).isSuspended)
            all.push_back(&resource);
    }
    return all;
}

const Resource* bringerOf(std::span<const Resource* const> kustomizations, std::string_view path)
{
    const Resource* best = nullptr;
    bool isOpen = false;
    for (const Resource* each : kustomizations) {
        const std::string& directory = bodyOf(*each).source.path.value;
        if (directory.empty() || !covers(directory, path))
            continue;
        const std::size_t most = best != nullptr ? bodyOf(*best).source.path.value.size() : 0;
        if (best == nullptr || directory.size() > most) {
            best = each;
            isOpen = false;
        } else if (directory.size() == most) {
            isOpen = true;
        }
    }
    return isOpen ? nullptr : best;
}

bool haveOneSource(const Resource& one, const Resource& other)
{
    const DeliverySource& a = bodyOf(one).source;
    const DeliverySource& b = bodyOf(other).source;
    return a.repository == b.repository && a.sourceKind == b.sourceKind && a.sourceNamespace == b.sourceNamespace;
}

bool waitsFor(std::span<const Resource* const> kustomizations, const Resource& one, const Resource& other)
{
    std::vector<const Resource*> open{&one};
    std::set<const Resource*> seen;
    while (!open.empty()) {
        const Resource* each = open.back();
        open.pop_back();
        if (!seen.insert(each).second)
            continue;
        for (const Field<std::string>& name : bodyOf(*each).dependsOn) {
            const auto next = std::ranges::find_if(kustomizations,
                                                   [&](const Resource* known) { return isCalled(*known, name.value); });
            if (next == kustomizations.end() || *next == &other)
                return true;
            open.push_back(*next);
        }
    }
    return false;
}

} // namespace meshdraft::mesh
