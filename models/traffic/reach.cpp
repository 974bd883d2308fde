// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/reach.h"

#include "models/traffic/decidingstep.h"
#include "models/traffic/requestset.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace meshdraft::traffic {
namespace {

/// What is known of one caller and one target while requests are asked.
struct Tally {
    ReachCell cell;
    std::size_t unknown = 0;
    std::map<std::pair<Verdict, std::string>, std::size_t> refusals; ///< how often each
    std::map<std::pair<Verdict, std::string>, std::pair<Request, Answer>> examples;
};

bool isNamed(std::string_view host, std::string_view written)
{
    return host == written || (host.starts_with(written) && host.substr(written.size()).starts_with('.'));
}

bool isSame(const Origin& asked, const Origin& origin)
{
    return asked.kind == origin.kind && asked.ns == origin.ns && asked.name == origin.name
        && (asked.workloadKind.empty() || asked.workloadKind == origin.workloadKind);
}

class MatrixMaker {
public:
    MatrixMaker(const Evaluator& mesh, const ReachQuery& query, std::stop_token stop)
        : m_mesh(mesh)
        , m_index(mesh)
        , m_query(query)
        , m_stop(std::move(stop))
    {
    }

    ReachMatrix run(const ReachProgress& progress)
    {
        std::vector<std::string> hosts = requestHosts(m_mesh);
        std::erase_if(hosts, [&](const std::string& host) {
            return !m_query.hosts.empty()
                && std::ranges::none_of(m_query.hosts, [&](const auto& written) { return isNamed(host, written); });
        });
        for (std::size_t i = 0; i < hosts.size(); ++i) {
            if (progress)
                progress(i, hosts.size());
            if (!ask(hosts[i]))
                break;
        }
        return finish();
    }

private:
    bool isCaller(const Origin& origin) const
    {
        return m_query.callers.empty()
            || std::ranges::any_of(m_query.callers, [&](const Origin& asked) { return isSame(asked, origin); });
    }

    bool ask(const std::string& host)
    {
        using Key = std::pair<Origin, ReachTarget>;
        std::map<Key, Tally> tallies;
        std::map<Origin, std::vector<Origin>> alike;
        for (const RepresentativeRequest& one : representativeRequests(m_index, host)) {
            if (m_stop.stop_requested()) {
                m_matrix.wasStopped = true;
                return false;
            }
            const bool isWanted = isCaller(one.request.from)
                || std::ranges::any_of(one.alike, [&](const auto& other) { return isCaller(other); });
            if (!isWanted)
                continue;
            alike[one.request.from] = one.alike;
            ++m_matrix.evaluated;
            count(tallies[{one.request.from, {host, one.request.port}}], one.request, m_mesh.evaluate(one.request));
        }
        for (auto& [key, tally] : tallies) {
            const ReachCell cell = cellOf(tally);
            const auto& [origin, target] = key;
            std::vector<Origin> callers = alike[origin];
            callers.push_back(origin);
            for (const Origin& caller : callers) {
                if (!isCaller(caller))
                    continue;
                ReachCell own = cell;
                for (auto* request : {&own.arrives, &own.refused}) {
                    if (*request)
                        (*request)->from = caller;
                }
                m_cells[caller][target] = std::move(own);
            }
            m_targets.insert(target);
        }
        return true;
    }

    static void count(Tally& tally, const Request& request, Answer answer)
    {
        ++tally.cell.requests;
        const auto refused = std::ranges::find_if(answer.shares, [](const Share& share) {
            return !arrives(share.verdict) && share.verdict != Verdict::Unknown;
        });
        if (refused == answer.shares.end()) {
            if (answer.verdict == Verdict::Unknown || answer.dependsOnCreationOrder()) {
                ++tally.unknown;
            } else {
                ++tally.cell.delivered;
            }
            if (!tally.cell.arrives) {
                tally.cell.arrives = request;
                const Step* step = allowing(answer);
                tally.cell.code = step == nullptr ? std::string() : step->code;
                tally.cell.args = step == nullptr ? std::vector<std::string>() : step->args;
                tally.cell.because = step == nullptr ? mesh::ElementRef() : step->element;
            }
            return;
        }
        const auto position = static_cast<std::size_t>(refused - answer.shares.begin());
        const Step* step = decidingStep(answer, position);
        const std::pair key(refused->verdict, step == nullptr ? std::string() : step->code);
        ++tally.refusals[key];
        tally.examples.try_emplace(key, request, std::move(answer));
    }

    static bool arrives(Verdict verdict)
    {
        return isDelivered(verdict) || verdict == Verdict::Redirected || verdict == Verdict::DirectResponse;
    }

    /// What lets a request through: a policy, else the route, else the destination.
    static const Step* allowing(const Answer& answer)
    {
        const Step* best = nullptr;
        int rank = 0;
        for (const Step& step : answer.steps) {
            const int own = step.code == "authz.allowed"               ? 3
                : step.stage == Stage::Route && !step.element.isNull() ? 2
                                                                       : 1;
            if (own >= rank) {
                rank = own;
                best = &step;
            }
        }
        return best;
    }

    static ReachCell cellOf(Tally& tally)
    {
        ReachCell cell = std::move(tally.cell);
        const std::size_t refused = cell.requests - cell.delivered - tally.unknown;
        if (refused == 0) {
            cell.reach = tally.unknown > 0 ? Reach::Unknown : Reach::All;
            cell.verdict = tally.unknown > 0 ? Verdict::Unknown : Verdict::Routed;
            return cell;
        }
        cell.reach = cell.delivered > 0 ? Reach::Some : tally.unknown > 0 ? Reach::Unknown : Reach::None;
        const auto most = std::ranges::max_element(tally.refusals, {}, [](const auto& pair) { return pair.second; });
        const auto& [request, answer] = tally.examples.at(most->first);
        cell.verdict = most->first.first;
        cell.refused = request;
        for (std::size_t i = 0; i < answer.shares.size(); ++i) {
            if (answer.shares[i].verdict != cell.verdict)
                continue;
            const Step* step = decidingStep(answer, i);
            cell.code = step == nullptr ? std::string() : step->code;
            cell.args = step == nullptr ? std::vector<std::string>() : step->args;
            cell.because = step != nullptr && !step->element.isNull() ? step->element : answer.shares[i].because;
            break;
        }
        return cell;
    }

    ReachMatrix finish()
    {
        m_matrix.targets.assign(m_targets.begin(), m_targets.end());
        for (auto& [caller, cells] : m_cells) {
            ReachRow row{.caller = caller, .cells = {}};
            for (const ReachTarget& target : m_matrix.targets) {
                const auto found = cells.find(target);
                row.cells.push_back(found == cells.end() ? ReachCell() : std::move(found->second));
            }
            m_matrix.rows.push_back(std::move(row));
        }
        return std::move(m_matrix);
    }

    const Evaluator& m_mesh;
    DerivationIndex m_index;
    const ReachQuery& m_query;
    std::stop_token m_stop;
    std::set<ReachTarget> m_targets;
    std::map<Origin, std::map<ReachTarget, ReachCell>> m_cells;
    ReachMatrix m_matrix;
};

} // namespace

std::string_view reachName(Reach reach)
{
    static constexpr std::array<std::string_view, 5> names{"nothing", "all", "some", "none", "unknown"};
    return names[static_cast<std::size_t>(reach)];
}

ReachMatrix reachOf(const Evaluator& mesh, const ReachQuery& query, std::stop_token stop, const ReachProgress& progress)
{
    return MatrixMaker(mesh, query, std::move(stop)).run(progress);
}

} // namespace meshdraft::traffic
