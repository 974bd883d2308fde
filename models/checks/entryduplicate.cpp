// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>
#include <set>

namespace meshdraft::checks {

namespace {

/// The namespaces that see an entry and the port are the same, and both name endpoints of their own.
bool isSame(const mesh::ServiceEntry& one, const mesh::ServiceEntry& other, std::uint32_t& port)
{
    for (const mesh::Port& each : one.ports) {
        if (std::ranges::any_of(other.ports,
                                [&](const mesh::Port& theirs) { return theirs.number.value == each.number.value; })) {
            port = each.number.value;
            return true;
        }
    }
    return false;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body);
    if (entry == nullptr || resource.hasGuessedNamespace())
        return;
    const auto scopes = scopesOf(entry->exportTo, resource.key.ns);
    for (const mesh::Field<std::string>& host : entry->hosts) {
        if (host.value.empty() || host.value.starts_with('*'))
            continue;
        std::set<std::string> names;
        std::uint32_t port = 0;
        const std::string full = mesh::fullyQualifiedHost(host.value, resource.key.ns);
        for (const mesh::ResourceIndex each : graph.answers(mesh::Question::Host, full, report.asked())) {
            const mesh::Resource& other = graph.at(each);
            const auto* shared = std::get_if<mesh::ServiceEntry>(&other.body);
            if (shared == nullptr || other.key == resource.key || other.hasGuessedNamespace())
                continue;
            report.asked()->add(mesh::Question::Content, other.key);
            if (scopesMeet(scopes, scopesOf(shared->exportTo, other.key.ns)) && isSame(*entry, *shared, port))
                names.insert(fullName(other));
        }
        if (!names.empty()) {
            const std::vector<std::string> list(names.begin(), names.end());
            report.add(findingAt(resource, host.node, "MD155", Severity::Info, message::entryDuplicate,
                                 {host.value, std::to_string(port), joinedNames(list)}));
        }
    }
}

} // namespace

/// One port of one host in several ServiceEntries that somebody sees both of (Kiali's KIA1211).
Check entryDuplicate()
{
    return {{"entry-duplicate", {"ServiceEntry"}, {"MD155"}}, check};
}

} // namespace meshdraft::checks
