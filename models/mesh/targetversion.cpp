// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/targetversion.h"

#include "models/mesh/paths.h"
#include "models/mesh/targetevidence.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace meshdraft::mesh {

namespace {

template <typename Finding> void sortByPlace(std::vector<Finding>& findings)
{
    std::ranges::stable_sort(findings, {}, [](const Finding& finding) {
        return std::tie(finding.where.path, finding.where.line, finding.where.column);
    });
}

/// Those of the nearest directory that has some: the environment's own, else the one above it, and so on.
template <typename Finding>
std::vector<Finding> nearest(const std::vector<Finding>& findings, const std::string& environment)
{
    std::vector<Finding> near;
    for (std::string_view at = environment;; at = parentOf(at)) {
        std::ranges::copy_if(findings, std::back_inserter(near),
                             [&](const Finding& finding) { return isWithin(finding.where.path, at); });
        if (!near.empty() || at == ".")
            return near;
    }
}

std::vector<IstioVersion> versionsIn(const std::vector<VersionFinding>& findings)
{
    std::set<IstioVersion> versions;
    for (const VersionFinding& finding : findings)
        versions.insert(finding.version);
    return {versions.begin(), versions.end()};
}

/// What the findings amount to; nothing where there are none.
std::optional<DataPlaneMode> modeIn(const std::vector<DataPlaneFinding>& findings)
{
    const auto has = [&](DataPlaneMode mode) { return std::ranges::contains(findings, mode, &DataPlaneFinding::mode); };
    const bool sidecar = has(DataPlaneMode::Sidecar);
    const bool ambient = has(DataPlaneMode::Ambient);
    if (sidecar && ambient)
        return DataPlaneMode::Mixed;
    if (sidecar || ambient)
        return sidecar ? DataPlaneMode::Sidecar : DataPlaneMode::Ambient;
    return has(DataPlaneMode::None) ? std::optional(DataPlaneMode::None) : std::nullopt;
}

/// What is stated of the environment: of each value the first statement.
void readStatements(Target& target, const ProjectFile& project, const std::string& environment)
{
    for (const ProjectFile::StatedEnvironment& stated : project.environments) {
        if (!stated.names.matches(environment))
            continue;
        if (stated.istioVersion && !target.version.stated) {
            target.version.stated = stated.istioVersion;
            target.version.statedAt = stated.istioVersionAt;
        }
        if (stated.dataPlane && !target.dataPlane.stated) {
            target.dataPlane.stated = stated.dataPlane;
            target.dataPlane.statedAt = stated.dataPlaneAt;
        }
    }
}

TargetEvidence evidenceOf(const MeshGraph& graph, const FileSet& files, const Environment& environment,
                          const std::vector<ChartDelivery>& charts)
{
    TargetEvidence evidence;
    evidence.readGraph(graph);
    for (const ChartDelivery& chart : charts) {
        if (std::ranges::binary_search(environment.files, chart.where.path))
            evidence.readChart(chart);
    }
    for (const SourceFile& file : files.files) {
        if (fileName(file.path) == "Chart.yaml" && isWithin(file.path, environment.name))
            evidence.readChartFile(file);
    }
    return evidence;
}

} // namespace

bool TargetVersion::isContradicted() const
{
    std::vector<IstioVersion> said = versionsIn(findings);
    if (stated && !std::ranges::contains(said, *stated))
        said.push_back(*stated);
    return said.size() > 1;
}

Target targetOf(const MeshGraph* graph, const FileSet& files, const Environment& environment,
                const ProjectFile& project)
{
    Target target;
    readStatements(target, project, environment.name);
    const std::vector<ChartDelivery> charts = findDeliveries(files).charts;
    TargetEvidence own;
    if (graph != nullptr)
        own = evidenceOf(*graph, files, environment, charts);
    target.version.findings = std::move(own.versions);
    target.dataPlane.findings = std::move(own.dataPlanes);
    auto version = versionsIn(target.version.findings);
    auto mode = modeIn(target.dataPlane.findings);
    target.version.knowledge = target.dataPlane.knowledge = Knowledge::Found;

    if (version.empty() || !mode) {
        if (version.empty() && target.version.stated) {
            version = {*target.version.stated};
            target.version.knowledge = Knowledge::Stated;
        }
        if (!mode && target.dataPlane.stated) {
            mode = target.dataPlane.stated;
            target.dataPlane.knowledge = Knowledge::Stated;
        }
    }
    if (version.empty() || !mode) {
        TargetEvidence others;
        others.readFiles(files, environment.files, graph != nullptr ? graph->namespaces() : std::vector<std::string>());
        for (const ChartDelivery& chart : charts)
            others.readChart(chart);
        if (version.empty()) {
            target.version.findings = nearest(others.versions, environment.name);
            version = versionsIn(target.version.findings);
            target.version.knowledge = version.empty() ? Knowledge::Assumed : Knowledge::FoundElsewhere;
        }
        if (!mode) {
            // That ztunnel runs somewhere says nothing of these workloads, and a namespace that asks for nothing may be
            // written down again elsewhere.
            std::erase_if(others.dataPlanes, [](const DataPlaneFinding& finding) {
                return finding.kind == DataPlaneEvidence::Ztunnel || finding.kind == DataPlaneEvidence::Unlabelled;
            });
            target.dataPlane.findings = nearest(others.dataPlanes, environment.name);
            mode = modeIn(target.dataPlane.findings);
            target.dataPlane.knowledge = mode ? Knowledge::FoundElsewhere : Knowledge::Assumed;
        }
    }
    if (!version.empty())
        target.version.versions = std::move(version);
    target.dataPlane.mode = mode.value_or(DataPlaneMode::Sidecar);
    sortByPlace(target.version.findings);
    sortByPlace(target.dataPlane.findings);
    return target;
}

} // namespace meshdraft::mesh
