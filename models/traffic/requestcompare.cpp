// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/requestcompare.h"

#include "models/mesh/halves.h"

#include <algorithm>
#include <atomic>
#include <iterator>
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

/// What asking reads.
struct BothMeshes {
    const Evaluator& base;
    const Evaluator& head;
    std::stop_token stop;
    std::unique_ptr<const DerivationIndex> old;
    std::unique_ptr<const DerivationIndex> now;
    std::vector<SharedCallers> callers;
    bool hasSettledPolicies = false;
};

/// A host to ask about.
struct AskedHost {
    std::string name;
    const std::set<std::string, std::less<>>* callers = nullptr; ///< of these namespaces alone; null: of all
};

/// Asks both meshes about one host after another.
class Asking {
public:
    explicit Asking(const BothMeshes& both)
        : m_both(both)
    {
        m_settled.policies = both.hasSettledPolicies;
    }

    void compare(const AskedHost& asked)
    {
        const std::string& host = asked.name;
        m_settled.rules = settledRules(*m_both.old, *m_both.now, host);
        HostRequests old = requestsTo(*m_both.old, host, m_settled);
        HostRequests now = requestsTo(*m_both.now, host, m_settled);
        const auto both = [](std::vector<Request>& one, std::vector<Request>& other) {
            std::set<Request> all(std::make_move_iterator(one.begin()), std::make_move_iterator(one.end()));
            all.insert(std::make_move_iterator(other.begin()), std::make_move_iterator(other.end()));
            return all;
        };
        m_changes.clear();
        m_asked.clear();
        const std::set<Request> shapes = both(old.shapes, now.shapes);
        for (const std::vector<const SharedCallers*>& group : groupsOf(old, now, asked.callers)) {
            const Origin example = exampleFor(group, old.servers, now.servers);
            for (const Request& shape : shapes) {
                Request request = shape;
                request.from = example;
                ask(std::move(request), group);
            }
        }
        if (asked.callers == nullptr) {
            for (const Request& request : both(old.others, now.others))
                ask(request, {});
        }
        for (ChangedFate& change : m_changes)
            change.isAny = change.others + 1 == m_asked[{change.request.from, change.request.port}];
        std::ranges::move(m_changes, std::back_inserter(m_result.changes));
    }

    /// Of all hosts so far.
    RequestComparison take() { return std::move(m_result); }

private:
    /// Callers that fare alike in both meshes stand together.
    std::vector<std::vector<const SharedCallers*>> groupsOf(const HostRequests& old, const HostRequests& now,
                                                            const std::set<std::string, std::less<>>* callers) const
    {
        CallerSignatures before(m_both.base.index(), old.questions);
        CallerSignatures after(m_both.head.index(), now.questions);
        std::map<std::pair<std::string, std::string>, std::vector<const SharedCallers*>> groups;
        for (const SharedCallers& one : m_both.callers) {
            if (callers != nullptr && !callers->contains(one.ns))
                continue;
            groups[{before.of(m_both.old->callers()[one.base]), after.of(m_both.now->callers()[one.head])}].push_back(
                &one);
        }
        std::vector<std::vector<const SharedCallers*>> result;
        result.reserve(groups.size());
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

    void ask(Request request, const std::vector<const SharedCallers*>& group)
    {
        if (m_both.stop.stop_requested()) {
            m_result.wasStopped = true;
            return;
        }
        ++m_result.evaluated;
        ++m_asked[{request.from, request.port}];
        Answer before = m_both.base.evaluate(request);
        Answer after = m_both.head.evaluate(request);
        if (sameFate(before, after))
            return;
        std::vector<Origin> alike;
        for (const SharedCallers* one : group)
            std::ranges::remove_copy(one->members, std::back_inserter(alike), request.from);
        add(m_changes, {std::move(request), std::move(alike), 0, false, std::move(before), std::move(after)});
    }

    /// Of several requests of a caller with the same two answers the first one stands for all.
    static void add(std::vector<ChangedFate>& changes, ChangedFate change)
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

    const BothMeshes& m_both;
    Settled m_settled;
    std::vector<ChangedFate> m_changes; ///< of the host that is looked at
    std::map<std::pair<Origin, std::uint32_t>, std::size_t> m_asked; ///< requests to it, by caller and port
    RequestComparison m_result;
};

/// On two threads: hosts differ much in how many requests they take.
RequestComparison askAbout(const std::vector<AskedHost>& hosts, const BothMeshes& both)
{
    std::atomic<std::size_t> next = 0;
    const auto askSome = [&](RequestComparison& result) {
        Asking asking(both);
        for (std::size_t i = next++; i < hosts.size(); i = next++)
            asking.compare(hosts[i]);
        result = asking.take();
    };
    RequestComparison result;
    RequestComparison other;
    mesh::beside(both.head.view().graph().slotCount(), [&] { askSome(result); }, [&] { askSome(other); });
    result.evaluated += other.evaluated;
    result.wasStopped = result.wasStopped || other.wasStopped;
    std::ranges::move(other.changes, std::back_inserter(result.changes));
    std::ranges::stable_sort(result.changes, [](const ChangedFate& one, const ChangedFate& another) {
        const int left = gravity(one);
        const int right = gravity(another);
        return std::tie(left, one.request.host, one.request) < std::tie(right, another.request.host, another.request);
    });
    return result;
}

} // namespace

RequestComparison changedRequests(const Evaluator& base, const Evaluator& head, std::stop_token stop)
{
    const std::vector<ChangedResource> changed = changedResources(base.view().graph(), head.view().graph());
    std::vector<mesh::ResourceIndex> old;
    std::vector<mesh::ResourceIndex> now;
    for (const ChangedResource& one : changed) {
        if (one.old != mesh::noResource)
            old.push_back(one.old);
        if (one.now != mesh::noResource)
            now.push_back(one.now);
    }
    const std::size_t size = head.view().graph().slotCount();
    Affected affected;
    Affected later;
    mesh::beside(size, [&] { affected = affectedBy(base, old); }, [&] { later = affectedBy(head, now); });
    affected.hosts.merge(later.hosts);
    affected.callers.merge(later.callers);
    const bool isEverything =
        affected.isEverything || later.isEverything || textOf(base.view().settings()) != textOf(head.view().settings());
    if (affected.hosts.empty() && affected.callers.empty() && !isEverything)
        return {};

    BothMeshes both{.base = base, .head = head, .stop = std::move(stop), .old = nullptr, .now = nullptr, .callers = {}};
    mesh::beside(
        size, [&] { both.old = std::make_unique<const DerivationIndex>(base); },
        [&] { both.now = std::make_unique<const DerivationIndex>(head); });
    both.callers = sharedCallers(both.old->callers(), both.now->callers());
    // other changes can bring a policy to workloads that it was not for
    const auto leavesPolicies = [](const Evaluator& mesh) {
        return [&mesh](mesh::ResourceIndex index) {
            const mesh::Body& body = mesh.view().at(index).body;
            return std::holds_alternative<mesh::RouteTable>(body) || std::holds_alternative<mesh::Sidecar>(body)
                || std::holds_alternative<mesh::DestinationRule>(body);
        };
    };
    both.hasSettledPolicies =
        std::ranges::all_of(old, leavesPolicies(base)) && std::ranges::all_of(now, leavesPolicies(head));

    std::vector<AskedHost> hosts;
    if (isEverything || !affected.callers.empty()) {
        std::set<std::string> all{std::string(unknownHost)};
        for (const Evaluator* mesh : {&base, &head}) {
            for (std::string& host : requestHosts(*mesh))
                all.insert(std::move(host));
        }
        for (const std::string& host : all) {
            if (isEverything) {
                affected.hosts.insert(host);
            } else if (!affected.hosts.contains(host)) {
                hosts.push_back({host, &affected.callers}); // callers whose own side changed
            }
        }
    }
    for (const std::string& host : affected.hosts)
        hosts.push_back({host, nullptr});
    return askAbout(hosts, both);
}

} // namespace meshdraft::traffic
