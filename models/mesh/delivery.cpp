// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/readers.h"

#include <array>

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

OwnedRoutes readOwned(YamlReader& yaml, NodeRef node)
{
    return {yaml.string(node, "name"), yaml.strings(yaml.get(node, "routes"))};
}

/// `plugins: {argoproj-labs/gatewayAPI: {httpRoute: NAME, httpRoutes: [{name: NAME}], namespace: NS}}`.
std::vector<OwnedGatewayRoute> readGatewayRoutes(YamlReader& yaml, NodeRef plugin)
{
    std::vector<OwnedGatewayRoute> routes;
    const std::string ns = yaml.string(plugin, "namespace").value;
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kinds{
        {{"httpRoute", "HTTPRoute"}, {"grpcRoute", "GRPCRoute"}, {"tcpRoute", "TCPRoute"}, {"tlsRoute", "TLSRoute"}}};
    for (const auto& [key, kind] : kinds) {
        if (const Field<std::string> name = yaml.string(plugin, key); name.isPresent())
            routes.push_back({std::string(kind), name, ns});
        for (const NodeRef item : yaml.items(yaml.get(plugin, std::string(key) + 's'))) {
            if (const Field<std::string> name = yaml.string(item, "name"); name.isPresent())
                routes.push_back({std::string(kind), name, ns});
        }
    }
    return routes;
}

CanaryStep readStep(YamlReader& yaml, NodeRef item)
{
    CanaryStep step;
    step.node = item.id();
    if (const Field<std::int64_t> weight = yaml.integer(item, "setWeight"); weight.isPresent())
        step.weight = weight.value;
    const NodeRef pause = yaml.get(item, "pause");
    step.isPause = pause.isValid();
    step.pause = yaml.string(pause, "duration").value;
    return step;
}

DeliverySource readApplicationSource(YamlReader& yaml, NodeRef node)
{
    DeliverySource source;
    source.path = yaml.string(node, "path");
    source.repository = yaml.string(node, "repoURL").value;
    source.revision = yaml.string(node, "targetRevision").value;
    source.helmChart = yaml.string(node, "chart").value;
    source.node = node.id();
    const NodeRef directory = yaml.get(node, "directory");
    source.recurses = yaml.isTrue(directory, "recurse");
    source.include = yaml.string(directory, "include").value;
    source.exclude = yaml.string(directory, "exclude").value;
    for (const auto& [key, value] : yaml.entries(yaml.get(node, "kustomize"))) {
        if (key.value() != "version")
            source.changes.emplace_back(key.value());
    }
    return source;
}

/// A path without "./" in front and "/" behind; the repository itself is ".".
Field<std::string> plainPath(Field<std::string> path)
{
    while (path.value.starts_with("./"))
        path.value.erase(0, 2);
    while (path.value.ends_with('/'))
        path.value.pop_back();
    if (path.isPresent() && path.value.empty())
        path.value = ".";
    return path;
}

} // namespace

std::optional<RolloutStrategy> readRolloutStrategy(YamlReader& yaml, NodeRef root)
{
    const NodeRef canary = yaml.get(root, {"spec", "strategy", "canary"});
    if (!canary.resolved().isMapping())
        return std::nullopt;
    RolloutStrategy strategy;
    const NodeRef istio = yaml.get(canary, {"trafficRouting", "istio"});
    if (const NodeRef one = yaml.get(istio, "virtualService"); one.resolved().isMapping())
        strategy.owns.push_back(readOwned(yaml, one));
    for (const NodeRef item : yaml.items(yaml.get(istio, "virtualServices")))
        strategy.owns.push_back(readOwned(yaml, item));
    strategy.gatewayRoutes =
        readGatewayRoutes(yaml, yaml.get(canary, {"trafficRouting", "plugins", "argoproj-labs/gatewayAPI"}));
    const NodeRef rule = yaml.get(istio, "destinationRule");
    strategy.destinationRule = yaml.string(rule, "name");
    strategy.canarySubset = yaml.string(rule, "canarySubsetName").value;
    strategy.stableSubset = yaml.string(rule, "stableSubsetName").value;
    strategy.canaryService = yaml.string(canary, "canaryService");
    strategy.stableService = yaml.string(canary, "stableService");
    for (const NodeRef item : yaml.items(yaml.get(canary, "steps")))
        strategy.steps.push_back(readStep(yaml, item));
    return strategy;
}

FlaggerCanary readFlaggerCanary(YamlReader& yaml, NodeRef root)
{
    FlaggerCanary canary;
    const NodeRef spec = yaml.get(root, "spec");
    const NodeRef target = yaml.get(spec, "targetRef");
    canary.targetKind = yaml.string(target, "kind").value;
    canary.target = yaml.string(target, "name");
    const NodeRef service = yaml.get(spec, "service");
    const Field<std::string> name = yaml.string(service, "name");
    canary.serviceName = name.isPresent() ? name.value : canary.target.value;
    canary.port = yaml.integer(service, "port");
    canary.hosts = yaml.strings(yaml.get(service, "hosts"));
    canary.gateways = yaml.strings(yaml.get(service, "gateways"));
    const NodeRef analysis = yaml.get(spec, "analysis");
    canary.interval = yaml.string(analysis, "interval").value;
    canary.stepWeight = yaml.integer(analysis, "stepWeight");
    canary.maxWeight = yaml.integer(analysis, "maxWeight");
    for (const NodeRef item : yaml.items(yaml.get(analysis, "stepWeights")))
        canary.steps.push_back({item.resolved().toInt(), false, {}, item.id()});
    return canary;
}

ArgoApplication readArgoApplication(YamlReader& yaml, NodeRef root)
{
    ArgoApplication application;
    const NodeRef spec = yaml.get(root, "spec");
    if (const NodeRef source = yaml.get(spec, "source"); source.resolved().isMapping())
        application.sources.push_back(readApplicationSource(yaml, source));
    for (const NodeRef source : yaml.items(yaml.get(spec, "sources")))
        application.sources.push_back(readApplicationSource(yaml, source));
    for (DeliverySource& source : application.sources)
        source.path = plainPath(std::move(source.path));
    const NodeRef destination = yaml.get(spec, "destination");
    application.destinationNamespace = yaml.string(destination, "namespace").value;
    application.destinationServer = yaml.string(destination, "server").value;
    if (application.destinationServer.empty())
        application.destinationServer = yaml.string(destination, "name").value;
    const NodeRef automated = yaml.get(spec, {"syncPolicy", "automated"});
    application.isAutomated = automated.resolved().isMapping();
    application.selfHeals = yaml.isTrue(automated, "selfHeal");
    application.prunes = yaml.isTrue(automated, "prune");
    return application;
}

FluxKustomization readFluxKustomization(YamlReader& yaml, NodeRef root, const std::string& ns)
{
    FluxKustomization kustomization;
    const NodeRef spec = yaml.get(root, "spec");
    kustomization.source.path = plainPath(yaml.string(spec, "path"));
    kustomization.source.node = spec.id();
    const NodeRef sourceRef = yaml.get(spec, "sourceRef");
    kustomization.source.repository = yaml.string(sourceRef, "name").value;
    kustomization.source.sourceKind = yaml.string(sourceRef, "kind").value;
    kustomization.source.sourceNamespace = yaml.string(sourceRef, "namespace").value;
    if (kustomization.source.sourceNamespace.empty())
        kustomization.source.sourceNamespace = ns;
    for (const std::string_view key : {"patches", "images", "components", "namePrefix", "nameSuffix", "commonMetadata",
                                       "patchesStrategicMerge", "patchesJson6902"}) {
        if (yaml.has(spec, key))
            kustomization.source.changes.emplace_back(key);
    }
    kustomization.targetNamespace = yaml.string(spec, "targetNamespace").value;
    for (const NodeRef item : yaml.items(yaml.get(spec, "dependsOn"))) {
        Field<std::string> name = yaml.string(item, "name");
        const Field<std::string> other = yaml.string(item, "namespace");
        if (!name.isPresent())
            continue;
        name.value = (other.isPresent() ? other.value : ns) + "/" + name.value;
        kustomization.dependsOn.push_back(std::move(name));
    }
    kustomization.substitutes = yaml.has(spec, "postBuild");
    kustomization.decrypts = yaml.has(spec, "decryption");
    kustomization.isSuspended = yaml.isTrue(spec, "suspend");
    return kustomization;
}

} // namespace meshdraft::mesh
