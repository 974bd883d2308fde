// SPDX-License-Identifier: Apache-2.0
// A request as the one line of an address bar.
#pragma once

#include "models/traffic/request.h"

#include <optional>
#include <string>
#include <string_view>

namespace meshdraft::traffic {

/// "https://reviews.example.com:8443/api?page=2": scheme, host, port, path and query of a request. Schemes: "http",
/// "https", "h2c" (HTTP/2 without TLS), "grpc", "grpcs", "tcp", "tls".
std::string addressText(const Request& request);

/// Puts what such a line says into `request`; all other parts of it stay. A method in front ("POST host/path") is taken
/// too; without a scheme it is "http". False, and nothing is changed, where the line names no host or its port is none.
bool takeAddress(std::string_view line, Request& request);

/// "name: value" of a header, with the name in lower case; nothing where there is no name.
std::optional<std::pair<std::string, std::string>> parseHeader(std::string_view line);

} // namespace meshdraft::traffic
