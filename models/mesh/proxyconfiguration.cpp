// SPDX-License-Identifier: Apache-2.0
// Kinds that change what a proxy runs: EnvoyFilter, WasmPlugin and TrafficExtension, Telemetry, ProxyConfig.
#include "models/mesh/readers.h"

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

Strings readProviders(YamlReader& yaml, NodeRef item)
{
    Strings names;
    for (const NodeRef provider : yaml.items(yaml.get(item, "providers"))) {
        if (Field<std::string> name = yaml.string(provider, "name"); name.isPresent())
            names.push_back(std::move(name));
    }
    return names;
}

} // namespace

EnvoyFilter readEnvoyFilter(YamlReader& yaml, NodeRef root)
{
    EnvoyFilter filter;
    const NodeRef spec = yaml.get(root, "spec");
    filter.target = readPolicyTarget(yaml, spec);
    // Other kinds call this "selector".
    const NodeRef selector = yaml.get(spec, {"workloadSelector", "labels"});
    filter.target.selector = yaml.labels(selector);
    filter.target.selectorNode = selector.isValid() ? selector.id() : source::noNode;
    filter.priority = yaml.integer(spec, "priority");
    for (const NodeRef item : yaml.items(yaml.get(spec, "configPatches"))) {
        const Field<std::string> context = yaml.string(yaml.get(item, "match"), "context");
        filter.patches.push_back({yaml.string(item, "applyTo").value, context.isPresent() ? context.value : "ANY",
                                  yaml.string(yaml.get(item, "patch"), "operation").value, item.id()});
    }
    return filter;
}

ProxyExtension readProxyExtension(YamlReader& yaml, NodeRef root)
{
    ProxyExtension extension;
    const NodeRef spec = yaml.get(root, "spec");
    extension.target = readPolicyTarget(yaml, spec);
    extension.url = yaml.string(spec, "url");
    if (!extension.url.isPresent())
        extension.url = yaml.string(yaml.get(spec, "wasm"), "url");
    extension.phase = yaml.string(spec, "phase");
    extension.priority = yaml.integer(spec, "priority");
    return extension;
}

Telemetry readTelemetry(YamlReader& yaml, NodeRef root)
{
    Telemetry telemetry;
    const NodeRef spec = yaml.get(root, "spec");
    telemetry.target = readPolicyTarget(yaml, spec);
    for (const NodeRef item : yaml.items(yaml.get(spec, "tracing"))) {
        telemetry.tracing.push_back(
            {readProviders(yaml, item), yaml.get(item, "randomSamplingPercentage").resolved().toDouble(), item.id()});
    }
    for (const NodeRef item : yaml.items(yaml.get(spec, "accessLogging"))) {
        telemetry.accessLogs.push_back({readProviders(yaml, item), yaml.isTrue(item, "disabled"),
                                        yaml.string(yaml.get(item, "filter"), "expression"), item.id()});
    }
    for (const NodeRef item : yaml.items(yaml.get(spec, "metrics"))) {
        for (Field<std::string>& name : readProviders(yaml, item))
            telemetry.metricProviders.push_back(std::move(name));
    }
    return telemetry;
}

ProxyConfig readProxyConfig(YamlReader& yaml, NodeRef root)
{
    ProxyConfig config;
    const NodeRef spec = yaml.get(root, "spec");
    config.selector = yaml.labels(yaml.get(spec, {"selector", "matchLabels"}));
    config.concurrency = yaml.integer(spec, "concurrency");
    config.imageType = yaml.string(yaml.get(spec, "image"), "imageType");
    config.environment = yaml.labels(yaml.get(spec, "environmentVariables"));
    return config;
}

} // namespace meshdraft::mesh
