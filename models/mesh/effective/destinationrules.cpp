// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/effective/destinationrules.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/effective/visibility.h"

#include <algorithm>
#include <set>

namespace meshdraft::mesh::effective {

namespace {

/// One rule as Istio indexes it.
struct Candidate {
    ResourceIndex index = noResource;
    std::string host;
    std::set<std::string, std::less<>> exportTo; ///< empty: the default
    bool isPrivate = false; ///< for its own namespace only
    bool hasSelector = false;
};

/// Rules of one host and one namespace, merged (pilot/pkg/model/destination_rule.go).
struct Consolidated {
    const Candidate* first = nullptr;
    MergedRule merged;
};

using Candidates = std::vector<Candidate>;

const DestinationRule& ruleAt(const MeshView& view, ResourceIndex index)
{
    return std::get<DestinationRule>(view.at(index).body);
}

/// The rules of a namespace whose host covers `fqdn`.
Candidates candidatesOf(const MeshView& view, std::string_view ns, std::string_view fqdn)
{
    Candidates candidates;
    for (const ResourceIndex index : view.of<DestinationRule>(ns)) {
        Candidate candidate;
        candidate.index = index;
        candidate.host = view.fullHost(ruleAt(view, index).host.value, ns);
        if (candidate.host.empty() || !isCoveredBy(fqdn, candidate.host))
            continue;
        const Export exported = exportOf(view, index);
        candidate.hasSelector = exported.source == ExportSource::Selector;
        if (candidate.hasSelector)
            candidate.exportTo.insert(".");
        candidate.exportTo.insert(exported.to.begin(), exported.to.end());
        candidate.isPrivate = exported.to.empty()
            ? exported.toOwn
            : candidate.exportTo.size() == 1 && (candidate.exportTo.contains(".") || candidate.exportTo.contains(ns));
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

/// Keeps the rules for the most specific host.
void keepMostSpecific(Candidates& candidates)
{
    std::string best;
    for (const Candidate& candidate : candidates) {
        if (best.empty() || isMoreSpecific(candidate.host, best))
            best = candidate.host;
    }
    std::erase_if(candidates, [&](const Candidate& candidate) { return candidate.host != best; });
}

void absorb(const MeshView& view, MergedRule& merged, ResourceIndex index)
{
    const DestinationRule& rule = ruleAt(view, index);
    merged.from.push_back(index);
    for (std::size_t i = 0; i < rule.subsets.size(); ++i) {
        const std::string& name = rule.subsets[i].name.value;
        if (merged.findSubset(name) == nullptr)
            merged.subsets.push_back({name, index, i});
    }
    if (merged.policy == noResource && view.at(index).rootNode()["spec"]["trafficPolicy"].resolved().isMapping())
        merged.policy = index;
}

/// True if the rule has to stand on its own beside (or instead of) being merged.
bool mergeInto(const MeshView& view, std::vector<Consolidated>& all, const Candidate& candidate)
{
    bool standsAlone = true;
    for (Consolidated& one : all) {
        const auto& known = one.first->exportTo;
        const bool isEqual = candidate.exportTo == known;
        const bool isWider = !known.empty() && std::ranges::includes(candidate.exportTo, known);
        standsAlone = true;
        if (!isEqual && !isWider)
            continue;
        if (candidate.hasSelector && one.first->hasSelector
            && ruleAt(view, candidate.index).workloadSelector != ruleAt(view, one.first->index).workloadSelector)
            continue;
        standsAlone = candidate.hasSelector != one.first->hasSelector;
        absorb(view, one.merged, candidate.index);
    }
    return standsAlone;
}

/// What the rules come to when they were created in this order.
std::vector<Consolidated> consolidate(const MeshView& view, const std::vector<const Candidate*>& order)
{
    std::vector<Consolidated> all;
    for (const Candidate* candidate : order) {
        if (!mergeInto(view, all, *candidate))
            continue;
        Consolidated own{candidate, {}};
        own.merged.host = candidate->host;
        absorb(view, own.merged, candidate->index);
        all.push_back(std::move(own));
    }
    return all;
}

/// Orders of creation that can matter: all of few objects; of many, each of them first and each of them last.
std::vector<std::vector<const Candidate*>> ordersOf(std::vector<const Candidate*> candidates)
{
    constexpr std::size_t few = 4;
    std::vector<std::vector<const Candidate*>> orders;
    if (candidates.size() <= few) {
        std::ranges::sort(candidates);
        do {
            orders.push_back(candidates);
        } while (std::ranges::next_permutation(candidates).found);
        return orders;
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        std::vector<const Candidate*> order = candidates;
        std::ranges::rotate(order, order.begin() + static_cast<std::ptrdiff_t>(i));
        orders.push_back(order);
        std::ranges::reverse(order);
        orders.push_back(std::move(order));
    }
    return orders;
}

/// One namespace's rules for a client.
class Search {
public:
    Search(const MeshView& view, const Client& client, std::string_view fqdn)
        : m_view(view)
        , m_client(client)
        , m_fqdn(fqdn)
    {
    }

    /// Asks one namespace's rules; false where no rule of them covers the host, so that the next namespace is asked.
    bool ask(std::string_view owner, RuleScope scope)
    {
        const bool isOwn = scope == RuleScope::ClientNamespace;
        const bool isRoot = m_client.ns == m_view.rootNamespace();
        Candidates candidates = candidatesOf(m_view, owner, m_fqdn);
        std::erase_if(candidates, [&](const Candidate& candidate) {
            if (!isOwn)
                return candidate.isPrivate;
            if (isRoot)
                return !candidate.isPrivate;
            const auto& to = candidate.exportTo;
            return !to.empty() && !to.contains("*") && !to.contains(".") && !to.contains(owner);
        });
        keepMostSpecific(candidates);
        if (candidates.empty())
            return false;
        bool isAnswered = false;
        for (const auto& order : orders(candidates)) {
            std::vector<Consolidated> all = consolidate(m_view, order);
            if (!isOwn)
                std::erase_if(all, [&](const Consolidated& one) { return !isExported(*one.first); });
            if (all.empty())
                continue;
            isAnswered = true;
            addOutcome(pick(std::move(all)), scope);
        }
        if (isAnswered)
            finish(candidates);
        return isAnswered;
    }

    RuleChoice take()
    {
        if (m_choice.outcomes.empty())
            m_choice.add({{}, RuleScope::None, {}});
        return std::move(m_choice);
    }

private:
    /// Rules with a selector come before those without, whatever their age.
    static std::vector<std::vector<const Candidate*>> orders(const Candidates& candidates)
    {
        std::vector<const Candidate*> selecting;
        std::vector<const Candidate*> general;
        for (const Candidate& candidate : candidates)
            (candidate.hasSelector ? selecting : general).push_back(&candidate);
        std::vector<std::vector<const Candidate*>> all;
        const auto rest = ordersOf(general);
        for (const auto& head : ordersOf(selecting)) {
            for (const auto& tail : rest) {
                all.push_back(head);
                all.back().insert(all.back().end(), tail.begin(), tail.end());
            }
        }
        return all;
    }

    bool isExported(const Candidate& candidate) const
    {
        const auto& to = candidate.exportTo;
        return to.empty() || to.contains("*") || to.contains(m_client.ns);
    }

    /// sidecar.go, DestinationRule: the first whose selector matches, else the last without one.
    MergedRule pick(std::vector<Consolidated> all) const
    {
        MergedRule general;
        for (Consolidated& one : all) {
            if (!one.first->hasSelector) {
                general = std::move(one.merged);
                continue;
            }
            const Resource& rule = m_view.at(one.first->index);
            if (rule.key.ns == m_client.ns
                && includesLabels(m_client.labels, ruleAt(m_view, one.first->index).workloadSelector))
                return std::move(one.merged);
        }
        return general;
    }

    void addOutcome(MergedRule merged, RuleScope scope)
    {
        std::ranges::sort(merged.from);
        std::ranges::sort(merged.subsets, {}, &MergedRule::Subset::name);
        std::vector<ElementRef> sources;
        if (merged.policy != noResource)
            sources.push_back(m_view.at(merged.policy).element());
        for (const ResourceIndex index : merged.from) {
            if (index != merged.policy)
                sources.push_back(m_view.at(index).element());
        }
        const RuleScope reason = merged.from.empty() ? RuleScope::None : scope;
        m_choice.add({std::move(merged), reason, std::move(sources)});
    }

    void finish(const Candidates& candidates)
    {
        for (const Candidate& candidate : candidates)
            m_choice.tied.push_back(m_view.at(candidate.index).element());
        m_choice.settle();
    }

    const MeshView& m_view;
    const Client& m_client;
    std::string_view m_fqdn;
    RuleChoice m_choice;
};

} // namespace

const MergedRule::Subset* MergedRule::findSubset(std::string_view name) const
{
    const auto found = std::ranges::find(subsets, name, &Subset::name);
    return found == subsets.end() ? nullptr : &*found;
}

Client clientOf(const MeshView& view, ResourceIndex workload)
{
    const Resource& resource = view.at(workload);
    const auto* pods = std::get_if<Workload>(&resource.body);
    return {resource.key.ns, pods == nullptr ? Labels() : pods->podLabels, workload};
}

RuleChoice destinationRuleFor(const MeshView& view, const Client& client, std::string_view fqdn,
                              std::string_view serviceNs)
{
    Search search(view, client, fqdn);
    if (search.ask(client.ns, RuleScope::ClientNamespace))
        return search.take();
    if (!serviceNs.empty() && search.ask(serviceNs, RuleScope::ServiceNamespace))
        return search.take();
    search.ask(view.rootNamespace(), RuleScope::RootNamespace);
    return search.take();
}

} // namespace meshdraft::mesh::effective
