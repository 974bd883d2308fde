// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>
#include <cstdlib>

namespace meshdraft::checks {

using mesh::AuthorizationPolicy;
using mesh::MeshGraph;
using mesh::Resource;

namespace {

/// True if every text that meets `pattern` meets `cover`.
bool isCovered(std::string_view pattern, std::string_view cover)
{
    if (cover == "*" || pattern == cover)
        return true;
    if (cover.starts_with('*'))
        return !pattern.ends_with('*') && pattern.ends_with(cover.substr(1));
    return cover.ends_with('*') && !pattern.starts_with('*') && pattern.starts_with(cover.substr(0, cover.size() - 1));
}

/// A list and its negation that exclude each other.
void checkValues(const Resource& resource, const AuthorizationPolicy::Values& values, Report& report)
{
    if (values.any.empty() || values.none.empty())
        return;
    const bool isEmptied = std::ranges::all_of(values.any, [&](const mesh::Field<std::string>& any) {
        return std::ranges::any_of(
            values.none, [&](const mesh::Field<std::string>& none) { return isCovered(any.value, none.value); });
    });
    if (isEmptied) {
        report.add(findingAt(resource, values.any.front().node, "MD163", Severity::Warning, message::neverExcluded,
                             {values.any.front().value}));
    }
}

/// Paths begin with a slash.
void checkPaths(const Resource& resource, const mesh::Strings& paths, Report& report)
{
    for (const mesh::Field<std::string>& path : paths) {
        const std::string_view text = path.value;
        if (text.empty() || text.starts_with('/') || text.starts_with('*') || text.starts_with('{')
            || mesh::isFilledInLater(text))
            continue;
        report.add(findingAt(resource, path.node, "MD163", Severity::Warning, message::neverPath, {path.value}));
    }
}

/// The port of the pods that a Service's port leads to, where the policy names the Service's port and no pod listens
/// there; 0: nothing of the kind.
std::uint32_t meantPort(const MeshGraph& graph, const Resource& resource, const mesh::Labels& selector,
                        const std::string& written, mesh::Lookups* asked)
{
    std::uint32_t meant = 0;
    const auto pods = graph.workloadsMatching(resource.key.ns, selector, asked);
    for (const mesh::ResourceIndex each : pods) {
        const Resource& workload = graph.at(each);
        asked->add(mesh::Question::Content, workload.key);
        const auto& labels = std::get<mesh::Workload>(workload.body).podLabels;
        for (const source::NodeRef& container : containersOf(workload, true)) {
            for (const source::NodeRef& port : container["ports"].resolved().items()) {
                if (port["containerPort"].resolved().value() == written)
                    return 0;
            }
        }
        std::uint32_t target = 0;
        for (const mesh::ResourceIndex service : graph.selecting("Service", resource.key.ns, labels, asked)) {
            for (const mesh::Port& port : std::get<mesh::Service>(graph.at(service).body).ports) {
                const std::string number = std::to_string(port.number.value);
                if (port.targetPort == written || (port.targetPort.empty() && number == written))
                    return 0;
                if (number != written)
                    continue;
                const auto named = std::get<mesh::Workload>(workload.body).ports.find(port.targetPort);
                target = named != std::get<mesh::Workload>(workload.body).ports.end()
                    ? named->second
                    : static_cast<std::uint32_t>(std::strtoul(port.targetPort.c_str(), nullptr, 10));
            }
        }
        if (target == 0)
            return 0; // files do not say what is meant
        meant = target;
    }
    return meant;
}

void checkPorts(const MeshGraph& graph, const Resource& resource, const mesh::Labels& selector,
                const mesh::Strings& ports, Report& report)
{
    if (selector.empty())
        return;
    for (const mesh::Field<std::string>& port : ports) {
        if (const auto meant = meantPort(graph, resource, selector, port.value, report.asked()); meant != 0) {
            report.add(findingAt(resource, port.node, "MD163", Severity::Warning, message::neverPort,
                                 {port.value, std::to_string(meant)}));
        }
    }
}

void check(const MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const Resource& resource = graph.at(index);
    const auto* policy = std::get_if<AuthorizationPolicy>(&resource.body);
    if (policy == nullptr)
        return;
    for (const auto& rule : policy->rules) {
        for (const auto& from : rule.from) {
            for (const auto* values : {&from.principals, &from.requestPrincipals, &from.namespaces,
                                       &from.serviceAccounts, &from.trustDomains})
                checkValues(resource, *values, report);
        }
        for (const auto& to : rule.to) {
            for (const auto* values : {&to.hosts, &to.ports, &to.methods, &to.paths})
                checkValues(resource, *values, report);
            for (const auto* list : {&to.paths.any, &to.paths.none})
                checkPaths(resource, *list, report);
            checkPorts(graph, resource, policy->target.selector, to.ports.any, report);
        }
    }
}

} // namespace

/// A rule of an AuthorizationPolicy that no request can meet.
Check policyNeverMatches()
{
    return {{"policy-never-matches", kindsWith({"AuthorizationPolicy", "Service"}), {"MD163"}}, check};
}

} // namespace meshdraft::checks
