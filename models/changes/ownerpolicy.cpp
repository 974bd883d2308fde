// SPDX-License-Identifier: Apache-2.0
#include "models/changes/ownerpolicy.h"

#include "models/changes/projectsection.h"

#include <algorithm>

namespace meshdraft::changes {

namespace {

using source::NodeRef;

OwnerPolicy::Rule readRule(ProjectSection& section, NodeRef item)
{
    OwnerPolicy::Rule rule{.kinds = {}, .namespaces = {}, .names = {}, .owners = {}, .where = section.locate(item)};
    for (const auto& [key, value] : section.entries("owners.rules[]", item, {"kind", "namespace", "name", "owners"})) {
        const std::string_view field = key.value();
        std::vector<std::string> texts = section.strings(field, value);
        if (field == "kind")
            rule.kinds = GlobList::of(std::move(texts));
        else if (field == "namespace")
            rule.namespaces = GlobList::of(std::move(texts));
        else if (field == "name")
            rule.names = GlobList::of(std::move(texts));
        else if (field == "owners")
            rule.owners = std::move(texts);
    }
    if (rule.owners.empty())
        section.fail("project.missing", {"owners"}, item);
    return rule;
}

} // namespace

ProjectOwners projectOwners(const mesh::FileSet& base)
{
    ProjectSection section(base, "owners");
    OwnerPolicy policy;
    if (section.root()) {
        for (const auto& [key, value] : section.entries(
                 "owners", section.root(), {"platform", "security", "rules", "labels", "members", "without"})) {
            const std::string_view field = key.value();
            if (field == "platform") {
                policy.platform = section.strings(field, value);
            } else if (field == "security") {
                policy.security = section.strings(field, value);
            } else if (field == "labels") {
                std::vector<std::string> more = section.strings(field, value);
                policy.keys.insert(policy.keys.begin(), more.begin(), more.end());
            } else if (field == "rules") {
                for (const NodeRef item : section.items(field, value))
                    policy.rules.push_back(readRule(section, item));
            } else if (field == "members") {
                for (const auto& [team, names] : section.entries(field, value, {}))
                    policy.members.emplace(team.value(), section.strings("members", names));
            } else if (field == "without") {
                for (const std::string& name : section.strings(field, value)) {
                    if (name == "platform")
                        policy.hasMeshWide = false;
                    else if (name == "security")
                        policy.hasSecurity = false;
                    else if (name == "labels")
                        policy.keys.clear();
                    else
                        section.fail("owners.unknownDefault", {name, "platform, security, labels"}, value);
                }
            }
        }
    }
    if (section.error())
        return {.policy = {}, .error = section.error()};
    return {.policy = std::move(policy), .error = std::nullopt};
}

} // namespace meshdraft::changes
