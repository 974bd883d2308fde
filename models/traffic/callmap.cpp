// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/callmap.h"

#include <algorithm>

namespace meshdraft::traffic {

namespace {

/// Kinds of requests that are tried in search of one that arrives.
constexpr std::size_t mostKinds = 100;

/// True where some of it does.
bool arrives(const Answer& answer)
{
    return std::ranges::any_of(answer.shares, [](const Share& share) {
        return isDelivered(share.verdict) || share.verdict == Verdict::Redirected
            || share.verdict == Verdict::DirectResponse || share.verdict == Verdict::Unknown
            || share.verdict == Verdict::Mixed;
    });
}

} // namespace

CallMap::CallMap(const Evaluator& mesh)
    : m_mesh(mesh)
    , m_declared(declaredCalls(mesh))
{
    for (const DeclaredCall& call : m_declared)
        m_calls[call.caller].push_back(&call);
}

const Answer& CallMap::answerTo(const Origin& caller, const std::string& host)
{
    const auto [found, isNew] = m_answers.try_emplace({caller, host});
    if (isNew) {
        Request request;
        request.from = caller;
        request.host = host;
        found->second = ask(request);
    }
    return found->second;
}

const DerivationIndex& CallMap::derivation()
{
    if (!m_derivation)
        m_derivation.emplace(m_mesh);
    return *m_derivation;
}

Answer CallMap::ask(Request& request)
{
    Answer answer = m_mesh.evaluate(request);
    if (arrives(answer))
        return answer;
    const auto [found, isNew] = m_kinds.try_emplace(request.host);
    if (isNew)
        found->second = requestsTo(derivation(), request.host);
    const bool isWorkload = request.from.kind == Origin::Kind::Workload;
    std::size_t asked = 0;
    std::optional<std::pair<Request, Answer>> further; // one that a route takes tells more than one that none takes
    for (const Request& kind : isWorkload ? found->second.shapes : found->second.others) {
        if (!isWorkload && kind.from != request.from)
            continue;
        if (++asked > mostKinds)
            break;
        Request other = kind;
        other.from = request.from;
        Answer otherwise = m_mesh.evaluate(other);
        if (arrives(otherwise)) {
            request = std::move(other);
            return otherwise;
        }
        if (!further && answer.verdict == Verdict::NoRoute && otherwise.verdict != Verdict::NoRoute)
            further.emplace(std::move(other), std::move(otherwise));
    }
    if (!further)
        return answer;
    request = std::move(further->first);
    return std::move(further->second);
}

void CallMap::findCircles(const std::stop_token& stop)
{
    for (const DeclaredCall& call : m_declared) {
        if (stop.stop_requested())
            return;
        std::set<std::string>& next = m_next[call.host];
        for (const Share& share : answerTo(call.caller, call.host).shares) {
            for (const Server& server : share.servers) {
                const auto calls =
                    m_calls.find({Origin::Kind::Workload, server.key.ns, server.key.name, server.key.kind});
                if (calls == m_calls.end())
                    continue;
                for (const DeclaredCall* on : calls->second)
                    next.insert(on->host);
            }
        }
    }
    for (const auto& [host, next] : m_next)
        visit(host);
}

bool CallMap::areInOneCircle(const std::string& host, const std::string& other) const
{
    const auto one = m_circles.find(host);
    const auto two = m_circles.find(other);
    return one != m_circles.end() && two != m_circles.end() && one->second == two->second;
}

/// Tarjan's strongly connected components, with a stack of its own: chains of calls may be long.
void CallMap::visit(const std::string& start)
{
    if (m_visits.contains(start))
        return;
    struct Frame {
        const std::string* host;
        std::set<std::string>::const_iterator next;
    };
    std::vector<Frame> frames;
    const auto open = [&](const std::string& host) {
        const int number = static_cast<int>(m_visits.size()) + 1;
        m_visits[host] = {number, number, true};
        m_open.push_back(&host);
        frames.push_back({&host, m_next[host].cbegin()});
    };
    open(m_next.find(start)->first);
    while (!frames.empty()) {
        Frame& frame = frames.back();
        Visit& own = m_visits[*frame.host];
        if (frame.next != m_next[*frame.host].cend()) {
            const std::string& other = *frame.next++;
            const auto seen = m_visits.find(other);
            if (seen == m_visits.end()) {
                open(m_next.try_emplace(other).first->first);
            } else if (seen->second.isOpen) {
                own.lowest = std::min(own.lowest, seen->second.number);
            }
            continue;
        }
        const std::string* host = frame.host;
        const Visit done = own;
        frames.pop_back();
        if (!frames.empty()) {
            Visit& above = m_visits[*frames.back().host];
            above.lowest = std::min(above.lowest, done.lowest);
        }
        if (done.lowest == done.number)
            close(*host, done.number);
    }
}

void CallMap::close(const std::string& host, int number)
{
    const std::string* last = nullptr;
    do {
        last = m_open.back();
        m_open.pop_back();
        m_visits[*last].isOpen = false;
        m_circles[*last] = number;
    } while (*last != host);
}

} // namespace meshdraft::traffic
