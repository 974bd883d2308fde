// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/source/error.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace meshdraft::traffic {

/// The parts of an http or https URL; user and password are not kept.
struct Url {
    bool isTls = false;
    bool hasUserInfo = false;
    std::string host; ///< in lower case, an IPv6 address without brackets
    std::uint32_t port = 0; ///< 0: none written
    std::string path = "/";
    std::string query; ///< as written
};

/// Without a scheme it is http, as for curl. Errors: "paste.scheme", "paste.url", "paste.port".
Expected<Url> parseUrl(std::string_view text);

/// The URL without "user:password@".
std::string withoutUserInfo(std::string_view text);

/// Adds "a=1&b" to a query. Values stay as written: proxies compare them so.
void addQuery(std::multimap<std::string, std::string, std::less<>>& query, std::string_view text);

/// Everything but letters, digits and "-._~" as %XX.
std::string percentEncoded(std::string_view text);

} // namespace meshdraft::traffic
