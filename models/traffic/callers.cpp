// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/callers.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/effective/sidecarscope.h"
#include "models/traffic/authorizationrule.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace meshdraft::traffic {

using mesh::ResourceIndex;

namespace {

/// Labels that resources of the client's namespace, or of the root namespace, select clients by.
std::vector<mesh::Labels> selectorsFor(const mesh::effective::MeshView& view, std::string_view ns)
{
    std::vector<mesh::Labels> selectors;
    for (const ResourceIndex rule : view.of<mesh::DestinationRule>(ns)) {
        const mesh::Labels& selector = std::get<mesh::DestinationRule>(view.at(rule).body).workloadSelector;
        if (!selector.empty())
            selectors.push_back(selector);
    }
    for (const std::string_view own : {ns, view.rootNamespace()}) {
        for (const ResourceIndex filter : view.of<mesh::EnvoyFilter>(own))
            selectors.push_back(std::get<mesh::EnvoyFilter>(view.at(filter).body).target.selector);
    }
    return selectors;
}

bool isAccount(std::string_view pattern, std::string_view ns, std::string_view principal)
{
    const auto account = principal.rfind("/sa/");
    const std::string_view own =
        account == std::string_view::npos ? std::string_view("default") : principal.substr(account + 4);
    const auto slash = pattern.find('/');
    return slash == std::string_view::npos ? pattern == own
                                           : pattern.substr(0, slash) == ns && pattern.substr(slash + 1) == own;
}

} // namespace

std::vector<CallerClass> callerClasses(const MeshIndex& index, const std::set<mesh::Labels>& sourceLabels)
{
    const mesh::effective::MeshView& view = *index.view;
    std::vector<CallerClass> classes;
    for (const std::string& ns : view.graph().namespaces()) {
        const auto workloads = view.of<mesh::Workload>(ns);
        if (workloads.empty()) {
            CallerClass all;
            all.ns = ns;
            all.members.push_back({Origin::Kind::Namespace, ns, {}, {}});
            all.sidecar = mesh::effective::sidecarFor(view, ns, {}).first().value;
            all.principals = {view.settings().config.trustDomain.value + "/ns/" + ns + "/sa/default"};
            classes.push_back(std::move(all));
            continue;
        }
        const std::vector<mesh::Labels> selectors = selectorsFor(view, ns);
        using Key = std::tuple<mesh::effective::DataPlane, ResourceIndex, std::vector<std::string>, std::string>;
        std::map<Key, CallerClass> own;
        for (const ResourceIndex workload : workloads) {
            const mesh::Resource& resource = view.at(workload);
            const mesh::Labels& labels = std::get<mesh::Workload>(resource.body).podLabels;
            std::string bits;
            for (const mesh::Labels& wanted : sourceLabels)
                bits += mesh::effective::includesLabels(labels, wanted) ? '1' : '0';
            for (const mesh::Labels& wanted : selectors)
                bits += mesh::effective::includesLabels(labels, wanted) ? '1' : '0';
            Key key{dataPlaneOf(view, workload).value, mesh::effective::sidecarFor(view, workload).first().value,
                    principalsOf(view, workload), std::move(bits)};
            CallerClass& known = own[key];
            if (known.members.empty()) {
                known = {ns, workload, std::get<0>(key), std::get<1>(key), std::get<2>(key), {}};
            }
            known.members.push_back({Origin::Kind::Workload, ns, resource.key.name, resource.key.kind});
        }
        for (auto& [key, one] : own) {
            std::ranges::sort(one.members);
            classes.push_back(std::move(one));
        }
    }
    return classes;
}

CallerSignatures::CallerSignatures(const MeshIndex& index, const CallerQuestions& questions)
    : m_view(*index.view)
    , m_questions(questions)
{
    for (const RouteTable* table : questions.tables) {
        m_ruleNamespaces.insert(table->ns);
        for (const RouteRule& rule : table->rules) {
            for (const RouteMatch& match : rule.matches) {
                if (!match.sourceLabels.empty())
                    m_labels.insert(match.sourceLabels);
                if (!match.sourceNamespace.empty())
                    m_namespaces.insert(match.sourceNamespace);
            }
        }
    }
    for (const ResourceIndex resource : questions.visible) {
        const std::string& ns = m_view.at(resource).key.ns;
        m_exports.emplace_back(exportOf(m_view, resource), ns);
        // rules of the client's own namespace go before others, services of it as well
        m_ruleNamespaces.insert(ns);
    }
    for (const mesh::AuthorizationPolicy* policy : questions.policies)
        readPolicy(*policy);
}

std::string CallerSignatures::of(const CallerClass& caller)
{
    std::string& common = m_byNamespace[caller.ns];
    if (common.empty())
        common = ofNamespace(caller.ns) + "|";
    std::string text = common;
    static const mesh::Labels none;
    const mesh::Labels& labels = caller.workload == mesh::noResource
        ? none
        : std::get<mesh::Workload>(m_view.at(caller.workload).body).podLabels;
    for (const mesh::Labels& wanted : m_labels)
        text += mesh::effective::includesLabels(labels, wanted) ? '1' : '0';
    text += '|';
    for (const std::string& pattern : m_principalPatterns) {
        text += std::ranges::any_of(caller.principals, [&](const auto& own) { return meetsValue(pattern, own); }) ? '1'
                                                                                                                  : '0';
    }
    for (const std::string& account : m_accounts) {
        text +=
            std::ranges::any_of(caller.principals, [&](const auto& own) { return isAccount(account, caller.ns, own); })
            ? '1'
            : '0';
    }
    text += static_cast<char>('a' + static_cast<int>(caller.plane));
    const auto selectors = selectorsFor(m_view, caller.ns);
    for (const mesh::Labels& selector : selectors)
        text += mesh::effective::includesLabels(labels, selector) ? '1' : '0';
    text += '|';
    if (caller.sidecar != mesh::noResource) {
        std::string& sidecar = m_bySidecar[{caller.sidecar, caller.ns}];
        if (sidecar.empty())
            sidecar = ofSidecar(caller.sidecar, caller.ns);
        text += sidecar;
    }
    return text;
}

/// What holds for every caller of a namespace.
std::string CallerSignatures::ofNamespace(std::string_view ns) const
{
    std::string text;
    for (const auto& [exported, own] : m_exports)
        text += exported.includes(ns, own) ? '1' : '0';
    for (const std::string& named : m_namespaces)
        text += named == ns ? '1' : '0';
    for (const std::string& pattern : m_namespacePatterns)
        text += meetsValue(pattern, ns) ? '1' : '0';
    if (m_ruleNamespaces.contains(ns))
        text.append(" ").append(ns);
    return text;
}

/// What a Sidecar lets in of all that matters, entry by entry.
std::string CallerSignatures::ofSidecar(ResourceIndex sidecar, std::string_view ns) const
{
    const mesh::Resource& resource = m_view.at(sidecar);
    const auto& body = std::get<mesh::Sidecar>(resource.body);
    std::string text("s");
    text += resource.rootNode()["spec"]["outboundTrafficPolicy"].text();
    for (const mesh::Sidecar::Egress& egress : body.egress) {
        // what listens on a port of its own is a question for each port
        if (egress.port.value != 0)
            return "s" + std::to_string(sidecar) + " " + std::string(ns);
        text += '/';
        for (const auto& [owner, host] : m_questions.imports) {
            const bool isIn = std::ranges::any_of(egress.hosts, [&](const mesh::Field<std::string>& written) {
                const std::string_view entry = written.value;
                const auto slash = entry.find('/');
                if (slash == std::string_view::npos)
                    return false;
                const std::string_view wanted = entry.substr(0, slash) == "." ? ns : entry.substr(0, slash);
                return (wanted == "*" || wanted == owner)
                    && mesh::effective::hostsOverlap(host, entry.substr(slash + 1));
            });
            text += isIn ? '1' : '0';
        }
    }
    return text;
}

void CallerSignatures::readPolicy(const mesh::AuthorizationPolicy& policy)
{
    const auto take = [](std::set<std::string>& into, const mesh::AuthorizationPolicy::Values& values) {
        for (const mesh::Strings* list : {&values.any, &values.none}) {
            for (const mesh::Field<std::string>& value : *list)
                into.insert(value.value);
        }
    };
    for (const auto& rule : policy.rules) {
        for (const auto& source : rule.from) {
            take(m_principalPatterns, source.principals);
            take(m_namespacePatterns, source.namespaces);
            take(m_accounts, source.serviceAccounts);
        }
        for (const auto& condition : rule.when) {
            if (condition.key.value == "source.principal")
                take(m_principalPatterns, condition.values);
            if (condition.key.value == "source.namespace")
                take(m_namespacePatterns, condition.values);
            if (condition.key.value == "source.serviceAccount")
                take(m_accounts, condition.values);
        }
    }
}

} // namespace meshdraft::traffic
