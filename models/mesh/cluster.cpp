// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/cluster.h"

#include "models/mesh/readers.h"

#include <algorithm>

namespace meshdraft::mesh {

using source::NodeRef;

namespace {

std::vector<std::string> plain(std::vector<Field<std::string>> fields)
{
    std::vector<std::string> values;
    values.reserve(fields.size());
    for (Field<std::string>& field : fields)
        values.push_back(std::move(field.value));
    return values;
}

bool holds(const LabelSelector::Expression& expression, const Labels& subject)
{
    const auto found = subject.find(expression.key);
    const bool exists = found != subject.end();
    if (expression.op == "Exists")
        return exists;
    if (expression.op == "DoesNotExist")
        return !exists;
    const bool isListed = exists && std::ranges::contains(expression.values, found->second);
    if (expression.op == "In")
        return isListed;
    return expression.op == "NotIn" && !isListed;
}

} // namespace

LabelSelector readLabelSelector(NodeRef node)
{
    LabelSelector selector;
    if (!node.isValid())
        return selector;
    YamlReader yaml(*node.document());
    selector.labels = yaml.labels(yaml.get(node, "matchLabels"));
    for (const NodeRef item : yaml.items(yaml.get(node, "matchExpressions"))) {
        selector.expressions.push_back({yaml.string(item, "key").value, yaml.string(item, "operator").value,
                                        plain(yaml.strings(yaml.get(item, "values")))});
    }
    return selector;
}

bool LabelSelector::matches(const Labels& subject) const
{
    const bool labelsHold = std::ranges::all_of(labels, [&](const auto& wanted) {
        const auto found = subject.find(wanted.first);
        return found != subject.end() && found->second == wanted.second;
    });
    return labelsHold
        && std::ranges::all_of(expressions, [&](const Expression& expression) { return holds(expression, subject); });
}

bool ReferenceGrant::permits(std::string_view fromGroup, std::string_view fromKind, std::string_view fromNs,
                             std::string_view toGroup, std::string_view toKind, std::string_view toName) const
{
    const bool isFrom = std::ranges::any_of(from, [&](const From& each) {
        return each.group == fromGroup && each.kind == fromKind && each.ns.value == fromNs;
    });
    return isFrom && std::ranges::any_of(to, [&](const To& each) {
               return each.group == toGroup && each.kind == toKind && (each.name.empty() || each.name == toName);
           });
}

WorkloadEntry readWorkloadEntry(YamlReader& yaml, NodeRef spec)
{
    WorkloadEntry entry;
    entry.address = yaml.string(spec, "address");
    entry.labels = yaml.labels(yaml.get(spec, "labels"));
    for (const auto& [name, value] : yaml.entries(yaml.get(spec, "ports"))) {
        if (const auto number = value.resolved().toInt(); number && *number > 0 && *number <= 65535)
            entry.ports.insert_or_assign(std::string(name.value()), static_cast<std::uint32_t>(*number));
    }
    entry.serviceAccount = yaml.string(spec, "serviceAccount").value;
    entry.network = yaml.string(spec, "network").value;
    entry.locality = yaml.string(spec, "locality").value;
    entry.weight = yaml.integer(spec, "weight");
    return entry;
}

WorkloadEntry readWorkloadGroup(YamlReader& yaml, NodeRef spec)
{
    WorkloadEntry entry = readWorkloadEntry(yaml, yaml.get(spec, "template"));
    entry.isGroup = true;
    // What the metadata says is put on each entry of the group, its template's labels win.
    for (auto& [label, value] : yaml.labels(yaml.get(spec, {"metadata", "labels"})))
        entry.labels.try_emplace(label, value);
    return entry;
}

ReferenceGrant readReferenceGrant(YamlReader& yaml, NodeRef root)
{
    ReferenceGrant grant;
    const NodeRef spec = yaml.get(root, "spec");
    for (const NodeRef item : yaml.items(yaml.get(spec, "from"))) {
        grant.from.push_back(
            {yaml.string(item, "group").value, yaml.string(item, "kind").value, yaml.string(item, "namespace")});
    }
    for (const NodeRef item : yaml.items(yaml.get(spec, "to"))) {
        grant.to.push_back(
            {yaml.string(item, "group").value, yaml.string(item, "kind").value, yaml.string(item, "name").value});
    }
    return grant;
}

BackendTlsPolicy readBackendTlsPolicy(YamlReader& yaml, NodeRef root)
{
    BackendTlsPolicy policy;
    const NodeRef spec = yaml.get(root, "spec");
    policy.target = readPolicyTarget(yaml, spec);
    const NodeRef validation = yaml.get(spec, "validation");
    policy.hostname = yaml.string(validation, "hostname");
    policy.wellKnownCertificates = yaml.string(validation, "wellKnownCACertificates");
    for (const NodeRef item : yaml.items(yaml.get(validation, "caCertificateRefs"))) {
        if (Field<std::string> name = yaml.string(item, "name"); name.isPresent())
            policy.certificates.push_back(std::move(name));
    }
    return policy;
}

GatewayClass readGatewayClass(YamlReader& yaml, NodeRef root)
{
    return {yaml.string(yaml.get(root, "spec"), "controllerName")};
}

Ingress readIngress(YamlReader& yaml, NodeRef root)
{
    Ingress ingress;
    const NodeRef spec = yaml.get(root, "spec");
    ingress.className = yaml.string(spec, "ingressClassName");
    const auto add = [&](std::string host, NodeRef backend) {
        Field<std::string> service = yaml.string(yaml.get(backend, "service"), "name");
        if (!service.isPresent())
            service = yaml.string(backend, "serviceName"); // extensions/v1beta1
        if (service.isPresent())
            ingress.backends.push_back({std::move(host), std::move(service)});
    };
    add({}, yaml.get(spec, "defaultBackend"));
    for (const NodeRef rule : yaml.items(yaml.get(spec, "rules"))) {
        for (const NodeRef path : yaml.items(yaml.get(rule, {"http", "paths"})))
            add(yaml.string(rule, "host").value, yaml.get(path, "backend"));
    }
    return ingress;
}

InjectionWebhooks readInjectionWebhooks(YamlReader& yaml, NodeRef root)
{
    InjectionWebhooks result;
    result.revision = yaml.string(yaml.get(root, {"metadata", "labels"}), "istio.io/rev").value;
    for (const NodeRef item : yaml.items(yaml.get(root, "webhooks"))) {
        const Field<std::string> name = yaml.string(item, "name");
        if (name.value.ends_with("sidecar-injector.istio.io")) {
            result.webhooks.push_back({name.value, readLabelSelector(yaml.get(item, "namespaceSelector")),
                                       readLabelSelector(yaml.get(item, "objectSelector"))});
        }
    }
    return result;
}

} // namespace meshdraft::mesh
