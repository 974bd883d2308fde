// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/callers.h"

#include "models/mesh/effective/dataplane.h"
#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/effective/sidecarscope.h"
#include "models/traffic/authorizationrule.h"

#include <algorithm>
#include <map>
#include <utility>

namespace meshdraft::traffic {

using mesh::ResourceIndex;

namespace {

/// The answers of one caller, as a text to compare.
class Signatures {
public:
    Signatures(const MeshIndex& index, const CallerQuestions& questions)
        : m_index(index)
        , m_view(*index.view)
        , m_questions(questions)
    {
        for (const RouteTable* table : questions.tables) {
            for (const RouteRule& rule : table->rules) {
                for (const RouteMatch& match : rule.matches) {
                    if (!match.sourceLabels.empty())
                        m_labels.insert(match.sourceLabels);
                    if (!match.sourceNamespace.empty())
                        m_namespaces.insert(match.sourceNamespace);
                }
            }
        }
        for (const mesh::AuthorizationPolicy* policy : questions.policies)
            readPolicy(*policy);
    }

    /// What holds for every caller of a namespace.
    std::string ofNamespace(std::string_view ns) const
    {
        std::string text;
        for (const ResourceIndex resource : m_questions.visible)
            text += isVisible(m_view, resource, ns) ? '1' : '0';
        for (const std::string& named : m_namespaces)
            text += named == ns ? '1' : '0';
        for (const std::string& pattern : m_namespacePatterns)
            text += meetsValue(pattern, ns) ? '1' : '0';
        // rules and routes of the client's own namespace go before others
        const bool ownRules = std::ranges::any_of(m_view.of<mesh::DestinationRule>(ns), [&](ResourceIndex index) {
            const auto& rule = std::get<mesh::DestinationRule>(m_view.at(index).body);
            const std::string host = m_view.fullHost(rule.host.value, ns);
            return std::ranges::any_of(m_questions.hosts,
                                       [&](const std::string& one) { return mesh::effective::isCoveredBy(one, host); });
        });
        const bool ownRoutes =
            std::ranges::any_of(m_questions.tables, [&](const RouteTable* table) { return table->ns == ns; });
        if (ownRules || ownRoutes)
            text += " " + std::string(ns);
        return text;
    }

    std::string ofWorkload(ResourceIndex index) const
    {
        const mesh::Resource& resource = m_view.at(index);
        const auto& pods = std::get<mesh::Workload>(resource.body);
        std::string text;
        for (const mesh::Labels& labels : m_labels)
            text += mesh::effective::includesLabels(pods.podLabels, labels) ? '1' : '0';
        const std::vector<std::string> principals = principalsOf(m_view, index);
        for (const std::string& pattern : m_principalPatterns) {
            text +=
                std::ranges::any_of(principals, [&](const auto& own) { return meetsValue(pattern, own); }) ? '1' : '0';
        }
        for (const std::string& account : m_accounts)
            text += isAccount(account, resource.key.ns, pods.serviceAccount) ? '1' : '0';
        text += static_cast<char>('a' + static_cast<int>(dataPlaneOf(m_view, index).value));
        const ResourceIndex sidecar = mesh::effective::sidecarFor(m_view, index).first().value;
        if (sidecar != mesh::noResource)
            text += " " + std::to_string(sidecar);
        // DestinationRules with a workloadSelector hold for some pods of their namespace only
        for (const ResourceIndex rule : m_view.of<mesh::DestinationRule>(resource.key.ns)) {
            const mesh::Labels& selector = std::get<mesh::DestinationRule>(m_view.at(rule).body).workloadSelector;
            if (!selector.empty())
                text += mesh::effective::includesLabels(pods.podLabels, selector) ? '1' : '0';
        }
        return text;
    }

private:
    static bool isAccount(std::string_view pattern, std::string_view ns, std::string_view account)
    {
        const auto slash = pattern.find('/');
        const std::string_view own = account.empty() ? std::string_view("default") : account;
        return slash == std::string_view::npos ? pattern == own
                                               : pattern.substr(0, slash) == ns && pattern.substr(slash + 1) == own;
    }

    void readPolicy(const mesh::AuthorizationPolicy& policy)
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

    const MeshIndex& m_index;
    const mesh::effective::MeshView& m_view;
    const CallerQuestions& m_questions;
    std::set<mesh::Labels> m_labels;
    std::set<std::string> m_namespaces;
    std::set<std::string> m_principalPatterns;
    std::set<std::string> m_namespacePatterns;
    std::set<std::string> m_accounts;
};

} // namespace

std::vector<CallerGroup> callersFor(const MeshIndex& index, const CallerQuestions& questions,
                                    const std::set<std::string, std::less<>>& only)
{
    const Signatures signatures(index, questions);
    std::map<std::string, CallerGroup> groups;
    const auto add = [&](std::string signature, Origin origin) {
        const auto [group, isNew] = groups.try_emplace(std::move(signature));
        if (isNew) {
            group->second.origin = std::move(origin);
        } else {
            group->second.alike.push_back(std::move(origin));
        }
    };
    const std::vector<std::string> all = index.view->graph().namespaces();
    for (const std::string& ns : all) {
        if (!only.empty() && !only.contains(ns))
            continue;
        const std::string common = signatures.ofNamespace(ns);
        const auto workloads = index.view->of<mesh::Workload>(ns);
        for (const ResourceIndex workload : workloads) {
            const mesh::ResourceKey& key = index.view->at(workload).key;
            add(common + "|" + signatures.ofWorkload(workload), {Origin::Kind::Workload, key.ns, key.name, key.kind});
        }
        if (workloads.empty())
            add(common + "|", {Origin::Kind::Namespace, ns, {}, {}});
    }
    std::vector<CallerGroup> result;
    for (auto& [signature, group] : groups)
        result.push_back(std::move(group));
    return result;
}

} // namespace meshdraft::traffic
