// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/common.h"
#include "models/checks/validation/kindrules.h"
#include "models/checks/validation/primitives.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks::validation {

namespace {

/// Fields of a source that an outside authorizer does not get to see.
constexpr auto identityFields = std::to_array<std::string_view>(
    {"namespaces", "notNamespaces", "serviceAccounts", "notServiceAccounts", "trustDomains", "notTrustDomains",
     "principals", "notPrincipals", "requestPrincipals", "notRequestPrincipals"});

/// "name" of "notName".
std::string positive(std::string_view field)
{
    if (!field.starts_with("not"))
        return std::string(field);
    std::string result(field.substr(3));
    result.front() = lowered(result.substr(0, 1)).front();
    return result;
}

void checkServiceAccount(Rules& rules, NodeRef node)
{
    const std::string_view text = rules.text(node);
    const auto slash = text.find('/');
    const bool isForm = slash == std::string_view::npos
        || (slash > 0 && slash + 1 < text.size() && !text.substr(slash + 1).contains('/'));
    if (!text.empty() && (text.contains('*') || !isForm))
        rules.error(node, "serviceAccount");
}

void checkTrustDomain(Rules& rules, NodeRef node)
{
    const std::string_view text = rules.text(node);
    const auto stars = std::ranges::count(text, '*');
    const bool isAtEnd = text.starts_with('*') || text.ends_with('*');
    if (text.contains('/') || stars > 1 || (stars == 1 && !isAtEnd))
        rules.error(node, "trustDomain");
}

void checkPort(Rules& rules, NodeRef node)
{
    const std::string_view text = rules.text(node);
    const auto port = integerIn(text);
    if (!text.empty() && (!port || *port < 0 || *port > 65535))
        rules.error(node, "policyPort");
}

/// A literal part of a path with templates, as RFC 3986 has it.
bool isPathPart(std::string_view part)
{
    return std::ranges::all_of(part, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || std::string_view("-._~!$&'()+,;=:@%").contains(c);
    });
}

void checkPath(Rules& rules, NodeRef node)
{
    std::string_view rest = rules.text(node);
    if (rest.find_first_of("{}") == std::string_view::npos)
        return;
    if (rest.starts_with('/'))
        rest.remove_prefix(1);
    bool hasRest = false;
    while (true) {
        const auto slash = rest.find('/');
        const std::string_view part = rest.substr(0, slash);
        if (hasRest || (part != "{*}" && part != "{**}" && !isPathPart(part)))
            return rules.error(node, "pathTemplate");
        hasRest = part == "{**}";
        if (slash == std::string_view::npos)
            return;
        rest.remove_prefix(slash + 1);
    }
}

void checkSource(Rules& rules, NodeRef source, bool isCustom)
{
    const auto fields = rules.entries(source);
    if (fields.empty())
        return rules.error(source, "sourceEmpty");
    for (const auto& [key, list] : fields) {
        const std::string field = positive(key.value());
        if (isCustom && std::ranges::contains(identityFields, key.value()) && Rules::isFilled(list))
            rules.error(list, "customIdentity");
        checkNoEmptyItems(rules, list);
        for (const NodeRef item : rules.items(list)) {
            if (field == "ipBlocks" || field == "remoteIpBlocks") {
                if (Rules::isFilled(item))
                    checkIpOrCidr(rules, item);
            } else if (field == "serviceAccounts") {
                checkServiceAccount(rules, item);
            } else if (field == "trustDomains") {
                checkTrustDomain(rules, item);
            }
        }
    }
}

void checkOperation(Rules& rules, NodeRef operation)
{
    const auto fields = rules.entries(operation);
    if (fields.empty())
        return rules.error(operation, "operationEmpty");
    for (const auto& [key, list] : fields) {
        const std::string field = positive(key.value());
        checkNoEmptyItems(rules, list);
        for (const NodeRef item : rules.items(list)) {
            if (field == "ports") {
                checkPort(rules, item);
            } else if (field == "paths") {
                checkPath(rules, item);
            }
        }
    }
}

/// "name[x]", for nested claims also "name[x][y]".
bool isIndexed(std::string_view key, std::string_view name)
{
    if (!key.starts_with(name))
        return false;
    key.remove_prefix(name.size());
    return key.size() > 2 && key.starts_with('[') && key.ends_with(']') && !key.contains("[]");
}

bool isConditionKey(std::string_view key)
{
    static constexpr auto plain = std::to_array<std::string_view>(
        {"source.ip", "remote.ip", "source.namespace", "source.serviceAccount", "source.trustDomain",
         "source.principal", "request.auth.principal", "request.auth.audiences", "request.auth.presenter",
         "destination.ip", "destination.port", "connection.sni"});
    if (std::ranges::contains(plain, key) || isIndexed(key, "request.headers") || isIndexed(key, "request.auth.claims"))
        return true;
    constexpr std::string_view experimental = "experimental.";
    return key.starts_with(experimental) && isIndexed(key, key.substr(0, key.find('[')));
}

bool isIdentityKey(std::string_view key)
{
    return key == "source.namespace" || key == "source.serviceAccount" || key == "source.trustDomain"
        || key == "source.principal" || key.starts_with("request.auth.");
}

void checkCondition(Rules& rules, NodeRef condition, bool isCustom)
{
    const NodeRef keyNode = rules.at(condition, "key");
    const std::string_view key = rules.text(keyNode);
    const bool isKnown = !rules.isUnknown(keyNode);
    if (keyNode.isValid() && isKnown) {
        if (key.empty()) {
            rules.error(keyNode, "empty");
        } else if (!isConditionKey(key)) {
            rules.error(keyNode, "conditionKey");
        } else if (isCustom && isIdentityKey(key)) {
            rules.error(keyNode, "customIdentity");
        }
    }
    if (!Rules::isFilled(rules.at(condition, "values")) && !Rules::isFilled(rules.at(condition, "notValues")))
        rules.error(condition, "conditionValues");
    for (const std::string_view list : {"values", "notValues"}) {
        checkNoEmptyItems(rules, rules.at(condition, list));
        for (const NodeRef value : rules.items(condition, list)) {
            if (rules.text(value).empty())
                continue;
            if (key == "source.ip" || key == "remote.ip" || key == "destination.ip") {
                checkIpOrCidr(rules, value);
            } else if (key == "destination.port") {
                checkPort(rules, value);
            } else if (key == "source.serviceAccount") {
                checkServiceAccount(rules, value);
            } else if (key == "source.trustDomain") {
                checkTrustDomain(rules, value);
            }
        }
    }
}

/// True when some source is told by what a TCP connection has, too.
bool hasTcpSource(Rules& rules, NodeRef from)
{
    for (const NodeRef each : rules.items(from)) {
        for (const auto& [key, list] : rules.entries(rules.at(each, "source"))) {
            const std::string field = positive(key.value());
            if (Rules::isFilled(list) && field != "requestPrincipals" && field != "remoteIpBlocks")
                return true;
        }
    }
    return false;
}

bool hasPort(Rules& rules, NodeRef to)
{
    return std::ranges::any_of(rules.items(to), [&](NodeRef each) {
        const NodeRef operation = rules.at(each, "operation");
        return Rules::isFilled(rules.at(operation, "ports")) || Rules::isFilled(rules.at(operation, "notPorts"));
    });
}

/// False: a rule that denies by HTTP alone also denies every TCP connection.
bool sparesTcp(Rules& rules, NodeRef rule)
{
    const NodeRef from = rules.at(rule, "from");
    const NodeRef to = rules.at(rule, "to");
    if (to.isValid())
        return hasPort(rules, to);
    return !from.isValid() || hasTcpSource(rules, from);
}

void checkRule(Rules& rules, NodeRef rule, bool isCustom)
{
    for (const std::string_view key : {"from", "to"}) {
        const NodeRef list = rules.at(rule, key);
        const std::string_view part = key == "from" ? "source" : "operation";
        if (list.resolved().isSequence() && !Rules::isFilled(list))
            rules.error(list, "empty");
        for (const NodeRef item : rules.items(list)) {
            const NodeRef body = rules.at(item, part);
            if (!item.resolved().isMapping()) {
                continue;
            }
            if (!body.isValid()) {
                rules.error(item, "missing", {part});
            } else if (!body.resolved().isMapping()) {
                continue;
            } else if (part == "source") {
                checkSource(rules, body, isCustom);
            } else {
                checkOperation(rules, body);
            }
        }
    }
    for (const NodeRef condition : rules.items(rule, "when")) {
        if (condition.resolved().isMapping())
            checkCondition(rules, condition, isCustom);
    }
}

} // namespace

void checkAuthorizationPolicy(Rules& rules)
{
    const NodeRef spec = rules.spec();
    if (!spec.isValid())
        return;
    checkPolicyTarget(rules, spec);
    const NodeRef action = rules.at(spec, "action");
    const std::string_view name = rules.text(action);
    const NodeRef list = rules.at(spec, "rules");
    const NodeRef provider = rules.at(spec, "provider");
    const bool isCustom = name == "CUSTOM";
    if (isCustom) {
        if (provider.isValid()) {
            requireFilled(rules, provider, "name");
        } else {
            rules.error(spec, "missing", {"provider"});
        }
    } else if (provider.isValid() && !rules.isUnknown(action)) {
        rules.error(provider, "providerAction");
    }
    if ((isCustom || name == "DENY") && !list.isValid())
        rules.error(action, "rulesMissing");
    bool hasWarned = name != "DENY";
    for (const NodeRef rule : rules.items(list)) {
        if (!rule.resolved().isMapping())
            continue;
        checkRule(rules, rule, isCustom);
        if (!hasWarned && !sparesTcp(rules, rule)) {
            rules.warning(rule, "denyTcp");
            hasWarned = true;
        }
    }
}

} // namespace meshdraft::checks::validation
