// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/traffic/authorization.h"

#include <cstdint>
#include <string>

namespace meshdraft::traffic {

/// Three-valued: files do not know addresses and some attributes.
enum class Truth : std::uint8_t { No, Unknown, Yes };

/// How a rule fares with a request.
struct RuleFit {
    Truth truth = Truth::Yes;
    int failed = 0; ///< fields that do not hold, of the alternative that comes nearest
    std::string failedField; ///< the first of them: "from.source.principals"
};

/// Whether a rule of an AuthorizationPolicy matches. Over plain TCP, fields of HTTP make an ALLOW rule never match and
/// are left out of other rules (istio.io, Authorization Policy, "HTTP and TCP").
RuleFit fitOf(const mesh::AuthorizationPolicy::Rule& rule, const Request& request, const Guarded& guarded,
              bool isAllow);

/// What a condition's key asks for: "request.headers[x]" -> "x", "request.auth.claims[a][b]" -> "a.b".
std::string conditionName(std::string_view key);

/// One value of a list against a text: exact, "prefix*", "*suffix", "*" (present).
bool meetsValue(std::string_view pattern, std::string_view text);
/// The same for a path, with the templates {*} and {**} (istio.io, Authorization Policy, Operation.paths).
bool meetsPath(std::string_view pattern, std::string_view path);

} // namespace meshdraft::traffic
