// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/origin.h"

#include "models/mesh/effective/dataplane.h"
#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/effective/sidecarscope.h"
#include "models/traffic/gatewaylistener.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace meshdraft::traffic {

using mesh::ResourceIndex;
using mesh::effective::DataPlane;

namespace {

std::vector<std::string> principalsFor(const Course& course, std::string principal, ResourceIndex workload)
{
    if (!principal.empty()) {
        // policies that name one of the mesh's trust domains mean all of them
        const mesh::MeshConfig& config = course.view().settings().config;
        const auto slash = principal.find('/');
        const std::string rest = slash == std::string::npos ? std::string() : principal.substr(slash);
        std::vector<std::string> domains{config.trustDomain.value};
        for (const mesh::Field<std::string>& alias : config.trustDomainAliases)
            domains.push_back(alias.value);
        if (rest.empty() || !std::ranges::contains(domains, principal.substr(0, slash)))
            return {std::move(principal)};
        std::vector<std::string> all{principal};
        for (const std::string& domain : domains) {
            if (!std::ranges::contains(all, domain + rest))
                all.push_back(domain + rest);
        }
        return all;
    }
    return workload == mesh::noResource ? std::vector<std::string>() : principalsOf(course.view(), workload);
}

ResourceIndex findWorkload(const Course& course, const Origin& from)
{
    for (const ResourceIndex index : course.view().of<mesh::Workload>(from.ns)) {
        const mesh::ResourceKey& key = course.at(index).key;
        if (key.name == from.name && (from.workloadKind.empty() || from.workloadKind == key.kind))
            return index;
    }
    return mesh::noResource;
}

Sender fromWorkload(Course& course, const Origin& from)
{
    Sender sender;
    const ResourceIndex workload = findWorkload(course, from);
    if (workload == mesh::noResource) {
        course.add(Stage::Caller, "caller.notFound", {from.ns, from.name}).isUnknown = true;
        return sender;
    }
    const mesh::Resource& resource = course.at(workload);
    sender.proxy.ns = from.ns;
    sender.proxy.labels = std::get<mesh::Workload>(resource.body).podLabels;
    sender.proxy.workload = workload;
    sender.principals = principalsFor(course, course.request.sourcePrincipal, workload);
    const mesh::effective::DataPlaneAnswer plane = dataPlaneOf(course.view(), workload);
    const mesh::ElementRef element = plane.sources.empty() ? resource.element() : plane.sources.front();
    switch (plane.value) {
    case DataPlane::None:
        course.add(Stage::Caller, "caller.noProxy", {from.name}, element);
        sender.kind = Sender::Kind::Direct;
        sender.principals.clear();
        return sender;
    case DataPlane::Ambient:
        course.add(Stage::Caller, "caller.ambient", {from.name}, element).isUnknown = true;
        return sender;
    case DataPlane::Unknown:
        // the question is asked of the mesh: taken as injected, and said
        course.add(Stage::Caller, "caller.proxyAssumed", {from.name}, element).isUnknown = true;
        break;
    case DataPlane::Sidecar:
        course.add(Stage::Caller, "caller.sidecar", {from.name}, element);
        break;
    }
    sender.kind = Sender::Kind::Sidecar;
    sender.proxy.sidecar = mesh::effective::sidecarFor(course.view(), workload).first().value;
    return sender;
}

Sender fromNamespace(Course& course, const Origin& from)
{
    Sender sender;
    sender.kind = Sender::Kind::Sidecar;
    sender.proxy.ns = from.ns;
    sender.proxy.sidecar = mesh::effective::sidecarFor(course.view(), from.ns, {}).first().value;
    sender.principals = principalsFor(course, course.request.sourcePrincipal, mesh::noResource);
    if (sender.principals.empty()) {
        const mesh::MeshConfig& config = course.view().settings().config;
        sender.principals.push_back(config.trustDomain.value + "/ns/" + from.ns + "/sa/default");
    }
    course.add(Stage::Caller, "caller.namespace", {from.ns});
    return sender;
}

ResourceIndex findGateway(const Course& course, const Origin& from)
{
    for (const ResourceIndex index : course.view().of<mesh::Gateway>(from.ns)) {
        if (course.at(index).key.name == from.name)
            return index;
    }
    return mesh::noResource;
}

/// The workload that serves an Istio Gateway; the first in file order.
ResourceIndex servingWorkload(const Course& course, const mesh::Gateway& gateway)
{
    if (gateway.selector.empty())
        return mesh::noResource;
    const std::vector<ResourceIndex> workloads = course.view().graph().workloadsAnywhere(gateway.selector);
    return workloads.empty() ? mesh::noResource : workloads.front();
}

/// The workload behind the Service that a Gateway of the Gateway API names as its address, whose pods it shares then
/// (Istio, Kubernetes Gateway API, "Manual Deployment"); the first in file order.
ResourceIndex sharedWorkload(const Course& course, const mesh::Resource& gateway)
{
    const mesh::MeshGraph& graph = course.view().graph();
    for (const source::NodeRef address : gateway.rootNode()["spec"]["addresses"].resolved().items()) {
        if (address["type"].value() != "Hostname")
            continue;
        const ResourceIndex service = graph.resolveHost(address["value"].value(), gateway.key.ns).resource;
        if (service == mesh::noResource)
            continue;
        const std::vector<ResourceIndex> workloads = graph.workloadsOf(service);
        if (!workloads.empty())
            return workloads.front();
    }
    return mesh::noResource;
}

Sender fromGateway(Course& course, const Origin& from)
{
    Sender sender;
    const ResourceIndex gateway = findGateway(course, from);
    if (gateway == mesh::noResource) {
        course.add(Stage::Caller, "caller.gatewayNotFound", {from.ns, from.name}).isUnknown = true;
        return sender;
    }
    const mesh::Resource& resource = course.at(gateway);
    const auto& body = std::get<mesh::Gateway>(resource.body);
    sender.kind = Sender::Kind::Gateway;
    sender.proxy.isGateway = true;
    course.add(Stage::Caller, "caller.gateway", {from.ns + "/" + from.name}, resource.element());
    if (resource.key.group == "gateway.networking.k8s.io") {
        sender.proxy.ns = from.ns;
        sender.proxy.labels = {{"gateway.networking.k8s.io/gateway-name", from.name}};
        sender.gateways = {gateway};
        if (const ResourceIndex shared = sharedWorkload(course, resource); shared != mesh::noResource) {
            sender.proxy.workload = shared;
            sender.proxy.ns = course.at(shared).key.ns;
            sender.proxy.labels = std::get<mesh::Workload>(course.at(shared).body).podLabels;
            sender.principals = principalsOf(course.view(), shared);
            return sender;
        }
        sender.principals = {course.view().settings().config.trustDomain.value + "/ns/" + from.ns + "/sa/" + from.name
                             + "-istio"};
        return sender;
    }
    const ResourceIndex workload = servingWorkload(course, body);
    sender.proxy.workload = workload;
    if (workload != mesh::noResource) {
        sender.proxy.ns = course.at(workload).key.ns;
        sender.proxy.labels = std::get<mesh::Workload>(course.at(workload).body).podLabels;
        sender.principals = principalsOf(course.view(), workload);
    } else {
        // the gateway's pods are not in the files: they are where Istio installs them
        sender.proxy.ns = course.view().rootNamespace();
        sender.proxy.labels = body.selector;
        course.add(Stage::Caller, "caller.gatewayPodsNotInFiles", {sender.proxy.ns}, resource.element());
        sender.principals = {course.view().settings().config.trustDomain.value + "/ns/" + sender.proxy.ns
                             + "/sa/istio-ingressgateway-service-account"};
    }
    sender.gateways = gatewaysOf(course, sender.proxy);
    if (!std::ranges::contains(sender.gateways, gateway))
        sender.gateways.push_back(gateway);
    return sender;
}

} // namespace

Sender senderOf(Course& course)
{
    const Origin& from = course.request.from;
    switch (from.kind) {
    case Origin::Kind::Workload:
        return fromWorkload(course, from);
    case Origin::Kind::Namespace:
        return fromNamespace(course, from);
    case Origin::Kind::Gateway:
        return fromGateway(course, from);
    case Origin::Kind::Outside:
        break;
    }
    Sender sender;
    sender.kind = Sender::Kind::Direct;
    sender.proxy.ns = from.ns;
    course.add(Stage::Caller, "caller.outside");
    return sender;
}

Resolved resolve(const Course& course, std::string_view ns)
{
    Resolved target;
    target.host = hostWithoutPort(course.request.host);
    target.address = course.request.address;
    if (mesh::effective::isIpAddress(target.host)) {
        if (target.address.empty())
            target.address = target.host;
        return target;
    }
    const std::string& domain = course.view().settings().clusterDomain;
    std::vector<std::string> names;
    if (!target.host.contains('.')) {
        names.push_back(course.view().serviceHost(target.host, ns));
    } else {
        names.push_back(target.host);
        names.push_back(target.host + ".svc." + domain);
        if (target.host.ends_with(".svc"))
            names.push_back(target.host + "." + domain);
    }
    for (const std::string& name : names) {
        const auto services = course.index.registry.ofHost(name);
        if (services.empty())
            continue;
        const RegistryService* visible = course.index.registry.visible(name, ns);
        target.service = visible == nullptr ? services.front() : visible;
        target.host = name;
        // DNS leads an ExternalName on to what it stands for
        if (const RegistryService* concrete = course.index.registry.concreteOf(*target.service, ns)) {
            target.service = concrete;
            target.host = concrete->host;
        }
        return target;
    }
    return target;
}

std::uint32_t portFor(const Course& course, const RegistryService* service)
{
    constexpr std::uint32_t http = 80;
    constexpr std::uint32_t https = 443;
    if (course.request.port != 0)
        return course.request.port;
    const auto colon = course.request.host.rfind(':');
    if (colon != std::string::npos && course.request.host.find(':') == colon) {
        std::uint32_t written = 0;
        const std::string_view digits = std::string_view(course.request.host).substr(colon + 1);
        if (std::from_chars(digits.data(), digits.data() + digits.size(), written).ec == std::errc())
            return written;
    }
    if (course.request.tls != CallerTls::None)
        return https;
    if (service == nullptr || service->ports.empty() || service->findPort(http) != nullptr)
        return http;
    return service->ports.front().number;
}

} // namespace meshdraft::traffic
