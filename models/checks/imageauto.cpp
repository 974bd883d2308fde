// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"
#include "models/checks/webhooks.h"

#include <algorithm>

namespace meshdraft::checks {

namespace {

/// The image field of the container istio-proxy where it says "auto"; invalid where it does not.
source::NodeRef autoImage(const mesh::Resource& workload)
{
    for (const source::NodeRef& container : containersOf(workload)) {
        if (container["name"].value() == "istio-proxy" && container["image"].value() == "auto")
            return container["image"];
    }
    return {};
}

/// False where certainly no injector looks at the pods; a namespace that the files do not have may have any labels.
bool mayBeInjected(const mesh::MeshGraph& graph, const mesh::Resource& workload, mesh::Lookups* asked)
{
    static const mesh::Labels none;
    const mesh::Resource* ns = graph.namespaceObject(workload.key.ns, asked);
    if (ns == nullptr && (workload.key.ns == "default" || !listsNamespaces(graph, asked)))
        return true;
    const mesh::Labels& labels = ns != nullptr ? ns->labels : none;
    const auto& pods = std::get<mesh::Workload>(workload.body).podLabels;
    return std::ranges::any_of(injectors(graph, asked),
                               [&](const Injector& each) { return each.matches(labels, pods); });
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    if (!std::holds_alternative<mesh::Workload>(resource.body) || isSystemNamespace(resource.key.ns))
        return;
    const source::NodeRef image = autoImage(resource);
    if (!image.isValid())
        return;
    if (resource.key.kind == "Pod") {
        report.add(findingAt(resource, image.id(), "IST0147", Severity::Error, message::imageAutoPod, {}));
    } else if (!mayBeInjected(graph, resource, report.asked())) {
        report.add(findingAt(resource, image.id(), "IST0146", Severity::Warning, message::imageAutoNotInjected,
                             {resource.key.ns}));
    }
}

} // namespace

/// A proxy with the image "auto", which the injector fills in, where no injector comes (Istio's analyzer
/// injection.ImageAutoAnalyzer).
Check imageAuto()
{
    return {{"image-auto", kindsWith({"MutatingWebhookConfiguration"}), {"IST0146", "IST0147"}}, check};
}

} // namespace meshdraft::checks
