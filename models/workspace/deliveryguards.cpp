// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/deliveryguards.h"

#include "models/git/remotes.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace meshdraft::workspace {
namespace {

bool isWithin(std::string_view path, std::string_view directory)
{
    return directory == "." || directory.empty() || path == directory
        || (path.starts_with(directory) && path[directory.size()] == '/');
}

/// What the object itself says of when it acts.
void readMode(DeliveryGuard& guard, const mesh::FileSet& files)
{
    const auto* file = files.find(guard.where.path);
    if (file == nullptr)
        return;
    for (const auto& resource : mesh::readResources({}, file->path, file->text, {})) {
        if (resource->key.name != guard.name || resource->key.kind != guard.kind)
            continue;
        if (const auto* application = std::get_if<mesh::ArgoApplication>(&resource->body)) {
            guard.isAutomatic = application->isAutomated;
            guard.selfHeals = application->selfHeals;
        } else if (const auto* kustomization = std::get_if<mesh::FluxKustomization>(&resource->body)) {
            guard.isAutomatic = !kustomization->isSuspended;
        }
    }
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
        const bool isOfEnvironment = std::ranges::any_of(deliveredBy, [&](const auto& by) {
            return by.kind == delivery.kind && by.title() == delivery.title();
        });
        return !isOfEnvironment
            && std::ranges::none_of(paths, [&](const auto& path) { return isWithin(path, delivery.path); });
    });
    std::vector<DeliveryGuard> guards;
    for (const auto& delivery : found) {
        DeliveryGuard guard{delivery.tool, delivery.kind,  delivery.ns, delivery.name,
                            delivery.path, delivery.where, true,        false};
        readMode(guard, files);
        guards.push_back(std::move(guard));
    }
    const auto order = [](const DeliveryGuard& guard) {
        return std::tie(guard.tool, guard.ns, guard.name, guard.path);
    };
    std::ranges::sort(guards, {}, order);
    return guards;
}

std::vector<std::string> suspendCommand(const DeliveryGuard& guard)
{
    if (!guard.isAutomatic)
        return {};
    if (guard.tool == mesh::DeliveryTool::ArgoCd) {
        const auto name = guard.ns.empty() ? guard.name : guard.ns + '/' + guard.name;
        return {"argocd", "app", "set", name, "--sync-policy", "none"};
    }
    std::vector<std::string> words{"flux", "suspend", "kustomization", guard.name};
    if (!guard.ns.empty())
        words.insert(words.end(), {"-n", guard.ns});
    return words;
}

std::vector<std::string> resumeCommand(const DeliveryGuard& guard)
{
    if (!guard.isAutomatic)
        return {};
    if (guard.tool == mesh::DeliveryTool::ArgoCd) {
        const auto name = guard.ns.empty() ? guard.name : guard.ns + '/' + guard.name;
        std::vector<std::string> words{"argocd", "app", "set", name, "--sync-policy", "automated"};
        if (guard.selfHeals)
            words.emplace_back("--self-heal");
        return words;
    }
    std::vector<std::string> words{"flux", "resume", "kustomization", guard.name};
    if (!guard.ns.empty())
        words.insert(words.end(), {"-n", guard.ns});
    return words;
}

} // namespace meshdraft::workspace
