// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/operations/naming.h"

#include "models/mesh/hostnames.h"

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

namespace {

/// "name.ns", "name.ns.svc..." with another namespace in it; as it is where it names none.
std::string movedHost(std::string_view host, const NamespaceMove& move)
{
    const auto dot = host.find('.');
    if (dot == std::string_view::npos || host.starts_with('*'))
        return std::string(host);
    const std::string_view rest = host.substr(dot + 1);
    const std::string_view behind = rest.substr(std::min(move.target.size(), rest.size()));
    if (!rest.starts_with(move.target) || !(behind.empty() || behind == ".svc" || behind.starts_with(".svc.")))
        return std::string(host);
    return std::string(host.substr(0, dot + 1)).append(move.targetAfter).append(behind);
}

} // namespace

std::optional<std::string> movedReference(std::string_view text, const NamespaceMove& move, NameForm form)
{
    std::string after;
    if (const auto slash = text.find('/'); slash != std::string_view::npos) {
        const std::string_view before = text.substr(0, slash);
        if (before == "." && move.from == move.target) {
            after = move.fromAfter == move.targetAfter ? "." : move.targetAfter;
        } else if (before == move.target) {
            after = move.targetAfter;
        } else {
            after = before;
        }
        after += '/' + movedHost(text.substr(slash + 1), move);
    } else if (text.contains('.')) {
        after = movedHost(text, move);
    } else if (move.fromAfter == move.targetAfter) {
        return std::nullopt;
    } else if (form == NameForm::Host) {
        after = mesh::serviceHost(text, move.targetAfter);
    } else {
        after = std::string(move.targetAfter) + '/' + std::string(text);
    }
    if (after == text)
        return std::nullopt;
    return after;
}

} // namespace meshdraft::workspace
