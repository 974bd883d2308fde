// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/readers.h"

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

using Policy = AuthorizationPolicy;

Policy::Values readValues(YamlReader& yaml, NodeRef mapping, std::string_view any, std::string_view none)
{
    return {yaml.strings(yaml.get(mapping, any)), yaml.strings(yaml.get(mapping, none))};
}

Policy::Source readSource(YamlReader& yaml, NodeRef item)
{
    const NodeRef source = yaml.get(item, "source");
    Policy::Source result;
    result.principals = readValues(yaml, source, "principals", "notPrincipals");
    result.requestPrincipals = readValues(yaml, source, "requestPrincipals", "notRequestPrincipals");
    result.namespaces = readValues(yaml, source, "namespaces", "notNamespaces");
    result.serviceAccounts = readValues(yaml, source, "serviceAccounts", "notServiceAccounts");
    result.trustDomains = readValues(yaml, source, "trustDomains", "notTrustDomains");
    result.ipBlocks = readValues(yaml, source, "ipBlocks", "notIpBlocks");
    result.remoteIpBlocks = readValues(yaml, source, "remoteIpBlocks", "notRemoteIpBlocks");
    result.node = item.id();
    return result;
}

Policy::Operation readOperation(YamlReader& yaml, NodeRef item)
{
    const NodeRef operation = yaml.get(item, "operation");
    Policy::Operation result;
    result.hosts = readValues(yaml, operation, "hosts", "notHosts");
    result.ports = readValues(yaml, operation, "ports", "notPorts");
    result.methods = readValues(yaml, operation, "methods", "notMethods");
    result.paths = readValues(yaml, operation, "paths", "notPaths");
    result.node = item.id();
    return result;
}

Policy::Rule readRule(YamlReader& yaml, NodeRef item)
{
    Policy::Rule rule;
    rule.node = item.id();
    for (const NodeRef from : yaml.items(yaml.get(item, "from")))
        rule.from.push_back(readSource(yaml, from));
    for (const NodeRef to : yaml.items(yaml.get(item, "to")))
        rule.to.push_back(readOperation(yaml, to));
    for (const NodeRef when : yaml.items(yaml.get(item, "when")))
        rule.when.push_back({yaml.string(when, "key"), readValues(yaml, when, "values", "notValues"), when.id()});
    return rule;
}

} // namespace

AuthorizationPolicy readAuthorizationPolicy(YamlReader& yaml, NodeRef root)
{
    AuthorizationPolicy policy;
    const NodeRef spec = yaml.get(root, "spec");
    policy.target = readPolicyTarget(yaml, spec);
    policy.action = yaml.string(spec, "action");
    policy.provider = yaml.string(yaml.get(spec, "provider"), "name");
    const NodeRef rules = yaml.get(spec, "rules");
    policy.rulesNode = rules.isValid() ? rules.id() : source::noNode;
    for (const NodeRef item : yaml.items(rules))
        policy.rules.push_back(readRule(yaml, item));
    return policy;
}

} // namespace meshdraft::mesh
