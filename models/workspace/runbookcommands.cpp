// SPDX-License-Identifier: Apache-2.0
// kubectl for one changed resource.
#include "models/workspace/runbook.h"
#include "models/workspace/shelltext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace meshdraft::workspace {
namespace {

/// The YAML of one resource: its document, or the item of a List moved to the left.
std::string yamlOf(const mesh::Resource& resource)
{
    const auto& document = resource.document();
    const auto root = resource.rootNode();
    const std::string_view text = *document.text;
    if (!root.parent().isValid()) {
        auto yaml = std::string(text.substr(document.range.begin, document.range.size()));
        yaml.erase(0, yaml.find_first_not_of("\r\n"));
        return yaml;
    }
    const auto range = root.range();
    const auto lineStart = range.begin == 0 ? 0 : text.rfind('\n', range.begin - 1) + 1;
    const std::size_t indent = range.begin - lineStart;
    std::string yaml;
    std::string_view rest = text.substr(range.begin, range.size());
    for (bool isFirst = true; !rest.empty(); isFirst = false) {
        const auto end = std::min(rest.find('\n'), rest.size() - 1) + 1;
        auto line = rest.substr(0, end);
        rest.remove_prefix(end);
        const auto blanks = std::min(line.find_first_not_of(' '), line.size());
        if (!isFirst)
            line.remove_prefix(std::min(indent, blanks));
        yaml += line;
    }
    return yaml;
}

bool isKind(std::string_view kind)
{
    return !kind.empty() && std::ranges::all_of(kind, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    });
}

bool canBeNamed(const mesh::ResourceKey& key)
{
    return isKubernetesName(key.name) && (key.ns.empty() || isKubernetesName(key.ns)) && isKind(key.kind)
        && (key.group.empty() || isKubernetesName(key.group));
}

/// " -n NS" where the file leaves the namespace to whoever applies it.
QString namespaceOf(const mesh::Resource& resource, bool isNeeded)
{
    const bool isKnown = !resource.key.ns.empty() && !resource.hasGuessedNamespace();
    return isKnown && (isNeeded || !resource.namespaceIsWritten) ? u" -n "_s + QString::fromStdString(resource.key.ns)
                                                                 : QString();
}

} // namespace

QString kubectlCommands(const changes::ResourceChange& change, bool isDryRun)
{
    const auto& resource = change.after ? *change.after : *change.before;
    const auto& key = resource.key;
    if (!canBeNamed(key) || key.kind == "Secret")
        return {};
    const auto dryRun = isDryRun ? u" --dry-run=server"_s : QString();
    if (change.after)
        return hereDocument(u"kubectl apply"_s + dryRun + namespaceOf(resource, false) + u" -f -"_s, yamlOf(resource));
    auto kind = QString::fromStdString(key.kind).toLower();
    if (!key.group.empty())
        kind += u'.' + QString::fromStdString(key.group);
    return u"kubectl delete"_s + dryRun + u' ' + kind + u' ' + QString::fromStdString(key.name)
        + namespaceOf(resource, true) + u'\n';
}

} // namespace meshdraft::workspace
