// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/kubectlwords.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace meshdraft::kustomize {

namespace {

/// A phrase of Kustomize and what it means; the argument stands between `before` and `after`.
struct Phrase {
    std::string_view mark;
    const char* code;
    std::string_view before;
    std::string_view after;
};

/// The first one that matches counts: what is more telling stands before what follows from it.
constexpr auto phrases = std::to_array<Phrase>({
    {"security; file '", "kustomize.run.restricted", "security; file '", "'"},
    {"may not add resource with an already registered id", "kustomize.conflict", "already registered id: ", "'"},
    {"no resource matches strategic merge patch", "kustomize.noTarget", "strategic merge patch \"", "\""},
    {"failed to find unique target for patch", "kustomize.noTarget", "unique target for patch ", " "},
    {"unable to find target for", "kustomize.noTarget", "unable to find target for ", " "},
    {"nothing selected by", "kustomize.noSource", "nothing selected by ", ":"},
    {"must specify --enable-helm", "kustomize.run.helm", "", ""},
    {"external plugins disabled", "kustomize.run.plugin", "external plugin '", "'"},
    {"unable to load external plugin", "kustomize.run.plugin", "external plugin '", "'"},
    {"kind != 'Component'", "kustomize.run.component", "for path '", "'"},
    {"expected kind 'Component'", "kustomize.run.component", "for path '", "'"},
    {"unknown field", "kustomize.badField", "unknown field \"", "\""},
    {"kustomization.yaml is empty", "kustomize.run.empty", "", ""},
    {"operation does not apply", "kustomize.patchFailed", "path: ", ":"},
    {"add operation does not apply", "kustomize.patchFailed", "path: ", ":"},
    {"git cmd", "kustomize.run.remote", "", ""},
    {"git fetch", "kustomize.run.remote", "", ""},
    {"URL is a git repository", "kustomize.run.remote", "", ""},
    {"dial tcp", "kustomize.run.remote", "", ""},
    {"HTTP Error", "kustomize.run.remote", "", ""},
    {"http transport", "kustomize.run.remote", "", ""},
    {"proxyconnect", "kustomize.run.remote", "", ""},
    {"MalformedYAMLError", "kustomize.badYaml", "in File: ", "'"},
    {"missing metadata.name", "kustomize.badResource", "accumulating resources from '", "'"},
    {"missing Resource metadata", "kustomize.badResource", "accumulating resources from '", "'"},
    {"missing kind", "kustomize.badResource", "accumulating resources from '", "'"},
    {"no such file or directory", "kustomize.run.missing", "lstat ", ":"},
    {"error converting YAML to JSON", "kustomize.badYaml", "", ""},
    {"invalid Kustomization", "kustomize.badYaml", "", ""},
});

std::string between(std::string_view text, std::string_view before, std::string_view after)
{
    const auto begin = before.empty() ? std::string_view::npos : text.find(before);
    if (begin == std::string_view::npos)
        return {};
    std::string_view rest = text.substr(begin + before.size());
    std::string argument(rest.substr(0, std::min(rest.find(after), rest.find('\n'))));
    while (argument.ends_with(' ') || argument.ends_with('"'))
        argument.pop_back();
    return argument;
}

/// The lines without deprecation warnings, one after the other.
std::string withoutWarnings(std::string_view words)
{
    std::string kept;
    while (!words.empty()) {
        const auto end = std::min(words.find('\n'), words.size());
        const std::string_view line = words.substr(0, end);
        words.remove_prefix(std::min(end + 1, words.size()));
        if (!line.starts_with("# Warning") && !line.empty())
            kept.append(kept.empty() ? "" : "\n").append(line);
    }
    return kept;
}

} // namespace

Error explained(const std::string& words, bool isComponent)
{
    const std::string said = withoutWarnings(words);
    for (const Phrase& phrase : phrases) {
        if (!said.contains(phrase.mark))
            continue;
        const std::string_view code = phrase.code;
        const bool lacksTarget =
            code == "kustomize.noTarget" || code == "kustomize.noSource" || code == "kustomize.patchFailed";
        if (isComponent && lacksTarget)
            return {"kustomize.componentFailed", {between(said, phrase.before, phrase.after), said}, {}};
        const bool hasArgument = !phrase.before.empty() || code == "kustomize.badYaml";
        if (!hasArgument)
            return {phrase.code, {said}, {}};
        return {phrase.code, {between(said, phrase.before, phrase.after), said}, {}};
    }
    return {"kustomize.failed", {said}, {}};
}

} // namespace meshdraft::kustomize
