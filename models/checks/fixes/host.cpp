// SPDX-License-Identifier: Apache-2.0
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"
#include "models/checks/messages.h"
#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::checks {

using mesh::Question;

namespace {

constexpr std::size_t mostHosts = 3;

void useHost(const FixContext& context, const std::string& host, Certainty certainty, std::vector<Fix>& fixes)
{
    const std::string old(context.node.value());
    const bool isKnown =
        std::ranges::any_of(fixes, [&](const Fix& fix) { return fix.id == "fix.host.use" && fix.args.at(1) == host; });
    if (auto change = scalarChange(context.node, host); change && !isKnown && host != old)
        fixes.push_back(fixOf(context, "fix.host.use", {old, host}, certainty, {std::move(*change)}));
}

/// The name by which a namespace calls a Service; another namespace's needs the full one.
std::string calledFrom(const std::string& ns, const std::string& host)
{
    return mesh::namespaceOfServiceHost(host) == ns ? host.substr(0, host.find('.')) : host;
}

/// Services of the same name in other namespaces, then names that are near.
void nearestHost(const FixContext& context, std::vector<Fix>& fixes)
{
    const bool isIstio = context.resource.key.group == "networking.istio.io";
    if (!context.node.isScalar() || context.arg(0).empty())
        return;
    const std::string& ns = context.resource.key.ns;
    const std::string target(context.arg(0));
    const std::string_view targetNamespace = mesh::namespaceOfServiceHost(target);
    const std::string name = target.substr(0, target.find('.'));
    const bool isShort = !context.node.value().contains('.');
    std::vector<std::string> sameName;
    std::vector<std::string> sameNamespace;
    std::vector<std::string> all;
    context.graph.namesOf(Question::Host).forEach([&](const std::string& host, const auto&) {
        const std::string_view hostNamespace = mesh::namespaceOfServiceHost(host);
        if (!targetNamespace.empty() && !hostNamespace.empty() && host.substr(0, host.find('.')) == name)
            sameName.push_back(host);
        else if (!targetNamespace.empty() && hostNamespace == targetNamespace)
            sameNamespace.push_back(host.substr(0, host.find('.')));
        else if (targetNamespace.empty())
            all.push_back(host);
    });
    std::ranges::sort(sameName);
    for (const std::string& near : nearNames(name, sameNamespace)) {
        const std::string full = mesh::serviceHost(near, targetNamespace);
        useHost(context, isShort ? near : isIstio ? full : near, Certainty::Choice, fixes);
    }
    for (const std::string& near : nearNames(target, all))
        useHost(context, near, Certainty::Choice, fixes);
    // a backendRef names the namespace in a field of its own
    if (!isIstio)
        return;
    for (const std::string& host : sameName) {
        if (fixes.size() < mostHosts)
            useHost(context, isShort ? calledFrom(ns, host) : host, Certainty::Choice, fixes);
    }
}

/// NAME.NAMESPACE, which Istio does not complete: it names nothing, so that the full name takes no request away.
void fullHost(const FixContext& context, std::vector<Fix>& fixes)
{
    useHost(context, std::string(context.arg(2)), Certainty::Certain, fixes);
}

} // namespace

/// A destination or rule for a host that is not there: name one that is.
std::vector<Fixer> hostFixers()
{
    return {{message::danglingHost, {"IST0101"}, {"fix.host.use"}, nearestHost},
            {message::danglingHostShort, {"IST0101"}, {"fix.host.use"}, fullHost},
            {message::danglingRuleHost, {"IST0174"}, {"fix.host.use"}, nearestHost}};
}

} // namespace meshdraft::checks
