// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::checks {

using mesh::Reference;
using mesh::ReferenceType;
using mesh::Resolution;

namespace {

/// The full name that "NAME.NS" or "NAME.NS.svc" stands for where it exists; else empty.
std::string completed(const mesh::MeshGraph& graph, std::string_view host, std::string_view ns, mesh::Lookups* asked)
{
    if (host.ends_with(".svc"))
        host.remove_suffix(4);
    const auto dot = host.find('.');
    if (dot == std::string_view::npos || host.find('.', dot + 1) != std::string_view::npos)
        return {};
    std::string full = mesh::serviceHost(host.substr(0, dot), host.substr(dot + 1));
    return graph.resolveHost(full, ns, asked).resolution == Resolution::Found ? full : std::string();
}

/// Whether a Service of this name is there whose namespace nothing says: it goes where its directory is applied.
bool mayGoThere(const mesh::MeshGraph& graph, const Reference& reference, mesh::Lookups* asked)
{
    const std::string_view ns = mesh::namespaceOfServiceHost(reference.target);
    if (ns.empty())
        return false;
    const std::string_view name = std::string_view(reference.target).substr(0, reference.target.find('.'));
    return std::ranges::any_of(graph.ofKind("Service", asked), [&](mesh::ResourceIndex index) {
        const mesh::Resource& service = graph.at(index);
        return service.key.name == name && service.key.ns != ns && service.hasGuessedNamespace();
    });
}

Finding missing(const mesh::MeshGraph& graph, const Reference& reference, mesh::Lookups* asked)
{
    const mesh::Resource& resource = graph.at(reference.from);
    const std::string& ns = resource.key.ns;
    if (reference.target.empty())
        return findingAt(resource, reference.node, "IST0101", Severity::Error, message::destinationWithoutHost, {});
    if (std::string full = completed(graph, reference.target, ns, asked); !full.empty()) {
        return findingAt(resource, reference.node, "IST0101", Severity::Error, message::danglingHostShort,
                         {reference.target, ns, std::move(full)});
    }
    return findingAt(resource, reference.node, "IST0101", Severity::Error, message::danglingHost,
                     {reference.target, ns});
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    for (const Reference& reference : graph.referencesFrom(index)) {
        if (reference.type != ReferenceType::Routes && reference.type != ReferenceType::Mirrors)
            continue;
        const bool isOpen = reference.resolution == Resolution::Unknown
            || (reference.resolution == Resolution::Missing && mayGoThere(graph, reference, report.asked()));
        if (reference.resolution == Resolution::Missing && !isOpen) {
            report.add(missing(graph, reference, report.asked()));
        } else if (isOpen) {
            report.addUnknown(reference.target,
                              findingAt(resource, reference.node, "IST0101", Severity::Unknown,
                                        message::danglingHostUnknown, {reference.target, resource.key.ns}));
        }
    }
}

} // namespace

/// A route or mirror leads to a host that no Service or ServiceEntry has, or none that is visible there (Istio's
/// analyzer virtualservice.DestinationHostAnalyzer).
Check danglingHost()
{
    return {{"dangling-host",
             {"GRPCRoute", "HTTPRoute", "Service", "ServiceEntry", "TCPRoute", "TLSRoute", "VirtualService"},
             {"IST0101"}},
            check};
}

} // namespace meshdraft::checks
