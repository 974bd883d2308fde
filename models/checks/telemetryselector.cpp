// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/selectoroverlap.h"
#include "models/checks/semantics.h"

namespace meshdraft::checks {

namespace {

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* telemetry = std::get_if<mesh::Telemetry>(&resource.body);
    if (telemetry == nullptr)
        return;
    const mesh::PolicyTarget& target = telemetry->target;
    const OverlapCodes codes{.kind = "Telemetry",
                             .selectorNode = target.selectorNode,
                             .missing = message::telemetrySelector,
                             .missingUnknown = message::telemetrySelectorUnknown,
                             .overlapCode = "IST0159",
                             .overlap = message::telemetryOverlap,
                             .severalCode = "IST0160",
                             .several = message::telemetriesForAll};
    if (target.selector.empty()) {
        checkSeveral(graph, resource, codes, report);
        return;
    }
    const auto pods = graph.workloadsMatching(resource.key.ns, target.selector, report.asked());
    checkOverlap(graph, resource, target.selector, pods.empty(), pods, codes, report);
}

} // namespace

/// Telemetries that select no pod, or the same pods as others (Istio's analyzers telemetry.SelectorAnalyzer and
/// telemetry.DefaultSelectorAnalyzer).
Check telemetrySelector()
{
    return {{"telemetry-selector", kindsWith({"Telemetry"}), {"IST0101", "IST0159", "IST0160"}}, check};
}

} // namespace meshdraft::checks
