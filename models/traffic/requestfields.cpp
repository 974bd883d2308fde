// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/requestfields.h"

#include "models/traffic/urltext.h"

#include <algorithm>
#include <array>

namespace meshdraft::traffic {
namespace {

constexpr std::array<std::string_view, 3> tlsNames{"none", "tls", "mutual"};

std::optional<std::pair<std::string, std::string>> splitName(std::string_view text)
{
    const auto slash = text.find('/');
    if (slash == 0 || slash == std::string_view::npos || slash + 1 == text.size()
        || text.find('/', slash + 1) != std::string_view::npos)
        return std::nullopt;
    return std::pair(std::string(text.substr(0, slash)), std::string(text.substr(slash + 1)));
}

} // namespace

std::optional<Origin> originFrom(std::string_view text)
{
    constexpr std::string_view gateway = "gateway:";
    constexpr std::string_view ns = "namespace:";
    if (text == "outside")
        return Origin{Origin::Kind::Outside, {}, {}, {}};
    if (text.starts_with(ns) && text.size() > ns.size() && !text.contains('/'))
        return Origin{Origin::Kind::Namespace, std::string(text.substr(ns.size())), {}, {}};
    const bool isGateway = text.starts_with(gateway);
    auto name = splitName(isGateway ? text.substr(gateway.size()) : text);
    if (!name || (!isGateway && name->first.contains(':')))
        return std::nullopt;
    if (isGateway)
        return Origin{Origin::Kind::Gateway, std::move(name->first), std::move(name->second), {}};
    Origin origin{Origin::Kind::Workload, std::move(name->first), std::move(name->second), {}};
    if (const auto colon = origin.name.find(':'); colon != std::string::npos) {
        origin.workloadKind = origin.name.substr(0, colon);
        origin.name.erase(0, colon + 1);
        if (origin.name.empty() || origin.workloadKind.empty())
            return std::nullopt;
    }
    return origin;
}

std::string originName(const Origin& origin)
{
    switch (origin.kind) {
    case Origin::Kind::Workload:
        return origin.ns + "/" + (origin.workloadKind.empty() ? "" : origin.workloadKind + ":") + origin.name;
    case Origin::Kind::Namespace:
        return "namespace:" + origin.ns;
    case Origin::Kind::Gateway:
        return "gateway:" + origin.ns + "/" + origin.name;
    case Origin::Kind::Outside:
        break;
    }
    return "outside";
}

std::optional<Protocol> protocolFrom(std::string_view text)
{
    for (const Protocol protocol : {Protocol::Http, Protocol::Http2, Protocol::Grpc, Protocol::Tcp}) {
        if (protocolName(protocol) == text)
            return protocol;
    }
    return std::nullopt;
}

std::optional<CallerTls> callerTlsFrom(std::string_view text)
{
    const auto* const found = std::ranges::find(tlsNames, text);
    if (found == tlsNames.end())
        return std::nullopt;
    return static_cast<CallerTls>(found - tlsNames.begin());
}

std::string_view callerTlsName(CallerTls tls)
{
    return tlsNames[static_cast<std::size_t>(tls)];
}

void setTarget(Request& request, std::string_view target)
{
    const auto mark = target.find('?');
    request.path = target.substr(0, mark);
    if (mark != std::string_view::npos)
        addQuery(request.query, target.substr(mark + 1));
}

std::string targetOf(const Request& request)
{
    std::string text = request.path;
    char before = '?';
    for (const auto& [name, value] : request.query) {
        text += before;
        text += name;
        if (!value.empty())
            text.append("=").append(value);
        before = '&';
    }
    return text;
}

void addClaim(Token& token, std::string_view name, std::string value)
{
    if (name == "iss") {
        token.issuer = std::move(value);
    } else if (name == "sub") {
        token.subject = std::move(value);
    } else if (name == "aud") {
        token.audiences.push_back(std::move(value));
    } else if (name == "azp") {
        token.presenter = std::move(value);
    } else {
        token.claims[std::string(name)].push_back(std::move(value));
    }
}

std::string titleOf(const Request& request)
{
    std::string text = request.protocol == Protocol::Tcp ? "TCP " + request.host
                                                         : request.method + " " + request.host + targetOf(request);
    if (request.protocol == Protocol::Tcp && request.port != 0)
        text += ":" + std::to_string(request.port);
    return text + " from " + originName(request.from);
}

} // namespace meshdraft::traffic
