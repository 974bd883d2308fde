// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/naming.h"

#include <algorithm>

namespace meshdraft::workspace {

namespace {

bool isWordChar(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/// "name", "name.ns", "name.ns.svc", "name.ns.svc.DOMAIN".
std::optional<std::string> renamedHost(std::string_view host, const mesh::ResourceKey& key, const std::string& name)
{
    if (host == key.name)
        return name;
    const std::string full = key.name + '.' + key.ns;
    if (!host.starts_with(full))
        return std::nullopt;
    const std::string_view rest = host.substr(full.size());
    if (!rest.empty() && rest != ".svc" && !rest.starts_with(".svc."))
        return std::nullopt;
    return name + std::string(host.substr(key.name.size()));
}

} // namespace

bool isResourceName(std::string_view name)
{
    if (name.empty() || name.size() > 253)
        return false;
    char last = '.';
    for (const char c : name) {
        const bool isSeparator = c == '-' || c == '.';
        if (!isWordChar(c) && !isSeparator)
            return false;
        if (isSeparator && (last == '.' || (last == '-' && c == '.')))
            return false;
        last = c;
    }
    return isWordChar(last);
}

std::optional<std::string> renamedReference(std::string_view text, const mesh::ResourceKey& key, std::string_view ns,
                                            const std::string& name)
{
    const bool isOwnNamespace = key.ns == ns || key.ns.empty();
    const auto slash = text.find('/');
    if (slash == std::string_view::npos)
        return renamedHost(text, key, name);
    const std::string_view before = text.substr(0, slash);
    const std::string_view rest = text.substr(slash + 1);
    if (before != key.ns && before != "*" && !(before == "." && isOwnNamespace))
        return std::nullopt;
    const auto renamed = renamedHost(rest, key, name);
    if (!renamed)
        return std::nullopt;
    return std::string(before) + '/' + *renamed;
}

} // namespace meshdraft::workspace
