// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/deliveries.h"
#include "models/workspace/snapshot.h"

namespace meshdraft::workspace {

/// An Argo CD Application or a Flux Kustomization that brings changed files into the cluster, and so takes a manual
/// change back.
struct DeliveryGuard {
    mesh::DeliveryTool tool = mesh::DeliveryTool::ArgoCd;
    std::string kind; ///< Application, ApplicationSet, Kustomization
    std::string ns; ///< empty where none is written
    std::string name;
    std::string path; ///< the directory that it takes
    Location where;
    bool isAutomatic = true; ///< as of mesh::Delivery, like the next ones
    bool selfHeals = false;
    bool prunes = false;
};

/// Those that deliver any of these paths, or the environment of the snapshot as a whole, as `files` (one side of it)
/// have them. Sorted by tool and name. Cost: a search through the text of every file.
std::vector<DeliveryGuard> guardsOf(const Snapshot& snapshot, const mesh::FileSet& files,
                                    const std::vector<std::string>& paths);

/// Words of a command that suspends or resumes a delivery; they are not quoted yet. Empty: it needs no suspending, or
/// its name is none that Kubernetes could have given.
std::vector<std::string> suspendCommand(const DeliveryGuard& guard);
std::vector<std::string> resumeCommand(const DeliveryGuard& guard);

} // namespace meshdraft::workspace
