// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/requestaddress.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace meshdraft::traffic {

namespace {

struct Scheme {
    std::string_view name;
    Protocol protocol;
    CallerTls tls;
};
constexpr std::array schemes{
    Scheme{"http", Protocol::Http, CallerTls::None}, Scheme{"https", Protocol::Http, CallerTls::Tls},
    Scheme{"h2c", Protocol::Http2, CallerTls::None}, Scheme{"grpc", Protocol::Grpc, CallerTls::None},
    Scheme{"grpcs", Protocol::Grpc, CallerTls::Tls}, Scheme{"tcp", Protocol::Tcp, CallerTls::None},
    Scheme{"tls", Protocol::Tcp, CallerTls::Tls},
};

std::string_view trimmed(std::string_view text)
{
    const auto first = text.find_first_not_of(" \t\r\n");
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

bool isMethod(std::string_view word)
{
    return !word.empty() && word.size() <= 16
        && std::ranges::all_of(word, [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; });
}

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : c; });
    return result;
}

/// HTTP/2 with TLS has no scheme of its own.
const Scheme& schemeOf(const Request& request)
{
    const bool isPlain = request.tls == CallerTls::None;
    const Protocol protocol = request.protocol == Protocol::Http2 && !isPlain ? Protocol::Http : request.protocol;
    return *std::ranges::find_if(schemes, [&](const Scheme& scheme) {
        return scheme.protocol == protocol && (scheme.tls == CallerTls::None) == isPlain;
    });
}

struct Authority {
    std::string_view host;
    std::uint32_t port = 0;
};

std::optional<Authority> parseAuthority(std::string_view text)
{
    Authority parts{.host = text};
    std::string_view port;
    if (text.starts_with('[')) {
        const auto end = text.find(']');
        if (end == std::string_view::npos)
            return std::nullopt;
        parts.host = text.substr(1, end - 1);
        port = text.substr(end + 1);
        if (!port.empty() && !port.starts_with(':'))
            return std::nullopt;
    } else if (const auto colon = text.find(':'); colon != std::string_view::npos) {
        parts.host = text.substr(0, colon);
        port = text.substr(colon);
    }
    if (port.size() > 1) {
        const auto [end, error] = std::from_chars(port.data() + 1, port.data() + port.size(), parts.port);
        if (error != std::errc() || end != port.data() + port.size() || parts.port == 0 || parts.port > 65535)
            return std::nullopt;
    }
    if (parts.host.empty() || parts.host.find_first_of(" \t\"'<>") != std::string_view::npos)
        return std::nullopt;
    return parts;
}

void takeQuery(std::string_view text, Request& request)
{
    request.query.clear();
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const std::string_view pair = text.substr(0, end);
        const auto equals = std::min(pair.find('='), pair.size());
        if (!pair.empty())
            request.query.emplace(pair.substr(0, equals), pair.substr(std::min(equals + 1, pair.size())));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

} // namespace

std::string addressText(const Request& request)
{
    if (request.host.empty())
        return {};
    std::string text(schemeOf(request).name);
    const bool isAddress6 = request.host.contains(':');
    text += "://" + (isAddress6 ? "[" + request.host + "]" : request.host);
    if (request.port != 0)
        text += ":" + std::to_string(request.port);
    if (request.protocol == Protocol::Tcp)
        return text;
    text += request.path.empty() ? "/" : request.path;
    char separator = '?';
    for (const auto& [name, value] : request.query) {
        text += separator + name + (value.empty() ? "" : "=" + value);
        separator = '&';
    }
    return text;
}

bool takeAddress(std::string_view line, Request& request)
{
    std::string_view rest = trimmed(line);
    std::string_view method;
    if (const auto space = rest.find(' '); space != std::string_view::npos && isMethod(rest.substr(0, space))) {
        method = rest.substr(0, space);
        rest = trimmed(rest.substr(space));
    }
    const Scheme* scheme = &schemes.front();
    if (const auto colon = rest.find("://"); colon != std::string_view::npos) {
        const std::string name = lower(rest.substr(0, colon));
        scheme = std::ranges::find(schemes, name, &Scheme::name);
        if (scheme == schemes.end())
            return false;
        rest.remove_prefix(colon + 3);
    }
    rest = rest.substr(0, rest.find('#'));
    const auto pathAt = std::min(rest.find_first_of("/?"), rest.size());
    const auto authority = parseAuthority(rest.substr(0, pathAt));
    if (!authority)
        return false;
    const std::string_view target = rest.substr(pathAt);
    const auto queryAt = std::min(target.find('?'), target.size());
    request.protocol = scheme->protocol;
    // The mesh's own certificates are no part of an address.
    if (scheme->tls == CallerTls::None || request.tls == CallerTls::None)
        request.tls = scheme->tls;
    request.host = authority->host;
    request.port = authority->port;
    request.path = queryAt == 0 ? "/" : target.substr(0, queryAt);
    takeQuery(target.substr(std::min(queryAt + 1, target.size())), request);
    if (!method.empty())
        request.method = method;
    return true;
}

std::optional<std::pair<std::string, std::string>> parseHeader(std::string_view line)
{
    const auto colon = std::min(line.find(':', line.starts_with(':') ? 1 : 0), line.size());
    const std::string name = lower(trimmed(line.substr(0, colon)));
    if (name.empty() || name.find_first_of(" \t\"") != std::string::npos)
        return std::nullopt;
    return std::pair(name, std::string(trimmed(line.substr(std::min(colon + 1, line.size())))));
}

} // namespace meshdraft::traffic
