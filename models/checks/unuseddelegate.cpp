// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"
#include "models/checks/semantics.h"

namespace meshdraft::checks {

using mesh::Question;

namespace {

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const mesh::RouteTable* table = istioRoutes(resource);
    if (table == nullptr || !table->hosts.empty() || table->routes.empty() || resource.hasGuessedNamespace())
        return;
    const auto delegating = [&](std::string_view ns, std::string_view name) {
        return graph.answers(Question::Attached, mesh::attachedName("VirtualService", ns, name), report.asked());
    };
    // others that delegate show that such VirtualServices are in these files
    if (!delegating(resource.key.ns, resource.key.name).empty() || delegating({}, {}).empty())
        return;
    report.add(findingOnName(resource, "MD107", Severity::Info, message::delegateUnused, {fullName(resource)}));
}

} // namespace

/// A VirtualService without hosts that no other delegates to: nothing uses it (Istio, VirtualService, Delegate).
Check unusedDelegate()
{
    return {{"unused-delegate", {"VirtualService"}, {"MD107"}}, check};
}

} // namespace meshdraft::checks
