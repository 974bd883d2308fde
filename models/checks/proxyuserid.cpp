// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/effective/podtemplate.h"

namespace meshdraft::checks {

using source::NodeRef;

namespace {

constexpr std::int64_t proxyUser = 1337;

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    if (!std::holds_alternative<mesh::Workload>(resource.body) || isSystemNamespace(resource.key.ns)
        || isControlPlane(resource))
        return;
    bool isFound = false;
    const auto look = [&](NodeRef holder) {
        const NodeRef user = holder["securityContext"]["runAsUser"];
        if (!isFound && user.resolved().toInt() == proxyUser) {
            isFound = true; // said once: it is one mistake
            report.add(findingAt(resource, user.id(), "IST0144", Severity::Warning, message::proxyUserId, {}));
        }
    };
    look(mesh::effective::podTemplateOf(resource)["spec"]);
    for (const NodeRef& container : containersOf(resource)) {
        const std::string_view name = container["name"].value();
        if (name != "istio-proxy" && name != "istio-operator")
            look(container);
    }
}

} // namespace

/// Pods that run as the user of the proxy, whose traffic is not captured (Istio's analyzer
/// deployment.ApplicationUIDAnalyzer).
Check proxyUserId()
{
    return {{"proxy-user-id", kindsWith({}), {"IST0144"}}, check};
}

} // namespace meshdraft::checks
