// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/references.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/effective/referencecollector.h"
#include "models/mesh/effective/visibility.h"
#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::mesh::effective {

namespace {

source::NodeId specNode(const Resource& resource, std::string_view key)
{
    return resource.rootNode()["spec"][key].id();
}

/// The names in exportTo; "." and "*" name nobody else.
void collectExports(ReferenceCollector& collector, ResourceIndex index)
{
    const MeshView& view = collector.view();
    const Export exported = exportOf(view, index);
    if (exported.source != ExportSource::Written)
        return;
    const source::NodeRef list = exported.element.field.resolve(collector.resource().rootNode());
    std::size_t position = 0;
    for (const std::string& name : exported.to) {
        const source::NodeRef item = list.isSequence() ? list.item(position++) : list;
        if (name == "." || name == "*" || name == "~")
            continue;
        const ResourceKey key{collector.resource().key.environment, "", "Namespace", "", name};
        const auto found = view.graph().find(key);
        if (!found.empty()) {
            collector.add(ReferenceKind::ExportsTo, item.id(), name, ReferenceReason::Object, found.front());
        } else {
            collector.add(ReferenceKind::ExportsTo, item.id(), name,
                          hasPlaceholder(name) ? ReferenceReason::Placeholder : ReferenceReason::NotInFiles);
        }
    }
}

void collectEgress(ReferenceCollector& collector, const Field<std::string>& entry)
{
    const auto slash = entry.value.find('/');
    if (slash == std::string::npos || entry.value.find('/', slash + 1) != std::string::npos) {
        collector.add(ReferenceKind::Imports, entry.node, entry.value, ReferenceReason::NoObject);
        return;
    }
    const MeshView& view = collector.view();
    std::string ns = entry.value.substr(0, slash);
    const std::string host = entry.value.substr(slash + 1);
    const bool isRoot = collector.ns() == view.rootNamespace();
    if (ns == "~")
        return; // imports nothing, and says so
    if (hasPlaceholder(entry.value)) {
        collector.add(ReferenceKind::Imports, entry.node, entry.value, ReferenceReason::Placeholder);
        return;
    }
    if (ns == ".")
        ns = isRoot ? "*" : collector.ns(); // of the root namespace: each proxy's own
    if (!isWildcardHost(host)) {
        for (const MeshView::HostOwner& owner : view.ownersOf(host)) {
            if (ns != "*" && view.at(owner.resource).key.ns != ns)
                continue;
            const bool isSeen = isRoot || isVisible(view, owner.resource, collector.ns());
            collector.add(ReferenceKind::Imports, entry.node, host,
                          isSeen ? ReferenceReason::Object : ReferenceReason::NotVisible, owner.resource);
            return;
        }
    }
    const bool isCovered = std::ranges::any_of(view.hosts(), [&](const auto& known) {
        return hostsOverlap(known.first, host)
            && std::ranges::any_of(known.second, [&](const MeshView::HostOwner& owner) {
                   return ns == "*" || view.at(owner.resource).key.ns == ns;
               });
    });
    if (isCovered) {
        collector.add(ReferenceKind::Imports, entry.node, entry.value, ReferenceReason::Everything);
        return;
    }
    // a short name covers nothing: hosts are compared as they stand
    const bool isShort = !isWildcardHost(host) && !host.contains('.');
    const bool isKnown = isShort || view.hasServices(view.namespaceOfHost(host));
    collector.add(ReferenceKind::Imports, entry.node, entry.value,
                  isKnown ? ReferenceReason::NoObject : ReferenceReason::NotInFiles);
}

void collectSidecar(ReferenceCollector& collector, const Sidecar& sidecar)
{
    const std::string& ns = collector.ns();
    const bool isRoot = ns == collector.view().rootNamespace();
    if (sidecar.workloadSelector.empty()) {
        collector.add(ReferenceKind::Selects, source::noNode, isRoot ? "*/*" : ns + "/*", ReferenceReason::Everything);
    } else {
        collector.addSelected(ReferenceKind::Selects, specNode(collector.resource(), "workloadSelector"), ns,
                              sidecar.workloadSelector);
    }
    for (const Sidecar::Egress& egress : sidecar.egress) {
        for (const Field<std::string>& entry : egress.hosts)
            collectEgress(collector, entry);
    }
}

void collectEndpointSlice(ReferenceCollector& collector)
{
    const Resource& resource = collector.resource();
    const auto label = resource.labels.find("kubernetes.io/service-name");
    if (label == resource.labels.end())
        return;
    const source::NodeRef node = resource.rootNode()["metadata"]["labels"]["kubernetes.io/service-name"];
    collector.addNamed(ReferenceKind::Selects, node.id(), {""}, "Service", resource.key.ns, label->second);
}

} // namespace

std::vector<Reference> referencesFrom(const MeshView& view, ResourceIndex index)
{
    ReferenceCollector collector(view, index);
    const Resource& resource = view.at(index);
    collectPolicy(collector);
    collectRoutes(collector);
    collectDelivery(collector);
    if (const auto* sidecar = std::get_if<Sidecar>(&resource.body)) {
        collectSidecar(collector, *sidecar);
    } else if (const auto* service = std::get_if<Service>(&resource.body);
               (service != nullptr) && !service->selector.empty()) {
        collector.addSelected(ReferenceKind::Selects, specNode(resource, "selector"), resource.key.ns,
                              service->selector);
    } else if (const auto* entry = std::get_if<ServiceEntry>(&resource.body);
               (entry != nullptr) && !entry->workloadSelector.empty()) {
        collector.addSelected(ReferenceKind::Selects, specNode(resource, "workloadSelector"), resource.key.ns,
                              entry->workloadSelector);
    } else if (resource.key.kind == "EndpointSlice") {
        collectEndpointSlice(collector);
    }
    const auto* table = std::get_if<RouteTable>(&resource.body);
    if (std::holds_alternative<Service>(resource.body) || std::holds_alternative<ServiceEntry>(resource.body)
        || std::holds_alternative<DestinationRule>(resource.body) || (table != nullptr && !table->isGatewayApi))
        collectExports(collector, index);
    return collector.take();
}

} // namespace meshdraft::mesh::effective
