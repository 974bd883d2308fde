// SPDX-License-Identifier: Apache-2.0
// The options of curl, and what they say of a request.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace meshdraft::traffic {

/// What an option means here.
enum class CurlOption : std::uint8_t {
    Ignored, ///< says nothing about the request's way
    IgnoredValue, ///< the same, with a value
    Method,
    Header,
    Data,
    DataUrlEncoded,
    Json,
    Form,
    Upload,
    Get,
    Head,
    User,
    Bearer,
    Cookie,
    Agent,
    Referer,
    Resolve,
    ConnectTo,
    Url,
    RequestTarget,
    Http1,
    Http2,
    Next,
};

/// How an option is written.
struct CurlSpelling {
    char letter; ///< '\0': long only
    std::string_view name;
    CurlOption option;
};

/// True where the next word is its value.
constexpr bool takesValue(CurlOption option)
{
    return option != CurlOption::Ignored && option != CurlOption::Get && option != CurlOption::Head
        && option != CurlOption::Http1 && option != CurlOption::Http2 && option != CurlOption::Next;
}

/// Every option that is known (curl.se/docs/manpage.html).
inline constexpr auto curlOptions = std::to_array<CurlSpelling>({
    {'X', "request", CurlOption::Method},
    {'H', "header", CurlOption::Header},
    {'d', "data", CurlOption::Data},
    {'\0', "data-ascii", CurlOption::Data},
    {'\0', "data-raw", CurlOption::Data},
    {'\0', "data-binary", CurlOption::Data},
    {'\0', "data-urlencode", CurlOption::DataUrlEncoded},
    {'\0', "json", CurlOption::Json},
    {'F', "form", CurlOption::Form},
    {'\0', "form-string", CurlOption::Form},
    {'T', "upload-file", CurlOption::Upload},
    {'G', "get", CurlOption::Get},
    {'I', "head", CurlOption::Head},
    {'u', "user", CurlOption::User},
    {'\0', "oauth2-bearer", CurlOption::Bearer},
    {'b', "cookie", CurlOption::Cookie},
    {'A', "user-agent", CurlOption::Agent},
    {'e', "referer", CurlOption::Referer},
    {'\0', "resolve", CurlOption::Resolve},
    {'\0', "connect-to", CurlOption::ConnectTo},
    {'\0', "url", CurlOption::Url},
    {'\0', "request-target", CurlOption::RequestTarget},
    {'0', "http1.0", CurlOption::Http1},
    {'\0', "http1.1", CurlOption::Http1},
    {'\0', "http2", CurlOption::Http2},
    {'\0', "http2-prior-knowledge", CurlOption::Http2},
    {'\0', "http3", CurlOption::Http2},
    {':', "next", CurlOption::Next},
    {'k', "insecure", CurlOption::Ignored},
    {'s', "silent", CurlOption::Ignored},
    {'S', "show-error", CurlOption::Ignored},
    {'v', "verbose", CurlOption::Ignored},
    {'i', "include", CurlOption::Ignored},
    {'i', "show-headers", CurlOption::Ignored},
    {'L', "location", CurlOption::Ignored},
    {'\0', "location-trusted", CurlOption::Ignored},
    {'f', "fail", CurlOption::Ignored},
    {'\0', "fail-with-body", CurlOption::Ignored},
    {'\0', "fail-early", CurlOption::Ignored},
    {'g', "globoff", CurlOption::Ignored},
    {'N', "no-buffer", CurlOption::Ignored},
    {'n', "netrc", CurlOption::Ignored},
    {'O', "remote-name", CurlOption::Ignored},
    {'J', "remote-header-name", CurlOption::Ignored},
    {'j', "junk-session-cookies", CurlOption::Ignored},
    {'a', "append", CurlOption::Ignored},
    {'q', "disable", CurlOption::Ignored},
    {'#', "progress-bar", CurlOption::Ignored},
    {'4', "ipv4", CurlOption::Ignored},
    {'6', "ipv6", CurlOption::Ignored},
    {'1', "tlsv1", CurlOption::Ignored},
    {'\0', "tlsv1.0", CurlOption::Ignored},
    {'\0', "tlsv1.1", CurlOption::Ignored},
    {'\0', "tlsv1.2", CurlOption::Ignored},
    {'\0', "tlsv1.3", CurlOption::Ignored},
    {'\0', "compressed", CurlOption::Ignored},
    {'\0', "path-as-is", CurlOption::Ignored},
    {'\0', "no-progress-meter", CurlOption::Ignored},
    {'\0', "no-keepalive", CurlOption::Ignored},
    {'\0', "no-alpn", CurlOption::Ignored},
    {'\0', "raw", CurlOption::Ignored},
    {'\0', "anyauth", CurlOption::Ignored},
    {'\0', "basic", CurlOption::Ignored},
    {'\0', "digest", CurlOption::Ignored},
    {'\0', "negotiate", CurlOption::Ignored},
    {'\0', "ssl", CurlOption::Ignored},
    {'\0', "ssl-reqd", CurlOption::Ignored},
    {'\0', "tcp-nodelay", CurlOption::Ignored},
    {'\0', "tcp-fastopen", CurlOption::Ignored},
    {'\0', "retry-connrefused", CurlOption::Ignored},
    {'\0', "retry-all-errors", CurlOption::Ignored},
    {'\0', "styled-output", CurlOption::Ignored},
    {'\0', "create-dirs", CurlOption::Ignored},
    {'\0', "trace-time", CurlOption::Ignored},
    {'\0', "parallel", CurlOption::Ignored},
    {'\0', "post301", CurlOption::Ignored},
    {'\0', "post302", CurlOption::Ignored},
    {'\0', "post303", CurlOption::Ignored},
    {'\0', "haproxy-protocol", CurlOption::Ignored},
    {'o', "output", CurlOption::IgnoredValue},
    {'\0', "output-dir", CurlOption::IgnoredValue},
    {'w', "write-out", CurlOption::IgnoredValue},
    {'m', "max-time", CurlOption::IgnoredValue},
    {'\0', "connect-timeout", CurlOption::IgnoredValue},
    {'\0', "retry", CurlOption::IgnoredValue},
    {'\0', "retry-delay", CurlOption::IgnoredValue},
    {'\0', "retry-max-time", CurlOption::IgnoredValue},
    {'\0', "max-redirs", CurlOption::IgnoredValue},
    {'\0', "max-filesize", CurlOption::IgnoredValue},
    {'\0', "limit-rate", CurlOption::IgnoredValue},
    {'\0', "keepalive-time", CurlOption::IgnoredValue},
    {'\0', "cacert", CurlOption::IgnoredValue},
    {'\0', "capath", CurlOption::IgnoredValue},
    {'E', "cert", CurlOption::IgnoredValue},
    {'\0', "cert-type", CurlOption::IgnoredValue},
    {'\0', "key", CurlOption::IgnoredValue},
    {'\0', "key-type", CurlOption::IgnoredValue},
    {'\0', "pass", CurlOption::IgnoredValue},
    {'\0', "ciphers", CurlOption::IgnoredValue},
    {'\0', "tls13-ciphers", CurlOption::IgnoredValue},
    {'\0', "tls-max", CurlOption::IgnoredValue},
    {'\0', "pinnedpubkey", CurlOption::IgnoredValue},
    {'\0', "interface", CurlOption::IgnoredValue},
    {'\0', "dns-servers", CurlOption::IgnoredValue},
    {'\0', "doh-url", CurlOption::IgnoredValue},
    {'\0', "unix-socket", CurlOption::IgnoredValue},
    {'\0', "noproxy", CurlOption::IgnoredValue},
    {'\0', "proxy-header", CurlOption::IgnoredValue},
    {'U', "proxy-user", CurlOption::IgnoredValue},
    {'x', "proxy", CurlOption::IgnoredValue},
    {'c', "cookie-jar", CurlOption::IgnoredValue},
    {'D', "dump-header", CurlOption::IgnoredValue},
    {'K', "config", CurlOption::IgnoredValue},
    {'r', "range", CurlOption::IgnoredValue},
    {'z', "time-cond", CurlOption::IgnoredValue},
    {'y', "speed-time", CurlOption::IgnoredValue},
    {'Y', "speed-limit", CurlOption::IgnoredValue},
    {'\0', "stderr", CurlOption::IgnoredValue},
    {'\0', "trace", CurlOption::IgnoredValue},
    {'\0', "trace-ascii", CurlOption::IgnoredValue},
    {'\0', "aws-sigv4", CurlOption::IgnoredValue},
    {'\0', "variable", CurlOption::IgnoredValue},
    {'\0', "url-query", CurlOption::IgnoredValue},
});

} // namespace meshdraft::traffic
