// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

/// The filter that a patch is about, as far as it says so.
std::string filterOf(NodeRef patch)
{
    const NodeRef value = patch["patch"]["value"].resolved();
    if (!value.isMapping())
        return {};
    if (const NodeRef name = value["name"]; name.isValid())
        return std::string(name.value());
    return std::string(patch["match"]["listener"]["filterChain"]["filter"]["name"].value());
}

bool isForVersion(NodeRef patch)
{
    return !patch["match"]["proxy"]["proxyVersion"].value().empty();
}

/// The patches of an EnvoyFilter up to the first one without `patch`.
std::vector<NodeRef> patchesOf(const mesh::Resource& resource)
{
    std::vector<NodeRef> patches;
    for (const NodeRef& item : resource.rootNode()["spec"]["configPatches"].resolved().items()) {
        if (!item["patch"].resolved().isMapping())
            break;
        patches.push_back(item.resolved());
    }
    return patches;
}

bool isRelative(std::string_view operation)
{
    constexpr auto relative = std::to_array<std::string_view>({"INSERT_AFTER", "INSERT_BEFORE", "REMOVE", "REPLACE"});
    return std::ranges::contains(relative, operation);
}

/// Whether a patch before this one, of this EnvoyFilter or one before it in the files, is for some proxy versions of
/// the same filter.
bool followsVersioned(const mesh::MeshGraph& graph, mesh::ResourceIndex index, std::span<const NodeRef> before,
                      const std::string& filter, mesh::Lookups* asked)
{
    const auto isSuch = [&](NodeRef patch) { return isForVersion(patch) && filterOf(patch) == filter; };
    if (std::ranges::any_of(before, isSuch))
        return true;
    for (const mesh::ResourceIndex each : graph.ofKind("EnvoyFilter", asked)) {
        if (each == index)
            return false;
        if (std::ranges::any_of(patchesOf(graph.at(each)), isSuch))
            return true;
    }
    return false;
}

/// What is wrong with an operation on such objects.
struct Mistake {
    const char* code = nullptr;
    const char* message = nullptr;
};
Mistake mistakeOf(std::string_view operation, std::string_view applyTo)
{
    const bool isOfRoutes = applyTo == "ROUTE_CONFIGURATION" || applyTo == "HTTP_ROUTE";
    if (operation == "ADD" && isOfRoutes)
        return {"IST0153", message::patchAdd};
    if (operation == "REMOVE" && isOfRoutes)
        return {"IST0154", message::patchRemove};
    if (operation == "REPLACE" && applyTo != "NETWORK_FILTER" && applyTo != "HTTP_FILTER" && applyTo != "VIRTUAL_HOST")
        return {"IST0152", message::patchReplace};
    return {};
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* filter = std::get_if<mesh::EnvoyFilter>(&resource.body);
    if (filter == nullptr)
        return;
    const std::vector<NodeRef> patches = patchesOf(resource);
    for (std::size_t i = 0; i < patches.size(); ++i) {
        const NodeRef node = patches[i]["patch"]["operation"];
        const std::string_view operation = node.value();
        const std::string_view applyTo = patches[i]["applyTo"].value();
        const source::NodeId place = node.isValid() ? node.id() : patches[i].id();
        if (const Mistake mistake = mistakeOf(operation, applyTo); mistake.code != nullptr) {
            report.add(
                findingAt(resource, place, mistake.code, Severity::Error, mistake.message, {std::string(applyTo)}));
        } else if (isRelative(operation) && filter->priority.value == 0) {
            const std::vector<NodeRef> before(patches.begin(), patches.begin() + static_cast<std::ptrdiff_t>(i));
            const bool isVersioned = followsVersioned(graph, index, before, filterOf(patches[i]), report.asked());
            report.add(findingAt(resource, place, isVersioned ? "IST0155" : "IST0151", Severity::Warning,
                                 isVersioned ? message::patchOrderVersion : message::patchOrder,
                                 {std::string(operation)}));
        }
    }
}

} // namespace

/// Patches of Envoy's configuration that do nothing, or whose effect depends on an order that is not fixed (Istio's
/// analyzer envoyfilter.EnvoyPatchAnalyzer).
Check envoyPatch()
{
    return {{"envoy-patch", {"EnvoyFilter"}, {"IST0151", "IST0152", "IST0153", "IST0154", "IST0155"}}, check};
}

} // namespace meshdraft::checks
