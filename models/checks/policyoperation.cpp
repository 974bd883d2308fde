// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"

#include "models/mesh/hostnames.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks {

namespace {

/// Methods of HTTP and WebDAV; ":method" is compared byte by byte.
bool isMethod(std::string_view method)
{
    constexpr auto known = std::to_array<std::string_view>(
        {"CONNECT", "COPY",     "DELETE",    "GET",   "HEAD", "LOCK",  "MKCOL",  "MOVE",   "OPTIONS", "PATCH",
         "POST",    "PROPFIND", "PROPPATCH", "PURGE", "PUT",  "QUERY", "REPORT", "SEARCH", "TRACE",   "UNLOCK"});
    return std::ranges::contains(known, method);
}

void checkMethods(const mesh::Resource& resource, const mesh::Strings& methods, Report& report)
{
    for (const mesh::Field<std::string>& method : methods) {
        const bool isPattern = method.value.contains('*') || mesh::isFilledInLater(method.value);
        if (method.value.empty() || isPattern || isMethod(method.value))
            continue;
        const bool isPath = method.value.contains('/');
        report.add(findingAt(resource, method.node, "MD141", Severity::Warning,
                             isPath ? message::policyMethodPath : message::policyMethod, {method.value}));
    }
}

void checkHosts(const mesh::MeshGraph& graph, const mesh::Resource& resource, const mesh::Strings& hosts,
                Report& report)
{
    for (const mesh::Field<std::string>& host : hosts) {
        const std::string_view name = std::string_view(host.value).substr(0, host.value.find(':'));
        if (name.contains('*') || !name.ends_with(mesh::clusterDomain))
            continue;
        const auto found = graph.resolveHost(name, resource.key.ns, report.asked());
        if (found.resolution == mesh::Resolution::Missing) {
            report.add(
                findingAt(resource, host.node, "MD142", Severity::Warning, message::policyHost, {std::string(name)}));
        }
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* policy = std::get_if<mesh::AuthorizationPolicy>(&resource.body);
    if (policy == nullptr)
        return;
    for (const auto& rule : policy->rules) {
        for (const auto& to : rule.to) {
            for (const auto* list : {&to.methods.any, &to.methods.none})
                checkMethods(resource, *list, report);
            for (const auto* list : {&to.hosts.any, &to.hosts.none})
                checkHosts(graph, resource, *list, report);
        }
    }
}

} // namespace

/// Methods that no request has, hosts that are nowhere (Kiali's KIA0102, KIA0104).
Check policyOperation()
{
    return {{"policy-operation", {"AuthorizationPolicy", "Service", "ServiceEntry"}, {"MD141", "MD142"}}, check};
}

} // namespace meshdraft::checks
