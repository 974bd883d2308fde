// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/presence.h"
#include "models/checks/semantics.h"

#include <set>

namespace meshdraft::checks {

namespace {

const mesh::WorkloadEntry* groupOf(const mesh::Resource& resource)
{
    const auto* entry = std::get_if<mesh::WorkloadEntry>(&resource.body);
    return entry != nullptr && entry->isGroup ? entry : nullptr;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const mesh::WorkloadEntry* group = groupOf(resource);
    if (group == nullptr)
        return;
    const std::string& ns = resource.key.ns;
    if (!group->serviceAccount.empty()) {
        const source::NodeRef account = resource.rootNode()["spec"]["template"]["serviceAccount"];
        const Presence presence = presenceOfAccount(graph, resource, ns, group->serviceAccount, report.asked());
        if (presence == Presence::Missing) {
            report.add(findingAt(resource, account.id(), "MD159", Severity::Warning, message::groupAccount,
                                 {group->serviceAccount, ns}));
        } else if (presence == Presence::Unknown) {
            report.addUnknown(ns + "/" + group->serviceAccount,
                              findingAt(resource, account.id(), "MD159", Severity::Unknown,
                                        message::groupAccountUnknown, {group->serviceAccount, ns}));
        }
    }
    if (group->labels.empty())
        return;
    std::set<std::string> names;
    for (const mesh::ResourceIndex each : graph.ofKindIn("WorkloadGroup", ns, report.asked())) {
        const mesh::WorkloadEntry* other = groupOf(graph.at(each));
        if (other != nullptr && graph.at(each).key != resource.key && other->labels == group->labels)
            names.insert(graph.at(each).key.name);
    }
    if (!names.empty()) {
        const std::vector<std::string> list(names.begin(), names.end());
        report.add(findingOnName(resource, "MD159", Severity::Warning, message::groupLabels,
                                 {labelText(group->labels), joinedNames(list)}));
    }
}

} // namespace

/// A WorkloadGroup with an account that is not there, or the labels of another group (Kiali's KIA1701, KIA1702).
Check workloadGroup()
{
    return {{"workload-group",
             kindsWith({"Application", "ConfigMap", "Gateway", "HelmRelease", "IstioOperator", "ServiceAccount",
                        "WorkloadGroup"}),
             {"MD159"}},
            check};
}

} // namespace meshdraft::checks
