// SPDX-License-Identifier: Apache-2.0
// RequestAuthentication, PeerAuthentication and ProxyConfig.
#include "models/checks/validation/common.h"
#include "models/checks/validation/kindrules.h"
#include "models/checks/validation/primitives.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace meshdraft::checks::validation {

namespace {

/// False where the port in an address is no port.
bool hasGoodPort(std::string_view url)
{
    const auto scheme = url.find("://");
    if (scheme == std::string_view::npos)
        return true; // in the table
    std::string_view host = url.substr(scheme + 3);
    host = host.substr(0, host.find_first_of("/?#"));
    if (const auto at = host.rfind('@'); at != std::string_view::npos)
        host.remove_prefix(at + 1);
    const auto colon = host.rfind(':');
    if (colon == std::string_view::npos || host.ends_with(']'))
        return true;
    const auto port = integerIn(host.substr(colon + 1));
    return port && *port >= 1 && *port <= 65535;
}

void checkKeys(Rules& rules, NodeRef node)
{
    const std::string_view text = rules.text(node);
    if (text.empty())
        return;
    const QByteArray bytes = QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    const QJsonValue keys = document.object().value(QLatin1StringView("keys"));
    if (!keys.isArray())
        return rules.error(node, "jwks");
    for (const QJsonValue key : keys.toArray()) {
        const QJsonObject parts = key.toObject();
        if (parts.contains(QLatin1StringView("d")) || parts.value(QLatin1StringView("kty")).toString() == u"oct")
            return rules.warning(node, "jwksPrivate");
    }
}

void checkJwtRule(Rules& rules, NodeRef rule)
{
    const NodeRef address = rules.at(rule, "jwksUri");
    if (!rules.at(rule, "issuer").isValid() && !address.isValid() && !rules.at(rule, "jwks_uri").isValid())
        rules.error(rule, "jwtSource");
    for (const std::string_view key : {"jwksUri", "jwks_uri"}) {
        if (const NodeRef node = rules.at(rule, key); !hasGoodPort(rules.text(node)))
            rules.error(node, "urlPort");
    }
    checkKeys(rules, rules.at(rule, "jwks"));
    checkDuration(rules, rules.at(rule, "timeout"));
}

} // namespace

void checkRequestAuthentication(Rules& rules)
{
    const NodeRef spec = rules.spec();
    checkPolicyTarget(rules, spec);
    for (const NodeRef rule : rules.items(spec, "jwtRules")) {
        if (rule.resolved().isMapping())
            checkJwtRule(rules, rule);
    }
}

void checkPeerAuthentication(Rules& rules)
{
    // That modes of single ports need labels is in the table.
    if (!rules.at(rules.spec(), "portLevelMtls").isValid())
        checkMatchLabels(rules, rules.at(rules.spec(), "selector"));
}

void checkProxyConfig(Rules& rules)
{
    checkMatchLabels(rules, rules.at(rules.spec(), "selector"));
}

} // namespace meshdraft::checks::validation
