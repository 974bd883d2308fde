// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

void checkDelays(const mesh::Resource& resource, Report& report)
{
    for (const NodeRef& route : resource.rootNode()["spec"]["http"].resolved().items()) {
        const NodeRef percent = route["fault"]["delay"]["percent"];
        if (percent.resolved().toDouble().value_or(0) > 0) {
            report.add(findingAt(resource, percent.id(), "IST0002", Severity::Warning, message::deprecatedField,
                                 {"http.fault.delay.percent", "percentage"}));
        }
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    constexpr std::array<std::string_view, 4> removed{"ClusterRbacConfig", "RbacConfig", "ServiceRole",
                                                      "ServiceRoleBinding"};
    const mesh::Resource& resource = graph.at(index);
    const std::string& kind = resource.key.kind;
    if (kind == "VirtualService") {
        checkDelays(resource, report);
        return;
    }
    if (kind != "Sidecar" && kind != "CustomResourceDefinition")
        return;
    const NodeRef spec = resource.rootNode()["spec"];
    if (kind == "Sidecar") {
        if (const NodeRef proxy = spec["outboundTrafficPolicy"]["egressProxy"]; proxy.isValid() && !proxy.isNull()) {
            report.add(findingAt(resource, proxy.id(), "IST0002", Severity::Warning, message::ignoredField,
                                 {"outboundTrafficPolicy.egressProxy"}));
        }
    } else if (spec["group"].value() == "rbac.istio.io") {
        const NodeRef name = spec["names"]["kind"];
        if (std::ranges::contains(removed, name.value())) {
            report.add(findingAt(resource, name.id(), "IST0002", Severity::Warning, message::removedKind,
                                 {std::string(name.value())}));
        }
    }
}

} // namespace

/// A field or kind that Istio has given up (Istio's analyzer deprecation.FieldAnalyzer).
Check deprecatedField()
{
    return {{"deprecated-field", {"CustomResourceDefinition", "Sidecar", "VirtualService"}, {"IST0002"}}, check};
}

} // namespace meshdraft::checks
