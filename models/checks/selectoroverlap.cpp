// SPDX-License-Identifier: Apache-2.0
#include "models/checks/selectoroverlap.h"

#include "models/checks/checks.h"
#include "models/checks/semantics.h"

#include <algorithm>

namespace meshdraft::checks {

namespace {

/// True for a policy that is bound to resources by name and not to pods by labels.
bool hasTarget(const mesh::Resource& resource)
{
    const auto* telemetry = std::get_if<mesh::Telemetry>(&resource.body);
    return telemetry != nullptr && !telemetry->target.references.empty();
}

bool hasSelector(const mesh::Resource& resource)
{
    if (const auto* sidecar = std::get_if<mesh::Sidecar>(&resource.body))
        return !sidecar->workloadSelector.empty();
    const auto* telemetry = std::get_if<mesh::Telemetry>(&resource.body);
    return telemetry != nullptr && !telemetry->target.selector.empty();
}

/// The names of all but the resource itself; a duplicate of it is none of them.
std::vector<std::string> namesOf(const mesh::MeshGraph& graph, const mesh::Resource& resource,
                                 std::span<const mesh::ResourceIndex> all, bool withSelector)
{
    std::vector<std::string> names;
    for (const mesh::ResourceIndex each : all) {
        const mesh::Resource& other = graph.at(each);
        if (other.key != resource.key && other.key.group == resource.key.group && !hasTarget(other)
            && hasSelector(other) == withSelector)
            names.push_back(other.key.name);
    }
    std::ranges::sort(names);
    const auto rest = std::ranges::unique(names);
    names.erase(rest.begin(), rest.end());
    return names;
}

} // namespace

void checkOverlap(const mesh::MeshGraph& graph, const mesh::Resource& resource, const mesh::Labels& selector,
                  bool findsNone, std::span<const mesh::ResourceIndex> pods, const OverlapCodes& codes, Report& report)
{
    const std::string text = labelText(selector);
    const std::string& ns = resource.key.ns;
    if (findsNone) {
        if (knowsPodsFor(graph, resource, report.asked())) {
            report.add(findingAt(resource, codes.selectorNode, "IST0101", Severity::Error, codes.missing, {text, ns}));
        } else {
            report.addUnknown(ns + "|" + text,
                              findingAt(resource, codes.selectorNode, "IST0101", Severity::Unknown,
                                        codes.missingUnknown, {text, ns}));
        }
    }
    for (const mesh::ResourceIndex pod : pods) {
        const mesh::Resource& workload = graph.at(pod);
        report.asked()->add(mesh::Question::Content, workload.key);
        const auto all =
            graph.selecting(codes.kind, ns, std::get<mesh::Workload>(workload.body).podLabels, report.asked());
        const auto names = namesOf(graph, resource, all, true);
        if (!names.empty()) {
            report.add(findingAt(resource, codes.selectorNode, codes.overlapCode, Severity::Error, codes.overlap,
                                 {joinedNames(names), workload.key.name}));
        }
    }
}

void checkSeveral(const mesh::MeshGraph& graph, const mesh::Resource& resource, const OverlapCodes& codes,
                  Report& report)
{
    if (hasTarget(resource))
        return;
    const auto names = namesOf(graph, resource, graph.ofKindIn(codes.kind, resource.key.ns, report.asked()), false);
    if (!names.empty()) {
        report.add(findingOnName(resource, codes.severalCode, Severity::Error, codes.several,
                                 {joinedNames(names), resource.key.ns}));
    }
}

} // namespace meshdraft::checks
