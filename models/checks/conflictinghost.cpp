// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/hostnames.h"
#include "models/mesh/meshroutes.h"

#include <set>

namespace meshdraft::checks {

using mesh::Question;

namespace {

/// The names under which VirtualServices may stand whose hosts overlap with this one.
std::vector<std::string> overlapping(const mesh::MeshGraph& graph, const std::string& host, mesh::Lookups* asked)
{
    std::vector<std::string> names{host};
    if (mesh::effective::isWildcardHost(host)) {
        asked->add(Question::AnyMeshHost, std::string_view());
        graph.namesOf(Question::MeshHost).forEach([&](const std::string& name, const auto&) {
            if (name != host && mesh::effective::hostsOverlap(name, host))
                names.push_back(name);
        });
        return names;
    }
    for (auto dot = host.find('.'); dot != std::string::npos; dot = host.find('.', dot + 1))
        names.push_back("*" + host.substr(dot));
    names.emplace_back("*");
    return names;
}

bool conflict(const std::vector<std::string>& mine, const std::vector<std::string>& theirs, bool isSameHost)
{
    const bool mineAreAll = mine.front() == "*";
    const bool theirsAreAll = theirs.front() == "*";
    if (isSameHost && scopesMeet(mine, theirs))
        return true;
    return mineAreAll != theirsAreAll; // the one for all reaches into the namespace of the other
}

std::vector<std::string> scopesOfTable(const mesh::RouteTable& table, const std::string& ns)
{
    std::vector<std::string> scopes = scopesOf(table.exportTo, ns);
    if (scopes.empty())
        scopes.emplace_back("*");
    return scopes;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* table = std::get_if<mesh::RouteTable>(&resource.body);
    if (table == nullptr || !isOfMesh(*table))
        return;
    const auto mine = scopesOfTable(*table, resource.key.ns);
    for (const mesh::Field<std::string>& host : table->hosts) {
        if (host.value.empty())
            continue;
        const std::string full = mesh::fullyQualifiedHost(host.value, resource.key.ns);
        std::set<std::string> names;
        for (const std::string& name : overlapping(graph, full, report.asked())) {
            for (const mesh::ResourceIndex each : graph.answers(Question::MeshHost, name, report.asked())) {
                const mesh::Resource& other = graph.at(each);
                const auto& theirs = std::get<mesh::RouteTable>(other.body);
                if (other.key != resource.key && conflict(mine, scopesOfTable(theirs, other.key.ns), name == full))
                    names.insert(fullName(other));
            }
        }
        if (!names.empty()) { // said once a VirtualService
            const std::vector<std::string> list(names.begin(), names.end());
            report.add(findingAt(resource, host.node, "IST0109", Severity::Error, message::conflictingHost,
                                 {full, joinedNames(list)}));
            return;
        }
    }
}

} // namespace

/// VirtualServices for one host in the mesh: proxies take one of them and drop the others (Istio's analyzer
/// virtualservice.ConflictingMeshGatewayHostsAnalyzer).
Check conflictingHost()
{
    return {{"conflicting-host", {"VirtualService"}, {"IST0109"}}, check};
}

} // namespace meshdraft::checks
