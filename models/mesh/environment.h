// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/deliveries.h"
#include "models/mesh/meshgraph.h"

#include <optional>
#include <string>
#include <vector>

namespace meshdraft::mesh {

enum class EnvironmentKind : std::uint8_t {
    Directory, ///< the YAML files of a directory and below, Kustomize roots left out
    KustomizeBase, ///< a kustomization that only lists files: those files as they stand
    KustomizeRoot, ///< a kustomization that has to be rendered
    File, ///< one file, asked for by its path
};

/// A set of files that makes one mesh.
struct Environment {
    std::string name; ///< the directory relative to the repository, "." for the root
    EnvironmentKind kind = EnvironmentKind::Directory;
    SharedVector<std::string> files; ///< that hold its resources, sorted; of a KustomizeRoot those that it was rendered
                                     ///< from (empty before)
    std::string defaultNamespace; ///< `namespace:` of the kustomization, else "default"
    std::uint32_t resources = 0; ///< mesh resources (Istio, Gateway API, Services, workloads) in it
    std::uint32_t routes = 0; ///< VirtualServices and Gateway API routes
    std::uint32_t duplicates = 0; ///< keys that occur more than once
    std::vector<std::string> bases; ///< KustomizeRoot: the directories and URLs it builds on
    std::vector<Delivery> deliveredBy; ///< who deploys it, by title
    bool isComplete = false; ///< of a chosen one: .meshdraft.yaml states that its files hold the whole cluster
    std::optional<Error> error; ///< deployed, and cannot be shown: "delivery.noFiles", "delivery.helm" (args: kind and
                                ///< title of the delivery, path)
};

/// The environments of a repository, sorted by name: every Kustomize root that is an entry point (no other one that has
/// to be rendered is built on it; what only lists files counts as one anyway), the repository itself, each directory
/// with mesh resources of its own, and each directory that Argo CD or Flux deploys. Nothing is heaped together across
/// Kustomize roots.
std::vector<Environment> findEnvironments(const FileSet& files, const RemoteUrls& remotes = {});

/// The one to open when nobody says otherwise: a lone usable one, else the widest without duplicates that has routes,
/// else the repository itself, else a Kustomize root: that named production, or the first. Empty when there is none.
std::string defaultEnvironment(const std::vector<Environment>& environments);

/// The environment called `name`: one of `environments`, or a directory or file of the repository by its path.
/// Errors: "environment.unknown" (args: name, known names), Environment::error.
Expected<Environment> chooseEnvironment(const FileSet& files, const std::vector<Environment>& environments,
                                        std::string_view name);

/// Reads and resolves the resources of an environment that is no KustomizeRoot.
MeshGraphPtr buildGraph(const FileSet& files, const Environment& environment);

} // namespace meshdraft::mesh
