// SPDX-License-Identifier: Apache-2.0
// For which version of Istio an environment is written, and how its workloads take part in the mesh.
#pragma once

#include "models/mesh/environment.h"
#include "models/mesh/projectfile.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace meshdraft::mesh {

/// How a value is known, the best first.
enum class Knowledge : std::uint8_t {
    Found, ///< in the environment's own files
    Stated, ///< in .meshdraft.yaml
    FoundElsewhere, ///< in other files of the repository, the nearest ones
    Assumed,
};

enum class VersionEvidence : std::uint8_t {
    Image, ///< tag of an image of istiod, a proxy, ztunnel, the CNI plugin
    Operator, ///< IstioOperator: spec.tag or spec.revision
    Chart, ///< version of one of Istio's Helm charts: Chart.yaml, HelmRelease, Argo CD
    RevisionLabel, ///< istio.io/rev: 1-27-1
    VersionLabel, ///< app.kubernetes.io/version of the control plane
};

struct VersionFinding {
    IstioVersion version;
    VersionEvidence kind = VersionEvidence::Image;
    std::string written; ///< "1.27.1-distroless"
    std::string what; ///< image, chart, or the resource as "kind/name"
    Location where;
};

/// Never empty: something is always assumed.
struct TargetVersion {
    std::vector<IstioVersion> versions{newestIstioVersion}; ///< ascending; several during a canary upgrade
    Knowledge knowledge = Knowledge::Assumed;
    std::vector<VersionFinding> findings; ///< all there are, also where they do not decide; by place
    std::optional<IstioVersion> stated; ///< in .meshdraft.yaml, also where it does not decide
    Location statedAt;

    /// The version that rules have to hold for first: what is right for it is right for the others.
    IstioVersion oldest() const { return versions.front(); }
    /// True if findings and statement do not all say the same.
    bool isContradicted() const;
};

enum class DataPlaneEvidence : std::uint8_t {
    NamespaceMode, ///< label istio.io/dataplane-mode
    NamespaceInjection, ///< label istio-injection
    NamespaceRevision, ///< label istio.io/rev
    PodLabel, ///< the same of pods, and sidecar.istio.io/inject
    InFile, ///< a proxy that was put into the pod template by hand
    Ztunnel, ///< ztunnel itself: DaemonSet, chart, profile "ambient"
    Waypoint, ///< a Gateway of class istio-waypoint
    Unlabelled, ///< a namespace that asks for nothing
};

struct DataPlaneFinding {
    DataPlaneMode mode = DataPlaneMode::None;
    DataPlaneEvidence kind = DataPlaneEvidence::Unlabelled;
    std::string what; ///< namespace, or the resource as "kind/name"
    Location where;
};

struct TargetDataPlane {
    DataPlaneMode mode = DataPlaneMode::Sidecar;
    Knowledge knowledge = Knowledge::Assumed;
    std::vector<DataPlaneFinding> findings; ///< by place; of a large mesh the first hundred of each mode
    std::optional<DataPlaneMode> stated;
    Location statedAt;
};

struct Target {
    TargetVersion version;
    TargetDataPlane dataPlane;
};

/// The target of an environment. `graph` is what it holds (null: a Kustomize root that is not rendered, of which only
/// what is stated and what other files say counts), `files` the repository as it is saved. Cost: a look at every
/// workload; where that tells nothing, at the heads of all documents.
Target targetOf(const MeshGraph* graph, const FileSet& files, const Environment& environment,
                const ProjectFile& project);

} // namespace meshdraft::mesh
