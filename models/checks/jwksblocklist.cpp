// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include <algorithm>

namespace meshdraft::checks {

using source::NodeRef;

namespace {

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto app = resource.labels.find("app");
    if (resource.key.kind != "Deployment" || !std::holds_alternative<mesh::Workload>(resource.body)
        || app == resource.labels.end() || app->second != "istiod")
        return;
    const bool isSet = std::ranges::any_of(containersOf(resource), [](NodeRef container) {
        return std::ranges::any_of(container["env"].resolved().items(), [](NodeRef variable) {
            return variable["name"].value() == "BLOCKED_CIDRS_IN_JWKS_URIS" && !variable["value"].value().empty();
        });
    });
    if (!isSet && !graph.ofKind("RequestAuthentication", report.asked()).empty())
        report.add(findingOnName(resource, "IST0175", Severity::Warning, message::jwksBlocklist, {}));
}

} // namespace

/// istiod may be led to addresses inside of the cluster by the jwksUri of a RequestAuthentication (Istio's analyzer
/// authn.BlockedCIDRsAnalyzer).
Check jwksBlocklist()
{
    return {{"jwks-blocklist", {"Deployment", "RequestAuthentication"}, {"IST0175"}}, check};
}

} // namespace meshdraft::checks
