// SPDX-License-Identifier: Apache-2.0
// Mesh config, mesh networks and the annotation proxy.istio.io/config. They are laid over Istio's defaults, so that
// nothing in them is missing; only what is written can be wrong.
#include "models/checks/validation/common.h"
#include "models/checks/validation/kindrules.h"
#include "models/checks/validation/primitives.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace meshdraft::checks::validation {

namespace {

void checkTrustDomain(Rules& rules, NodeRef node)
{
    if (node.isValid() && !isFqdn(rules.text(node)))
        rules.error(node, "trustDomainName");
}

void checkConnectTimeout(Rules& rules, NodeRef node)
{
    constexpr double hour = 3600;
    if (const auto seconds = mesh::secondsOf(rules.text(node)); seconds && *seconds > hour)
        rules.error(node, "connectTimeout");
    checkDuration(rules, node);
}

void checkCurves(Rules& rules, NodeRef root)
{
    static constexpr auto names = std::to_array<std::string_view>(
        {"P-224", "P-256", "P-384", "P-521", "X25519", "CECPQ2", "X25519MLKEM768", "X25519Kyber768Draft00"});
    if (const NodeRef own = rules.at(root, {"meshMTLS", "ecdhCurves"}); Rules::isFilled(own))
        rules.error(own, "curvesInMesh");
    std::vector<std::string_view> seen;
    for (const NodeRef curve : rules.items(rules.at(root, "tlsDefaults"), "ecdhCurves")) {
        const std::string_view text = rules.text(curve);
        if (!std::ranges::contains(names, text)) {
            rules.warning(curve, "curveUnknown");
        } else if (std::ranges::contains(seen, text)) {
            rules.warning(curve, "curveTwice");
        } else {
            seen.push_back(text);
        }
    }
}

/// Retries of requests that come in, of which only some settings count.
void checkInboundRetries(Rules& rules, NodeRef retries)
{
    if (!retries.isValid())
        return;
    checkRetries(rules, retries);
    const NodeRef attempts = rules.at(retries, "attempts");
    if (const NodeRef backoff = rules.at(retries, "backoff");
        backoff.isValid() && !rules.isUnknown(attempts) && rules.number(attempts).value_or(0) == 0)
        rules.error(backoff, "retriesOff");
    for (const std::string_view key : {"perTryTimeout", "retryRemoteLocalities", "retryIgnorePreviousHosts"}) {
        if (const NodeRef node = rules.at(retries, key); node.isValid())
            rules.warning(node, "retryIgnored");
    }
}

void checkAddress(Rules& rules, NodeRef address)
{
    if (address.isValid() && !isHostAndPort(rules.text(address)))
        rules.error(address, "hostAndPort");
}

/// Settings of proxies: defaultConfig, or the annotation.
void checkProxySettings(Rules& rules, NodeRef config)
{
    if (!config.resolved().isMapping())
        return;
    for (const std::string_view key : {"configPath", "binaryPath", "serviceCluster"}) {
        const NodeRef node = rules.at(config, key);
        if (node.resolved().isScalar() && !Rules::isFilled(node))
            rules.error(node, "empty");
    }
    const NodeRef drain = rules.at(config, "drainDuration");
    if (const auto seconds = mesh::secondsOf(rules.text(drain));
        seconds && (*seconds != std::floor(*seconds) || *seconds <= 0))
        rules.error(drain, "wholeSeconds");
    for (const std::string_view key : {"discoveryAddress", "statsdUdpAddress", "zipkinAddress"})
        checkAddress(rules, rules.at(config, key));
    for (const std::string_view service : {"envoyAccessLogService", "envoyMetricsService"})
        checkAddress(rules, rules.at(config, {service, "address"}));
    for (const std::string_view tracer : {"zipkin", "lightstep", "datadog"})
        checkAddress(rules, rules.at(config, {"tracing", tracer, "address"}));
    if (const NodeRef lightstep = rules.at(config, {"tracing", "lightstep"}); lightstep.isValid())
        requireFilled(rules, lightstep, "accessToken");
    for (const auto& [key, tag] : rules.entries(rules.at(config, {"tracing", "customTags"}))) {
        if (Rules::isNull(tag))
            rules.error(key, "tagEmpty", {key.value()});
    }
    for (const auto& [key, provider] : rules.entries(rules.at(config, "privateKeyProvider"))) {
        const NodeRef delay = rules.at(provider, "pollDelay");
        if (Rules::isNull(provider) || !delay.isValid()) {
            rules.error(key, "missing", {"pollDelay"});
        } else if (mesh::secondsOf(rules.text(delay)).value_or(1) == 0) {
            rules.error(delay, "positive");
        }
    }
    if (const NodeRef old = rules.at(config, {"proxyMetadata", "ISTIO_META_DNS_AUTO_ALLOCATE"}); old.isValid())
        rules.warning(old, "dnsAllocation");
}

} // namespace

void checkMeshConfig(Rules& rules)
{
    const NodeRef root = rules.root();
    checkConnectTimeout(rules, rules.at(root, "connectTimeout"));
    checkDuration(rules, rules.at(root, "protocolDetectionTimeout"));
    for (const NodeRef settings : rules.items(root, "serviceSettings")) {
        for (const NodeRef host : rules.items(settings, "hosts"))
            checkWildcardHost(rules, host);
    }
    checkTrustDomain(rules, rules.at(root, "trustDomain"));
    for (const NodeRef alias : rules.items(root, "trustDomainAliases"))
        checkTrustDomain(rules, alias);
    checkCurves(rules, root);
    const NodeRef policy = rules.at(root, "defaultTrafficPolicy");
    const NodeRef detection = rules.at(policy, "outlierDetection");
    // Failover in the mesh works with the outlier detection of each DestinationRule.
    checkLocality(rules, rules.at(root, "localityLbSetting"), true);
    checkZoneAware(rules, rules.at(root, "zoneAwareLbSetting"), true);
    checkConnectionPool(rules, rules.at(policy, "connectionPool"));
    checkOutlierDetection(rules, detection);
    checkInboundRetries(rules, rules.at(root, "defaultInboundHttpRetryPolicy"));
    checkProxySettings(rules, rules.at(root, "defaultConfig"));
}

void checkProxyAnnotation(Rules& rules)
{
    checkProxySettings(rules, rules.root());
}

void checkMeshNetworks(Rules& rules)
{
    for (const auto& [name, network] : rules.entries(rules.at(rules.root(), "networks"))) {
        for (const NodeRef endpoints : rules.items(network, "endpoints")) {
            if (const NodeRef range = rules.at(endpoints, "fromCidr"); range.isValid())
                checkIpOrCidr(rules, range);
            if (const NodeRef registry = rules.at(endpoints, "fromRegistry"); registry.isValid())
                checkPortName(rules, registry);
        }
        for (const NodeRef gateway : rules.items(network, "gateways")) {
            if (const NodeRef service = rules.at(gateway, "registryServiceName"); service.isValid()) {
                if (!isFqdn(rules.text(service)))
                    rules.error(service, "fqdn");
            }
            const NodeRef address = rules.at(gateway, "address");
            if (address.isValid() && !isFqdn(rules.text(address)) && !isIpAddress(rules.text(address)))
                rules.error(address, "address");
        }
    }
}

} // namespace meshdraft::checks::validation
