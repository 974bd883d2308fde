// SPDX-License-Identifier: Apache-2.0
// Connection pools, outlier detection and locality: parts of a DestinationRule, a Sidecar and the mesh config.
#include "models/checks/validation/common.h"
#include "models/checks/validation/primitives.h"

#include <algorithm>

namespace meshdraft::checks::validation {

void checkConnectionPool(Rules& rules, NodeRef pool)
{
    if (!pool.isValid())
        return;
    const NodeRef http = rules.at(pool, "http");
    const NodeRef tcp = rules.at(pool, "tcp");
    if (!http.isValid() && !tcp.isValid())
        rules.error(pool, "poolEmpty");
    checkDurations(rules, http, {"idleTimeout"});
    const NodeRef upgrade = rules.at(http, "h2UpgradePolicy");
    if (rules.text(upgrade) == "UPGRADE" && rules.isTrue(http, "useClientProtocol"))
        forbidTogether(rules, upgrade, "useClientProtocol");
    if (const NodeRef keepAlive = rules.at(http, "http2KeepAlive"); keepAlive.isValid()) {
        requireFilled(rules, keepAlive, "interval");
        requireFilled(rules, keepAlive, "timeout");
        checkDurations(rules, keepAlive, {"interval", "timeout"});
    }
    checkDurations(rules, tcp, {"connectTimeout", "maxConnectionDuration", "idleTimeout"});
    checkDurations(rules, rules.at(tcp, "tcpKeepalive"), {"time", "interval"});
}

void checkOutlierDetection(Rules& rules, NodeRef detection)
{
    if (!detection.isValid())
        return;
    checkDurations(rules, detection, {"baseEjectionTime", "interval"});
    if (const NodeRef old = rules.at(detection, "consecutiveErrors"); old.isValid())
        rules.warning(old, "deprecated", {"consecutive5xxErrors"});
    const NodeRef failures = rules.at(detection, "consecutiveLocalOriginFailures");
    const NodeRef split = rules.at(detection, "splitExternalLocalOriginErrors");
    if (rules.number(failures).value_or(0) > 0 && !rules.isUnknown(split)
        && !rules.isTrue(detection, "splitExternalLocalOriginErrors"))
        rules.error(failures, "needs", {"splitExternalLocalOriginErrors"});
}

namespace {

bool isLocalityLabel(std::string_view label)
{
    return label == "topology.kubernetes.io/region" || label == "topology.kubernetes.io/zone"
        || label == "topology.istio.io/subzone";
}

/// The locality without a star at its end: "a/b" of "a/b/*".
std::string_view withoutStar(std::string_view locality)
{
    if (locality.ends_with('*'))
        locality.remove_suffix(1);
    if (locality.ends_with('/'))
        locality.remove_suffix(1);
    return locality;
}

bool isWithin(std::string_view inner, std::string_view outer)
{
    return outer.empty() || inner == outer || (inner.starts_with(outer) && inner[outer.size()] == '/');
}

/// Localities that stand beside each other: well formed, and none a part of another.
void checkLocalities(Rules& rules, std::span<const NodeRef> nodes)
{
    if (nodes.size() > mostCompared)
        return;
    std::vector<std::string_view> seen;
    for (const NodeRef node : nodes) {
        const std::string_view text = rules.text(node);
        if (rules.isUnknown(node))
            continue;
        const auto star = text.find('*');
        const bool hasEmpty = text.empty() || text.starts_with('/') || text.ends_with('/') || text.contains("//");
        if (hasEmpty || (star != std::string_view::npos && star + 1 != text.size())) {
            rules.error(node, "locality", {text});
            continue;
        }
        const std::string_view place = withoutStar(text);
        const bool overlaps = std::ranges::any_of(
            seen, [&](std::string_view other) { return isWithin(place, other) || isWithin(other, place); });
        if (overlaps) {
            rules.error(node, "localityOverlap", {text});
        } else {
            seen.push_back(place);
        }
    }
}

void checkShares(Rules& rules, NodeRef distribute)
{
    const NodeRef to = rules.at(distribute, "to");
    std::vector<NodeRef> places;
    double total = 0;
    bool isKnown = true;
    for (const auto& [key, weight] : rules.entries(to)) {
        places.push_back(key);
        const auto share = rules.number(weight);
        isKnown = isKnown && share && *share <= 100; // else the sum says nothing new
        if (share && *share < 1)
            rules.error(weight, "localityShare");
        total += share.value_or(0);
    }
    if (isKnown && total != 100)
        rules.error(to.isValid() ? to : distribute, "localitySum", {std::to_string(static_cast<int>(total))});
    checkLocalities(rules, places);
}

void checkFailover(Rules& rules, NodeRef setting)
{
    for (const NodeRef failover : rules.items(setting, "failover")) {
        const NodeRef to = rules.at(failover, "to");
        if (Rules::isFilled(to) && rules.text(rules.at(failover, "from")) == rules.text(to))
            rules.error(to, "failoverSame");
        for (const std::string_view key : {"from", "to"}) {
            const NodeRef region = rules.at(failover, key);
            if (rules.text(region).find_first_of("/*") != std::string_view::npos)
                rules.error(region, "failoverRegion");
        }
    }
}

/// The first label of failoverPriority that names a part of a locality; invalid if none does.
NodeRef localityLabel(Rules& rules, NodeRef setting)
{
    const auto labels = rules.items(setting, "failoverPriority");
    const auto found = std::ranges::find_if(labels, [&](NodeRef label) { return isLocalityLabel(rules.text(label)); });
    return found == labels.end() ? NodeRef() : *found;
}

void checkDetection(Rules& rules, NodeRef setting, bool hasDetection)
{
    if (hasDetection)
        return;
    for (const std::string_view key : {"failover", "failoverPriority"}) {
        if (const NodeRef node = rules.at(setting, key); Rules::isFilled(node)) {
            rules.warning(node, "failoverDetection");
            return;
        }
    }
}

} // namespace

void checkLocality(Rules& rules, NodeRef setting, bool hasDetection)
{
    if (!setting.isValid())
        return;
    const NodeRef distribute = rules.at(setting, "distribute");
    const NodeRef failover = rules.at(setting, "failover");
    if (Rules::isFilled(distribute) && Rules::isFilled(failover))
        return; // in the table
    if (const NodeRef label = localityLabel(rules, setting); Rules::isFilled(failover) && label.isValid())
        return rules.error(label, "failoverLabel");
    std::vector<NodeRef> sources;
    for (const NodeRef each : rules.items(distribute)) {
        if (const NodeRef from = rules.at(each, "from"); from.isValid())
            sources.push_back(from);
        checkShares(rules, each);
    }
    checkLocalities(rules, sources);
    checkDetection(rules, setting, hasDetection);
    checkFailover(rules, setting);
}

void checkZoneAware(Rules& rules, NodeRef setting, bool hasDetection)
{
    if (!setting.isValid())
        return;
    if (const NodeRef label = localityLabel(rules, setting); label.isValid())
        rules.error(label, "failoverLabel");
    if (!hasDetection)
        rules.warning(setting, "failoverDetection");
    checkFailover(rules, setting);
}

} // namespace meshdraft::checks::validation
