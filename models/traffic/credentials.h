// SPDX-License-Identifier: Apache-2.0
// Keeps tokens, cookies and credentials out of what is stored.
#pragma once

#include "models/traffic/request.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meshdraft::traffic {

/// Stands where a secret stood.
inline constexpr std::string_view replacedValue = "replaced";

/// True for names of headers, parameters and claims whose values are secrets ("authorization", "x-api-key").
bool isSecretName(std::string_view name);

/// True for text in the form of a JSON Web Token.
bool isToken(std::string_view text);

/// The claims of a JSON Web Token; its signature is not looked at. Nothing when it cannot be read.
std::optional<Token> decodeToken(std::string_view text);

/// Replaces secrets in headers, query and path of a request; the first token found becomes `token`. Returns what was
/// replaced, by name, sorted.
std::vector<std::string> replaceSecrets(Request& request);

} // namespace meshdraft::traffic
