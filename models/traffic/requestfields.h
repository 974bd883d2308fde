// SPDX-License-Identifier: Apache-2.0
// Requests as people write them, on the command line and in files of tests.
#pragma once

#include "models/source/error.h"
#include "models/traffic/request.h"

#include <optional>
#include <string>
#include <string_view>

namespace meshdraft::traffic {

/// "shop/web", "gateway:edge/shop-gw", "outside", "namespace:shop", "shop/Deployment:web"; nothing for other text.
std::optional<Origin> originFrom(std::string_view text);
std::string originName(const Origin& origin);

/// "http", "http2", "grpc", "tcp".
std::optional<Protocol> protocolFrom(std::string_view text);
/// "none", "tls", "mutual".
std::optional<CallerTls> callerTlsFrom(std::string_view text);
std::string_view callerTlsName(CallerTls tls);

/// Sets path and query from "/cart?x=1".
void setTarget(Request& request, std::string_view target);
/// "/cart?x=1".
std::string targetOf(const Request& request);

/// Sets a claim of the token: iss, sub, aud and azp have fields of their own; a value is added to those it has.
void addClaim(Token& token, std::string_view name, std::string value);

/// "GET reviews/cart from shop/web": what a request is called where it has no name.
std::string titleOf(const Request& request);

} // namespace meshdraft::traffic
