// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

#include <algorithm>

namespace meshdraft::checks {

namespace {

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body);
    if (rule == nullptr || rule->subsets.size() < 2)
        return; // a single one may be a name for all
    const auto references = graph.referencesFrom(index);
    const auto host = std::ranges::find(references, mesh::ReferenceType::AppliesTo, &mesh::Reference::type);
    if (host == references.end() || host->to == mesh::noResource
        || !std::holds_alternative<mesh::Service>(graph.at(host->to).body))
        return; // to an outside host subsets are for settings
    for (const mesh::DestinationRule::Subset& subset : rule->subsets) {
        if (subset.labels.empty() && !subset.hasTrafficPolicy) {
            report.add(findingAt(resource, subset.name.isPresent() ? subset.name.node : subset.node, "MD149",
                                 Severity::Info, message::subsetLabels, {subset.name.value, rule->host.value}));
        }
    }
}

} // namespace

/// A subset without labels and settings, which is no other than the whole host (Kiali's KIA0209).
Check subsetLabels()
{
    return {{"subset-labels", {"DestinationRule", "Service"}, {"MD149"}}, check};
}

} // namespace meshdraft::checks
