// SPDX-License-Identifier: Apache-2.0
#include "models/checks/webhooks.h"

#include "models/mesh/readers.h"

#include <algorithm>

namespace meshdraft::checks {

using Expression = mesh::LabelSelector::Expression;

namespace {

/// Istio's charts, istiod mutatingwebhook.yaml.
std::vector<Injector> ownInjectors()
{
    const Expression noRevision{"istio.io/rev", "DoesNotExist", {}};
    const Expression noInjection{"istio-injection", "DoesNotExist", {}};
    const Expression notRefused{"sidecar.istio.io/inject", "NotIn", {"false"}};
    const Expression isDefault{"istio.io/rev", "In", {"default"}};
    const auto make = [](const char* name, std::vector<Expression> namespaces, std::vector<Expression> objects) {
        Injector injector;
        injector.name = name;
        injector.namespaces.expressions = std::move(namespaces);
        injector.objects.expressions = std::move(objects);
        return injector;
    };
    return {
        make("rev.namespace.sidecar-injector.istio.io", {isDefault, noInjection}, {notRefused}),
        make("rev.object.sidecar-injector.istio.io", {noRevision, noInjection}, {notRefused, isDefault}),
        make("namespace.sidecar-injector.istio.io", {{"istio-injection", "In", {"enabled"}}}, {notRefused}),
        make("object.sidecar-injector.istio.io", {noInjection, noRevision},
             {{"sidecar.istio.io/inject", "In", {"true"}}, noRevision}),
    };
}

} // namespace

bool Injector::matches(const mesh::Labels& namespaceLabels, const mesh::Labels& podLabels) const
{
    return namespaces.matches(namespaceLabels) && objects.matches(podLabels);
}

std::vector<Injector> webhooksOf(const mesh::Resource& resource)
{
    std::vector<Injector> all;
    for (const source::NodeRef& webhook : resource.rootNode()["webhooks"].resolved().items()) {
        all.push_back({&resource, webhook, std::string(webhook["name"].value()),
                       mesh::readLabelSelector(webhook["namespaceSelector"].resolved()),
                       mesh::readLabelSelector(webhook["objectSelector"].resolved())});
    }
    return all;
}

std::vector<Injector> injectors(const mesh::MeshGraph& graph, mesh::Lookups* asked)
{
    std::vector<Injector> all;
    for (const mesh::ResourceIndex index : graph.ofKind("MutatingWebhookConfiguration", asked)) {
        for (Injector& each : webhooksOf(graph.at(index))) {
            if (each.name.ends_with("istio.io"))
                all.push_back(std::move(each));
        }
    }
    return all.empty() ? ownInjectors() : all;
}

} // namespace meshdraft::checks
