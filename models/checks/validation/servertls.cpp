// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/common.h"

#include <algorithm>
#include <array>

namespace meshdraft::checks::validation {

namespace {

constexpr auto certificateFields = std::to_array<std::string_view>(
    {"serverCertificate", "privateKey", "caCertificates", "tlsCertificates", "credentialName", "credentialNames"});

bool isCipher(std::string_view name)
{
    static constexpr auto names = std::to_array<std::string_view>({
        "ECDHE-ECDSA-AES128-GCM-SHA256",
        "ECDHE-RSA-AES128-GCM-SHA256",
        "ECDHE-ECDSA-AES256-GCM-SHA384",
        "ECDHE-RSA-AES256-GCM-SHA384",
        "ECDHE-ECDSA-CHACHA20-POLY1305",
        "ECDHE-RSA-CHACHA20-POLY1305",
        "ECDHE-ECDSA-AES128-SHA",
        "ECDHE-RSA-AES128-SHA",
        "ECDHE-ECDSA-AES256-SHA",
        "ECDHE-RSA-AES256-SHA",
        "AES128-GCM-SHA256",
        "AES256-GCM-SHA384",
        "AES128-SHA",
        "AES256-SHA",
        "DES-CBC3-SHA",
    });
    // Groups and operators of OpenSSL ("ALL", "!X", "[A|B]") are passed on as they are.
    const auto isPlain = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    };
    return name.empty() || name == "ALL" || !isPlain(name.front()) || std::ranges::contains(names, name);
}

void checkCiphers(Rules& rules, NodeRef tls)
{
    const NodeRef ciphers = rules.at(tls, "cipherSuites");
    const NodeRef version = rules.at(tls, "minProtocolVersion");
    const std::string_view oldest = rules.text(version);
    if ((oldest == "TLSV1_0" || oldest == "TLSV1_1") && !Rules::isFilled(ciphers))
        rules.warning(version, "tlsOldVersion");
    std::vector<std::string_view> seen;
    for (const NodeRef cipher : rules.items(ciphers)) {
        const std::string_view text = rules.text(cipher);
        if (!isCipher(text)) {
            rules.warning(cipher, "cipherUnknown");
        } else if (std::ranges::contains(seen, text)) {
            rules.warning(cipher, "cipherTwice");
        } else {
            seen.push_back(text);
        }
    }
}

/// A certificate comes from one place. What the table says of pairs is not said again.
void checkOneSource(Rules& rules, NodeRef tls)
{
    const auto has = [&](std::string_view key) { return Rules::isFilled(rules.at(tls, key)); };
    if (has("serverCertificate") || has("privateKey")) {
        for (const std::string_view key : {"credentialName", "credentialNames", "tlsCertificates"}) {
            if (has(key)) {
                forbidTogether(rules, rules.at(tls, key),
                               has("serverCertificate") ? "serverCertificate" : "privateKey");
                return;
            }
        }
    }
    if (has("credentialName") && has("tlsCertificates"))
        forbidTogether(rules, rules.at(tls, "tlsCertificates"), "credentialName");
}

/// Certificate and key of files.
void checkFiles(Rules& rules, NodeRef tls)
{
    const NodeRef list = rules.at(tls, "tlsCertificates");
    if (!Rules::isFilled(list)) {
        requireFilled(rules, tls, "serverCertificate");
        requireFilled(rules, tls, "privateKey");
        return;
    }
    for (const NodeRef certificate : rules.items(list)) {
        requireFilled(rules, certificate, "serverCertificate");
        requireFilled(rules, certificate, "privateKey");
    }
}

} // namespace

void checkServerTls(Rules& rules, NodeRef tls)
{
    if (!tls.resolved().isMapping())
        return;
    const NodeRef modeNode = rules.at(tls, "mode");
    if (rules.isUnknown(modeNode))
        return;
    const std::string_view mode = rules.text(modeNode);
    checkCiphers(rules, tls);
    const auto has = [&](std::string_view key) { return Rules::isFilled(rules.at(tls, key)); };
    if (mode == "ISTIO_MUTUAL") {
        for (const std::string_view key : certificateFields) {
            if (has(key))
                rules.error(rules.at(tls, key), "tlsMeshCertificate");
        }
        return;
    }
    if (mode.empty() || mode == "PASSTHROUGH" || mode == "AUTO_PASSTHROUGH") {
        for (const std::string_view key : certificateFields) {
            if (has(key))
                rules.warning(rules.at(tls, key), "tlsPassthrough", {mode.empty() ? "PASSTHROUGH" : mode});
        }
    }
    checkOneSource(rules, tls);
    const bool isMutual = mode == "MUTUAL" || mode == "OPTIONAL_MUTUAL";
    const NodeRef revoked = rules.at(tls, "caCrl");
    const bool hasCredential = has("credentialName") || has("credentialNames");
    if (mode == "SIMPLE" || isMutual) {
        if (hasCredential)
            return;
        checkFiles(rules, tls);
        if (isMutual)
            requireFilled(rules, tls, "caCertificates");
    }
    if (Rules::isFilled(revoked) && hasCredential) {
        forbidTogether(rules, revoked, "credentialName");
    } else if (Rules::isFilled(revoked) && mode == "SIMPLE") {
        rules.error(revoked, "crlSimple");
    }
}

} // namespace meshdraft::checks::validation
