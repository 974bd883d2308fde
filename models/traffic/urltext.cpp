// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/urltext.h"

#include <algorithm>
#include <charconv>

namespace meshdraft::traffic {
namespace {

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

bool isHostCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '.'
        || c == '_';
}

std::size_t authorityStart(std::string_view text)
{
    const auto scheme = text.find("://");
    return scheme == std::string_view::npos || scheme > text.find_first_of("/?#@") ? 0 : scheme + 3;
}

std::unexpected<Error> badUrl(std::string_view text)
{
    return std::unexpected(Error{.code = "paste.url", .args = {withoutUserInfo(text)}, .where = {}});
}

} // namespace

Expected<Url> parseUrl(std::string_view text)
{
    constexpr std::uint32_t lastPort = 65535;
    Url url;
    const std::size_t start = authorityStart(text);
    if (start > 0) {
        const std::string scheme = lower(text.substr(0, start - 3));
        url.isTls = scheme == "https" || scheme == "wss";
        if (!url.isTls && scheme != "http" && scheme != "ws")
            return std::unexpected(Error{.code = "paste.scheme", .args = {scheme}, .where = {}});
    }
    std::string_view rest = text.substr(start);
    rest = rest.substr(0, rest.find('#'));
    const auto end = std::min(rest.find_first_of("/?"), rest.size());
    std::string_view authority = rest.substr(0, end);
    rest = rest.substr(end);
    if (const auto at = authority.rfind('@'); at != std::string_view::npos) {
        url.hasUserInfo = true;
        authority = authority.substr(at + 1);
    }
    std::string_view port;
    if (authority.starts_with('[')) {
        const auto close = authority.find(']');
        if (close == std::string_view::npos)
            return badUrl(text);
        url.host = lower(authority.substr(1, close - 1));
        port = authority.substr(close + 1);
        if (!port.empty() && !port.starts_with(':'))
            return badUrl(text);
    } else {
        const auto colon = authority.find(':');
        url.host = lower(authority.substr(0, colon));
        port = colon == std::string_view::npos ? std::string_view() : authority.substr(colon);
        if (!std::ranges::all_of(url.host, isHostCharacter))
            return badUrl(text);
    }
    if (url.host.empty())
        return badUrl(text);
    if (port.size() > 1) {
        const std::string_view digits = port.substr(1);
        const auto [last, error] = std::from_chars(digits.data(), digits.data() + digits.size(), url.port);
        if (error != std::errc() || last != digits.data() + digits.size() || url.port == 0 || url.port > lastPort)
            return std::unexpected(Error{.code = "paste.port", .args = {std::string(digits)}, .where = {}});
    }
    const auto mark = rest.find('?');
    if (mark != 0 && !rest.empty())
        url.path = rest.substr(0, mark);
    if (mark != std::string_view::npos)
        url.query = rest.substr(mark + 1);
    return url;
}

std::string withoutUserInfo(std::string_view text)
{
    const std::size_t start = authorityStart(text);
    const std::string_view authority = text.substr(start, text.find_first_of("/?#", start) - start);
    const auto at = authority.rfind('@');
    if (at == std::string_view::npos)
        return std::string(text);
    return std::string(text.substr(0, start)).append(text.substr(start + at + 1));
}

void addQuery(std::multimap<std::string, std::string, std::less<>>& query, std::string_view text)
{
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const std::string_view one = text.substr(0, end);
        const auto equals = std::min(one.find('='), one.size());
        if (!one.empty())
            query.emplace(one.substr(0, equals), equals < one.size() ? one.substr(equals + 1) : std::string_view());
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

std::string percentEncoded(std::string_view text)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string result;
    for (const char c : text) {
        if ((isHostCharacter(c) && c != ':') || c == '~') {
            result += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        result += '%';
        result += digits[byte >> 4U];
        result += digits[byte & 0xFU];
    }
    return result;
}

} // namespace meshdraft::traffic
