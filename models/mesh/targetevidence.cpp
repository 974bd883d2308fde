// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/targetevidence.h"

#include "models/mesh/paths.h"
#include "models/mesh/yamlreader.h"

#include <algorithm>
#include <array>

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

constexpr std::size_t mostFindings = 100; ///< of one mode
constexpr std::string_view revisionLabel = "istio.io/rev";
constexpr std::string_view modeLabel = "istio.io/dataplane-mode";

std::string titleOf(const Resource& resource)
{
    return resource.key.kind + "/" + resource.key.name;
}

/// True for the workloads of Istio itself, by the names and labels that its charts give them.
bool isControlPlane(const Resource& resource)
{
    static constexpr auto names =
        std::to_array<std::string_view>({"istiod", "istio-pilot", "ztunnel", "istio-cni-node"});
    const auto isOne = [](std::string_view text) {
        return std::ranges::any_of(names, [&](std::string_view name) {
            return text.starts_with(name) && (text.size() == name.size() || text[name.size()] == '-');
        });
    };
    const auto app = resource.labels.find("app");
    return isOne(resource.key.name) || (app != resource.labels.end() && isOne(app->second));
}

bool isZtunnel(const Resource& resource)
{
    const auto app = resource.labels.find("app");
    return resource.key.kind == "DaemonSet"
        && (resource.key.name == "ztunnel" || (app != resource.labels.end() && app->second == "ztunnel"));
}

bool isIstioChart(std::string_view chart, std::string_view repository)
{
    static constexpr auto own = std::to_array<std::string_view>({"istiod", "istiod-remote", "ztunnel"});
    static constexpr auto common = std::to_array<std::string_view>({"base", "cni", "gateway", "ambient"});
    const std::string_view name = fileName(chart); // "oci://…/charts/istiod" in one
    return std::ranges::contains(own, name)
        || (std::ranges::contains(common, name) && (repository.contains("istio") || chart.contains("istio")));
}

} // namespace

void TargetEvidence::addVersion(std::optional<IstioVersion> version, VersionEvidence kind, std::string written,
                                std::string what, Location where)
{
    if (version)
        versions.push_back({*version, kind, std::move(written), std::move(what), std::move(where)});
}

void TargetEvidence::addMode(DataPlaneMode mode, DataPlaneEvidence kind, std::string what, Location where)
{
    if (std::cmp_less(std::ranges::count(dataPlanes, mode, &DataPlaneFinding::mode), mostFindings))
        dataPlanes.push_back({mode, kind, std::move(what), std::move(where)});
}

void TargetEvidence::addChart(const std::string& chart, const std::string& repository, const std::string& version,
                              const Location& where)
{
    if (!isIstioChart(chart, repository))
        return;
    addVersion(versionOfChart(version), VersionEvidence::Chart, version, chart, where);
    if (fileName(chart) == "ztunnel" || fileName(chart) == "ambient")
        addMode(DataPlaneMode::Ambient, DataPlaneEvidence::Ztunnel, chart, where);
}

void TargetEvidence::readGraph(const MeshGraph& graph)
{
    static constexpr auto kinds = std::to_array<std::string_view>(
        {"Deployment", "DaemonSet", "StatefulSet", "ReplicaSet", "Pod", "Job", "CronJob", "Rollout", "Namespace",
         "IstioOperator", "HelmRelease", "Gateway", "MutatingWebhookConfiguration"});
    for (const std::string_view kind : kinds) {
        for (const ResourceIndex index : graph.ofKind(kind))
            readResource(graph.at(index));
    }
}

void TargetEvidence::readResource(const Resource& resource)
{
    const std::string& kind = resource.key.kind;
    if (const auto* workload = std::get_if<Workload>(&resource.body)) {
        readWorkload(resource, *workload);
    } else if (const auto* gateway = std::get_if<Gateway>(&resource.body)) {
        if (gateway->className == "istio-waypoint")
            addMode(DataPlaneMode::Ambient, DataPlaneEvidence::Waypoint, titleOf(resource), resource.locate());
    } else if (const auto* webhooks = std::get_if<InjectionWebhooks>(&resource.body)) {
        addVersion(versionOfRevision(webhooks->revision), VersionEvidence::RevisionLabel, webhooks->revision,
                   titleOf(resource), resource.locate());
    } else if (kind == "Namespace") {
        readNamespace(resource);
    } else if (kind == "IstioOperator") {
        readOperator(resource);
    } else if (kind == "HelmRelease") {
        readHelmRelease(resource);
    }
}

void TargetEvidence::readWorkload(const Resource& resource, const Workload& workload)
{
    const bool isIstio = isControlPlane(resource);
    if (isIstio) {
        if (const auto version = resource.labels.find("app.kubernetes.io/version"); version != resource.labels.end()) {
            addVersion(versionOfTag(version->second), VersionEvidence::VersionLabel, version->second, titleOf(resource),
                       resource.locate());
        }
        if (const auto revision = resource.labels.find(revisionLabel); revision != resource.labels.end()) {
            addVersion(versionOfRevision(revision->second), VersionEvidence::RevisionLabel, revision->second,
                       titleOf(resource), resource.locate());
        }
        if (isZtunnel(resource))
            addMode(DataPlaneMode::Ambient, DataPlaneEvidence::Ztunnel, titleOf(resource), resource.locate());
        readImages(resource, true);
        return;
    }
    if (workload.podAnnotations.contains("sidecar.istio.io/status")) {
        addMode(DataPlaneMode::Sidecar, DataPlaneEvidence::InFile, titleOf(resource), resource.locate());
        readImages(resource, false);
        return;
    }
    const auto revision = workload.podLabels.find(revisionLabel);
    if (revision != workload.podLabels.end()) {
        addVersion(versionOfRevision(revision->second), VersionEvidence::RevisionLabel, revision->second,
                   titleOf(resource), resource.locate());
    }
    const auto mode = workload.podLabels.find(modeLabel);
    if (mode != workload.podLabels.end() && mode->second == "ambient")
        addMode(DataPlaneMode::Ambient, DataPlaneEvidence::PodLabel, titleOf(resource), resource.locate());
    // a gateway is a proxy, but no sidecar
    const auto inject = workload.podLabels.find("sidecar.istio.io/inject");
    const bool asks =
        revision != workload.podLabels.end() || (inject != workload.podLabels.end() && inject->second == "true");
    if (asks && !workload.podAnnotations.contains("inject.istio.io/templates"))
        addMode(DataPlaneMode::Sidecar, DataPlaneEvidence::PodLabel, titleOf(resource), resource.locate());
}

void TargetEvidence::readImages(const Resource& resource, bool isControlPlane)
{
    static constexpr auto images = std::to_array<std::string_view>({"pilot", "proxyv2", "ztunnel", "install-cni"});
    YamlReader yaml(resource.document());
    const NodeRef spec = yaml.get(resource.rootNode(), "spec");
    NodeRef pod = yaml.get(spec, {"template", "spec"});
    if (!pod.isValid())
        pod = spec;
    for (const std::string_view list : {"initContainers", "containers"}) {
        for (const NodeRef container : yaml.items(yaml.get(pod, list))) {
            const Field<std::string> image = yaml.string(container, "image");
            std::string_view name = image.value;
            name = name.substr(0, name.find('@'));
            const auto colon = fileName(name).find(':');
            if (colon == std::string_view::npos)
                continue;
            const std::string_view base = fileName(name).substr(0, colon);
            const std::string_view tag = fileName(name).substr(colon + 1);
            if (!std::ranges::contains(images, base) || (!isControlPlane && base != "proxyv2"))
                continue;
            addVersion(versionOfTag(tag), VersionEvidence::Image, std::string(tag), std::string(base),
                       resource.locate(image.node));
        }
    }
}

void TargetEvidence::readNamespace(const Resource& resource)
{
    const YamlReader yaml(resource.document());
    const NodeRef labels = yaml.get(resource.rootNode(), {"metadata", "labels"});
    const Field<std::string> mode = yaml.string(labels, modeLabel);
    const Field<std::string> injection = yaml.string(labels, "istio-injection");
    const Field<std::string> revision = yaml.string(labels, revisionLabel);
    const std::string& name = resource.key.name;
    if (mode.isPresent()) {
        addMode(mode.value == "ambient" ? DataPlaneMode::Ambient : DataPlaneMode::None,
                DataPlaneEvidence::NamespaceMode, name, resource.locate(mode.node));
    }
    if (injection.isPresent()) {
        addMode(injection.value == "enabled" ? DataPlaneMode::Sidecar : DataPlaneMode::None,
                DataPlaneEvidence::NamespaceInjection, name, resource.locate(injection.node));
    }
    if (revision.isPresent()) {
        // with ambient mode the label chooses the control plane of waypoints
        if (mode.value != "ambient" && injection.value != "disabled") {
            addMode(DataPlaneMode::Sidecar, DataPlaneEvidence::NamespaceRevision, name, resource.locate(revision.node));
        }
        addVersion(versionOfRevision(revision.value), VersionEvidence::RevisionLabel, revision.value, titleOf(resource),
                   resource.locate(revision.node));
    }
    if (!mode.isPresent() && !injection.isPresent() && !revision.isPresent())
        addMode(DataPlaneMode::None, DataPlaneEvidence::Unlabelled, name, resource.locate());
}

void TargetEvidence::readOperator(const Resource& resource)
{
    const YamlReader yaml(resource.document());
    const NodeRef spec = yaml.get(resource.rootNode(), "spec");
    const Field<std::string> tag = yaml.string(spec, "tag");
    const Field<std::string> revision = yaml.string(spec, "revision");
    const Field<std::string> profile = yaml.string(spec, "profile");
    addVersion(versionOfTag(tag.value), VersionEvidence::Operator, tag.value, titleOf(resource),
               resource.locate(tag.node));
    addVersion(versionOfRevision(revision.value), VersionEvidence::Operator, revision.value, titleOf(resource),
               resource.locate(revision.node));
    if (profile.value == "ambient")
        addMode(DataPlaneMode::Ambient, DataPlaneEvidence::Ztunnel, titleOf(resource), resource.locate(profile.node));
}

void TargetEvidence::readHelmRelease(const Resource& resource)
{
    const YamlReader yaml(resource.document());
    const NodeRef chart = yaml.get(resource.rootNode(), {"spec", "chart", "spec"});
    const Field<std::string> version = yaml.string(chart, "version");
    addChart(yaml.string(chart, "chart").value, yaml.string(yaml.get(chart, "sourceRef"), "name").value, version.value,
             resource.locate(version.isPresent() ? version.node : chart.id()));
}

void TargetEvidence::readChart(const ChartDelivery& chart)
{
    addChart(chart.chart, chart.repository, chart.version, chart.where);
}

void TargetEvidence::readChartFile(const SourceFile& file)
{
    if (file.text == nullptr || file.text->documents.empty() || file.text->documents.front() == nullptr)
        return;
    const NodeRef root = file.text->documents.front()->root();
    if (!root.isValid())
        return;
    YamlReader yaml(*root.document());
    for (const NodeRef item : yaml.items(yaml.get(root, "dependencies"))) {
        const Field<std::string> version = yaml.string(item, "version");
        if (!version.isPresent())
            continue;
        Location where = file.text->locate(NodeRef(root.document(), version.node).range().begin);
        where.path = file.path;
        addChart(yaml.string(item, "name").value, yaml.string(item, "repository").value, version.value, where);
    }
}

void TargetEvidence::readFiles(const FileSet& files, const SharedVector<std::string>& skip,
                               const std::vector<std::string>& namespaces)
{
    static constexpr auto kinds = std::to_array<std::string_view>(
        {"Deployment", "DaemonSet", "IstioOperator", "HelmRelease", "Namespace", "List"});
    const auto mayTell = [&](const auto& document) {
        if (document == nullptr)
            return false;
        const NodeRef root = document->root().resolved();
        const std::string_view kind = root["kind"].value();
        if (!std::ranges::contains(kinds, kind))
            return false;
        const std::string_view name = root["metadata"]["name"].value();
        if (kind == "Namespace")
            return std::ranges::binary_search(namespaces, name);
        return (kind != "Deployment" && kind != "DaemonSet") || name.contains("istio") || name.contains("ztunnel");
    };
    auto skipped = skip.begin(); // both are sorted
    for (const SourceFile& file : files.files) {
        while (skipped != skip.end() && *skipped < file.path)
            ++skipped;
        if (fileName(file.path) == "Chart.yaml") {
            readChartFile(file);
            continue;
        }
        const bool isSkipped = skipped != skip.end() && *skipped == file.path;
        if (isSkipped || file.text == nullptr || std::ranges::none_of(file.text->documents, mayTell))
            continue;
        for (const ResourcePtr& resource : readResources({}, file.path, file.text, "default")) {
            const bool isKnown =
                resource->key.kind != "Namespace" || std::ranges::binary_search(namespaces, resource->key.name);
            const bool isWorkload = std::holds_alternative<Workload>(resource->body);
            if (isKnown && (!isWorkload || isControlPlane(*resource)))
                readResource(*resource);
        }
    }
}

} // namespace meshdraft::mesh
