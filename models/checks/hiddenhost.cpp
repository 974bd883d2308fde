// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::checks {

using mesh::Question;
using mesh::Resource;

namespace {

/// The VirtualService that stands beside a Service for its callers in the mesh and hides from one; null: none does.
const Resource* hiddenRoutes(const mesh::MeshGraph& graph, const std::string& host, const std::string& ns,
                             mesh::Lookups* asked)
{
    const Resource* hidden = nullptr;
    for (const mesh::ResourceIndex index : graph.answers(Question::MeshHost, host, asked)) {
        const Resource& routes = graph.at(index);
        asked->add(Question::Content, routes.key);
        if (isExportedTo(istioRoutes(routes)->exportTo, routes.key.ns, ns))
            return nullptr;
        if (routes.key.ns == mesh::namespaceOfServiceHost(host) && hidden == nullptr)
            hidden = &routes;
    }
    return hidden;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    if (!std::holds_alternative<mesh::Workload>(resource.body) || resource.hasGuessedNamespace())
        return;
    const std::string& ns = resource.key.ns;
    for (const DeclaredCall& call : callsOf(graph, index, report.asked())) {
        const auto owners = graph.answers(Question::Host, call.host, report.asked());
        if (owners.empty())
            continue;
        const auto place = [&](Severity severity, const char* message, std::vector<std::string> args) {
            return call.node != source::noNode
                ? findingAt(resource, call.node, "MD116", severity, message, std::move(args))
                : findingOnName(resource, "MD116", severity, message, std::move(args));
        };
        if (graph.resolveHost(call.host, ns, report.asked()).resolution == mesh::Resolution::Missing) {
            const Resource& owner = graph.at(owners.front());
            report.add(
                place(Severity::Warning, message::hostHidden, {call.host, ns, owner.key.kind + " " + fullName(owner)}));
        } else if (const Resource* routes = hiddenRoutes(graph, call.host, ns, report.asked())) {
            report.add(place(Severity::Info, message::hostHiddenRoutes, {fullName(*routes), call.host, ns}));
        }
    }
}

} // namespace

/// A workload that says it calls a host which exportTo hides from it, or whose routes it hides (Istio, exportTo of
/// ServiceEntry and VirtualService, annotation networking.istio.io/exportTo).
Check hiddenHost()
{
    return {{"hidden-host",
             kindsWith({"AuthorizationPolicy", "Service", "ServiceEntry", "Sidecar", "VirtualService"}),
             {"MD116"}},
            check};
}

} // namespace meshdraft::checks
