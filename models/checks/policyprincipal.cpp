// SPDX-License-Identifier: Apache-2.0
#include "models/checks/checks.h"
#include "models/checks/messages.h"
#include "models/checks/presence.h"
#include "models/checks/semantics.h"

#include "models/mesh/hostnames.h"

#include <algorithm>
#include <array>
#include <optional>

namespace meshdraft::checks {

namespace {

/// "DOMAIN/ns/NAMESPACE/sa/ACCOUNT", all of it written out.
struct Principal {
    std::string_view domain;
    std::string_view ns;
    std::string_view account;
};

std::optional<Principal> principalIn(std::string_view text)
{
    std::array<std::string_view, 5> parts;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto slash = text.find('/');
        if ((slash == std::string_view::npos) != (i + 1 == parts.size()))
            return std::nullopt;
        parts[i] = text.substr(0, slash);
        text.remove_prefix(slash == std::string_view::npos ? text.size() : slash + 1);
    }
    if (parts[1] != "ns" || parts[3] != "sa")
        return std::nullopt;
    return Principal{parts[0], parts[2], parts[4]};
}

enum class Domain : std::uint8_t { Known, Other, Unknown };

/// Whether the mesh trusts a domain; its name is only known where the files say it.
Domain domainOf(const mesh::MeshGraph& graph, std::string_view domain, mesh::Lookups* asked)
{
    if (domain == "cluster.local")
        return Domain::Known; // stands for the mesh's own, whatever it is called
    bool isWritten = false;
    for (const source::NodeRef& config : meshConfigsIn(graph, asked)) {
        const std::string_view own = config["trustDomain"].value();
        isWritten = isWritten || !own.empty();
        if (own == domain
            || std::ranges::any_of(config["trustDomainAliases"].resolved().items(),
                                   [&](const source::NodeRef& alias) { return alias.value() == domain; })
            || config["caCertificates"].isValid())
            return Domain::Known;
    }
    return isWritten ? Domain::Other : Domain::Unknown;
}

void checkPrincipal(const mesh::MeshGraph& graph, const mesh::Resource& resource, const mesh::Field<std::string>& value,
                    Report& report)
{
    if (value.value.contains('*') || mesh::isFilledInLater(value.value))
        return;
    if (value.value.starts_with("spiffe://")) {
        report.add(findingAt(resource, value.node, "MD144", Severity::Warning, message::policyPrincipalForm,
                             {value.value.substr(9)}));
        return;
    }
    const auto principal = principalIn(value.value);
    if (!principal)
        return;
    const Domain domain = domainOf(graph, principal->domain, report.asked());
    if (domain == Domain::Other) {
        report.add(findingAt(resource, value.node, "MD144", Severity::Warning, message::policyTrustDomain,
                             {std::string(principal->domain)}));
    }
    if (domain != Domain::Known)
        return; // accounts of another mesh
    switch (presenceOfAccount(graph, resource, principal->ns, principal->account, report.asked())) {
    case Presence::There:
        break;
    case Presence::Missing:
        report.add(findingAt(resource, value.node, "MD144", Severity::Warning, message::policyPrincipal,
                             {std::string(principal->account), std::string(principal->ns)}));
        break;
    case Presence::Unknown:
        report.addUnknown(value.value,
                          findingAt(resource, value.node, "MD144", Severity::Unknown, message::policyPrincipalUnknown,
                                    {std::string(principal->account), std::string(principal->ns)}));
        break;
    }
}

void check(const mesh::MeshGraph& graph, mesh::ResourceIndex index, Report& report)
{
    const mesh::Resource& resource = graph.at(index);
    const auto* policy = std::get_if<mesh::AuthorizationPolicy>(&resource.body);
    if (policy == nullptr)
        return;
    for (const auto& rule : policy->rules) {
        for (const auto& from : rule.from) {
            for (const auto* list : {&from.principals.any, &from.principals.none}) {
                for (const mesh::Field<std::string>& value : *list)
                    checkPrincipal(graph, resource, value, report);
            }
        }
    }
}

} // namespace

/// A rule for a caller that there cannot be: no such ServiceAccount, another trust domain (Kiali's KIA0106, KIA0108).
Check policyPrincipal()
{
    return {{"policy-principal",
             kindsWith({"Application", "AuthorizationPolicy", "ConfigMap", "Gateway", "HelmRelease", "IstioOperator",
                        "ServiceAccount"}),
             {"MD144"}},
            check};
}

} // namespace meshdraft::checks
