// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/requestcompare.h"

#include <algorithm>
#include <map>
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

/// Lost requests before won ones before those that go elsewhere.
int gravity(const ChangedFate& change)
{
    const double before = deliveredPercent(change.before);
    const double after = deliveredPercent(change.after);
    if (after < before)
        return 0;
    return after > before ? 1 : 2;
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
        Affected affected = affectedBy(m_base, old);
        Affected later = affectedBy(m_head, now);
        affected.hosts.merge(later.hosts);
        affected.callers.merge(later.callers);
        if (affected.isEverything || later.isEverything) {
            for (const Evaluator* mesh : {&m_base, &m_head}) {
                for (std::string& host : requestHosts(*mesh))
                    affected.hosts.insert(std::move(host));
            }
        }
        for (const std::string& host : affected.hosts)
            compareHost(host, {});
        if (!affected.callers.empty())
            compareCallers(affected);
        std::ranges::stable_sort(m_result.changes, {}, [](const ChangedFate& change) {
            return std::tuple(gravity(change), std::cref(change.request.host).get(), change.request);
        });
        return std::move(m_result);
    }

private:
    /// Callers whose own side changed, to every other host.
    void compareCallers(const Affected& affected)
    {
        std::set<std::string> hosts;
        for (const Evaluator* mesh : {&m_base, &m_head}) {
            for (std::string& host : requestHosts(*mesh))
                hosts.insert(std::move(host));
        }
        for (const std::string& host : hosts) {
            if (!affected.hosts.contains(host))
                compareHost(host, affected.callers);
        }
    }

    void compareHost(const std::string& host, const std::set<std::string, std::less<>>& callers)
    {
        std::map<Request, std::vector<Origin>> requests;
        for (const Evaluator* mesh : {&m_base, &m_head}) {
            for (RepresentativeRequest& one : representativeRequests(*mesh, host, callers)) {
                // callers alike in one mesh only are asked on their own in the other
                const auto [known, isNew] = requests.try_emplace(std::move(one.request), one.alike);
                if (!isNew) {
                    std::erase_if(known->second,
                                  [&](const Origin& origin) { return !std::ranges::contains(one.alike, origin); });
                }
            }
        }
        std::vector<ChangedFate> changes;
        std::map<std::pair<Origin, std::uint32_t>, std::size_t> asked;
        for (auto& [request, alike] : requests) {
            if (m_stop.stop_requested()) {
                m_result.wasStopped = true;
                return;
            }
            ++m_result.evaluated;
            ++asked[{request.from, request.port}];
            Answer before = m_base.evaluate(request);
            Answer after = m_head.evaluate(request);
            if (!sameFate(before, after))
                take(changes, {request, std::move(alike), 0, false, std::move(before), std::move(after)});
        }
        for (ChangedFate& change : changes)
            change.isAny = change.others + 1 == asked[{change.request.from, change.request.port}];
        std::ranges::move(changes, std::back_inserter(m_result.changes));
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
    RequestComparison m_result;
};

} // namespace

RequestComparison changedRequests(const Evaluator& base, const Evaluator& head, std::stop_token stop)
{
    return Comparing(base, head, std::move(stop)).run();
}

} // namespace meshdraft::traffic
