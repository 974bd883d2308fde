// SPDX-License-Identifier: Apache-2.0
#include "models/checks/results.h"

#include "models/mesh/halves.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>
#include <unordered_map>

namespace meshdraft::checks {

namespace {

bool isBefore(const Finding& left, const Finding& right)
{
    return std::tie(left.where.path, left.where.line, left.code, left.element, left.where.column, left.message)
        < std::tie(right.where.path, right.where.line, right.code, right.element, right.where.column, right.message);
}

} // namespace

bool CheckResults::Spoken::isSilent() const
{
    return findings.empty() && unknowns.empty();
}

CheckResults::SpokenPtr CheckResults::ofResource(const mesh::MeshGraph& graph, mesh::ResourceIndex index) const
{
    Report report(m_isComplete);
    for (const Check& check : m_checks) {
        if (check.onResource != nullptr)
            check.onResource(graph, index, report);
    }
    Spoken spoken{{report.findings().begin(), report.findings().end()},
                  {report.unknowns().begin(), report.unknowns().end()},
                  report.takeLookups()};
    if (spoken.findings.empty() && spoken.unknowns.empty() && spoken.asked.empty())
        return nullptr;
    return std::make_shared<const Spoken>(std::move(spoken));
}

CheckResults::SpokenPtr CheckResults::ofFile(const CheckContext& context, const std::string& path,
                                             const Error* error) const
{
    const mesh::SourceFile* file = context.files.find(path);
    const source::ParsedText* text = file != nullptr ? file->text.get() : nullptr;
    if (text == nullptr && error == nullptr)
        return nullptr;
    Report report;
    for (const Check& check : m_checks) {
        if (check.onFile != nullptr)
            check.onFile(path, text, error, report);
    }
    if (report.isEmpty())
        return nullptr;
    return std::make_shared<const Spoken>(Spoken{{report.findings().begin(), report.findings().end()}, {}, {}});
}

CheckResults::CheckResults(const CheckContext& context, std::span<const Check> checks)
    : m_checks(checks)
    , m_isComplete(context.isComplete)
{
    std::vector<SpokenPtr> resources(context.graph.slotCount());
    const auto& order = context.graph.order();
    mesh::inHalves(order.size(), [&](std::size_t i) { resources[order[i]] = ofResource(context.graph, order[i]); });
    m_resources = std::move(resources);
    std::map<std::string_view, const Error*> errors;
    for (const Error& error : context.files.errors)
        errors.try_emplace(error.where.path, &error);
    for (const std::string& path : context.paths) {
        const auto error = errors.find(path);
        if (SpokenPtr spoken = ofFile(context, path, error == errors.end() ? nullptr : error->second))
            m_files.edit(path) = std::move(spoken);
    }
    collect(context.graph);
}

const mesh::AskedIndex& CheckResults::asked() const
{
    return m_asked->get([this](mesh::AskedIndex& index) {
        std::vector<mesh::AskedIndex::Entry> all;
        for (std::size_t i = 0; i < m_resources.size(); ++i) {
            if (!m_resources[i])
                continue;
            for (const mesh::Lookup lookup : m_resources[i]->asked)
                all.push_back({lookup, static_cast<mesh::ResourceIndex>(i)});
        }
        index = mesh::AskedIndex(std::move(all));
    });
}

CheckResults CheckResults::after(const CheckContext& now, const mesh::GraphUpdate& update,
                                 std::span<const std::string> paths) const
{
    static const Spoken nothing;
    if (now.isComplete != m_isComplete)
        return CheckResults(now, m_checks);
    CheckResults next = *this;
    mesh::AskedIndex index = asked();
    // What only stands elsewhere and had nothing to say has nothing to say now.
    std::vector<mesh::ResourceIndex> again;
    std::ranges::set_difference(update.changed, update.moved, std::back_inserter(again));
    std::ranges::copy_if(update.moved, std::back_inserter(again), [this](mesh::ResourceIndex each) {
        return m_resources[each] && !m_resources[each]->isSilent();
    });
    std::ranges::copy(update.removed, std::back_inserter(again));
    for (const mesh::Lookup answer : update.answers)
        std::ranges::copy(index.find(answer), std::back_inserter(again));
    std::ranges::sort(again);
    const auto rest = std::ranges::unique(again);
    again.erase(rest.begin(), rest.end());

    std::vector<Finding> removed;
    std::vector<Finding> added;
    bool isGroupSame = true; // what files cannot tell is put together from all over the mesh
    const auto settle = [&](const SpokenPtr& had, const SpokenPtr& has) {
        const Spoken& before = had ? *had : nothing;
        const Spoken& after = has ? *has : nothing;
        isGroupSame = isGroupSame && before.unknowns == after.unknowns;
        if (before.findings == after.findings)
            return;
        std::ranges::copy(before.findings, std::back_inserter(removed));
        std::ranges::copy(after.findings, std::back_inserter(added));
    };
    while (next.m_resources.size() < now.graph.slotCount())
        next.m_resources.push_back(nullptr);
    for (const mesh::ResourceIndex each : again) {
        const SpokenPtr before = next.m_resources[each];
        SpokenPtr after = now.graph.pointerAt(each) ? ofResource(now.graph, each) : nullptr;
        settle(before, after);
        const auto& asked = before ? before->asked : nothing.asked;
        const auto& asks = after ? after->asked : nothing.asked;
        // mostly the same questions; each entry that changes costs the copy of a part of the index
        std::vector<mesh::Lookup> differ;
        std::ranges::set_difference(asked, asks, std::back_inserter(differ));
        index.remove(each, differ);
        differ.clear();
        std::ranges::set_difference(asks, asked, std::back_inserter(differ));
        index.add(each, differ);
        next.m_resources.edit(each) = std::move(after);
    }
    for (const std::string& path : paths) {
        if (!std::ranges::binary_search(now.paths, path))
            continue;
        const auto error = std::ranges::find(now.files.errors, path, [](const Error& each) { return each.where.path; });
        SpokenPtr after = ofFile(now, path, error == now.files.errors.end() ? nullptr : &*error);
        const SpokenPtr* before = next.m_files.find(path); // a path may be named twice
        settle(before != nullptr ? *before : nullptr, after);
        if (after) {
            next.m_files.edit(path) = std::move(after);
        } else {
            next.m_files.erase(path);
        }
    }
    next.m_asked = std::make_shared<mesh::LazyAskedIndex>(std::move(index));
    if (!isGroupSame || !next.replace(std::move(removed), std::move(added)))
        next.collect(now.graph);
    return next;
}

/// Puts findings in the places of others, where these keep the order: what an edit moves by some lines, or says in
/// another way. False: nothing is changed.
bool CheckResults::replace(std::vector<Finding> removed, std::vector<Finding> added)
{
    if (removed.size() != added.size())
        return false;
    std::ranges::stable_sort(removed, isBefore);
    std::ranges::stable_sort(added, isBefore);
    std::vector<std::size_t> places;
    for (const Finding& finding : removed) {
        auto place = std::ranges::lower_bound(m_findings, finding, isBefore) - m_findings.begin();
        if (!places.empty())
            place = std::max(place, static_cast<std::ptrdiff_t>(places.back()) + 1);
        if (place >= std::ssize(m_findings) || m_findings[static_cast<std::size_t>(place)] != finding)
            return false;
        places.push_back(static_cast<std::size_t>(place));
    }
    Findings findings = m_findings;
    for (std::size_t i = 0; i < added.size(); ++i)
        findings.edit(places[i]) = std::move(added[i]);
    for (const std::size_t place : places) {
        if ((place > 0 && isBefore(findings[place], findings[place - 1]))
            || (place + 1 < findings.size() && isBefore(findings[place + 1], findings[place])))
            return false;
    }
    m_findings = std::move(findings);
    return true;
}

/// Puts everything together, in order; what files cannot tell of one target becomes one finding.
void CheckResults::collect(const mesh::MeshGraph& graph)
{
    struct Group {
        const Finding* first;
        std::uint32_t places = 0;
    };
    std::unordered_map<std::string_view, Group> groups;
    std::vector<const Finding*> all;
    const auto take = [&](const Spoken& spoken) {
        std::ranges::transform(spoken.findings, std::back_inserter(all), [](const Finding& each) { return &each; });
    };
    for (const mesh::ResourceIndex index : graph.order()) {
        const SpokenPtr& spoken = m_resources[index];
        if (!spoken)
            continue;
        take(*spoken);
        for (const Report::Unknown& unknown : spoken->unknowns)
            groups.try_emplace(unknown.group, &unknown.finding).first->second.places += unknown.places;
    }
    std::vector<Finding> grouped;
    grouped.reserve(groups.size());
    for (const auto& [name, group] : groups) {
        grouped.push_back(*group.first);
        grouped.back().args.push_back(std::to_string(group.places));
        all.push_back(&grouped.back());
    }
    m_files.forEach([&](const std::string&, const SpokenPtr& spoken) { take(*spoken); });
    std::ranges::stable_sort(all, [](const Finding* left, const Finding* right) { return isBefore(*left, *right); });
    Findings findings;
    for (const Finding* finding : all)
        findings.push_back(*finding);
    m_findings = std::move(findings);
}

} // namespace meshdraft::checks
