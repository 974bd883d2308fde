// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

#include <map>

namespace meshdraft::checks {

namespace {

void run(const CheckContext& context, std::vector<Finding>& findings)
{
    std::map<mesh::ResourceKey, mesh::ResourceIndex> first;
    mesh::ResourceIndex index = 0;
    for (const mesh::ResourcePtr& resource : context.graph.resources()) {
        const mesh::ResourceKey& key = resource->key;
        const auto [place, isNew] = first.try_emplace(key, index++);
        if (isNew)
            continue;
        const Location before = context.graph.at(place->second).locate();
        const source::NodeRef name = resource->rootNode()["metadata"].resolved()["name"];
        findings.push_back(findingAt(*resource, name.isValid() ? name.id() : source::noNode, "MD003", Severity::Warning,
                                     message::duplicateIdentity,
                                     {key.kind, key.ns.empty() ? key.name : key.ns + "/" + key.name,
                                      before.path + ":" + std::to_string(before.line)}));
    }
}

} // namespace

/// Two objects with one identity: whichever is applied last wins. Reported on every one but the first.
Check duplicateIdentity()
{
    return {{"duplicate-identity", {"*"}, {"MD003"}}, run};
}

} // namespace meshdraft::checks
