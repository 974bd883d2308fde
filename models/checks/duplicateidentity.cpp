// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

namespace meshdraft::checks {

namespace {

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const mesh::ResourceKey& key = resource.key;
    const auto same = graph.find(key, report.asked());
    if (same.front() == index)
        return;
    const Location before = graph.at(same.front()).locate();
    const source::NodeRef name = resource.rootNode()["metadata"].resolved()["name"];
    report.add(findingAt(resource, name.isValid() ? name.id() : source::noNode, "MD003", Severity::Warning,
                         message::duplicateIdentity,
                         {key.kind, key.ns.empty() ? key.name : key.ns + "/" + key.name,
                          before.path + ":" + std::to_string(before.line)}));
}

} // namespace

/// Two objects with one identity: whichever is applied last wins. Reported on every one but the first.
Check duplicateIdentity()
{
    return {{"duplicate-identity", {"*"}, {"MD003"}}, check};
}

} // namespace meshdraft::checks
