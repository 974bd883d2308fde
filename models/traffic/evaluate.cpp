// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/evaluate.h"

#include "models/mesh/effective/dataplane.h"
#include "models/mesh/effective/sidecarscope.h"
#include "models/mesh/hostnames.h"
#include "models/traffic/authorization.h"
#include "models/traffic/course.h"
#include "models/traffic/destination.h"
#include "models/traffic/effort.h"
#include "models/traffic/extensions.h"
#include "models/traffic/gatewaylistener.h"
#include "models/traffic/origin.h"
#include "models/traffic/outbound.h"
#include "models/traffic/responseflags.h"
#include "models/traffic/rewrite.h"
#include "models/traffic/servicetargets.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

namespace meshdraft::traffic {

using mesh::ResourceIndex;

namespace {

/// One evaluation, with one order of creation.
class Evaluation {
public:
    Evaluation(const MeshIndex& index, const Request& request, ResourceIndex first)
        : m_course{.index = index, .request = request, .first = first}
    {
    }

    Answer run()
    {
        const Sender caller = senderOf(m_course);
        if (caller.kind == Sender::Kind::Unknown) {
            unknown();
        } else if (caller.kind == Sender::Kind::Gateway) {
            throughGateway(caller);
        } else {
            toHost(caller);
        }
        finish();
        return std::move(m_answer);
    }

    std::vector<std::vector<ResourceIndex>> takeTies() { return std::move(m_course.tied); }

private:
    void unknown()
    {
        Share share;
        share.verdict = Verdict::Unknown;
        if (!m_course.steps.empty())
            share.because = m_course.steps.back().element;
        m_answer.shares.push_back(std::move(share));
    }

    void throughGateway(const Sender& caller)
    {
        const std::uint32_t port = portFor(m_course, nullptr);
        Path path = gatewayPath(m_course, caller.proxy, caller.gateways, port);
        sayExtensions(m_course, caller.proxy, Stage::Server, "GATEWAY", -1);
        const bool arrives = path.verdict != Verdict::NoListener && path.verdict != Verdict::NoFilterChain
            && path.verdict != Verdict::TlsMismatch && path.verdict != Verdict::ProtocolMismatch;
        if (arrives && refusedByGateway(caller, path, port))
            return;
        shares(path, caller, nullptr, port);
    }

    /// Policies see the port on which the gateway's pods listen.
    std::uint32_t podPort(const Proxy& proxy, std::uint32_t port) const
    {
        const std::vector<ServiceTarget> targets = serviceTargets(m_course.index, proxy);
        const auto own = std::ranges::find_if(targets, [&](const ServiceTarget& target) {
            return target.port->number == port && target.targetPort != 0;
        });
        return own == targets.end() ? port : own->targetPort;
    }

    /// The gateway's own policies stand before its routes.
    bool refusedByGateway(const Sender& caller, const Path& path, std::uint32_t port)
    {
        Guarded guarded;
        guarded.proxy = &caller.proxy;
        guarded.gateway = caller.gateways.empty() ? mesh::noResource : caller.gateways.front();
        guarded.isHttp = path.isHttp;
        guarded.host = m_course.request.host;
        guarded.port = podPort(caller.proxy, port);
        guarded.sni = m_course.request.sni;
        guarded.caller.ip = m_course.request.sourceIp;
        if (!m_course.request.sourcePrincipal.empty())
            guarded.caller.principals.push_back(m_course.request.sourcePrincipal);
        Ruling ruling = authenticate(m_course, guarded, -1);
        if (ruling.verdict == Verdict::Routed)
            ruling = authorize(m_course, guarded, -1);
        if (ruling.verdict == Verdict::Routed)
            return false;
        Share share;
        share.verdict = ruling.verdict;
        share.status = ruling.status;
        share.details = ruling.details;
        share.because = ruling.because;
        m_answer.shares.push_back(std::move(share));
        return true;
    }

    void toHost(const Sender& caller)
    {
        const Resolved target = resolve(m_course, caller.proxy.ns);
        const std::uint32_t port = portFor(m_course, target.service);
        if (mesh::hasPlaceholder(m_course.request.host)) {
            m_course.add(Stage::Caller, "caller.placeholder", {m_course.request.host}).isUnknown = true;
            unknown();
            return;
        }
        if (caller.kind == Sender::Kind::Direct) {
            Path path;
            path.verdict = Verdict::Passthrough;
            shares(path, caller, &target, port);
            return;
        }
        const Path path = sidecarOutbound(m_course, caller.proxy, target, port);
        sayExtensions(m_course, caller.proxy, Stage::Listener, "SIDECAR_OUTBOUND", -1);
        shares(path, caller, &target, port);
    }

    void shares(const Path& path, const Sender& caller, const Resolved* target, std::uint32_t port)
    {
        const RouteAction* action = path.rule == nullptr ? nullptr : &path.rule->action;
        double left = 1.0;
        if (action != nullptr && action->abortPercent > 0 && path.verdict == Verdict::Routed) {
            constexpr double everything = 100.0;
            Share aborted;
            aborted.verdict = Verdict::Aborted;
            aborted.percent = std::min(action->abortPercent, everything);
            aborted.status = action->abortStatus;
            aborted.flag = responseFlag("abort").flag;
            aborted.details = responseFlag("abort").details;
            aborted.because = m_course.element(action->abortPlace);
            left = 1.0 - aborted.percent / everything;
            m_answer.shares.push_back(std::move(aborted));
        }
        Delivery delivery;
        delivery.client = caller.kind == Sender::Kind::Direct ? nullptr : &caller.proxy;
        delivery.principals = caller.principals;
        delivery.isHttp = path.isHttp;
        std::optional<Request> sent;
        if (path.isHttp && action != nullptr)
            delivery.sent = &sent.emplace(sentOn(m_course, *action, path.match));
        if (path.verdict == Verdict::Routed) {
            const bool isGatewayApi =
                path.table != mesh::noResource && m_course.at(path.table).key.group == "gateway.networking.k8s.io";
            for (const Target& one : path.targets) {
                if (left <= 0)
                    break;
                Share share = followTarget(m_course, one, delivery, isGatewayApi, position());
                share.percent *= left;
                m_answer.shares.push_back(std::move(share));
            }
        } else if (path.verdict == Verdict::Passthrough && target != nullptr) {
            passedThrough(*target, port, caller);
        } else {
            Share share;
            share.verdict = path.verdict;
            share.status = path.status;
            share.flag = path.flag;
            share.details = path.details;
            share.because = path.because;
            m_answer.shares.push_back(std::move(share));
        }
        describeRoute(path);
    }

    int position() const { return static_cast<int>(m_answer.shares.size()); }

    void passedThrough(const Resolved& target, std::uint32_t port, const Sender& caller)
    {
        const bool isDirect = caller.kind == Sender::Kind::Direct;
        if (target.service != nullptr && !target.service->isExternal) {
            Delivery delivery;
            delivery.client = isDirect ? nullptr : &caller.proxy;
            Share share = followUnmanaged(m_course, *target.service, port, delivery,
                                          isDirect ? Verdict::Routed : Verdict::Passthrough, position());
            // bytes that are passed through get no status from the client's proxy
            share.status =
                share.verdict == Verdict::Denied || share.verdict == Verdict::Unauthenticated ? share.status : 0;
            m_answer.shares.push_back(std::move(share));
            return;
        }
        Share share;
        share.host = target.host;
        share.port = port;
        share.verdict = Verdict::Passthrough;
        share.wire = m_course.request.tls == CallerTls::None ? Wire::Plaintext : Wire::Tls;
        m_answer.shares.push_back(std::move(share));
    }

    void describeRoute(const Path& path)
    {
        if (path.isHttp && path.verdict == Verdict::Routed && !path.targets.empty())
            m_answer.effort = effortOf(m_course, path.rule);
        if (path.rule == nullptr)
            return;
        const RouteRule& rule = *path.rule;
        m_answer.route = rule.name.empty()
            ? std::string(mesh::protocolName(rule.protocol)) + "[" + std::to_string(rule.index) + "]"
            : rule.name;
        m_answer.routeElement = m_course.element(rule.place);
        for (const Target& mirror : path.mirrors) {
            m_course.add(Stage::Route, "route.mirror", {mirror.host}, mirror.place);
            m_answer.mirrors.push_back(
                {mirror.host, mirror.port, mirror.subset, mirror.percent, m_course.element(mirror.place)});
        }
    }

    void finish()
    {
        const Share& first = m_answer.shares.front();
        const bool isSame =
            std::ranges::all_of(m_answer.shares, [&](const Share& share) { return share.verdict == first.verdict; });
        m_answer.verdict = isSame ? first.verdict : Verdict::Mixed;
        m_answer.steps = std::move(m_course.steps);
    }

    Course m_course;
    Answer m_answer;
};

} // namespace

Evaluator::Evaluator(std::shared_ptr<const mesh::effective::MeshView> view)
    : m_index(std::make_shared<const MeshIndex>(std::move(view)))
{
}

const mesh::effective::MeshView& Evaluator::view() const
{
    return *m_index->view;
}

Answer Evaluator::evaluate(const Request& request) const
{
    Evaluation evaluation(*m_index, request, mesh::noResource);
    Answer answer = evaluation.run();
    std::set<ResourceIndex> firsts;
    for (const std::vector<ResourceIndex>& rivals : evaluation.takeTies())
        firsts.insert(rivals.begin(), rivals.end());
    firsts.erase(mesh::noResource);
    for (const ResourceIndex first : firsts) {
        Answer other = Evaluation(*m_index, request, first).run();
        const bool isKnown = sameOutcome(other, answer)
            || std::ranges::any_of(answer.otherwise, [&](const Answer& known) { return sameOutcome(known, other); });
        if (!isKnown)
            answer.otherwise.push_back(std::move(other));
    }
    if (answer.dependsOnCreationOrder()) {
        for (const ResourceIndex first : firsts)
            answer.tied.push_back(m_index->view->at(first).element());
    }
    return answer;
}

} // namespace meshdraft::traffic
