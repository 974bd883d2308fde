// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>
#include <set>

namespace meshdraft::checks {

namespace {

std::string upper(std::string text)
{
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    return text;
}

/// ServiceEntries that may have a host as it stands, this one too.
std::span<const mesh::ResourceIndex> sharers(const mesh::MeshGraph& graph, const std::string& host,
                                             const std::string& ns, mesh::Lookups* asked)
{
    if (host == "*" || host.starts_with("*."))
        return graph.answers(mesh::Question::WildcardHost, std::string_view(host).substr(1), asked);
    return graph.answers(mesh::Question::Host, mesh::fullyQualifiedHost(host, ns), asked);
}

/// The first disagreement about a port of a host; true if there is one.
bool checkHost(const mesh::MeshGraph& graph, const mesh::Resource& resource, const mesh::Field<std::string>& host,
               Report& report)
{
    const auto& entry = std::get<mesh::ServiceEntry>(resource.body);
    const auto scopes = scopesOf(entry.exportTo, resource.key.ns);
    const auto others = sharers(graph, host.value, resource.key.ns, report.asked());
    for (const mesh::Port& port : entry.ports) {
        std::set<std::string> names;
        for (const mesh::ResourceIndex each : others) {
            const mesh::Resource& other = graph.at(each);
            const auto* shared = std::get_if<mesh::ServiceEntry>(&other.body);
            if (shared == nullptr)
                continue;
            if (&other != &resource)
                report.asked()->add(mesh::Question::Content, other.key);
            if (!std::ranges::contains(shared->hosts, host.value, &mesh::Field<std::string>::value)
                || !scopesMeet(scopes, scopesOf(shared->exportTo, other.key.ns)))
                continue;
            if (std::ranges::any_of(shared->ports, [&](const mesh::Port& theirs) {
                    return theirs.number.value == port.number.value
                        && upper(theirs.protocol.value) != upper(port.protocol.value);
                }))
                names.insert(fullName(other));
        }
        if (!names.empty()) {
            const std::vector<std::string> list(names.begin(), names.end());
            report.add(findingAt(resource, port.protocol.isPresent() ? port.protocol.node : port.node, "IST0177",
                                 Severity::Warning, message::entryProtocol,
                                 {host.value, std::to_string(port.number.value), joinedNames(list)}));
            return true;
        }
    }
    return false;
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    if (const auto* entry = std::get_if<mesh::ServiceEntry>(&resource.body)) {
        // said once a ServiceEntry
        for (const mesh::Field<std::string>& host : entry->hosts) {
            if (!host.value.empty() && checkHost(graph, resource, host, report))
                return;
        }
    }
}

} // namespace

/// ServiceEntries that disagree about what a port of a host speaks (Istio's analyzer
/// serviceentry.ConflictingServiceEntryProtocolAnalyzer).
Check entryProtocol()
{
    return {{"entry-protocol", {"ServiceEntry"}, {"IST0177"}}, check};
}

} // namespace meshdraft::checks
