// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/hostnames.h"

#include <algorithm>

namespace meshdraft::mesh {

namespace {

std::string join(std::string_view ns, std::string_view name)
{
    std::string text(ns);
    text += '/';
    text += name;
    return text;
}

} // namespace

std::string serviceHost(std::string_view name, std::string_view ns)
{
    std::string host(name);
    host += '.';
    host += ns;
    host += clusterDomain;
    return host;
}

std::string fullyQualifiedHost(std::string_view host, std::string_view ns)
{
    if (host.empty() || host == "*" || host.find_first_of(".:") != std::string_view::npos)
        return std::string(host);
    return serviceHost(host, ns);
}

std::string_view namespaceOfServiceHost(std::string_view fqdn)
{
    if (!fqdn.ends_with(clusterDomain))
        return {};
    fqdn.remove_suffix(clusterDomain.size());
    const auto dot = fqdn.find('.');
    if (dot == std::string_view::npos || dot == 0)
        return {};
    const std::string_view ns = fqdn.substr(dot + 1);
    return ns.find('.') == std::string_view::npos ? ns : std::string_view();
}

std::string gatewayReference(std::string_view gateway, std::string_view ns)
{
    if (const auto slash = gateway.find('/'); slash != std::string_view::npos) {
        const std::string_view written = gateway.substr(0, slash);
        return join(written == "." ? ns : written, gateway.substr(slash + 1));
    }
    const auto dot = gateway.find('.');
    if (dot == std::string_view::npos)
        return join(ns, gateway);
    const std::string_view rest = gateway.substr(dot + 1);
    return join(rest.substr(0, rest.find('.')), gateway.substr(0, dot));
}

bool hasPlaceholder(std::string_view name)
{
    return !std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || std::string_view("._-*:/~").contains(c);
    });
}

bool isFilledInLater(std::string_view text)
{
    return text.contains("${") || text.contains("$(") || text.contains("{{") || text.starts_with("ENC[");
}

} // namespace meshdraft::mesh
