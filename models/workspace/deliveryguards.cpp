// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/deliveryguards.h"

#include "models/git/remotes.h"
#include "models/mesh/paths.h"
#include "models/workspace/shelltext.h"

#include <algorithm>
#include <tuple>

namespace meshdraft::workspace {
namespace {

/// A name out of the files could be an option of the command.
bool isNameable(const DeliveryGuard& guard)
{
    return isKubernetesName(guard.name) && (guard.ns.empty() || isKubernetesName(guard.ns));
}

/// argocd or flux with what it shall do to the delivery.
std::vector<std::string> commandOf(const DeliveryGuard& guard, const char* policy, const char* verb)
{
    if (!guard.isAutomatic || !isNameable(guard))
        return {};
    if (guard.tool == mesh::DeliveryTool::ArgoCd) {
        const auto name = guard.ns.empty() ? guard.name : guard.ns + '/' + guard.name;
        return {"argocd", "app", "set", name, "--sync-policy", policy};
    }
    std::vector<std::string> words{"flux", verb, "kustomization", guard.name};
    if (!guard.ns.empty())
        words.insert(words.end(), {"-n", guard.ns});
    return words;
}

} // namespace

std::vector<DeliveryGuard> guardsOf(const Snapshot& snapshot, const mesh::FileSet& files,
                                    const std::vector<std::string>& paths)
{
    const auto remotes = [&] {
        return snapshot.repository ? git::remoteUrls(*snapshot.repository) : std::vector<std::string>();
    };
    auto found = mesh::findDeliveries(files, remotes).directories;
    const auto environment =
        mesh::chooseEnvironment(files, mesh::findEnvironments(files, remotes), snapshot.environment.name);
    const auto deliveredBy = environment ? environment->deliveredBy : std::vector<mesh::Delivery>();
    std::erase_if(found, [&](const mesh::Delivery& delivery) {
        const bool isOfEnvironment = std::ranges::any_of(
            deliveredBy, [&](const auto& by) { return by.kind == delivery.kind && by.title() == delivery.title(); });
        return !isOfEnvironment
            && std::ranges::none_of(paths, [&](const auto& path) { return mesh::isWithin(path, delivery.path); });
    });
    std::vector<DeliveryGuard> guards;
    for (const auto& delivery : found) {
        guards.push_back({.tool = delivery.tool,
                          .kind = delivery.kind,
                          .ns = delivery.ns,
                          .name = delivery.name,
                          .path = delivery.path,
                          .where = delivery.where,
                          .isAutomatic = delivery.isAutomatic,
                          .selfHeals = delivery.selfHeals,
                          .prunes = delivery.prunes});
    }
    const auto order = [](const DeliveryGuard& guard) {
        return std::tie(guard.tool, guard.ns, guard.name, guard.path);
    };
    std::ranges::sort(guards, {}, order);
    return guards;
}

std::vector<std::string> suspendCommand(const DeliveryGuard& guard)
{
    return commandOf(guard, "none", "suspend");
}

std::vector<std::string> resumeCommand(const DeliveryGuard& guard)
{
    auto words = commandOf(guard, "automated", "resume");
    if (words.empty() || guard.tool != mesh::DeliveryTool::ArgoCd)
        return words;
    // the command leaves nothing of the old policy
    if (guard.prunes)
        words.emplace_back("--auto-prune");
    if (guard.selfHeals)
        words.emplace_back("--self-heal");
    return words;
}

} // namespace meshdraft::workspace
