// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/fileset.h"
#include "models/mesh/glob.h"
#include "models/mesh/istioversion.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::mesh {

/// How the workloads of an environment take part in the mesh.
enum class DataPlaneMode : std::uint8_t {
    None, ///< not at all
    Sidecar,
    Ambient,
    Mixed, ///< some with sidecars, some by ambient mode
};

/// "none", "sidecar", "ambient", "mixed".
std::string_view dataPlaneModeName(DataPlaneMode mode);

/// What .meshdraft.yaml states of environments (docs/environments.md).
struct ProjectFile {
    static constexpr std::string_view path = ".meshdraft.yaml";

    struct StatedEnvironment {
        Glob names;
        std::optional<IstioVersion> istioVersion;
        Location istioVersionAt;
        std::optional<DataPlaneMode> dataPlane;
        Location dataPlaneAt;
    };
    bool isComplete = false; ///< the repository holds all that is in its clusters
    std::vector<Glob> complete; ///< or these environments do
    std::vector<StatedEnvironment> environments; ///< in the order of the file; the first that states something counts
    std::vector<Error> errors; ///< located, see readProjectFile
};

/// Reads it out of these files; empty when there is none. An entry with an error is left out, the others count. Errors,
/// args in brackets: "project.template", "project.type" (field, what it has to be), "project.unknownField"
/// (field, known ones), "project.missing" (field), "project.version" (text), "project.dataPlane" (text),
/// "project.pattern" (text), "project.empty" (name: nothing is stated), those of the YAML.
ProjectFile readProjectFile(const FileSet& files);

} // namespace meshdraft::mesh
