// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/meshconfig.h"

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

void take(Field<std::string>& field, const YamlReader& yaml, NodeRef mapping, std::string_view key)
{
    if (Field<std::string> read = yaml.string(mapping, key); read.isPresent())
        field = std::move(read);
}

void take(Field<std::int64_t>& field, const YamlReader& yaml, NodeRef mapping, std::string_view key)
{
    if (const Field<std::int64_t> read = yaml.integer(mapping, key); read.isPresent())
        field = read;
}

void take(Field<bool>& field, const YamlReader& yaml, NodeRef mapping, std::string_view key)
{
    const NodeRef node = yaml.get(mapping, key);
    if (const auto read = node.resolved().toBool())
        field = {*read, node.id()};
}

void readProviders(MeshConfig& config, YamlReader& yaml, NodeRef list)
{
    for (const NodeRef item : yaml.items(list)) {
        Field<std::string> name = yaml.string(item, "name");
        if (!name.isPresent())
            continue;
        if (yaml.has(item, "envoyExtAuthzHttp") || yaml.has(item, "envoyExtAuthzGrpc"))
            config.authorizationProviders.push_back(name.value);
        config.extensionProviders.push_back(std::move(name));
    }
}

} // namespace

MeshConfig readMeshConfig(YamlReader& yaml, NodeRef mapping)
{
    MeshConfig config;
    take(config.rootNamespace, yaml, mapping, "rootNamespace");
    take(config.trustDomain, yaml, mapping, "trustDomain");
    config.trustDomainAliases = yaml.strings(yaml.get(mapping, "trustDomainAliases"));
    take(config.outboundMode, yaml, yaml.get(mapping, "outboundTrafficPolicy"), "mode");
    take(config.ingressClass, yaml, mapping, "ingressClass");
    take(config.ingressService, yaml, mapping, "ingressService");
    take(config.autoMtls, yaml, mapping, "enableAutoMtls");
    config.defaultServiceExportTo = yaml.strings(yaml.get(mapping, "defaultServiceExportTo"));
    config.defaultVirtualServiceExportTo = yaml.strings(yaml.get(mapping, "defaultVirtualServiceExportTo"));
    config.defaultDestinationRuleExportTo = yaml.strings(yaml.get(mapping, "defaultDestinationRuleExportTo"));
    take(config.connectTimeout, yaml, mapping, "connectTimeout");
    take(config.protocolDetectionTimeout, yaml, mapping, "protocolDetectionTimeout");
    take(config.retryAttempts, yaml, yaml.get(mapping, "defaultHttpRetryPolicy"), "attempts");
    const NodeRef proxy = yaml.get(mapping, "defaultConfig");
    take(config.concurrency, yaml, proxy, "concurrency");
    take(config.holdsApplication, yaml, proxy, "holdApplicationUntilProxyStarts");
    take(config.drainDuration, yaml, proxy, "terminationDrainDuration");
    readProviders(config, yaml, yaml.get(mapping, "extensionProviders"));
    return config;
}

} // namespace meshdraft::mesh
