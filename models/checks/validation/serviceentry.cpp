// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/common.h"
#include "models/checks/validation/kindrules.h"
#include "models/checks/validation/primitives.h"

#include <algorithm>

namespace meshdraft::checks::validation {

namespace {

constexpr std::string_view unixScheme = "unix://";

/// What several rules look at.
struct Entry {
    std::vector<NodeRef> hosts;
    std::vector<NodeRef> addresses;
    std::vector<NodeRef> ports;
    std::vector<NodeRef> endpoints;
    std::string_view resolution;
};

void checkHosts(Rules& rules, const Entry& entry)
{
    for (const NodeRef host : entry.hosts) {
        const std::string_view text = rules.text(host);
        if (!isWildcardDomain(text)) {
            rules.error(host, "host");
        } else if (text != "*" && isPartialWildcard(text) && entry.resolution != "DYNAMIC_DNS") {
            rules.warning(host, "hostPartial", {text});
        }
    }
}

void checkPorts(Rules& rules, const Entry& entry)
{
    std::vector<NodeRef> names;
    for (const NodeRef port : entry.ports) {
        const NodeRef name = rules.at(port, "name");
        if (name.isValid()) {
            names.push_back(name);
            checkPortName(rules, name);
        }
        const NodeRef protocol = rules.at(port, "protocol");
        checkProtocol(rules, protocol, true);
    }
    checkUnique(rules, names);
}

/// Without an address, connections of plain TCP cannot be told from those to other services.
void checkAddressless(Rules& rules, const Entry& entry)
{
    const auto& labels = rules.resource().labels;
    const auto label = labels.find("networking.istio.io/enable-autoallocate-ip");
    const bool isAllocated = entry.resolution != "NONE" && (label == labels.end() || label->second != "false");
    if (!entry.addresses.empty() || isAllocated || rules.isUnknown(rules.at(rules.spec(), "addresses")))
        return;
    for (const NodeRef port : entry.ports) {
        const NodeRef protocol = rules.at(port, "protocol");
        if (const std::string_view text = rules.text(protocol);
            !rules.isUnknown(protocol) && (text.empty() || text == "TCP"))
            return rules.warning(protocol.isValid() ? protocol : port, "addressesMissing");
    }
}

/// Endpoint ports by name, and their names.
void checkEndpointPorts(Rules& rules, const Entry& entry, NodeRef endpoint)
{
    for (const auto& [key, number] : rules.entries(rules.at(endpoint, "ports"))) {
        const bool isKnown = std::ranges::any_of(entry.ports, [&](NodeRef port) {
            const NodeRef name = rules.at(port, "name");
            return rules.isUnknown(name) || rules.text(name) == key.value();
        });
        if (!isKnown)
            rules.error(key, "endpointPort", {key.value()});
    }
}

void checkStatic(Rules& rules, const Entry& entry)
{
    for (const NodeRef endpoint : entry.endpoints) {
        const NodeRef address = rules.at(endpoint, "address");
        const std::string_view text = rules.text(address);
        if (text.starts_with(unixScheme)) {
            if (entry.ports.size() != 1)
                rules.error(address, "unixPorts");
        } else if (Rules::isFilled(address) && !isIpAddress(text)) {
            rules.error(address, "endpointAddress");
            checkLabels(rules, rules.at(endpoint, "labels"));
            continue;
        }
        checkEndpoint(rules, endpoint);
        checkEndpointPorts(rules, entry, endpoint);
    }
}

void checkDns(Rules& rules, const Entry& entry)
{
    if (entry.endpoints.empty() && !rules.isUnknown(rules.at(rules.spec(), "endpoints"))) {
        const auto found = std::ranges::find_if(
            entry.hosts, [&](NodeRef host) { return !rules.isUnknown(host) && !isFqdn(rules.text(host)); });
        if (found != entry.hosts.end())
            rules.error(*found, "hostWithoutEndpoints");
    }
    for (const NodeRef endpoint : entry.endpoints) {
        const NodeRef address = rules.at(endpoint, "address");
        const std::string_view text = rules.text(address);
        if (Rules::isFilled(address) && !isIpAddress(text) && !isFqdn(text))
            rules.error(address, "address");
        checkLabels(rules, rules.at(endpoint, "labels"));
        checkEndpointPorts(rules, entry, endpoint);
    }
    const auto tcp = std::ranges::find_if(
        entry.ports, [&](NodeRef port) { return equalsIgnoringCase(rules.text(port, "protocol"), "tcp"); });
    if (!entry.addresses.empty() && tcp != entry.ports.end() && entry.hosts.size() > 1)
        rules.warning(rules.at(*tcp, "protocol"), "tcpHosts");
}

void checkDynamic(Rules& rules, const Entry& entry)
{
    for (const NodeRef host : entry.hosts) {
        if (!rules.text(host).contains('*'))
            rules.error(host, "dynamicHost");
    }
    for (const std::string_view key : {"addresses", "endpoints"}) {
        if (const NodeRef node = rules.at(rules.spec(), key); Rules::isFilled(node))
            rules.error(node, "dynamicHas");
    }
    for (const NodeRef port : entry.ports) {
        const NodeRef protocol = rules.at(port, "protocol");
        const std::string text = lowered(rules.text(protocol));
        if (text != "http" && text != "tls" && text != "grpc" && text != "http2")
            rules.error(protocol.isValid() ? protocol : port, "dynamicProtocol");
    }
    const NodeRef location = rules.at(rules.spec(), "location");
    const auto& labels = rules.resource().labels;
    if (rules.text(location) == "MESH_INTERNAL" && labels.contains("istio.io/use-waypoint"))
        rules.error(location, "dynamicWaypoint");
}

void checkSeveralHosts(Rules& rules, const Entry& entry)
{
    if (entry.hosts.size() < 2 || entry.resolution == "NONE")
        return;
    for (const NodeRef port : entry.ports) {
        const NodeRef protocol = rules.at(port, "protocol");
        const PortProtocol kind = portProtocol(rules.text(protocol));
        if (!rules.isUnknown(protocol) && kind != PortProtocol::Http && kind != PortProtocol::Tls)
            return rules.error(protocol.isValid() ? protocol : port, "severalHosts");
    }
}

} // namespace

void checkServiceEntry(Rules& rules)
{
    const NodeRef spec = rules.spec();
    if (!spec.isValid())
        return;
    const NodeRef selector = rules.at(spec, "workloadSelector");
    if (!checkLabelSelector(rules, selector))
        return;
    const NodeRef resolution = rules.at(spec, "resolution");
    const Entry entry{.hosts = rules.items(spec, "hosts"),
                      .addresses = rules.items(spec, "addresses"),
                      .ports = rules.items(spec, "ports"),
                      .endpoints = rules.items(spec, "endpoints"),
                      .resolution = resolution.isValid() ? rules.text(resolution) : "NONE"};
    checkHosts(rules, entry);
    for (const NodeRef address : entry.addresses)
        checkIpOrCidr(rules, address);
    checkPorts(rules, entry);
    if (!rules.isUnknown(resolution))
        checkAddressless(rules, entry);
    if (entry.resolution == "NONE") {
        if (selector.isValid())
            rules.warning(selector, "selectorNone");
    } else if (entry.resolution == "STATIC") {
        checkStatic(rules, entry);
    } else if (entry.resolution == "DNS" || entry.resolution == "DNS_ROUND_ROBIN") {
        checkDns(rules, entry);
    } else if (entry.resolution == "DYNAMIC_DNS") {
        checkDynamic(rules, entry);
    }
    if (!rules.isUnknown(resolution))
        checkSeveralHosts(rules, entry);
    checkExportTo(rules, rules.at(spec, "exportTo"), Exported::ServiceEntry);
}

} // namespace meshdraft::checks::validation
