// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/causes.h"

#include "models/mesh/effective/hostmatch.h"
#include "models/mesh/schema.h"
#include "models/traffic/callers.h"
#include "models/traffic/requestset.h"
#include "models/traffic/responseflags.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace meshdraft::traffic {
namespace {

// How much each sign counts. Only their order matters: a request that ends exactly so goes before one that ends alike,
// that before a setting, and that before what files cannot show.
constexpr double exactMatch = 100;
constexpr double statusMatch = 60;
constexpr double settingMatch = 55;
constexpr double nearMatch = 40;
constexpr double generalMatch = 10;
constexpr double ownRequest = 30;
constexpr double sameDetails = 15;
constexpr double sameCluster = 10;
constexpr double sameStatus = 5;
constexpr double wholeShare = 5;

/// "rbac_access_denied_matched_policy[none]" begins with a name.
std::string_view detailName(std::string_view details)
{
    return details.substr(0, details.find_first_of("[{"));
}

/// A cause with what orders it.
struct Candidate {
    Cause cause;
    double score = 0;
};

class Search {
public:
    Search(const Evaluator& mesh, const Symptom& symptom)
        : m_mesh(mesh)
        , m_symptom(symptom)
        , m_isOpen(symptom.flags.empty() && symptom.status == 0 && symptom.details.empty())
    {
        if (symptom.flags.empty() && !m_isOpen) {
            if (const ResponseFlag* row = responseFlag({}, symptom.status, symptom.details))
                m_rows.push_back(row);
        }
        for (const std::string& flag : symptom.flags) {
            if (const ResponseFlag* row = responseFlag(flag, 0, {}))
                m_rows.push_back(row);
        }
    }

    std::vector<Cause> run()
    {
        findHosts();
        askOwn();
        askRepresentatives();
        addGeneral();
        std::vector<Candidate> all;
        all.reserve(m_candidates.size());
        for (auto& [key, candidate] : m_candidates)
            all.push_back(std::move(candidate));
        std::ranges::stable_sort(all, std::greater(), &Candidate::score);
        std::vector<Cause> causes;
        causes.reserve(all.size());
        for (Candidate& candidate : all)
            causes.push_back(std::move(candidate.cause));
        return causes;
    }

private:
    /// The hosts of the mesh that the request may mean: a short name has one in each namespace.
    void findHosts()
    {
        const std::string& asked = m_symptom.request.host;
        for (std::string& host : requestHosts(m_mesh)) {
            const bool isMeant = host == asked || host == m_symptom.host
                || (!asked.contains('.') && host.starts_with(asked + "."))
                || (asked.contains('.') && host.starts_with(asked + ".svc."))
                || (host.starts_with('*') && mesh::effective::hostsOverlap(host, asked));
            if (isMeant)
                m_hosts.push_back(std::move(host));
        }
    }

    /// The very request, from everybody who may have sent it.
    void askOwn()
    {
        if (m_symptom.isOnlyHost)
            return;
        for (const Origin& origin : origins()) {
            Request request = m_symptom.request;
            request.from = origin;
            ask(request, true);
            // behind a gateway's Service the port that a log names is that of the pod
            if (request.port != 0 && origin.kind == Origin::Kind::Gateway) {
                request.port = 0;
                ask(request, true);
            }
        }
    }

    std::vector<Origin> origins() const
    {
        const Origin& from = m_symptom.request.from;
        if (from.kind != Origin::Kind::Outside)
            return {from};
        std::vector<Origin> all;
        CallerQuestions questions;
        questions.hosts = m_hosts;
        if (questions.hosts.empty())
            questions.hosts.push_back(m_symptom.request.host);
        for (CallerGroup& group : callersFor(m_mesh.index(), questions, {})) {
            all.push_back(std::move(group.origin));
            // policies can tell those apart that the host's own objects cannot
            for (Origin& other : group.alike)
                all.push_back(std::move(other));
        }
        for (const mesh::ResourceIndex index : m_mesh.view().graph().ofKind("Gateway")) {
            const mesh::Resource& gateway = m_mesh.view().at(index);
            if (std::holds_alternative<mesh::Gateway>(gateway.body))
                all.push_back({Origin::Kind::Gateway, gateway.key.ns, gateway.key.name, {}});
        }
        all.push_back({Origin::Kind::Outside, {}, {}, {}});
        return all;
    }

    void askRepresentatives()
    {
        for (const std::string& host : m_hosts) {
            for (const RepresentativeRequest& one : representativeRequests(m_mesh, host)) {
                if (m_symptom.request.from.kind != Origin::Kind::Outside && one.request.from != m_symptom.request.from
                    && !std::ranges::contains(one.alike, m_symptom.request.from))
                    continue;
                ask(one.request, false);
            }
        }
    }

    void ask(const Request& request, bool isOwn)
    {
        Answer answer = m_mesh.evaluate(request);
        look(request, answer, isOwn, 0);
        for (const Answer& other : answer.otherwise)
            look(request, other, isOwn, -sameCluster);
    }

    void look(const Request& request, const Answer& answer, bool isOwn, double extra)
    {
        for (std::size_t i = 0; i < answer.shares.size(); ++i)
            lookAtShare(request, answer, i, isOwn, extra);
        lookAtSteps(request, answer, isOwn, extra);
        if (std::ranges::any_of(answer.shares, [](const Share& share) { return isDelivered(share.verdict); })
            || answer.verdict == Verdict::Unknown)
            lookAtSettings(answer, isOwn);
    }

    double scoreOf(const Share& share) const
    {
        if (m_isOpen) {
            const bool isRefusal = !isDelivered(share.verdict) && share.verdict != Verdict::Unknown
                && share.verdict != Verdict::Redirected && share.verdict != Verdict::DirectResponse;
            return isRefusal ? statusMatch : 0;
        }
        double score = 0;
        if (!m_symptom.flags.empty()) {
            if (std::ranges::contains(m_symptom.flags, share.flag)) {
                score = exactMatch;
            } else if (!share.flag.empty() && std::ranges::any_of(m_rows, [&](const ResponseFlag* row) {
                           return std::ranges::contains(row->near, share.flag);
                       })) {
                score = nearMatch;
            }
        } else if (share.flag.empty() && !isDelivered(share.verdict) && share.verdict != Verdict::Unknown) {
            const bool agrees = share.status == m_symptom.status || (m_symptom.status == 0 && share.status != 0);
            if (agrees && !m_symptom.details.empty() && detailName(share.details) == detailName(m_symptom.details)) {
                score = exactMatch;
            } else if (agrees) {
                score = statusMatch;
            }
        }
        if (score == 0)
            return 0;
        if (!m_symptom.details.empty() && share.details == m_symptom.details)
            score += sameDetails;
        if (m_symptom.status != 0 && share.status == m_symptom.status)
            score += sameStatus;
        return score;
    }

    double clusterScore(const Share& share) const
    {
        if (m_symptom.host.empty() || share.host != m_symptom.host)
            return 0;
        return share.subset == m_symptom.subset ? sameCluster : sameCluster / 2;
    }

    void lookAtShare(const Request& request, const Answer& answer, std::size_t position, bool isOwn, double extra)
    {
        const Share& share = answer.shares[position];
        const double match = scoreOf(share);
        if (match <= 0)
            return;
        Cause cause;
        cause.basis = match >= statusMatch ? Cause::Basis::Shown : Cause::Basis::Near;
        cause.verdict = share.verdict;
        if (const Step* step = decidingStep(answer, position)) {
            cause.code = step->code;
            cause.args = step->args;
            add(cause.elements, step->element);
        } else {
            cause.code = "verdict." + std::string(verdictName(share.verdict));
        }
        add(cause.elements, share.because);
        add(cause.elements, share.element);
        add(cause.elements, answer.routeElement);
        cause.request = request;
        const double everything = 100;
        keep(std::move(cause),
             match + extra + clusterScore(share) + (isOwn ? ownRequest : 0) + share.percent / everything * wholeShare);
    }

    /// The step behind which a share's fate is known.
    static const Step* decidingStep(const Answer& answer, std::size_t position)
    {
        const Share& share = answer.shares[position];
        if (share.verdict == Verdict::Aborted) {
            const auto abort = std::ranges::find(answer.steps, "route.abort", &Step::code);
            return abort == answer.steps.end() ? nullptr : &*abort;
        }
        const Step* last = nullptr;
        const Step* common = nullptr;
        for (const Step& step : answer.steps) {
            if (step.share == static_cast<int>(position)) {
                last = &step;
            } else if (step.share == -1 && step.code != "route.mirror" && !step.code.starts_with("extension.")) {
                common = &step;
            }
        }
        if (last == nullptr)
            last = common;
        return last;
    }

    void lookAtSteps(const Request& request, const Answer& answer, bool isOwn, double extra)
    {
        for (const Step& step : answer.steps) {
            const bool isMeant = std::ranges::any_of(
                m_rows, [&](const ResponseFlag* row) { return std::ranges::contains(row->steps, step.code); });
            if (!isMeant)
                continue;
            Cause cause;
            cause.basis = Cause::Basis::Shown;
            cause.code = step.code;
            cause.args = step.args;
            cause.verdict = answer.verdict;
            add(cause.elements, step.element);
            add(cause.elements, answer.routeElement);
            cause.request = request;
            keep(std::move(cause), exactMatch + extra + (isOwn ? ownRequest : 0));
        }
    }

    void lookAtSettings(const Answer& answer, bool isOwn)
    {
        for (const ResponseFlag* row : m_rows) {
            double order = 0;
            for (const LikelyCause& likely : row->settings) {
                order += 0.01;
                if (likely.where == LikelyCause::Where::Route) {
                    addSetting(likely, answer.routeElement, isOwn, order);
                    continue;
                }
                for (const Share& share : answer.shares) {
                    if (!share.host.empty())
                        addPolicySettings(likely, share, isOwn, order);
                }
            }
        }
    }

    /// The setting in every DestinationRule of the host: of the rule, of the port, of the subset.
    void addPolicySettings(const LikelyCause& likely, const Share& share, bool isOwn, double order)
    {
        const auto& graph = m_mesh.view().graph();
        for (const mesh::ResourceIndex index : graph.destinationRulesFor(share.host)) {
            const mesh::Resource& rule = m_mesh.view().at(index);
            const source::NodeRef spec = rule.rootNode()["spec"];
            std::vector<source::NodeRef> policies;
            for (const source::NodeRef subset : spec["subsets"].resolved().items()) {
                if (subset["name"].value() == share.subset)
                    policies.push_back(subset["trafficPolicy"]);
            }
            policies.push_back(spec["trafficPolicy"]);
            const std::size_t own = policies.size();
            for (std::size_t i = 0; i < own; ++i) {
                for (const source::NodeRef port : policies[i]["portLevelSettings"].resolved().items()) {
                    if (port["port"]["number"].toInt() == static_cast<std::int64_t>(share.port))
                        policies.push_back(port);
                }
            }
            for (const source::NodeRef policy : policies) {
                if (const source::NodeRef found = fieldOf(policy, likely.field))
                    addFound(likely, rule.element(found.id()), found, isOwn, order, clusterScore(share));
            }
        }
    }

    static source::NodeRef fieldOf(source::NodeRef node, std::string_view path)
    {
        while (!path.empty() && node.isValid()) {
            const auto end = std::min(path.find('.'), path.size());
            node = node.resolved()[path.substr(0, end)];
            path.remove_prefix(std::min(end + 1, path.size()));
        }
        return node;
    }

    void addSetting(const LikelyCause& likely, const mesh::ElementRef& element, bool isOwn, double order)
    {
        if (element.isNull())
            return;
        const mesh::ResourceIndex index = m_mesh.view().graph().find(element);
        if (index == mesh::noResource)
            return;
        const mesh::Resource& resource = m_mesh.view().at(index);
        const source::NodeRef found = fieldOf(element.field.resolve(resource.rootNode()), likely.field);
        if (found.isValid())
            addFound(likely, resource.element(found.id()), found, isOwn, order, 0);
    }

    void addFound(const LikelyCause& likely, mesh::ElementRef element, source::NodeRef value, bool isOwn, double order,
                  double cluster)
    {
        constexpr double tightness = 5;
        Cause cause;
        cause.basis = Cause::Basis::Setting;
        cause.code = likely.code;
        cause.args = {likely.field, std::string(value.value())};
        cause.elements.push_back(std::move(element));
        cause.source = likely.source;
        // the tighter a limit, the sooner it is met
        double size = value.toDouble().value_or(-1);
        if (size < 0)
            size = mesh::secondsOf(value.value()).value_or(0.0);
        const double narrow = size > 0 ? tightness / (1 + std::log10(1 + size)) : 0;
        // 0 means "no limit"
        const double unlimited = value.isScalar() && size == 0 ? -tightness : 0;
        keep(std::move(cause), settingMatch + narrow + unlimited + cluster - order + (isOwn ? ownRequest : 0));
    }

    void addGeneral()
    {
        double order = 0;
        for (const ResponseFlag* row : m_rows) {
            for (const LikelyCause& likely : row->general) {
                Cause cause;
                cause.code = likely.code;
                cause.source = likely.source;
                order += 0.01;
                keep(std::move(cause), generalMatch - order);
            }
        }
    }

    static void add(std::vector<mesh::ElementRef>& elements, const mesh::ElementRef& element)
    {
        if (!element.isNull() && !std::ranges::contains(elements, element))
            elements.push_back(element);
    }

    void keep(Cause cause, double score)
    {
        const mesh::ElementRef decides = cause.elements.empty() ? mesh::ElementRef() : cause.elements.front();
        const bool isAsked = cause.request.has_value();
        const auto [found, isNew] = m_candidates.try_emplace({cause.code, cause.verdict, decides});
        Candidate& candidate = found->second;
        const std::size_t count = candidate.cause.requests + (isAsked ? 1 : 0);
        if (isNew || score > candidate.score) {
            candidate.cause = std::move(cause);
            candidate.score = score;
        }
        candidate.cause.requests = count;
    }

    const Evaluator& m_mesh;
    const Symptom& m_symptom;
    bool m_isOpen; ///< nothing is known but that it did not arrive
    std::vector<const ResponseFlag*> m_rows;
    std::vector<std::string> m_hosts;
    std::map<std::tuple<std::string, Verdict, mesh::ElementRef>, Candidate> m_candidates;
};

} // namespace

Symptom symptomOf(const PastedRequest& pasted)
{
    Symptom symptom;
    symptom.flags = pasted.logged.flags;
    symptom.status = pasted.logged.status;
    symptom.details = pasted.logged.details;
    symptom.request = pasted.request;
    symptom.host = pasted.logged.host;
    symptom.port = pasted.logged.port;
    symptom.subset = pasted.logged.subset;
    return symptom;
}

std::string_view basisName(Cause::Basis basis)
{
    static constexpr std::array<std::string_view, 4> names{"shown", "near", "setting", "general"};
    return names[static_cast<std::size_t>(basis)];
}

std::vector<Cause> causesOf(const Evaluator& mesh, const Symptom& symptom)
{
    return Search(mesh, symptom).run();
}

} // namespace meshdraft::traffic
