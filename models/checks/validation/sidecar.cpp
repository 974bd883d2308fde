// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/common.h"
#include "models/checks/validation/kindrules.h"
#include "models/checks/validation/primitives.h"

#include <algorithm>
#include <map>
#include <set>

namespace meshdraft::checks::validation {

namespace {

constexpr std::string_view unixScheme = "unix://";

void checkTargetPort(Rules& rules, NodeRef port)
{
    if (const NodeRef target = rules.at(port, "targetPort"); rules.number(target).value_or(0) > 0)
        rules.error(target, "targetPort");
}

void checkHttpPool(Rules& rules, NodeRef pool, NodeRef protocol)
{
    checkConnectionPool(rules, pool);
    const PortProtocol kind = portProtocol(rules.text(protocol));
    const NodeRef http = rules.at(pool, "http");
    if (http.isValid() && kind != PortProtocol::Http && kind != PortProtocol::Unknown)
        rules.warning(http, "poolProtocol", {rules.text(protocol)});
}

void checkDefaultEndpoint(Rules& rules, NodeRef endpoint)
{
    const std::string_view text = rules.text(endpoint);
    if (!Rules::isFilled(endpoint))
        return;
    if (text.starts_with(unixScheme)) {
        if (!isUnixPath(text.substr(unixScheme.size())))
            rules.error(endpoint, "unixPath");
        return;
    }
    const auto colon = text.rfind(':');
    std::string_view host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    const bool isOwn = host.empty() || host == "127.0.0.1" || host == "0.0.0.0" || host == "::1" || host == "::";
    const auto port = colon == std::string_view::npos ? std::nullopt : integerIn(text.substr(colon + 1));
    if (!isOwn || !port || *port < 1 || *port > 65535)
        rules.error(endpoint, "defaultEndpoint");
}

void checkIngressTls(Rules& rules, NodeRef tls, NodeRef protocol)
{
    if (!tls.isValid())
        return;
    for (const std::string_view key :
         {"subjectAltNames", "httpsRedirect", "credentialName", "credentialNames", "tlsCertificates"}) {
        const NodeRef node = rules.at(tls, key);
        if (key == "httpsRedirect" ? rules.isTrue(tls, key) : Rules::isFilled(node))
            rules.error(node, "tlsNotInSidecar");
    }
    const NodeRef mode = rules.at(tls, "mode");
    if (const std::string_view text = rules.text(mode); text == "ISTIO_MUTUAL" || text == "AUTO_PASSTHROUGH")
        rules.error(mode, "tlsSidecarMode");
    const PortProtocol kind = portProtocol(rules.text(protocol));
    if (kind != PortProtocol::Tls && kind != PortProtocol::Unknown)
        rules.error(protocol, "tlsSidecarProtocol");
    checkServerTls(rules, tls);
}

void checkIngress(Rules& rules, NodeRef spec)
{
    std::vector<NodeRef> numbers;
    for (const NodeRef listener : rules.items(spec, "ingress")) {
        const NodeRef port = rules.at(listener, "port");
        if (!port.resolved().isMapping())
            continue;
        const NodeRef number = rules.at(port, "number");
        const NodeRef protocol = rules.at(port, "protocol");
        checkTargetPort(rules, port);
        checkPortName(rules, rules.at(port, "name"));
        checkProtocol(rules, protocol, true);
        if (!number.isValid()) {
            rules.error(port, "missing", {"number"});
        } else if (rules.number(number).value_or(1) == 0) {
            rules.error(number, "port");
        } else {
            numbers.push_back(number);
        }
        const NodeRef bind = rules.at(listener, "bind");
        if (Rules::isFilled(bind) && !isIpAddress(rules.text(bind)))
            rules.error(bind, "ip");
        checkDefaultEndpoint(rules, rules.at(listener, "defaultEndpoint"));
        checkIngressTls(rules, rules.at(listener, "tls"), protocol);
        checkHttpPool(rules, rules.at(listener, "connectionPool"), protocol);
    }
    checkUnique(rules, numbers);
}

/// The hosts of one egress listener, by namespace, to find those that say nothing new.
using HostsByNamespace = std::map<std::string_view, std::set<std::string_view>>;

void checkEgressHost(Rules& rules, NodeRef host, HostsByNamespace& seen)
{
    const std::string_view text = rules.text(host);
    if (rules.isUnknown(host))
        return;
    const auto slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size())
        return rules.error(host, "egressHost");
    const std::string_view ns = text.substr(0, slash);
    const std::string_view name = text.substr(slash + 1);
    const std::string_view plain = ns.starts_with('~') ? ns.substr(1) : ns;
    const bool isNone = ns == "~";
    if (!isNone && plain != "*" && plain != "." && !isDnsLabel(plain))
        return rules.error(host, "hostNamespace", {ns});
    if (name != "*" && !name.contains('.')) {
        rules.error(host, "hostShort", {name});
    } else if (!isWildcardDomain(name)) {
        rules.error(host, "host");
    } else if (isPartialWildcard(name)) {
        rules.error(host, "hostPartial", {name});
    }
    auto& before = seen[ns];
    if (before.contains(name) || before.contains("*") || (name == "*" && !before.empty()))
        rules.warning(host, "egressTwice");
    before.insert(name);
}

void checkEgressHosts(Rules& rules, NodeRef listener)
{
    requireFilled(rules, listener, "hosts", true);
    HostsByNamespace seen;
    NodeRef everything;
    for (const NodeRef host : rules.items(listener, "hosts")) {
        checkEgressHost(rules, host, seen);
        if (rules.text(host) == "*/*")
            everything = host;
    }
    if (everything.isValid() && seen.size() > 1)
        rules.warning(everything, "egressEverything");
}

/// A listener on a unix socket: its port is 0 or absent.
void checkUnixListener(Rules& rules, NodeRef listener, NodeRef port, std::vector<NodeRef>& binds)
{
    checkProtocol(rules, rules.at(port, "protocol"), true);
    const NodeRef bind = rules.at(listener, "bind");
    const std::string_view text = rules.text(bind);
    if (!text.starts_with(unixScheme)) {
        rules.error(bind.isValid() ? bind : port, "unixBind");
    } else if (!isUnixPath(text.substr(unixScheme.size()))) {
        rules.error(bind, "unixPath");
    } else {
        binds.push_back(bind);
    }
    const NodeRef mode = rules.at(listener, "captureMode");
    if (rules.text(mode) == "IPTABLES")
        rules.error(mode, "unixCapture");
}

void checkEgress(Rules& rules, NodeRef spec)
{
    const std::vector<NodeRef> listeners = rules.items(spec, "egress");
    std::vector<NodeRef> numbers;
    std::vector<NodeRef> binds;
    bool hasCatchAll = false;
    for (std::size_t i = 0; i < listeners.size(); ++i) {
        const NodeRef listener = listeners[i];
        if (!listener.resolved().isMapping())
            continue;
        const NodeRef port = rules.at(listener, "port");
        if (!port.isValid()) {
            if (hasCatchAll) {
                rules.error(listener, "egressSecondCatchAll");
            } else if (i + 1 != listeners.size()) {
                rules.error(listener, "egressCatchAllLast");
            }
            hasCatchAll = true;
        } else if (port.resolved().isMapping()) {
            const NodeRef number = rules.at(port, "number");
            checkTargetPort(rules, port);
            checkPortName(rules, rules.at(port, "name"));
            if (rules.isUnknown(number)) {
                // Nothing can be said of its kind.
            } else if (rules.number(number).value_or(0) == 0) {
                checkUnixListener(rules, listener, port, binds);
            } else {
                checkProtocol(rules, rules.at(port, "protocol"), true);
                const NodeRef bind = rules.at(listener, "bind");
                if (Rules::isFilled(bind) && !isIpAddress(rules.text(bind)))
                    rules.error(bind, "ip");
                numbers.push_back(number);
            }
        }
        checkEgressHosts(rules, listener);
    }
    checkUnique(rules, numbers);
    checkUnique(rules, binds);
}

void checkOutboundPolicy(Rules& rules, NodeRef policy)
{
    const NodeRef proxy = rules.at(policy, "egressProxy");
    if (!proxy.isValid())
        return;
    const NodeRef mode = rules.at(policy, "mode");
    if (rules.isUnknown(mode))
        return;
    if (rules.text(mode) != "ALLOW_ANY")
        return rules.error(proxy, "egressProxyMode");
    const NodeRef host = rules.at(proxy, "host");
    if (host.isValid() && !isFqdn(rules.text(host)))
        return rules.error(host, "fqdn");
    if (!rules.at(proxy, "port").isValid())
        return rules.error(proxy, "missing", {"port"});
    checkDestination(rules, proxy);
}

} // namespace

void checkSidecar(Rules& rules)
{
    const NodeRef spec = rules.spec();
    if (!checkLabelSelector(rules, rules.at(spec, "workloadSelector")))
        return;
    const auto has = [&](std::string_view key) { return Rules::isFilled(rules.at(spec, key)); };
    if (!has("egress") && !has("ingress") && !rules.at(spec, "outboundTrafficPolicy").isValid()
        && !rules.at(spec, "inboundConnectionPool").isValid())
        return rules.error(spec.isValid() ? spec : rules.root(), "sidecarEmpty");
    checkIngress(rules, spec);
    checkConnectionPool(rules, rules.at(spec, "inboundConnectionPool"));
    checkEgress(rules, spec);
    checkOutboundPolicy(rules, rules.at(spec, "outboundTrafficPolicy"));
}

} // namespace meshdraft::checks::validation
