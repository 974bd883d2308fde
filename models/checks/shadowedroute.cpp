// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/routes.h"
#include "models/checks/semantics.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/hostnames.h"

#include <algorithm>
#include <optional>
#include <set>

namespace meshdraft::checks {

using mesh::Match;
using mesh::Question;
using mesh::Resource;
using mesh::Route;

namespace {

/// What one match of a route asks for, so that it can be compared.
struct Wanted {
    std::set<std::string> conditions; ///< empty: every request
    std::string prefix; ///< of the path, where the path is all that it asks for
    std::string path; ///< that it asks for, exactly or as a prefix
    source::NodeId node = source::noNode;

    bool isForAll() const { return conditions.empty(); }
};

/// Nothing for a match that depends on the gateway, or ignores case.
std::optional<Wanted> wantedBy(const Match& match)
{
    Wanted wanted;
    wanted.node = match.node;
    for (const Match::Condition& condition : match.conditions) {
        if (condition.field == "gateways" || condition.field == "ignoreUriCase")
            return std::nullopt;
        const bool isPath = condition.field == "uri" && (condition.op == "prefix" || condition.op == "exact");
        if (isPath)
            wanted.path = condition.value;
        if (isPath && condition.op == "prefix") {
            if (condition.value == "/")
                continue; // every path
            wanted.prefix = match.conditions.size() == 1 ? condition.value : std::string();
        }
        wanted.conditions.insert(condition.field + " " + condition.op
                                 + (condition.value.empty() ? "" : " " + condition.value));
    }
    return wanted;
}

std::string textOf(const Wanted& wanted)
{
    const std::vector<std::string> all(wanted.conditions.begin(), wanted.conditions.end());
    return joinedNames(all);
}

std::vector<Wanted> wantedBy(const mesh::RouteTable& table)
{
    std::vector<Wanted> all;
    for (const Route& route : table.routes) {
        // what a delegate wants is not all written here
        if (route.protocol != mesh::Protocol::Http || route.delegate.isPresent())
            continue;
        if (route.matches.empty())
            all.push_back({{}, {}, {}, route.node});
        for (const Match& match : route.matches) {
            if (auto wanted = wantedBy(match))
                all.push_back(std::move(*wanted));
        }
    }
    return all;
}

/// One that takes every request that `narrow` wants, if it comes before it. What is for every request comes last,
/// whatever stands where.
const Wanted* coverOf(const Wanted& narrow, std::span<const Wanted> others)
{
    const auto cover = std::ranges::find_if(others, [&](const Wanted& other) {
        return !other.prefix.empty() && narrow.path.starts_with(other.prefix) && narrow.conditions != other.conditions;
    });
    return cover == others.end() ? nullptr : &*cover;
}

/// Whether one server of a gateway is for a host and open to both namespaces; also where the gateway is not in the
/// files.
bool servesBoth(const mesh::MeshGraph& graph, const std::string& name, const std::string& host, const std::string& ns,
                const std::string& otherNs, mesh::Lookups* asked)
{
    const auto slash = name.find('/');
    const mesh::ResourceKey key{graph.environment(), "networking.istio.io", "Gateway", name.substr(0, slash),
                                name.substr(slash + 1)};
    const auto found = graph.find(key, asked);
    asked->add(Question::Content, key);
    const mesh::Gateway* gateway = found.empty() ? nullptr : istioGateway(graph.at(found.front()));
    if (gateway == nullptr)
        return true;
    return std::ranges::any_of(gateway->servers, [&](const mesh::Gateway::Server& server) {
        const auto serves = [&](const std::string& who) {
            return std::ranges::any_of(server.hosts, [&](const mesh::Field<std::string>& written) {
                const auto served = servedHost(written.value, key.ns, who);
                return served && mesh::effective::hostsOverlap(*served, host);
            });
        };
        return serves(ns) && serves(otherNs);
    });
}

/// The VirtualServices that share a host at a gateway with this one, whose routes are put together.
std::vector<const Resource*> sharing(const mesh::MeshGraph& graph, const Resource& self, const std::string& gateway,
                                     const std::string& host, mesh::Lookups* asked)
{
    std::vector<const Resource*> others;
    for (const mesh::ResourceIndex each :
         graph.answers(Question::GatewayHost, std::string(gateway).append("\n").append(host), asked)) {
        const Resource& other = graph.at(each);
        if (other.key == self.key)
            continue;
        asked->add(Question::Content, other.key);
        if (istioRoutes(other)->exportTo.empty() && servesBoth(graph, gateway, host, self.key.ns, other.key.ns, asked))
            others.push_back(&other);
    }
    return others;
}

class Comparison {
public:
    Comparison(const Resource& resource, Report& report)
        : m_resource(resource)
        , m_report(report)
        , m_own(wantedBy(*istioRoutes(resource)))
    {
    }

    /// True where something was said.
    bool run(const std::string& gateway, const std::string& host, std::span<const Resource* const> others)
    {
        Known known;
        for (const Resource* other : others)
            known.emplace_back(fullName(*other), wantedBy(*istioRoutes(*other)));
        return sameAs(known, gateway, host) || coveredBy(known, host);
    }

private:
    using Known = std::vector<std::pair<std::string, std::vector<Wanted>>>;

    bool sameAs(const Known& known, const std::string& gateway, const std::string& host)
    {
        for (const Wanted& wanted : m_own) {
            std::vector<std::string> names;
            for (const auto& [name, theirs] : known) {
                // an object that is defined twice has one name
                if (!std::ranges::contains(names, name)
                    && std::ranges::contains(theirs, wanted.conditions, &Wanted::conditions))
                    names.push_back(name);
            }
            if (names.empty())
                continue;
            if (wanted.isForAll()) {
                m_report.add(findingAt(m_resource, wanted.node, "MD108", Severity::Warning, message::routeShadowedAll,
                                       {host, gateway, joinedNames(names)}));
            } else {
                m_report.add(findingAt(m_resource, wanted.node, "MD108", Severity::Warning, message::routeShadowed,
                                       {textOf(wanted), host, gateway, joinedNames(names)}));
            }
            return true;
        }
        return false;
    }

    bool coveredBy(const Known& known, const std::string& host)
    {
        for (const Wanted& wanted : m_own) {
            for (const auto& [name, theirs] : known) {
                if (const Wanted* cover = coverOf(wanted, theirs)) {
                    m_report.add(findingAt(m_resource, wanted.node, "MD109", Severity::Info, message::routeOrder,
                                           {textOf(wanted), textOf(*cover), name, host}));
                    return true;
                }
            }
        }
        return false;
    }

    const Resource& m_resource;
    Report& m_report;
    std::vector<Wanted> m_own;
};

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    const mesh::RouteTable* table = istioRoutes(resource);
    if (table == nullptr || !table->exportTo.empty())
        return;
    for (const mesh::Field<std::string>& written : table->gateways) {
        if (written.value == "mesh" || mesh::hasPlaceholder(written.value))
            continue;
        const std::string gateway = mesh::gatewayReference(written.value, resource.key.ns);
        for (const mesh::Field<std::string>& host : table->hosts) {
            if (mesh::hasPlaceholder(host.value))
                continue;
            const auto others = sharing(graph, resource, gateway, host.value, report.asked());
            // said once a VirtualService
            if (!others.empty() && Comparison(resource, report).run(gateway, host.value, others))
                return;
        }
    }
}

} // namespace

/// A match that another VirtualService of the same gateway and host has, too, or takes away: their routes are put
/// together, the older one's first (Istio, traffic management best practices, "Split large virtual services").
Check shadowedRoute()
{
    return {{"shadowed-route", {"Gateway", "VirtualService"}, {"MD108", "MD109"}}, check};
}

} // namespace meshdraft::checks
