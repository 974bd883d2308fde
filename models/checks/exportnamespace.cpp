// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/presence.h"

namespace meshdraft::checks {

namespace {

std::span<const mesh::Field<std::string>> exportsOf(const mesh::Resource& resource)
{
    if (const auto* table = std::get_if<mesh::RouteTable>(&resource.body))
        return table->exportTo;
    if (const auto* rule = std::get_if<mesh::DestinationRule>(&resource.body))
        return rule->exportTo;
    const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body);
    return entry == nullptr ? std::span<const mesh::Field<std::string>>() : entry->exportTo;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    for (const mesh::Field<std::string>& to : exportsOf(resource)) {
        if (to.value.empty() || to.value == "." || to.value == "*" || to.value == "~")
            continue;
        switch (presenceOfNamespace(graph, to.value, report.asked())) {
        case Presence::There:
            break;
        case Presence::Missing:
            report.add(findingAt(resource, to.node, "MD140", Severity::Warning, message::exportNamespace, {to.value}));
            break;
        case Presence::Unknown:
            report.addUnknown(
                to.value,
                findingAt(resource, to.node, "MD140", Severity::Unknown, message::exportNamespaceUnknown, {to.value}));
            break;
        }
    }
}

} // namespace

/// Something is exported to a namespace that does not exist (Kiali's KIA0005).
Check exportNamespace()
{
    return {{"export-namespace", {"DestinationRule", "Namespace", "ServiceEntry", "VirtualService"}, {"MD140"}}, check};
}

} // namespace meshdraft::checks
