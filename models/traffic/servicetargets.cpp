// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/servicetargets.h"

#include <algorithm>

namespace meshdraft::traffic {

namespace {

using mesh::effective::includesLabels;

std::uint32_t targetPort(const MeshIndex& index, const Proxy& proxy, const ServicePort& port)
{
    const mesh::Body* body = proxy.workload == mesh::noResource ? nullptr : &index.view->at(proxy.workload).body;
    if (const auto* entry = body == nullptr ? nullptr : std::get_if<mesh::WorkloadEntry>(body)) {
        const auto own = entry->ports.find(port.name);
        return own == entry->ports.end() ? port.targetNumber : own->second;
    }
    if (port.targetName.empty())
        return port.targetNumber;
    if (body == nullptr)
        return 0;
    const auto& workload = std::get<mesh::Workload>(*body);
    const auto named = workload.ports.find(port.targetName);
    return named == workload.ports.end() ? 0 : named->second;
}

bool isEndpoint(const MeshIndex& index, const mesh::ServiceEntry& entry, const RegistryService& service,
                const Proxy& proxy, const std::vector<std::string>& addresses, const ServicePort& port,
                std::uint32_t& target)
{
    if (!entry.workloadSelector.empty()) {
        target = targetPort(index, proxy, port);
        return service.ns == proxy.ns && includesLabels(proxy.labels, entry.workloadSelector);
    }
    if (addresses.empty())
        return false;
    const source::NodeRef endpoints = index.view->at(service.resource).rootNode()["spec"]["endpoints"].resolved();
    for (const source::NodeRef endpoint : endpoints.items()) {
        if (!std::ranges::contains(addresses, endpoint["address"].value()))
            continue;
        const auto own = endpoint["ports"][port.name].resolved().toInt();
        target = own ? static_cast<std::uint32_t>(*own) : port.targetNumber;
        return true;
    }
    return false;
}

} // namespace

std::vector<ServiceTarget> serviceTargets(const MeshIndex& index, const Proxy& proxy,
                                          const std::vector<std::string>& addresses)
{
    std::vector<ServiceTarget> targets;
    const auto add = [&](const RegistryService& service) {
        const mesh::Resource& resource = index.view->at(service.resource);
        if (const auto* body = std::get_if<mesh::Service>(&resource.body)) {
            if (service.ns != proxy.ns || body->selector.empty() || !includesLabels(proxy.labels, body->selector))
                return;
            for (const ServicePort& port : service.ports)
                targets.push_back({&service, &port, targetPort(index, proxy, port)});
            return;
        }
        const auto& entry = std::get<mesh::ServiceEntry>(resource.body);
        for (const ServicePort& port : service.ports) {
            std::uint32_t target = 0;
            if (isEndpoint(index, entry, service, proxy, addresses, port, target))
                targets.push_back({&service, &port, target});
        }
    };
    // Services of the namespace, and ServiceEntries of any
    for (const mesh::ResourceIndex service : index.view->of<mesh::Service>(proxy.ns)) {
        const mesh::Resource& resource = index.view->at(service);
        for (const RegistryService* one :
             index.registry.ofHost(index.view->serviceHost(resource.key.name, resource.key.ns))) {
            if (one->resource == service)
                add(*one);
        }
    }
    for (const RegistryService& service : index.registry.services()) {
        // those of other namespaces name addresses only
        if (!service.isKubernetes && (service.ns == proxy.ns || !addresses.empty()))
            add(service);
    }
    std::ranges::stable_sort(targets, [](const ServiceTarget& left, const ServiceTarget& right) {
        return isOlder(left.service->created, left.service->host, left.service->ns, right.service->created,
                       right.service->host, right.service->ns);
    });
    return targets;
}

} // namespace meshdraft::traffic
