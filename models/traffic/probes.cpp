// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/probes.h"

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
    if (auto sample = sampleOf(value)) {
        // one more character decides between "starts with" and "is"
        std::string longer = *sample + "x";
        (match.matches(longer) ? texts.met : texts.missed).push_back(std::move(longer));
        texts.met.insert(texts.met.begin(), std::move(*sample));
    }
    return texts;
}

std::string anotherMethod(std::string_view method)
{
    return method == "POST" ? "GET" : "POST";
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
        Probe probe = met;
        probe.method = anotherMethod(met.method);
        probes.insert(std::move(probe));
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
            text.replace(at, part.size(), "x");
    }
    if (text == "*")
        return "x";
    if (text.starts_with('*'))
        return "x" + text.substr(1);
    if (text.ends_with('*'))
        text.back() = 'x';
    return text;
}

using Values = mesh::AuthorizationPolicy::Values;

/// Sets a part of the probe to each value of a list, and its negation.
template <typename Set> void addValues(Probes& probes, const Values& values, const Set& set)
{
    for (const mesh::Strings* list : {&values.any, &values.none}) {
        for (const mesh::Field<std::string>& value : *list)
            probes.insert(set(meeting(value.value)));
    }
}

std::string inBrackets(std::string_view key)
{
    std::string name;
    for (auto open = key.find('['); open != std::string_view::npos; open = key.find('[', open + 1)) {
        const auto close = key.find(']', open);
        if (close == std::string_view::npos)
            break;
        name.append(name.empty() ? "" : ".").append(key.substr(open + 1, close - open - 1));
    }
    return name;
}

class PolicyProbes {
public:
    PolicyProbes(Probes& probes, const std::set<std::string>& issuers)
        : m_probes(probes)
        , m_issuer(issuers.empty() ? std::string() : *issuers.begin())
    {
    }

    void add(const mesh::AuthorizationPolicy::Rule& rule)
    {
        // one request that meets the whole rule, then one for each operation and condition alone
        Probe whole;
        for (const auto& operation : rule.to) {
            Probe own;
            if (!operation.methods.any.empty())
                own.method = meeting(operation.methods.any.front().value);
            if (!operation.paths.any.empty())
                own.path = meeting(operation.paths.any.front().value);
            if (&operation == &rule.to.front())
                whole = own;
            addOperation(operation, own);
            m_probes.insert(std::move(own));
        }
        for (const auto& source : rule.from) {
            for (const auto& principal : source.requestPrincipals.any)
                whole.token = tokenFor(principal.value);
            if (!source.requestPrincipals.isEmpty())
                addToken(Probe(), Token{});
        }
        for (const auto& condition : rule.when)
            meet(whole, condition);
        m_probes.insert(whole);
        for (const auto& condition : rule.when)
            miss(whole, condition);
    }

private:
    Token tokenFor(std::string_view principal) const
    {
        Token token;
        const auto slash = principal.rfind('/');
        token.issuer =
            principal == "*" || slash == std::string_view::npos ? m_issuer : meeting(principal.substr(0, slash));
        token.subject = slash == std::string_view::npos ? "someone" : meeting(principal.substr(slash + 1));
        return token;
    }

    void addToken(Probe probe, Token token)
    {
        if (token.issuer.empty())
            token.issuer = m_issuer;
        if (token.issuer.empty())
            return;
        probe.token = std::move(token);
        m_probes.insert(std::move(probe));
    }

    void addOperation(const mesh::AuthorizationPolicy::Operation& operation, const Probe& own)
    {
        addValues(m_probes, operation.methods, [&](std::string value) {
            Probe probe = own;
            probe.method = std::move(value);
            return probe;
        });
        addValues(m_probes, operation.paths, [&](std::string value) {
            Probe probe = own;
            probe.path = std::move(value);
            return probe;
        });
        if (!operation.methods.isEmpty()) {
            Probe probe = own;
            probe.method = anotherMethod(own.method);
            m_probes.insert(std::move(probe));
        }
        if (!operation.paths.isEmpty()) {
            for (const char* more : {"x", "/x"}) {
                Probe probe = own;
                probe.path += more;
                m_probes.insert(std::move(probe));
            }
        }
    }

    static void meet(Probe& probe, const mesh::AuthorizationPolicy::Condition& condition)
    {
        const std::string& key = condition.key.value;
        if (condition.values.any.empty())
            return;
        const std::string value = meeting(condition.values.any.front().value);
        if (key.starts_with("request.headers[")) {
            probe.headers.erase(inBrackets(key));
            probe.headers.emplace(lower(inBrackets(key)), value);
        } else if (key.starts_with("request.auth.")) {
            if (!probe.token)
                probe.token.emplace();
            meetToken(*probe.token, key, value);
        }
    }

    static std::string lower(std::string text)
    {
        std::ranges::transform(text, text.begin(),
                               [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        return text;
    }

    static void meetToken(Token& token, std::string_view key, const std::string& value)
    {
        if (key == "request.auth.audiences") {
            token.audiences = {value};
        } else if (key == "request.auth.presenter") {
            token.presenter = value;
        } else if (key == "request.auth.principal") {
            const auto slash = value.rfind('/');
            token.issuer = value.substr(0, slash);
            token.subject = slash == std::string::npos ? std::string() : value.substr(slash + 1);
        } else {
            token.claims[inBrackets(key)] = {value};
        }
    }

    void miss(const Probe& whole, const mesh::AuthorizationPolicy::Condition& condition)
    {
        const std::string& key = condition.key.value;
        if (key.starts_with("request.headers[")) {
            const std::string name = lower(inBrackets(key));
            Probe without = whole;
            without.headers.erase(name);
            m_probes.insert(without);
            without.headers.emplace(name, std::string(otherValue));
            m_probes.insert(without);
            addValues(m_probes, condition.values, [&](std::string value) {
                Probe probe = whole;
                probe.headers.erase(name);
                probe.headers.emplace(name, std::move(value));
                return probe;
            });
        } else if (key.starts_with("request.auth.")) {
            Probe without = whole;
            without.token.reset();
            m_probes.insert(without);
            addToken(without, Token{});
            addValues(m_probes, condition.values, [&](const std::string& value) {
                Probe probe = whole;
                if (!probe.token)
                    probe.token.emplace();
                meetToken(*probe.token, key, value);
                if (probe.token->issuer.empty())
                    probe.token->issuer = m_issuer;
                return probe;
            });
        }
    }

    Probes& m_probes;
    std::string m_issuer;
};

} // namespace

void addProbes(Probes& probes, const RouteTable& table)
{
    for (const RouteRule& rule : table.rules) {
        for (const RouteMatch& match : rule.matches)
            addProbes(probes, match);
    }
}

void addProbes(Probes& probes, const mesh::AuthorizationPolicy& policy, const std::set<std::string>& issuers)
{
    PolicyProbes all(probes, issuers);
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
