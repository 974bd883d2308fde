// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/mesh/targetversion.h"

#include <vector>

namespace meshdraft::mesh {

/// What resources and files tell about version and data plane.
class TargetEvidence {
public:
    void readResource(const Resource& resource);
    void readGraph(const MeshGraph& graph);
    void readChartFile(const SourceFile& file);
    void readChart(const ChartDelivery& chart);
    /// Control planes, namespaces and charts in files; `skip` (sorted) is left out, namespaces are taken where
    /// `namespaces` (sorted) has them.
    void readFiles(const FileSet& files, const SharedVector<std::string>& skip,
                   const std::vector<std::string>& namespaces);

    std::vector<VersionFinding> versions;
    std::vector<DataPlaneFinding> dataPlanes;

private:
    void readWorkload(const Resource& resource, const Workload& workload);
    void readImages(const Resource& resource, bool isControlPlane);
    void readNamespace(const Resource& resource);
    void readOperator(const Resource& resource);
    void readHelmRelease(const Resource& resource);
    void addVersion(std::optional<IstioVersion> version, VersionEvidence kind, std::string written, std::string what,
                    Location where);
    void addMode(DataPlaneMode mode, DataPlaneEvidence kind, std::string what, Location where);
    void addChart(const std::string& chart, const std::string& repository, const std::string& version,
                  const Location& where);
};

} // namespace meshdraft::mesh
