// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/mtls.h"
#include "models/checks/semantics.h"

#include "models/mesh/effective/annotatedcalls.h"
#include "models/mesh/hostnames.h"

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace meshdraft::checks {

using mesh::MeshGraph;
using mesh::Resource;
using source::NodeRef;

namespace {

/// Whether all pods behind a Service take mTLS only; `port` nothing: at every port.
bool isStrict(const MeshGraph& graph, mesh::ResourceIndex index, std::optional<std::int64_t> port, mesh::Lookups* asked)
{
    asked->add(mesh::Question::Content, graph.at(index).key);
    const auto* service = std::get_if<mesh::Service>(&graph.at(index).body);
    if (service == nullptr || service->ports.empty())
        return false;
    bool isAny = false;
    for (const mesh::Port& each : service->ports) {
        if (port && each.number.value != *port)
            continue;
        if (serversOf(graph, index, each, {}, asked) != Servers::Strict)
            return false;
        isAny = true;
    }
    return isAny;
}

std::string_view trimmed(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(" \t\n"), text.size()));
    return text.substr(0, text.find_last_not_of(" \t\n") + 1);
}

/// The Service that a caller means by HOST[:PORT].
mesh::ResourceIndex calledBy(const MeshGraph& graph, const std::string& host, const std::string& ns,
                             mesh::Lookups* asked)
{
    const auto found = graph.resolveHost(host, ns, asked);
    if (found.resource != mesh::noResource)
        return found.resource;
    const auto dot = host.find('.');
    if (dot == std::string::npos || host.find('.', dot + 1) != std::string::npos)
        return mesh::noResource;
    // what resolvers of pods complete and Istio does not
    return graph.resolveHost(mesh::serviceHost(host.substr(0, dot), host.substr(dot + 1)), ns, asked).resource;
}

/// Calls that an annotation names, of pods without a proxy.
void checkCalls(const MeshGraph& graph, const Resource& resource, Report& report)
{
    const std::string annotation(mesh::effective::callsAnnotation);
    const auto written = resource.annotations.find(annotation);
    if (written == resource.annotations.end() || membershipOf(graph, resource, report.asked()) != Membership::Outside)
        return;
    const NodeRef node = resource.rootNode()["metadata"]["annotations"][annotation];
    std::string_view rest = written->second;
    while (!rest.empty()) {
        const auto comma = rest.find(',');
        const std::string_view call = trimmed(rest.substr(0, comma));
        rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
        const auto colon = call.find(':');
        const std::string host(call.substr(0, colon));
        std::optional<std::int64_t> port;
        if (colon != std::string_view::npos)
            port = std::strtoll(std::string(call.substr(colon + 1)).c_str(), nullptr, 10);
        const mesh::ResourceIndex service = calledBy(graph, host, resource.key.ns, report.asked());
        if (service != mesh::noResource && isStrict(graph, service, port, report.asked())) {
            const bool isSure = isKeptOutside(graph, resource, report.asked());
            report.add(findingAt(resource, node.id(), "MD160", isSure ? Severity::Error : Severity::Warning,
                                 message::plaintextCaller, {resource.key.name, fullName(graph.at(service))}));
        }
    }
}

/// A Service that the API server calls; it is no part of the mesh.
void checkApiServer(const MeshGraph& graph, const Resource& resource, NodeRef service, Report& report)
{
    const std::string name(service["name"].value());
    const std::string ns(service["namespace"].value());
    if (name.empty() || ns.empty())
        return;
    const mesh::ResourceKey key{graph.environment(), {}, "Service", ns, name};
    const auto found = graph.find(key, report.asked());
    if (found.empty())
        return;
    const std::int64_t port = service["port"].resolved().toInt().value_or(443);
    if (isStrict(graph, found.front(), port, report.asked())) {
        report.add(findingAt(resource, service["name"].id(), "MD160", Severity::Error, message::plaintextApiServer,
                             {resource.key.kind, ns + "/" + name}));
    }
}

void check(const MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    const std::string& kind = resource.key.kind;
    if (std::holds_alternative<mesh::Workload>(resource.body)) {
        checkCalls(graph, resource, report);
    } else if (kind == "MutatingWebhookConfiguration" || kind == "ValidatingWebhookConfiguration") {
        for (const NodeRef& webhook : resource.rootNode()["webhooks"].resolved().items())
            checkApiServer(graph, resource, webhook["clientConfig"]["service"].resolved(), report);
    } else if (kind == "APIService") {
        checkApiServer(graph, resource, resource.rootNode()["spec"]["service"].resolved(), report);
    } else if (kind == "CustomResourceDefinition") {
        checkApiServer(graph, resource,
                       resource.rootNode()["spec"]["conversion"]["webhook"]["clientConfig"]["service"].resolved(),
                       report);
    }
}

} // namespace

/// Callers without a proxy of servers that take mTLS only: the API server, and pods whose calls are written down.
Check plaintextCaller()
{
    return {{"plaintext-caller",
             kindsWith({"APIService", "Application", "ConfigMap", "CustomResourceDefinition", "HelmRelease",
                        "IstioOperator", "MutatingWebhookConfiguration", "PeerAuthentication", "Service",
                        "ValidatingWebhookConfiguration"}),
             {"MD160"}},
            check};
}

} // namespace meshdraft::checks
