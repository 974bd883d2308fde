// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/authorizationrule.h"
#include "models/traffic/lowercase.h"
#include "models/traffic/probes.h"

#include <algorithm>
#include <utility>

namespace meshdraft::traffic {

namespace {

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
        operations.reserve(std::max<std::size_t>(1, rule.to.size()));
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
        for (const auto& known : m_issuers) {
            insert(whole, [&](Probe& probe) {
                probe.token = plainToken();
                probe.token->issuer = known.first;
                probe.token->audiences = known.second;
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

} // namespace

void addProbes(Probes& probes, const mesh::AuthorizationPolicy& policy, const Issuers& issuers, const Settled& settled)
{
    PolicyProbes all(probes, issuers, settled.policies);
    for (const mesh::AuthorizationPolicy::Rule& rule : policy.rules)
        all.add(rule);
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
