// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/authorizationrule.h"

#include "models/traffic/ipaddress.h"
#include "models/traffic/lowercase.h"
#include "models/traffic/outbound.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace meshdraft::traffic {

using mesh::AuthorizationPolicy;
using Values = AuthorizationPolicy::Values;

namespace {

Truth all(Truth one, Truth other)
{
    return std::min(one, other);
}

Truth any(Truth one, Truth other)
{
    return std::max(one, other);
}

Truth negated(Truth truth)
{
    return truth == Truth::Unknown ? truth : truth == Truth::Yes ? Truth::No : Truth::Yes;
}

Truth truthOf(bool value)
{
    return value ? Truth::Yes : Truth::No;
}

using Meets = std::function<Truth(const std::string& pattern)>;

/// A list and its negation.
Truth listHolds(const Values& values, const Meets& meets)
{
    const auto anyOf = [&](const mesh::Strings& list) {
        Truth truth = Truth::No;
        for (const mesh::Field<std::string>& value : list)
            truth = any(truth, meets(value.value));
        return truth;
    };
    Truth truth = values.any.empty() ? Truth::Yes : anyOf(values.any);
    if (!values.none.empty())
        truth = all(truth, negated(anyOf(values.none)));
    return truth;
}

/// "TRUST-DOMAIN/ns/NAMESPACE/sa/ACCOUNT" in its parts.
struct Identity {
    std::string_view domain;
    std::string_view ns;
    std::string_view account;
};

Identity identityOf(std::string_view principal)
{
    const auto nsAt = principal.find("/ns/");
    const auto accountAt = principal.find("/sa/", nsAt == std::string_view::npos ? 0 : nsAt + 4);
    if (nsAt == std::string_view::npos || accountAt == std::string_view::npos)
        return {};
    return {principal.substr(0, nsAt), principal.substr(nsAt + 4, accountAt - nsAt - 4),
            principal.substr(accountAt + 4)};
}

/// Counts the fields of one alternative that do not hold.
class Tally {
public:
    void check(Truth truth, std::string_view field)
    {
        m_fit.truth = all(m_fit.truth, truth);
        if (truth != Truth::No)
            return;
        if (m_fit.failed++ == 0)
            m_fit.failedField = field;
    }
    RuleFit take() { return std::move(m_fit); }

private:
    RuleFit m_fit;
};

class Fitter {
public:
    Fitter(const Request& request, const Guarded& guarded, bool isAllow)
        : m_request(request)
        , m_guarded(guarded)
        , m_isAllow(isAllow)
    {
    }

    RuleFit fit(const AuthorizationPolicy::Rule& rule)
    {
        RuleFit from = nearest(rule.from, [&](const AuthorizationPolicy::Source& source) { return fitSource(source); });
        RuleFit to = nearest(rule.to, [&](const AuthorizationPolicy::Operation& operation) { //
            return fitOperation(operation);
        });
        Tally when;
        for (const AuthorizationPolicy::Condition& condition : rule.when)
            when.check(holds(condition), condition.key.value);
        RuleFit fit = when.take();
        for (RuleFit* part : {&to, &from}) {
            fit.truth = all(fit.truth, part->truth);
            fit.failed += part->failed;
            if (!part->failedField.empty())
                fit.failedField = std::move(part->failedField);
        }
        return fit;
    }

private:
    /// The alternative that fits best; none at all fits everything.
    template <typename Item, typename Fit> RuleFit nearest(const std::vector<Item>& alternatives, const Fit& fit)
    {
        std::optional<RuleFit> best;
        for (const Item& item : alternatives) {
            RuleFit one = fit(item);
            if (!best || one.truth > best->truth || (one.truth == best->truth && one.failed < best->failed))
                best = std::move(one);
        }
        return best.value_or(RuleFit());
    }

    Truth meetsPrincipal(const Meets& meets) const
    {
        if (m_guarded.caller.isUnknown)
            return Truth::Unknown;
        Truth truth = Truth::No;
        for (const std::string& principal : m_guarded.caller.principals)
            truth = any(truth, meets(principal));
        return truth;
    }

    /// A field of HTTP on a connection that is not handled as HTTP.
    Truth http(Truth truth) const { return m_guarded.isHttp ? truth : truthOf(!m_isAllow); }

    Truth ipHolds(const Values& values, std::string_view ip) const
    {
        if (values.isEmpty())
            return Truth::Yes;
        const auto address = IpNetwork::parse(ip);
        return listHolds(values, [&](const std::string& block) {
            const auto network = IpNetwork::parse(block);
            if (!address)
                return Truth::Unknown;
            return truthOf(network && network->contains(*address));
        });
    }

    static bool meetsAccount(std::string_view pattern, const Identity& identity, std::string_view ownNs)
    {
        const auto slash = pattern.find('/');
        const std::string_view ns = slash == std::string_view::npos ? ownNs : pattern.substr(0, slash);
        const std::string_view account = slash == std::string_view::npos ? pattern : pattern.substr(slash + 1);
        return identity.ns == ns && meetsValue(account, identity.account);
    }

    Truth principals(const Values& values) const
    {
        return listHolds(values, [&](const std::string& pattern) {
            return meetsPrincipal([&](const std::string& own) { return truthOf(meetsValue(pattern, own)); });
        });
    }

    Truth namespaces(const Values& values) const
    {
        return listHolds(values, [&](const std::string& pattern) {
            return meetsPrincipal(
                [&](const std::string& own) { return truthOf(meetsValue(pattern, identityOf(own).ns)); });
        });
    }

    Truth requestPrincipals(const Values& values) const
    {
        return http(listHolds(values, [&](const std::string& pattern) {
            return truthOf(!m_guarded.requestPrincipal.empty() && meetsValue(pattern, m_guarded.requestPrincipal));
        }));
    }

    RuleFit fitSource(const AuthorizationPolicy::Source& source)
    {
        Tally tally;
        tally.check(principals(source.principals), "from.source.principals");
        if (!source.requestPrincipals.isEmpty())
            tally.check(requestPrincipals(source.requestPrincipals), "from.source.requestPrincipals");
        tally.check(namespaces(source.namespaces), "from.source.namespaces");
        tally.check(listHolds(source.serviceAccounts,
                              [&](const std::string& pattern) {
                                  return meetsPrincipal([&](const std::string& own) {
                                      return truthOf(meetsAccount(pattern, identityOf(own), m_guarded.proxy->ns));
                                  });
                              }),
                    "from.source.serviceAccounts");
        tally.check(listHolds(source.trustDomains,
                              [&](const std::string& pattern) {
                                  return meetsPrincipal([&](const std::string& own) {
                                      return truthOf(meetsValue(pattern, identityOf(own).domain));
                                  });
                              }),
                    "from.source.trustDomains");
        tally.check(ipHolds(source.ipBlocks, m_guarded.caller.ip), "from.source.ipBlocks");
        tally.check(ipHolds(source.remoteIpBlocks, m_guarded.caller.ip), "from.source.remoteIpBlocks");
        return tally.take();
    }

    RuleFit fitOperation(const AuthorizationPolicy::Operation& operation)
    {
        Tally tally;
        const std::string port = std::to_string(m_guarded.port);
        tally.check(listHolds(operation.ports, [&](const std::string& pattern) { return truthOf(pattern == port); }),
                    "to.operation.ports");
        const auto checkHttp = [&](const Values& values, std::string_view field, const Meets& meets) {
            if (!values.isEmpty())
                tally.check(http(listHolds(values, meets)), field);
        };
        checkHttp(operation.hosts, "to.operation.hosts", [&](const std::string& pattern) {
            // the header as it is sent: a port in it counts
            return truthOf(meetsValue(lower(pattern), lower(m_guarded.host)));
        });
        checkHttp(operation.methods, "to.operation.methods",
                  [&](const std::string& pattern) { return truthOf(meetsValue(pattern, m_request.method)); });
        checkHttp(operation.paths, "to.operation.paths",
                  [&](const std::string& pattern) { return truthOf(meetsPath(pattern, m_request.path)); });
        return tally.take();
    }

    Truth textHolds(const Values& values, const std::optional<std::string>& text) const
    {
        return listHolds(values,
                         [&](const std::string& pattern) { return truthOf(text && meetsValue(pattern, *text)); });
    }

    Truth textsHold(const Values& values, const std::vector<std::string>& texts) const
    {
        return listHolds(values, [&](const std::string& pattern) {
            return truthOf(std::ranges::any_of(texts, [&](const auto& text) { return meetsValue(pattern, text); }));
        });
    }

    Truth holds(const AuthorizationPolicy::Condition& condition) const
    {
        const std::string& key = condition.key.value;
        const Values& values = condition.values;
        if (key.starts_with("request.headers[")) {
            const auto [begin, end] = m_request.headers.equal_range(lower(conditionName(key)));
            std::optional<std::string> joined;
            for (auto header = begin; header != end; ++header)
                joined = joined ? *joined + "," + header->second : header->second;
            return http(textHolds(values, joined));
        }
        if (key.starts_with("request.auth."))
            return http(tokenHolds(key, values));
        if (key == "source.ip" || key == "remote.ip")
            return ipHolds(values, m_guarded.caller.ip);
        if (key == "source.principal")
            return principals(values);
        if (key == "source.namespace")
            return namespaces(values);
        if (key == "source.serviceAccount") {
            return listHolds(values, [&](const std::string& pattern) {
                return meetsPrincipal([&](const std::string& own) {
                    return truthOf(meetsAccount(pattern, identityOf(own), m_guarded.proxy->ns));
                });
            });
        }
        if (key == "destination.port")
            return textHolds(values, std::to_string(m_guarded.port));
        if (key == "connection.sni")
            return textHolds(values, m_guarded.sni.empty() ? std::nullopt : std::optional(m_guarded.sni));
        return Truth::Unknown;
    }

    Truth tokenHolds(std::string_view key, const Values& values) const
    {
        const Token* token = m_guarded.token;
        if (token == nullptr)
            return textsHold(values, {});
        if (key == "request.auth.principal")
            return textHolds(values, m_guarded.requestPrincipal);
        if (key == "request.auth.audiences")
            return textsHold(values, token->audiences);
        if (key == "request.auth.presenter")
            return textHolds(values, token->presenter);
        if (!key.starts_with("request.auth.claims["))
            return Truth::Unknown;
        const std::string name = conditionName(key);
        if (name == "iss")
            return textHolds(values, token->issuer);
        if (name == "sub")
            return textHolds(values, token->subject);
        const auto claim = token->claims.find(name);
        return textsHold(values, claim == token->claims.end() ? std::vector<std::string>() : claim->second);
    }

    const Request& m_request;
    const Guarded& m_guarded;
    bool m_isAllow;
};

/// Path elements against those of a template.
bool meetsTemplate(std::string_view pattern, std::string_view path)
{
    const auto cut = [](std::string_view& text) {
        const auto slash = text.find('/');
        const std::string_view element = text.substr(0, slash);
        text.remove_prefix(slash == std::string_view::npos ? text.size() : slash + 1);
        return element;
    };
    const bool isEnd = pattern.empty() || path.empty();
    if (isEnd)
        return pattern.empty() && path.empty();
    std::string_view restOfPattern = pattern;
    const std::string_view element = cut(restOfPattern);
    if (element == "{**}") {
        std::string_view rest = path;
        if (restOfPattern.empty())
            return true;
        while (!rest.empty()) {
            if (meetsTemplate(restOfPattern, rest))
                return true;
            cut(rest);
        }
        return false;
    }
    std::string_view restOfPath = path;
    const std::string_view own = cut(restOfPath);
    return (element == "{*}" ? !own.empty() : element == own) && meetsTemplate(restOfPattern, restOfPath);
}

} // namespace

std::string conditionName(std::string_view key)
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

bool meetsValue(std::string_view pattern, std::string_view text)
{
    if (pattern == "*")
        return !text.empty();
    if (pattern.starts_with('*'))
        return text.ends_with(pattern.substr(1));
    if (pattern.ends_with('*'))
        return text.starts_with(pattern.substr(0, pattern.size() - 1));
    return pattern == text;
}

bool meetsPath(std::string_view pattern, std::string_view path)
{
    return pattern.contains("{*}") || pattern.contains("{**}") ? meetsTemplate(pattern, path)
                                                               : meetsValue(pattern, path);
}

RuleFit fitOf(const AuthorizationPolicy::Rule& rule, const Request& request, const Guarded& guarded, bool isAllow)
{
    return Fitter(request, guarded, isAllow).fit(rule);
}

} // namespace meshdraft::traffic
