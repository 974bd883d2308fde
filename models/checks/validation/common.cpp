// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/common.h"

#include "models/checks/validation/primitives.h"
#include "models/mesh/hostnames.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>

namespace meshdraft::checks::validation {

void requireFilled(Rules& rules, NodeRef mapping, std::string_view key, bool isInTable)
{
    const NodeRef node = rules.at(mapping, key);
    if (Rules::isFilled(node))
        return;
    if (node.isValid()) {
        rules.error(node, "empty");
    } else if (!isInTable) {
        rules.error(mapping, "missing", {key});
    }
}

void forbidTogether(Rules& rules, NodeRef unwanted, std::string_view other)
{
    if (unwanted.isValid())
        rules.error(unwanted, "together", {other});
}

void checkDuration(Rules& rules, NodeRef node)
{
    const auto seconds = mesh::secondsOf(rules.text(node));
    if (!seconds)
        return;
    const double milliseconds = *seconds * 1000;
    if (std::abs(milliseconds - std::round(milliseconds)) > 1e-6)
        rules.error(node, "milliseconds");
}

void checkDurations(Rules& rules, NodeRef mapping, std::initializer_list<std::string_view> keys)
{
    if (!mapping.isValid())
        return;
    for (const std::string_view key : keys)
        checkDuration(rules, rules.at(mapping, key));
}

void checkFraction(Rules& rules, NodeRef percent)
{
    const NodeRef value = rules.at(percent, "value");
    const auto number = rules.number(value);
    if (number && *number > 0 && *number < 0.0001)
        rules.error(value, "fraction");
}

void checkRegex(Rules& rules, NodeRef node)
{
    if (!node.isValid() || rules.isUnknown(node) || !node.resolved().isScalar())
        return;
    const std::string_view text = rules.text(node);
    if (text.empty()) {
        rules.error(node, "empty");
    } else if (text.size() > 1024) {
        rules.error(node, "regexLength");
    } else if (const std::string fault = regexFault(text); !fault.empty()) {
        rules.error(node, "regex", {fault});
    }
}

void checkStringMatch(Rules& rules, NodeRef match, bool allowsEmptyPrefix)
{
    if (!match.isValid())
        return;
    checkRegex(rules, rules.at(match, "regex"));
    const NodeRef prefix = rules.at(match, "prefix");
    if (!allowsEmptyPrefix && prefix.isValid() && prefix.resolved().isScalar() && prefix.value().empty())
        rules.error(prefix, "empty");
}

void checkWildcardHost(Rules& rules, NodeRef node)
{
    if (node.isValid() && !isWildcardDomain(rules.text(node)))
        rules.error(node, "host");
}

void checkIpOrCidr(Rules& rules, NodeRef node)
{
    if (node.isValid() && !isIpOrCidr(rules.text(node)))
        rules.error(node, "ipOrCidr");
}

void checkLabels(Rules& rules, NodeRef labels)
{
    for (const auto& [key, value] : rules.entries(labels)) {
        if (!isLabelKey(key.value()))
            rules.error(key, "labelKey", {key.value()});
        if (!isLabelValue(rules.text(value)))
            rules.error(value, "labelValue");
    }
}

void checkPortName(Rules& rules, NodeRef name)
{
    if (name.isValid() && !isDnsLabel(rules.text(name)))
        rules.error(name, "dnsLabel");
}

void checkProtocol(Rules& rules, NodeRef protocol, bool mayBeEmpty)
{
    const std::string_view text = rules.text(protocol);
    if (protocol.isValid() && portProtocol(text) == PortProtocol::Unknown && !(mayBeEmpty && text.empty()))
        rules.error(protocol, "protocol");
}

void checkUnique(Rules& rules, std::span<const NodeRef> nodes)
{
    std::set<std::string_view> seen;
    for (const NodeRef node : nodes) {
        const std::string_view text = rules.text(node);
        if (!text.empty() && !seen.insert(text).second)
            rules.error(node, "duplicate");
    }
}

void checkNoEmptyItems(Rules& rules, NodeRef list)
{
    for (const NodeRef item : rules.items(list)) {
        if (item.resolved().isScalar() && item.value().empty())
            rules.error(item, "empty");
    }
}

void checkMatchLabels(Rules& rules, NodeRef selector)
{
    // That labels have no star, and keys are not empty, is in the tables.
    if (selector.isValid() && !Rules::isFilled(rules.at(selector, "matchLabels")))
        rules.warning(selector, "selectorEmpty");
}

bool checkLabelSelector(Rules& rules, NodeRef selector)
{
    if (!selector.isValid())
        return true;
    const NodeRef labels = rules.at(selector, "labels");
    if (!Rules::isFilled(labels)) {
        rules.warning(selector, "selectorEmpty");
        return true;
    }
    bool isGood = true;
    for (const auto& [key, value] : rules.entries(labels)) {
        if (key.value().empty() || key.value().contains('*')) {
            rules.error(key, "selectorKey", {key.value()});
            isGood = false;
        }
        isGood = isGood && !rules.text(value).contains('*');
    }
    return isGood;
}

namespace {

/// The kinds that a policy can be attached to.
bool isTargetKind(std::string_view group, std::string_view kind)
{
    if (group.empty() || group == "core")
        return kind == "Service";
    if (group == "networking.istio.io")
        return kind == "ServiceEntry";
    return group == "gateway.networking.k8s.io" && (kind == "Gateway" || kind == "GatewayClass");
}

void checkTargetRef(Rules& rules, NodeRef reference)
{
    const NodeRef kind = rules.at(reference, "kind");
    const NodeRef group = rules.at(reference, "group");
    if (rules.text(kind).empty() || rules.isUnknown(group))
        return;
    if (!isTargetKind(rules.text(group), rules.text(kind)))
        rules.error(kind, "targetKind", {rules.text(group)});
}

} // namespace

void checkPolicyTarget(Rules& rules, NodeRef spec)
{
    checkMatchLabels(rules, rules.at(spec, "selector"));
    if (const NodeRef reference = rules.at(spec, "targetRef"); reference.isValid())
        checkTargetRef(rules, reference);
    for (const NodeRef reference : rules.items(spec, "targetRefs"))
        checkTargetRef(rules, reference);
}

void checkExportTo(Rules& rules, NodeRef exportTo, Exported kind)
{
    const std::vector<NodeRef> entries = rules.items(exportTo);
    const std::string_view own = rules.resource().key.ns;
    std::set<std::string_view> seen;
    for (const NodeRef entry : entries) {
        const std::string_view text = rules.text(entry);
        if (rules.isUnknown(entry) || !entry.resolved().isScalar())
            continue;
        const bool isNone = text == "~";
        if (!isNone && text != "." && text != "*" && !isDnsLabel(text)) {
            rules.error(entry, "exportTo");
        } else if (!seen.insert(text == own ? "." : text).second) {
            rules.error(entry, "duplicate");
        } else if (isNone && kind != Exported::ServiceEntry) {
            rules.error(entry, "exportToNone");
        } else if ((isNone || text == "*") && entries.size() > 1) {
            rules.error(entry, "exportToAlone");
        }
    }
}

void checkDestination(Rules& rules, NodeRef destination)
{
    const NodeRef host = rules.at(destination, "host");
    if (rules.text(host) == "*") {
        rules.error(host, "hostAll");
    } else {
        checkWildcardHost(rules, host);
    }
    const NodeRef subset = rules.at(destination, "subset");
    if (Rules::isFilled(subset) && !isDnsLabel(rules.text(subset)))
        rules.error(subset, "dnsLabel");
}

namespace {

/// Envoy's retry policies.
bool isRetryPolicy(std::string_view token)
{
    static constexpr auto policies = std::to_array<std::string_view>({
        "5xx",
        "gateway-error",
        "reset",
        "reset-before-request",
        "connect-failure",
        "envoy-ratelimited",
        "retriable-4xx",
        "refused-stream",
        "retriable-status-codes",
        "retriable-headers",
        "http3-post-connect-failure",
        "cancelled",
        "deadline-exceeded",
        "internal",
        "resource-exhausted",
        "unavailable",
    });
    return std::ranges::contains(policies, token);
}

/// A status that HTTP gives a name to.
bool isNamedStatus(std::string_view token)
{
    static constexpr auto others =
        std::to_array<std::int64_t>({226, 307, 308, 421, 422, 423, 424, 425, 426, 428, 429, 431, 451, 510, 511});
    const auto code = integerIn(token);
    if (!code)
        return false;
    const auto isWithin = [&](std::int64_t first, std::int64_t last) { return *code >= first && *code <= last; };
    return isWithin(100, 103) || isWithin(200, 208) || isWithin(300, 305) || isWithin(400, 418) || isWithin(500, 508)
        || std::ranges::contains(others, *code);
}

} // namespace

void checkRetries(Rules& rules, NodeRef retries)
{
    if (!retries.isValid())
        return;
    const NodeRef attempts = rules.at(retries, "attempts");
    if (!rules.isUnknown(attempts) && rules.number(attempts).value_or(0) == 0) {
        for (const std::string_view key : {"perTryTimeout", "retryOn", "retryRemoteLocalities"}) {
            if (const NodeRef node = rules.at(retries, key); Rules::isFilled(node)) {
                rules.error(node, "retriesOff");
                break;
            }
        }
    }
    checkDurations(rules, retries, {"perTryTimeout", "backoff"});
    const NodeRef retryOn = rules.at(retries, "retryOn");
    for (std::string_view rest = rules.text(retryOn); !rest.empty();) {
        const auto comma = std::min(rest.find(','), rest.size());
        const std::string_view token = rest.substr(0, comma);
        if (!isRetryPolicy(token) && !isNamedStatus(token))
            rules.error(retryOn, "retryOn", {token});
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
}

void checkEndpoint(Rules& rules, NodeRef endpoint)
{
    constexpr std::string_view unixScheme = "unix://";
    const NodeRef address = rules.at(endpoint, "address");
    const std::string_view text = rules.text(address);
    if (!Rules::isFilled(address)) {
        // Without a network, too: in the tables, unless the text is only empty.
        if (Rules::isFilled(rules.at(endpoint, "network"))) {
            rules.warning(endpoint, "addressMissing");
        } else if (address.isValid()) {
            rules.error(address, "empty");
        }
    } else if (text.starts_with(unixScheme)) {
        if (!isUnixPath(text.substr(unixScheme.size())))
            rules.error(address, "unixPath");
    } else if (!isIpAddress(text) && !isFqdn(text)) {
        rules.error(address, "address");
    }
    checkLabels(rules, rules.at(endpoint, "labels"));
}

} // namespace meshdraft::checks::validation
