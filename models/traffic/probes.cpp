// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/probes.h"

#include "models/traffic/authorizationrule.h"
#include "models/traffic/lowercase.h"
#include "models/traffic/regexsample.h"

#include <algorithm>
#include <utility>

namespace meshdraft::traffic {

using Kind = TextMatch::Kind;

namespace {

/// Texts that meet a condition, and texts that miss it narrowly.
struct Texts {
    std::vector<std::string> met;
    std::vector<std::string> missed;
};

Texts textsOf(const TextMatch& match, std::string_view base)
{
    const std::string& value = match.value();
    switch (match.kind()) {
    case Kind::Present:
        return {{std::string(anyValue)}, {}};
    case Kind::Exact:
        return {{value}, {value + "x", value + "/x"}};
    case Kind::Prefix:
        return {{value, value + "x"}, {value.size() > 1 ? value.substr(0, value.size() - 1) : std::string(base)}};
    case Kind::PathPrefix:
        if (value == "/")
            return {{"/", "/x"}, {}};
        return {{value, value + "/x"}, {value + "x"}};
    case Kind::Regex:
        break;
    }
    Texts texts;
    texts.met = samplesOf(value);
    if (texts.met.empty())
        return texts;
    // one more character decides between "starts with" and "is"
    const std::string sample = texts.met.front();
    for (std::string near : {sample + "x", sample.substr(0, sample.empty() ? 0 : sample.size() - 1)})
        (match.matches(near) ? texts.met : texts.missed).push_back(std::move(near));
    return texts;
}

/// A method that none of the texts is.
std::string anotherMethod(const std::vector<std::string>& texts)
{
    for (const char* method : {"POST", "GET", "PUT", "DELETE", "HEAD"}) {
        if (!std::ranges::contains(texts, method))
            return method;
    }
    return "OPTIONS";
}

/// A request that meets everything in the match.
Probe meeting(const RouteMatch& match)
{
    Probe probe;
    const auto take = [](const std::optional<TextMatch>& text, std::string& into) {
        if (!text)
            return;
        if (const Texts texts = textsOf(*text, "/"); !texts.met.empty())
            into = texts.met.front();
    };
    take(match.path, probe.path);
    take(match.method, probe.method);
    take(match.authority, probe.host);
    for (const NamedMatch& header : match.headers) {
        if (header.isInverted)
            continue;
        if (const Texts texts = textsOf(header.text, {}); !texts.met.empty())
            probe.headers.emplace(header.name, texts.met.front());
    }
    for (const NamedMatch& parameter : match.query) {
        if (const Texts texts = textsOf(parameter.text, {}); !texts.met.empty())
            probe.query.emplace(parameter.name, texts.met.front());
    }
    if (!match.sniHosts.empty()) {
        const std::string& host = match.sniHosts.front();
        probe.sni = host.starts_with('*') ? "sample" + host.substr(1) : host;
    }
    probe.port = match.port;
    return probe;
}

template <typename Named>
void addNamed(Probes& probes, const Probe& met, const std::vector<NamedMatch>& all, Named named)
{
    for (const NamedMatch& match : all) {
        const Texts texts = textsOf(match.text, {});
        const auto with = [&](const std::string& value) {
            Probe probe = met;
            (probe.*named).erase(match.name);
            (probe.*named).emplace(match.name, value);
            probes.insert(std::move(probe));
        };
        std::ranges::for_each(texts.met, with);
        std::ranges::for_each(texts.missed, with);
        with(std::string(otherValue));
        Probe without = met;
        (without.*named).erase(match.name);
        probes.insert(std::move(without));
    }
}

void addProbes(Probes& probes, const RouteMatch& match)
{
    const Probe met = meeting(match);
    probes.insert(met);
    if (match.path) {
        const Texts texts = textsOf(*match.path, "/");
        for (const std::vector<std::string>* list : {&texts.met, &texts.missed}) {
            for (const std::string& path : *list) {
                Probe probe = met;
                probe.path = path.starts_with('/') ? path : "/" + path;
                probes.insert(std::move(probe));
            }
        }
        if (match.ignoresCase) {
            Probe probe = met;
            std::ranges::transform(probe.path, probe.path.begin(),
                                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
            probes.insert(std::move(probe));
        }
    }
    if (match.method) {
        const Texts texts = textsOf(*match.method, {});
        std::vector<std::string> methods = texts.met;
        methods.push_back(anotherMethod(texts.met));
        for (std::string& method : methods) {
            Probe probe = met;
            probe.method = std::move(method);
            probes.insert(std::move(probe));
        }
    }
    if (match.authority) {
        const Texts texts = textsOf(*match.authority, {});
        for (const std::vector<std::string>* list : {&texts.met, &texts.missed}) {
            for (const std::string& host : *list) {
                Probe probe = met;
                probe.host = host;
                probes.insert(std::move(probe));
            }
        }
        Probe without = met;
        without.host.clear();
        probes.insert(std::move(without));
    }
    addNamed(probes, met, match.headers, &Probe::headers);
    addNamed(probes, met, match.query, &Probe::query);
}

/// A text that meets a value of a policy.
std::string meeting(std::string_view pattern)
{
    std::string text(pattern);
    for (const std::string_view part : {"{**}", "{*}"}) {
        for (auto at = text.find(part); at != std::string::npos; at = text.find(part))
            text.replace(at, part.size(), anyValue);
    }
    if (text == "*")
        return std::string(anyValue);
    if (text.starts_with('*'))
        return std::string(anyValue) + text.substr(1);
    if (text.ends_with('*'))
        text.back() = 'x';
    return text;
}

/// That text and its neighbours.
std::vector<std::string> around(std::string_view pattern)
{
    std::vector<std::string> texts{meeting(pattern)};
    if (pattern.size() > 1 && pattern.ends_with('*')) {
        texts.emplace_back(pattern.substr(0, pattern.size() - 1)); // just the prefix
    } else if (pattern.size() > 1 && pattern.starts_with('*')) {
        texts.emplace_back(pattern.substr(1));
    }
    texts.push_back(texts.front() + "x");
    return texts;
}

using Values = mesh::AuthorizationPolicy::Values;

std::vector<std::string> allOf(const Values& values)
{
    std::vector<std::string> texts;
    for (const mesh::Strings* list : {&values.any, &values.none}) {
        for (const mesh::Field<std::string>& value : *list)
            texts.push_back(value.value);
    }
    return texts;
}

class PolicyProbes {
public:
    PolicyProbes(Probes& probes, const Issuers& issuers, bool isSettled)
        : m_probes(probes)
        , m_issuers(issuers)
        , m_isSettled(isSettled)
    {
    }

    /// Requests that meet the whole rule, and from each of them those that miss one part.
    void add(const mesh::AuthorizationPolicy::Rule& rule)
    {
        std::vector<Probe> operations;
        for (const auto& operation : rule.to)
            operations.push_back(meetingOperation(operation));
        if (operations.empty())
            operations.emplace_back();
        for (std::size_t i = 0; i < operations.size(); ++i) {
            Probe whole = operations[i];
            for (const auto& source : rule.from) {
                if (!source.requestPrincipals.any.empty())
                    whole.token = tokenFor(source.requestPrincipals.any.front().value);
            }
            for (const auto& condition : rule.when) {
                if (!condition.values.any.empty())
                    set(whole, condition.key.value, meeting(condition.values.any.front().value));
            }
            m_probes.insert(whole);
            if (m_isSettled)
                continue;
            if (i < rule.to.size())
                vary(whole, rule.to[i]);
            for (const auto& source : rule.from)
                vary(whole, source);
            for (const auto& condition : rule.when)
                vary(whole, condition);
        }
    }

private:
    static Probe meetingOperation(const mesh::AuthorizationPolicy::Operation& operation)
    {
        Probe probe;
        if (!operation.methods.any.empty())
            probe.method = meeting(operation.methods.any.front().value);
        if (!operation.paths.any.empty())
            probe.path = meeting(operation.paths.any.front().value);
        if (!operation.hosts.any.empty())
            probe.host = lower(meeting(operation.hosts.any.front().value));
        return probe;
    }

    Token tokenFor(std::string_view principal) const
    {
        Token token;
        const auto slash = principal.rfind('/');
        const bool isAnybody = principal == "*" || slash == std::string_view::npos;
        token.issuer = isAnybody ? firstIssuer() : meeting(principal.substr(0, slash));
        token.subject = slash == std::string_view::npos ? "someone" : meeting(principal.substr(slash + 1));
        addAudiences(token);
        return token;
    }

    std::string firstIssuer() const { return m_issuers.empty() ? std::string() : m_issuers.begin()->first; }

    void addAudiences(Token& token) const
    {
        const auto known = m_issuers.find(token.issuer);
        if (known != m_issuers.end() && token.audiences.empty())
            token.audiences = known->second;
    }

    /// A token as good as any.
    Token plainToken() const
    {
        Token token;
        token.issuer = firstIssuer();
        token.subject = "someone";
        addAudiences(token);
        return token;
    }

    template <typename Change> void insert(const Probe& whole, const Change& change)
    {
        Probe probe = whole;
        change(probe);
        m_probes.insert(std::move(probe));
    }

    void vary(const Probe& whole, const mesh::AuthorizationPolicy::Operation& operation)
    {
        for (const std::string& pattern : allOf(operation.methods))
            insert(whole, [&](Probe& probe) { probe.method = meeting(pattern); });
        if (!operation.methods.isEmpty()) {
            const std::string other = anotherMethod(allOf(operation.methods));
            insert(whole, [&](Probe& probe) { probe.method = other; });
        }
        for (const std::string& pattern : allOf(operation.paths)) {
            for (const std::string& path : around(pattern))
                insert(whole, [&](Probe& probe) { probe.path = path.starts_with('/') ? path : "/" + path; });
        }
        if (!operation.paths.isEmpty())
            insert(whole, [&](Probe& probe) { probe.path = otherPath; });
        for (const std::string& pattern : allOf(operation.hosts))
            insert(whole, [&](Probe& probe) { probe.host = lower(meeting(pattern)); });
        if (!operation.hosts.isEmpty())
            insert(whole, [&](Probe& probe) { probe.host.clear(); });
    }

    void vary(const Probe& whole, const mesh::AuthorizationPolicy::Source& source)
    {
        if (source.requestPrincipals.isEmpty())
            return;
        insert(whole, [](Probe& probe) { probe.token.reset(); });
        for (const std::string& pattern : allOf(source.requestPrincipals)) {
            insert(whole, [&](Probe& probe) {
                Token token = tokenFor(pattern);
                if (probe.token)
                    token.claims = probe.token->claims;
                probe.token = std::move(token);
            });
        }
        for (const auto& [issuer, audiences] : m_issuers) {
            insert(whole, [&](Probe& probe) {
                probe.token = plainToken();
                probe.token->issuer = issuer;
                probe.token->audiences = audiences;
            });
        }
    }

    void set(Probe& probe, std::string_view key, const std::string& value) const
    {
        if (key.starts_with("request.headers[")) {
            const std::string name = lower(conditionName(key));
            probe.headers.erase(name);
            probe.headers.emplace(name, value);
            return;
        }
        if (!key.starts_with("request.auth."))
            return;
        if (!probe.token)
            probe.token = plainToken();
        Token& token = *probe.token;
        if (key == "request.auth.audiences") {
            token.audiences = {value};
        } else if (key == "request.auth.presenter") {
            token.presenter = value;
        } else if (key == "request.auth.principal") {
            token = tokenFor(value);
        } else if (const std::string name = conditionName(key); name == "iss") {
            token.issuer = value;
            token.audiences.clear();
            addAudiences(token);
        } else if (name == "sub") {
            token.subject = value;
        } else {
            token.claims[name] = {value};
        }
    }

    void vary(const Probe& whole, const mesh::AuthorizationPolicy::Condition& condition)
    {
        const std::string& key = condition.key.value;
        const bool isHeader = key.starts_with("request.headers[");
        if (!isHeader && !key.starts_with("request.auth."))
            return;
        std::vector<std::string> values{std::string(otherValue)};
        for (const std::string& pattern : allOf(condition.values)) {
            const auto more = around(pattern);
            values.insert(values.end(), more.begin(), more.end());
        }
        for (const std::string& value : values)
            insert(whole, [&](Probe& probe) { set(probe, key, value); });
        if (isHeader) {
            insert(whole, [&](Probe& probe) { probe.headers.erase(lower(conditionName(key))); });
            return;
        }
        insert(whole, [](Probe& probe) { probe.token.reset(); });
        insert(whole, [&](Probe& probe) {
            if (probe.token)
                probe.token->claims.clear();
        });
    }

    Probes& m_probes;
    const Issuers& m_issuers;
    bool m_isSettled;
};

struct Met {
    Probe probe;
    bool isSettled = false;
};

/// Two matches at once: a change of their order is felt there only. Of many the near ones.
void addPairs(Probes& probes, const std::vector<Met>& met)
{
    constexpr std::size_t few = 24;
    constexpr std::size_t near = 4;
    for (std::size_t i = 0; i < met.size(); ++i) {
        const std::size_t end = met.size() <= few ? met.size() : std::min(met.size(), i + near);
        for (std::size_t j = i + 1; j < end; ++j) {
            if (met[i].isSettled && met[j].isSettled)
                continue;
            probes.insert(merged(met[i].probe, met[j].probe));
            probes.insert(merged(met[j].probe, met[i].probe));
        }
    }
}

std::string textOf(const TextMatch& match)
{
    return std::to_string(static_cast<int>(match.kind())) + match.value() + '\n';
}

std::string textOf(const RouteMatch& match)
{
    std::string text = "match " + std::to_string(match.port) + (match.ignoresCase ? "i" : "c") + match.sourceNamespace;
    for (const auto* part : {&match.path, &match.method, &match.scheme, &match.authority})
        text += *part ? textOf(**part) : "-\n";
    for (const auto* list : {&match.headers, &match.query}) {
        for (const NamedMatch& one : *list)
            text += (one.isInverted ? '!' : '=') + one.name + ' ' + textOf(one.text);
        text += '\n';
    }
    for (const auto* list : {&match.gateways, &match.sniHosts, &match.subnets}) {
        for (const std::string& one : *list)
            text += one + ' ';
        text += '\n';
    }
    for (const auto& [label, value] : match.sourceLabels)
        text += label + '=' + value + ' ';
    return text;
}

} // namespace

std::string textOf(const RouteRule& rule)
{
    std::string text = std::string(mesh::protocolName(rule.protocol)) + '\n';
    for (const RouteMatch& match : rule.matches)
        text += textOf(match) + '\n';
    const auto add = [&](const RouteDestination& one) {
        text += one.host + ' ' + one.subset + ' ' + std::to_string(one.port) + ' ' + std::to_string(one.weight) + '\n';
    };
    std::ranges::for_each(rule.destinations, add);
    for (const RouteMirror& mirror : rule.mirrors) {
        add(mirror.destination);
        text += std::to_string(mirror.percent);
    }
    const RouteAction& action = rule.action;
    text += std::to_string(static_cast<int>(action.kind)) + ' ' + std::to_string(action.status) + ' '
        + std::to_string(action.abortPercent) + ' ' + std::to_string(action.abortStatus) + ' ' + action.rewritePath
        + ' ' + action.rewriteHost + ' ' + rule.timeout + ' ' + (rule.attempts ? std::to_string(*rule.attempts) : "-")
        + ' ' + rule.perTryTimeout + ' ' + rule.retryOn;
    return text;
}

void addProbes(Probes& probes, const RouteTable& table, const Settled& settled)
{
    std::vector<Met> met;
    for (const RouteRule& rule : table.rules) {
        const bool isSettled = !settled.rules.empty() && settled.rules.contains(textOf(rule));
        for (const RouteMatch& match : rule.matches) {
            met.push_back({meeting(match), isSettled});
            if (isSettled) {
                probes.insert(met.back().probe);
            } else {
                addProbes(probes, match);
            }
        }
    }
    addPairs(probes, met);
}

void addProbes(Probes& probes, const mesh::AuthorizationPolicy& policy, const Issuers& issuers, const Settled& settled)
{
    PolicyProbes all(probes, issuers, settled.policies);
    for (const mesh::AuthorizationPolicy::Rule& rule : policy.rules)
        all.add(rule);
}

std::vector<Probe> wayProbes(const RouteTable& table)
{
    std::set<std::vector<std::pair<std::string, std::string>>> known;
    std::vector<Probe> ways;
    for (const RouteRule& rule : table.rules) {
        std::vector<std::pair<std::string, std::string>> ends;
        for (const RouteDestination& destination : rule.destinations)
            ends.emplace_back(destination.host, destination.subset);
        if (!rule.matches.empty() && !ends.empty() && known.insert(std::move(ends)).second)
            ways.push_back(meeting(rule.matches.front()));
    }
    return ways;
}

Probe merged(Probe first, const Probe& second)
{
    if (first.path == "/")
        first.path = second.path;
    if (first.method == "GET")
        first.method = second.method;
    for (const auto& [name, value] : second.headers) {
        if (!first.headers.contains(name))
            first.headers.emplace(name, value);
    }
    for (const auto& [name, value] : second.query) {
        if (!first.query.contains(name))
            first.query.emplace(name, value);
    }
    if (!first.token)
        first.token = second.token;
    if (first.host.empty())
        first.host = second.host;
    if (first.sni.empty())
        first.sni = second.sni;
    if (first.port == 0)
        first.port = second.port;
    return first;
}

void addProbes(Probes& probes, const mesh::RequestAuthentication& policy)
{
    const auto add = [&](const std::string& issuer, std::vector<std::string> audiences, bool isValid) {
        Probe probe;
        probe.token.emplace();
        probe.token->issuer = issuer;
        probe.token->subject = "someone";
        probe.token->audiences = std::move(audiences);
        probe.token->isValid = isValid;
        probes.insert(std::move(probe));
    };
    for (const mesh::RequestAuthentication::JwtRule& rule : policy.rules) {
        std::vector<std::string> audiences;
        for (const mesh::Field<std::string>& audience : rule.audiences)
            audiences.push_back(audience.value);
        add(rule.issuer.value, audiences, true);
        add(rule.issuer.value, audiences, false);
        if (!audiences.empty())
            add(rule.issuer.value, {std::string(otherValue)}, true);
    }
    add("https://issuer.invalid", {}, true);
}

} // namespace meshdraft::traffic
