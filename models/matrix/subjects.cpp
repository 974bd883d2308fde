// SPDX-License-Identifier: Apache-2.0
#include "models/matrix/subjects.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace meshdraft::matrix {

namespace {

/// What has one name, over all environments.
struct SameName {
    std::vector<std::vector<const Named*>> byEnvironment;

    bool isUnique() const
    {
        return std::ranges::all_of(byEnvironment, [](const auto& held) { return held.size() <= 1; });
    }
    std::set<std::string_view> namespaces() const
    {
        std::set<std::string_view> result;
        for (const auto& held : byEnvironment) {
            for (const Named* named : held)
                result.insert(named->ns);
        }
        return result;
    }
};

std::string labelOf(std::string_view prefix, std::string_view ns, std::string_view name)
{
    std::string label;
    if (!prefix.empty())
        label.append(prefix).append(" ");
    if (ns.empty())
        return label.append(name);
    return prefix.empty() ? label.append(name).append(".").append(ns) : label.append(ns).append("/").append(name);
}

Subject subjectOf(const SameName& same, std::string label, const std::string_view* ns)
{
    Subject subject{.label = std::move(label), .names = {}, .match = ns == nullptr ? Match::Name : Match::Exact};
    for (const auto& held : same.byEnvironment) {
        const auto found =
            std::ranges::find_if(held, [&](const Named* named) { return ns == nullptr || named->ns == *ns; });
        subject.names.push_back(found == held.end() ? std::string() : (*found)->id);
    }
    return subject;
}

using RoutesOf = std::map<std::string_view, std::string_view>; ///< by host

/// True if no environment has two of these subjects.
bool isOneEach(const std::vector<Subject*>& group)
{
    for (std::size_t at = 0; at < group.front()->names.size(); ++at) {
        if (std::ranges::count_if(group, [&](const Subject* each) { return !each->names[at].empty(); }) > 1)
            return false;
    }
    return true;
}

/// The position of the first environment that has a subject.
std::ptrdiff_t firstEnvironment(const Subject* subject)
{
    const auto& names = subject->names;
    return std::ranges::find_if(names, [](const std::string& name) { return !name.empty(); }) - names.begin();
}

/// Makes one subject of public hosts that the same routes have in different environments.
void joinByRoutes(std::vector<Subject>& subjects, const RoutesOf& routes)
{
    std::map<std::string_view, std::vector<Subject*>> groups;
    for (Subject& subject : subjects) {
        const auto found = routes.find(subject.label);
        if (found != routes.end() && !found->second.empty())
            groups[found->second].push_back(&subject);
    }
    for (const auto& [unused, group] : groups) {
        if (group.size() < 2 || !isOneEach(group))
            continue;
        // It is called as in the first environment that has it.
        Subject* kept = *std::ranges::min_element(group, {}, firstEnvironment);
        for (Subject* each : group) {
            if (each == kept)
                continue;
            for (std::size_t at = 0; at < each->names.size(); ++at) {
                if (!each->names[at].empty())
                    kept->names[at] = std::exchange(each->names[at], {});
            }
            each->label.clear();
        }
        kept->match = Match::Routes;
    }
    std::erase_if(subjects, [](const Subject& subject) { return subject.label.empty(); });
}

} // namespace

std::vector<Subject> matchSubjects(const std::vector<std::vector<Named>>& environments, std::string_view prefix)
{
    std::map<std::string_view, SameName> names;
    for (std::size_t at = 0; at < environments.size(); ++at) {
        for (const Named& named : environments[at]) {
            SameName& same = names[named.name];
            same.byEnvironment.resize(environments.size());
            // duplicates are one
            auto& held = same.byEnvironment[at];
            if (!std::ranges::contains(held, std::string_view(named.ns),
                                       [](const Named* other) -> std::string_view { return other->ns; }))
                held.push_back(&named);
        }
    }
    std::vector<Subject> subjects;
    for (const auto& [name, same] : names) {
        const auto namespaces = same.namespaces();
        if (namespaces.size() > 1 && same.isUnique() && !namespaces.contains("")) {
            subjects.push_back(subjectOf(same, labelOf(prefix, {}, name), nullptr));
            continue;
        }
        for (const std::string_view ns : namespaces)
            subjects.push_back(subjectOf(same, labelOf(prefix, ns, name), &ns));
    }
    RoutesOf routes;
    for (const auto& held : environments) {
        for (const Named& named : held) {
            if (!named.routes.empty())
                routes.emplace(named.id, named.routes);
        }
    }
    joinByRoutes(subjects, routes);
    return subjects;
}

} // namespace meshdraft::matrix
