// SPDX-License-Identifier: Apache-2.0
#include "models/checks/validation/primitives.h"

#include <re2/re2.h>

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>
#include <utility>

namespace meshdraft::checks::validation {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isAlphanumeric(char c)
{
    return isLetter(c) || isDigit(c);
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// NAMESPACE_NAME or <namespace>: somebody fills it in before use, so it is no fault.
bool isFilledInByHand(std::string_view label)
{
    if (label.size() > 2 && label.starts_with('<') && label.ends_with('>'))
        return true;
    return label.contains('_')
        && std::ranges::all_of(label, [](char c) { return (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_'; });
}

bool areLabels(std::string_view domain)
{
    for (bool isFirst = true; !domain.empty() || isFirst; isFirst = false) {
        const auto dot = domain.find('.');
        const std::string_view label = domain.substr(0, dot);
        if (!isDnsLabel(label) && !isFilledInByHand(label))
            return false;
        if (dot == std::string_view::npos)
            return !std::ranges::all_of(label, isDigit);
        domain.remove_prefix(dot + 1);
    }
    return true; // a final dot
}

/// A name of at most 63 letters, digits, '-', '_' and '.', with a letter or digit at both ends.
bool isQualifiedName(std::string_view text)
{
    return !text.empty() && text.size() <= 63 && isAlphanumeric(text.front()) && isAlphanumeric(text.back())
        && std::ranges::all_of(text, [](char c) { return isAlphanumeric(c) || c == '-' || c == '_' || c == '.'; });
}

/// 4 or 6 where inet_pton reads the text as an address of that family, else 0.
int ipFamily(std::string_view text)
{
    std::array<char, INET6_ADDRSTRLEN + 1> copy{};
    if (text.empty() || text.size() >= copy.size() || text.find_first_of(".:") == std::string_view::npos)
        return 0;
    std::ranges::copy(text, copy.begin());
    in6_addr address{};
    if (inet_pton(AF_INET, copy.data(), &address) == 1)
        return 4;
    return inet_pton(AF_INET6, copy.data(), &address) == 1 ? 6 : 0;
}

/// Reads the variable behind a percent sign up to the closing one; nothing where it does not close.
std::optional<std::size_t> endOfVariable(std::string_view text, std::size_t at)
{
    while (at < text.size() && (isAlphanumeric(text[at]) || text[at] == '_'))
        ++at;
    if (at < text.size() && text[at] == '(') {
        bool isQuoted = false;
        for (++at; at < text.size() && (isQuoted || text[at] != ')'); ++at) {
            if (text[at] == '\\') {
                ++at;
            } else if (text[at] == '"') {
                isQuoted = !isQuoted;
            }
        }
        if (at >= text.size())
            return std::nullopt;
        ++at;
    }
    while (at < text.size() && text[at] == ' ')
        ++at;
    if (at >= text.size() || text[at] != '%')
        return std::nullopt;
    return at + 1;
}

} // namespace

bool isDnsLabel(std::string_view text)
{
    return !text.empty() && text.size() <= 63 && text.front() != '-' && text.back() != '-'
        && std::ranges::all_of(text, [](char c) { return isAlphanumeric(c) || c == '-'; });
}

bool isFqdn(std::string_view text)
{
    return !text.empty() && text.size() <= 255 && areLabels(text);
}

bool isWildcardDomain(std::string_view text)
{
    if (text.empty() || text.size() > 255)
        return false;
    const auto dot = text.find('.');
    std::string_view first = text.substr(0, dot);
    const bool hasStar = first.starts_with('*');
    if (hasStar)
        first.remove_prefix(first.starts_with("*-") ? 2 : 1);
    if ((!hasStar || !first.empty()) && !isDnsLabel(first) && !isFilledInByHand(first))
        return false;
    return dot == std::string_view::npos || areLabels(text.substr(dot + 1));
}

bool isPartialWildcard(std::string_view text)
{
    return text.contains('*') && text != "*" && !(text.starts_with("*.") && !text.substr(1).contains('*'));
}

bool isOutboundName(std::string_view text)
{
    constexpr std::string_view begin = "outbound_.";
    if (!text.starts_with(begin))
        return false;
    text.remove_prefix(begin.size());
    const auto port = text.find('_');
    if (port == std::string_view::npos || !integerIn(text.substr(0, port)))
        return false;
    // The subset, which may be empty, stands between "_." and "_.".
    text.remove_prefix(port);
    if (!text.starts_with("_."))
        return false;
    const auto host = text.find("_.", 2);
    return host != std::string_view::npos && isFqdn(text.substr(host + 2));
}

bool isIpAddress(std::string_view text)
{
    return ipFamily(text) != 0;
}

bool isIpOrCidr(std::string_view text)
{
    const auto slash = text.find('/');
    const std::string_view address = text.substr(0, slash);
    const int family = ipFamily(address);
    if (family == 0)
        return false;
    if (slash == std::string_view::npos)
        return true;
    const std::string_view prefix = text.substr(slash + 1);
    const auto length = integerIn(prefix);
    return length && std::ranges::all_of(prefix, isDigit) && *length <= (family == 4 ? 32 : 128);
}

bool isUnixPath(std::string_view text)
{
    if (text.starts_with('@'))
        return true;
    return text.size() > 1 && text.starts_with('/') && !text.ends_with('/');
}

bool isHostAndPort(std::string_view text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string_view::npos)
        return false;
    std::string_view host = text.substr(0, colon);
    if (host.starts_with('[') && host.ends_with(']'))
        host = host.substr(1, host.size() - 2);
    const auto port = integerIn(text.substr(colon + 1));
    return port && *port >= 1 && *port <= 65535 && (isFqdn(host) || isIpAddress(host));
}

bool isLabelKey(std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return isQualifiedName(text);
    const std::string_view prefix = text.substr(0, slash);
    return prefix.size() <= 253 && isFqdn(prefix) && isQualifiedName(text.substr(slash + 1));
}

bool isLabelValue(std::string_view text)
{
    return text.empty() || isQualifiedName(text);
}

std::string regexFault(std::string_view expression)
{
    if (expression.find_first_of("()[]{}\\+?*|^$") == std::string_view::npos)
        return {};
    // The same few expressions stand all over a mesh, and compiling one costs more than everything else here.
    thread_local std::unordered_set<std::string> good;
    const std::string text(expression);
    if (good.contains(text))
        return {};
    re2::RE2::Options options;
    options.set_log_errors(false);
    const re2::RE2 regex(text, options);
    if (!regex.ok())
        return regex.error();
    if (good.size() < 1000)
        good.insert(text);
    return {};
}

bool isHttpToken(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) {
        return isAlphanumeric(c) || std::string_view("!#$%&'*+-.^_`|~").contains(c);
    });
}

bool isAuthorityHeader(std::string_view name)
{
    return equalsIgnoringCase(name, "host") || equalsIgnoringCase(name, ":authority");
}

bool isHeaderValue(std::string_view text)
{
    const auto isControl = [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; };
    if (std::ranges::any_of(text, isControl))
        return false;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] != '%') {
            ++at;
        } else if (text.substr(at + 1).starts_with('%')) {
            at += 2;
        } else if (const auto end = endOfVariable(text, at + 1)) {
            at = *end;
        } else {
            return false;
        }
    }
    return true;
}

bool isJwtClaimHeader(std::string_view name)
{
    constexpr std::string_view claims = "@request.auth.claims";
    if (name.size() < claims.size() || !equalsIgnoringCase(name.substr(0, claims.size()), claims))
        return false;
    name.remove_prefix(claims.size());
    if (name.empty() || (name.starts_with('.') && name.size() > 1))
        return true;
    while (name.starts_with('[')) {
        const auto end = name.find(']');
        if (end == std::string_view::npos || end == 1)
            return false;
        name.remove_prefix(end + 1);
    }
    return name.empty();
}

PortProtocol portProtocol(std::string_view text)
{
    static constexpr auto names = std::to_array<std::pair<std::string_view, PortProtocol>>({
        {"http", PortProtocol::Http},
        {"http2", PortProtocol::Http},
        {"grpc", PortProtocol::Http},
        {"grpc-web", PortProtocol::Http},
        {"http_proxy", PortProtocol::Http},
        {"https", PortProtocol::Tls},
        {"tls", PortProtocol::Tls},
        {"tcp", PortProtocol::Tcp},
        {"mongo", PortProtocol::Tcp},
        {"redis", PortProtocol::Tcp},
        {"mysql", PortProtocol::Tcp},
        {"udp", PortProtocol::Udp},
    });
    const auto* const found =
        std::ranges::find_if(names, [&](const auto& name) { return equalsIgnoringCase(name.first, text); });
    return found == names.end() ? PortProtocol::Unknown : found->second;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), lower);
    return result;
}

std::optional<std::int64_t> integerIn(std::string_view text)
{
    std::int64_t number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size())
        return std::nullopt;
    return number;
}

bool equalsIgnoringCase(std::string_view a, std::string_view b)
{
    return std::ranges::equal(a, b, {}, lower, lower);
}

bool isSubsetOf(std::string_view narrow, std::string_view wide)
{
    if (wide.starts_with('*'))
        return narrow.size() >= wide.size() - 1 && narrow.ends_with(wide.substr(1));
    return narrow == wide;
}

} // namespace meshdraft::checks::validation
