// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/selectoroverlap.h"
#include "models/checks/semantics.h"

namespace meshdraft::checks {

namespace {

bool isAmbientPod(const mesh::Resource& workload)
{
    const auto& annotations = std::get<mesh::Workload>(workload.body).podAnnotations;
    const auto redirected = annotations.find("ambient.istio.io/redirection");
    return redirected != annotations.end() && redirected->second == "enabled";
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* sidecar = std::get_if<mesh::Sidecar>(&resource.body);
    if (sidecar == nullptr)
        return;
    const auto selectorNode = resource.rootNode()["spec"]["workloadSelector"]["labels"].id();
    const OverlapCodes codes{.kind = "Sidecar",
                             .selectorNode = selectorNode,
                             .missing = message::sidecarSelector,
                             .missingUnknown = message::sidecarSelectorUnknown,
                             .overlapCode = "IST0110",
                             .overlap = message::sidecarOverlap,
                             .severalCode = "IST0111",
                             .several = message::sidecarsForAll};
    if (sidecar->workloadSelector.empty()) {
        if (isAmbient(graph.namespaceObject(resource.key.ns, report.asked()))) {
            report.add(findingOnName(resource, "IST0167", Severity::Warning, message::sidecarAmbientNamespace,
                                     {resource.key.ns}));
        } else {
            checkSeveral(graph, resource, codes, report);
        }
        return;
    }
    const auto pods = graph.workloadsMatching(resource.key.ns, sidecar->workloadSelector, report.asked());
    std::vector<mesh::ResourceIndex> withSidecar;
    for (const mesh::ResourceIndex pod : pods) {
        report.asked()->add(mesh::Question::Content, graph.at(pod).key);
        if (isAmbientPod(graph.at(pod))) {
            report.add(findingAt(resource, selectorNode, "IST0167", Severity::Warning, message::sidecarAmbientPod,
                                 {graph.at(pod).key.name}));
        } else {
            withSidecar.push_back(pod);
        }
    }
    checkOverlap(graph, resource, sidecar->workloadSelector, pods.empty(), withSidecar, codes, report);
}

} // namespace

/// Sidecars that select no pod, or the same pods as others, or pods without a sidecar (Istio's analyzer
/// sidecar.SelectorAnalyzer).
Check sidecarSelector()
{
    return {{"sidecar-selector", kindsWith({"Sidecar"}), {"IST0101", "IST0110", "IST0111", "IST0167"}}, check};
}

} // namespace meshdraft::checks
