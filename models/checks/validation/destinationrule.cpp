// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/common.h"
#include "models/checks/validation/kindrules.h"
#include "models/checks/validation/primitives.h"

#include <algorithm>

namespace meshdraft::checks::validation {

namespace {

constexpr std::initializer_list<std::string_view> portParts{"outlierDetection", "connectionPool", "loadBalancer",
                                                            "tls"};
constexpr std::initializer_list<std::string_view> policyParts{
    "outlierDetection",  "connectionPool", "loadBalancer",  "tls",
    "portLevelSettings", "tunnel",         "proxyProtocol", "retryBudget"};

bool hasAny(Rules& rules, NodeRef mapping, std::initializer_list<std::string_view> keys)
{
    return std::ranges::any_of(keys, [&](std::string_view key) { return rules.at(mapping, key).isValid(); });
}

/// Envoy counts 1 to 3 among the primes.
bool isPrime(std::int64_t number)
{
    for (std::int64_t divisor = 2; divisor * divisor <= number; ++divisor) {
        if (number % divisor == 0)
            return false;
    }
    return number > 0;
}

void checkMaglev(Rules& rules, NodeRef maglev)
{
    constexpr double limit = 5000011;
    const NodeRef size = rules.at(maglev, "tableSize");
    if (!size.isValid())
        return rules.error(maglev, "missing", {"tableSize"});
    const auto number = rules.number(size);
    if (!number || *number < 0 || *number > limit)
        return;
    if (*number == limit || !isPrime(static_cast<std::int64_t>(*number)))
        rules.error(size, "maglevSize");
}

void checkConsistentHash(Rules& rules, NodeRef hash)
{
    if (!hash.isValid())
        return;
    if (const NodeRef cookie = rules.at(hash, "httpCookie"); cookie.isValid()) {
        requireFilled(rules, cookie, "name", true);
        std::vector<NodeRef> names;
        for (const NodeRef attribute : rules.items(cookie, "attributes")) {
            requireFilled(rules, attribute, "name", true);
            if (const NodeRef name = rules.at(attribute, "name"); name.isValid())
                names.push_back(name);
        }
        checkUnique(rules, names);
    }
    const NodeRef old = rules.at(hash, "minimumRingSize");
    if (rules.number(old).value_or(0) != 0) {
        rules.warning(old, "deprecated", {"ringHash.minimumRingSize"});
        for (const std::string_view key : {"ringHash", "maglev"}) {
            if (rules.at(hash, key).isValid())
                forbidTogether(rules, old, key);
        }
    }
    if (const NodeRef maglev = rules.at(hash, "maglev"); maglev.isValid())
        checkMaglev(rules, maglev);
}

void checkLoadBalancer(Rules& rules, NodeRef balancer, bool hasDetection)
{
    if (!balancer.isValid())
        return;
    checkConsistentHash(rules, rules.at(balancer, "consistentHash"));
    const NodeRef locality = rules.at(balancer, "localityLbSetting");
    const NodeRef zones = rules.at(balancer, "zoneAwareLbSetting");
    if (locality.isValid())
        forbidTogether(rules, zones, "localityLbSetting");
    checkLocality(rules, locality, hasDetection);
    checkZoneAware(rules, zones, hasDetection);
    if (const NodeRef warmup = rules.at(balancer, "warmup"); warmup.isValid()) {
        checkDuration(rules, rules.at(warmup, "duration"));
        const NodeRef aggression = rules.at(warmup, "aggression");
        if (rules.number(aggression).value_or(1) == 0)
            rules.error(aggression, "positive");
    }
    checkDuration(rules, rules.at(balancer, "warmupDurationSecs"));
}

/// The namespace in "configmap://NAMESPACE/NAME"; nothing where the text is not of that form.
std::optional<std::string_view> configMapNamespace(std::string_view reference)
{
    const auto slash = reference.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == reference.size()
        || reference.substr(slash + 1).contains('/'))
        return std::nullopt;
    return reference.substr(0, slash);
}

void checkCredential(Rules& rules, NodeRef credential)
{
    constexpr std::string_view scheme = "configmap://";
    const std::string_view text = rules.text(credential);
    if (!text.starts_with(scheme))
        return;
    const auto ns = configMapNamespace(text.substr(scheme.size()));
    if (!ns || *ns != rules.resource().key.ns)
        rules.error(credential, "configMapCredential", {rules.resource().key.ns});
}

void checkClientTls(Rules& rules, NodeRef tls)
{
    if (!tls.isValid())
        return;
    const std::string_view mode = rules.text(tls, "mode");
    const bool isSimple = mode == "SIMPLE";
    const bool isMutual = mode == "MUTUAL";
    const NodeRef credential = rules.at(tls, "credentialName");
    checkCredential(rules, credential);
    const auto forbid = [&](std::string_view key, std::string_view other) {
        if (const NodeRef node = rules.at(tls, key); Rules::isFilled(node))
            forbidTogether(rules, node, other);
    };
    if (rules.isTrue(tls, "insecureSkipVerify") && (isSimple || isMutual)) {
        forbid("caCertificates", "insecureSkipVerify");
        forbid("subjectAltNames", "insecureSkipVerify");
        if (isSimple)
            forbid("credentialName", "insecureSkipVerify");
    }
    if ((isSimple || isMutual) && Rules::isFilled(credential)) {
        for (const std::string_view key : {"clientCertificate", "caCertificates", "privateKey", "caCrl"})
            forbid(key, "credentialName");
        return;
    }
    if (isMutual) {
        requireFilled(rules, tls, "clientCertificate");
        requireFilled(rules, tls, "privateKey");
    }
}

void checkTunnel(Rules& rules, NodeRef tunnel)
{
    const NodeRef protocol = rules.at(tunnel, "protocol");
    if (const std::string_view text = rules.text(protocol); !text.empty() && text != "CONNECT" && text != "POST")
        rules.error(protocol, "tunnelProtocol");
    const NodeRef host = rules.at(tunnel, "targetHost");
    if (host.isValid() && !isFqdn(rules.text(host)) && !isIpAddress(rules.text(host)))
        rules.error(host, "address");
}

/// What a policy and the settings of one of its ports have in common.
void checkPolicyParts(Rules& rules, NodeRef policy)
{
    const NodeRef detection = rules.at(policy, "outlierDetection");
    checkOutlierDetection(rules, detection);
    checkConnectionPool(rules, rules.at(policy, "connectionPool"));
    checkLoadBalancer(rules, rules.at(policy, "loadBalancer"), detection.isValid());
    checkClientTls(rules, rules.at(policy, "tls"));
}

void checkPortSettings(Rules& rules, NodeRef settings)
{
    if (!settings.resolved().isMapping())
        return;
    requireFilled(rules, settings, "port");
    if (!hasAny(rules, settings, portParts)) {
        rules.error(settings, "policyEmpty");
        return;
    }
    checkPolicyParts(rules, settings);
}

void checkTrafficPolicy(Rules& rules, NodeRef policy, bool warns)
{
    if (!policy.resolved().isMapping())
        return;
    if (!hasAny(rules, policy, policyParts)) {
        rules.error(policy, "policyEmpty");
        return;
    }
    const NodeRef tunnel = rules.at(policy, "tunnel");
    const NodeRef proxy = rules.at(policy, "proxyProtocol");
    if (tunnel.isValid() && proxy.isValid())
        return forbidTogether(rules, proxy, "tunnel");
    rules.keepWarnings(warns);
    checkPolicyParts(rules, policy);
    checkTunnel(rules, tunnel);
    rules.keepWarnings(false);
    for (const NodeRef settings : rules.items(policy, "portLevelSettings"))
        checkPortSettings(rules, settings);
    rules.keepWarnings(true);
}

} // namespace

void checkDestinationRule(Rules& rules)
{
    const NodeRef spec = rules.spec();
    if (!spec.isValid())
        return;
    checkWildcardHost(rules, rules.at(spec, "host"));
    checkTrafficPolicy(rules, rules.at(spec, "trafficPolicy"), true);
    std::vector<NodeRef> names;
    for (const NodeRef subset : rules.items(spec, "subsets")) {
        if (const NodeRef name = rules.at(subset, "name"); name.isValid()) {
            names.push_back(name);
            if (!isDnsLabel(rules.text(name)))
                rules.error(name, "dnsLabel");
        }
        checkLabels(rules, rules.at(subset, "labels"));
        checkTrafficPolicy(rules, rules.at(subset, "trafficPolicy"), false);
    }
    checkUnique(rules, names);
    const NodeRef exportTo = rules.at(spec, "exportTo");
    const NodeRef selector = rules.at(spec, "workloadSelector");
    checkExportTo(rules, exportTo);
    checkMatchLabels(rules, selector);
    if (!selector.isValid())
        return;
    const auto entries = rules.items(exportTo);
    for (const NodeRef entry : entries) {
        if (const std::string_view text = rules.text(entry); text != "." && text != rules.resource().key.ns)
            rules.error(entry, "exportToSelector");
    }
    if (entries.size() > 1)
        rules.error(exportTo, "exportToSelector");
}

} // namespace meshdraft::checks::validation
