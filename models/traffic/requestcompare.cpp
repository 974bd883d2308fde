// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/requestcompare.h"

#include "models/mesh/halves.h"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>

namespace meshdraft::traffic {

namespace {

double deliveredPercent(const Answer& answer)
{
    double percent = 0;
    for (const Share& share : answer.shares)
        percent += isDelivered(share.verdict) ? share.percent : 0.0;
    return percent;
}

/// Lost requests first, what is refused all the same last.
int gravity(const ChangedFate& change)
{
    if (change.isStillRefused())
        return 4;
    const double before = deliveredPercent(change.before);
    const double after = deliveredPercent(change.after);
    if (after < before)
        return 0;
    if (isRefused(change.after))
        return 1;
    return after > before ? 2 : 3;
}

/// Callers that neither mesh tells apart, by the position of their class in each.
struct SharedCallers {
    std::size_t base = 0;
    std::size_t head = 0;
    std::string ns;
    std::vector<Origin> members;
};

/// Callers that are in one mesh only have no fate to compare.
std::vector<SharedCallers> sharedCallers(const std::vector<CallerClass>& base, const std::vector<CallerClass>& head)
{
    std::map<Origin, std::size_t> old;
    for (std::size_t i = 0; i < base.size(); ++i) {
        for (const Origin& member : base[i].members)
            old.emplace(member, i);
    }
    std::vector<SharedCallers> shared;
    for (std::size_t i = 0; i < head.size(); ++i) {
        std::map<std::size_t, SharedCallers> parts;
        for (const Origin& member : head[i].members) {
            const auto known = old.find(member);
            if (known == old.end())
                continue;
            SharedCallers& part = parts[known->second];
            part.base = known->second;
            part.head = i;
            part.ns = member.ns;
            part.members.push_back(member);
        }
        for (auto& [position, part] : parts)
            shared.push_back(std::move(part));
    }
    return shared;
}

/// What of the mesh config decides about requests.
std::string textOf(const mesh::effective::MeshSettings& settings)
{
    const mesh::MeshConfig& config = settings.config;
    std::string text = settings.clusterDomain + (settings.isAmbiguous ? "?" : "!");
    for (const auto* field : {&config.rootNamespace, &config.trustDomain, &config.outboundMode, &config.ingressClass,
                              &config.ingressService})
        text += ' ' + field->value;
    text += config.autoMtls.value ? " mtls " : " plain ";
    text += std::to_string(config.retryAttempts.value);
    for (const auto* list : {&config.trustDomainAliases, &config.defaultServiceExportTo,
                             &config.defaultVirtualServiceExportTo, &config.defaultDestinationRuleExportTo}) {
        text += ';';
        for (const mesh::Field<std::string>& one : *list)
            text += one.value + ',';
    }
    return text;
}

class Comparing {
public:
    Comparing(const Evaluator& base, const Evaluator& head, std::stop_token stop)
        : m_base(base)
        , m_head(head)
        , m_stop(std::move(stop))
    {
    }

    RequestComparison run()
    {
        const std::vector<ChangedResource> changed = changedResources(m_base.view().graph(), m_head.view().graph());
        std::vector<mesh::ResourceIndex> old;
        std::vector<mesh::ResourceIndex> now;
        for (const ChangedResource& one : changed) {
            if (one.old != mesh::noResource)
                old.push_back(one.old);
            if (one.now != mesh::noResource)
                now.push_back(one.now);
        }
        Affected affected;
        Affected later;
        mesh::beside(
            m_head.view().graph().slotCount(), [&] { affected = affectedBy(m_base, old); },
            [&] { later = affectedBy(m_head, now); });
        affected.hosts.merge(later.hosts);
        affected.callers.merge(later.callers);
        const bool isEverything = affected.isEverything || later.isEverything
            || textOf(m_base.view().settings()) != textOf(m_head.view().settings());
        if (affected.hosts.empty() && affected.callers.empty() && !isEverything)
            return std::move(m_result);
        mesh::beside(
            m_head.view().graph().slotCount(), [&] { m_old = std::make_unique<const DerivationIndex>(m_base); },
            [&] { m_now = std::make_unique<const DerivationIndex>(m_head); });
        // other changes can bring a policy to workloads that it was not for
        const auto leavesPolicies = [](const Evaluator& mesh) {
            return [&mesh](mesh::ResourceIndex index) {
                const mesh::Body& body = mesh.view().at(index).body;
                return std::holds_alternative<mesh::RouteTable>(body) || std::holds_alternative<mesh::Sidecar>(body)
                    || std::holds_alternative<mesh::DestinationRule>(body);
            };
        };
        m_settled.policies =
            std::ranges::all_of(old, leavesPolicies(m_base)) && std::ranges::all_of(now, leavesPolicies(m_head));
        m_callers = sharedCallers(m_old->callers(), m_now->callers());
        if (isEverything || !affected.callers.empty()) {
            std::set<std::string> all{std::string(unknownHost)};
            for (const Evaluator* mesh : {&m_base, &m_head}) {
                for (std::string& host : requestHosts(*mesh))
                    all.insert(std::move(host));
            }
            for (const std::string& host : all) {
                if (isEverything)
                    affected.hosts.insert(host);
                else if (!affected.hosts.contains(host))
                    compareHost(host, affected.callers); // callers whose own side changed
            }
        }
        for (const std::string& host : affected.hosts)
            compareHost(host, {});
        std::ranges::stable_sort(m_result.changes, [](const ChangedFate& one, const ChangedFate& other) {
            const int left = gravity(one);
            const int right = gravity(other);
            return std::tie(left, one.request.host, one.request) < std::tie(right, other.request.host, other.request);
        });
        return std::move(m_result);
    }

private:
    /// Callers that fare alike in both meshes stand together.
    std::vector<std::vector<const SharedCallers*>> groupsOf(const HostRequests& old, const HostRequests& now,
                                                            const std::set<std::string, std::less<>>& callers) const
    {
        CallerSignatures before(m_base.index(), old.questions);
        CallerSignatures after(m_head.index(), now.questions);
        std::map<std::pair<std::string, std::string>, std::vector<const SharedCallers*>> groups;
        for (const SharedCallers& one : m_callers) {
            if (callers.empty() || callers.contains(one.ns))
                groups[{before.of(m_old->callers()[one.base]), after.of(m_now->callers()[one.head])}].push_back(&one);
        }
        std::vector<std::vector<const SharedCallers*>> result;
        for (auto& [signature, group] : groups)
            result.push_back(std::move(group));
        return result;
    }

    static Origin exampleFor(const std::vector<const SharedCallers*>& group, const std::set<Origin>& before,
                             const std::set<Origin>& after)
    {
        std::set<Origin> servers = before;
        servers.insert(after.begin(), after.end());
        for (const SharedCallers* one : group) {
            if (const Origin& example = exampleOf(one->members, servers); !servers.contains(example))
                return example;
        }
        return group.front()->members.front();
    }

    void compareHost(const std::string& host, const std::set<std::string, std::less<>>& callers)
    {
        m_settled.rules = settledRules(*m_old, *m_now, host);
        HostRequests old = requestsTo(*m_old, host, m_settled);
        HostRequests now = requestsTo(*m_now, host, m_settled);
        const auto both = [](std::vector<Request>& one, std::vector<Request>& other) {
            std::set<Request> all(std::make_move_iterator(one.begin()), std::make_move_iterator(one.end()));
            all.insert(std::make_move_iterator(other.begin()), std::make_move_iterator(other.end()));
            return all;
        };
        m_changes.clear();
        m_asked.clear();
        const std::set<Request> shapes = both(old.shapes, now.shapes);
        for (const std::vector<const SharedCallers*>& group : groupsOf(old, now, callers)) {
            const Origin example = exampleFor(group, old.servers, now.servers);
            for (const Request& shape : shapes) {
                Request request = shape;
                request.from = example;
                ask(std::move(request), group);
            }
        }
        if (callers.empty()) {
            for (const Request& request : both(old.others, now.others))
                ask(request, {});
        }
        for (ChangedFate& change : m_changes)
            change.isAny = change.others + 1 == m_asked[{change.request.from, change.request.port}];
        std::ranges::move(m_changes, std::back_inserter(m_result.changes));
    }

    void ask(Request request, const std::vector<const SharedCallers*>& group)
    {
        if (m_stop.stop_requested()) {
            m_result.wasStopped = true;
            return;
        }
        ++m_result.evaluated;
        ++m_asked[{request.from, request.port}];
        Answer before = m_base.evaluate(request);
        Answer after = m_head.evaluate(request);
        if (sameFate(before, after))
            return;
        std::vector<Origin> alike;
        for (const SharedCallers* one : group)
            std::ranges::remove_copy(one->members, std::back_inserter(alike), request.from);
        take(m_changes, {std::move(request), std::move(alike), 0, false, std::move(before), std::move(after)});
    }

    /// Of several requests of a caller with the same two answers the first one stands for all.
    static void take(std::vector<ChangedFate>& changes, ChangedFate change)
    {
        const auto known = std::ranges::find_if(changes, [&](const ChangedFate& other) {
            return other.request.from == change.request.from && other.request.port == change.request.port
                && sameFate(other.before, change.before) && sameFate(other.after, change.after);
        });
        if (known == changes.end()) {
            changes.push_back(std::move(change));
        } else {
            ++known->others;
        }
    }

    const Evaluator& m_base;
    const Evaluator& m_head;
    std::stop_token m_stop;
    std::unique_ptr<const DerivationIndex> m_old;
    std::unique_ptr<const DerivationIndex> m_now;
    std::vector<SharedCallers> m_callers;
    Settled m_settled;
    std::vector<ChangedFate> m_changes; ///< of the host that is looked at
    std::map<std::pair<Origin, std::uint32_t>, std::size_t> m_asked; ///< requests to it, by caller and port
    RequestComparison m_result;
};

} // namespace

RequestComparison changedRequests(const Evaluator& base, const Evaluator& head, std::stop_token stop)
{
    return Comparing(base, head, std::move(stop)).run();
}

} // namespace meshdraft::traffic
