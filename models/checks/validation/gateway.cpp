// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/common.h"
#include "models/checks/validation/kindrules.h"
#include "models/checks/validation/primitives.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks::validation {

namespace {

constexpr std::string_view unixScheme = "unix://";

/// Istio makes such a Gateway of one of the Gateway API, with a name of its own.
bool isConverted(const mesh::Resource& resource)
{
    return std::ranges::any_of(resource.annotations,
                               [](const auto& entry) { return entry.first.starts_with("internal.istio.io/"); });
}

void checkServerHost(Rules& rules, NodeRef host)
{
    std::string_view name = rules.text(host);
    if (const auto slash = name.find('/'); slash != std::string_view::npos) {
        const std::string_view ns = name.substr(0, slash);
        name.remove_prefix(slash + 1);
        if (ns != "*" && ns != "." && !isDnsLabel(ns))
            return rules.error(host, "hostNamespace", {ns});
    }
    if (isIpAddress(name))
        return;
    if (name != "*" && !name.contains('.')) {
        rules.error(host, "hostShort", {name});
    } else if (!isWildcardDomain(name)) {
        rules.error(host, "host");
    } else if (isPartialWildcard(name)) {
        rules.error(host, "hostPartial", {name});
    }
}

void checkBind(Rules& rules, NodeRef server, NodeRef number)
{
    const NodeRef bind = rules.at(server, "bind");
    const std::string_view text = rules.text(bind);
    const auto port = rules.number(number);
    if (text.starts_with(unixScheme)) {
        if (!isUnixPath(text.substr(unixScheme.size())))
            rules.error(bind, "unixPath");
        if (port.value_or(0) != 0)
            rules.error(number, "unixPort");
        return;
    }
    if (Rules::isFilled(bind) && !isIpAddress(text))
        rules.error(bind, "ip");
    if (port && *port == 0 && !rules.isUnknown(bind))
        rules.error(number, "port");
}

void checkServerProtocol(Rules& rules, NodeRef server, NodeRef protocol)
{
    const NodeRef tls = rules.at(server, "tls");
    const PortProtocol kind = portProtocol(rules.text(protocol));
    if (kind == PortProtocol::Unknown)
        return;
    if (!tls.isValid()) {
        if (kind == PortProtocol::Tls)
            rules.error(server, "tlsMissing", {rules.text(protocol)});
        return;
    }
    if (const NodeRef redirect = rules.at(tls, "httpsRedirect");
        rules.isTrue(tls, "httpsRedirect") && kind != PortProtocol::Http)
        rules.warning(redirect, "redirectProtocol", {rules.text(protocol)});
    if (kind == PortProtocol::Http) {
        for (const std::string_view key : {"mode", "serverCertificate", "privateKey", "caCertificates",
                                           "tlsCertificates", "credentialName", "credentialNames"}) {
            const NodeRef node = rules.at(tls, key);
            if (Rules::isFilled(node) && !(key == "mode" && rules.text(node) == "PASSTHROUGH"))
                return rules.error(node, "tlsPlain", {rules.text(protocol)});
        }
    } else if (kind != PortProtocol::Tls) {
        rules.error(tls, "tlsPlain", {rules.text(protocol)});
    } else {
        checkServerTls(rules, tls);
    }
}

void checkServer(Rules& rules, NodeRef server)
{
    requireFilled(rules, server, "hosts", true);
    for (const NodeRef host : rules.items(server, "hosts"))
        checkServerHost(rules, host);
    const NodeRef port = rules.at(server, "port");
    if (!port.resolved().isMapping())
        return;
    const NodeRef protocol = rules.at(port, "protocol");
    checkProtocol(rules, protocol, false);
    requireFilled(rules, port, "name", true);
    if (const NodeRef target = rules.at(port, "targetPort"); rules.number(target).value_or(0) > 0)
        rules.error(target, "targetPort");
    checkBind(rules, server, rules.at(port, "number"));
    checkServerProtocol(rules, server, protocol);
}

} // namespace

void checkGateway(Rules& rules)
{
    const NodeRef spec = rules.spec();
    if (const std::string& name = rules.resource().key.name; !isConverted(rules.resource()) && !isDnsLabel(name))
        rules.error(rules.at(rules.root(), {"metadata", "name"}), "dnsLabel");
    if (!spec.isValid())
        return;
    const NodeRef servers = rules.at(spec, "servers");
    requireFilled(rules, spec, "servers");
    std::vector<NodeRef> names;
    for (const NodeRef server : rules.items(servers)) {
        if (!server.resolved().isMapping())
            continue;
        if (const NodeRef name = rules.at(server, {"port", "name"}); name.isValid())
            names.push_back(name);
        checkServer(rules, server);
    }
    checkUnique(rules, names);
}

} // namespace meshdraft::checks::validation
