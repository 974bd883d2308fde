// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/replacements.h"

#include "models/kustomize/kustomizationfile.h"

#include <algorithm>
#include <span>

namespace meshdraft::kustomize {

using source::NodeRef;

namespace {

/// The steps of a field path: dots between them, `\.` and brackets keep a dot within one.
std::vector<std::string> stepsOf(std::string_view path)
{
    std::vector<std::string> steps(1);
    int depth = 0;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] == '\\' && i + 1 < path.size()) {
            steps.back() += path[++i];
            continue;
        }
        depth += path[i] == '[' ? 1 : path[i] == ']' ? -1 : 0;
        if (path[i] == '.' && depth == 0) {
            steps.emplace_back();
        } else {
            steps.back() += path[i];
        }
    }
    return steps;
}

void markAll(Value& value, Origin step)
{
    value.origin = step;
    for (auto& [key, inner] : value.entries)
        markAll(inner, step);
    for (Value& item : value.items)
        markAll(item, step);
}

bool fitsItem(const Value& item, const std::string& step)
{
    // [name=value]
    const auto equals = step.find('=');
    if (!step.starts_with('[') || !step.ends_with(']') || equals == std::string::npos)
        return false;
    return item.text({std::string_view(step).substr(1, equals - 1)})
        == std::string_view(step).substr(equals + 1, step.size() - equals - 2);
}

void mark(Value& value, std::span<const std::string> steps, Origin origin)
{
    if (steps.empty()) {
        markAll(value, origin);
        return;
    }
    const std::string& step = steps.front();
    if (value.isMapping()) {
        for (auto& [key, inner] : value.entries) {
            if (step == "*" || key == step || "[" + key + "]" == step)
                mark(inner, steps.subspan(1), origin);
        }
        return;
    }
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (step == "*" || step == std::to_string(i) || fitsItem(value.items[i], step))
            mark(value.items[i], steps.subspan(1), origin);
    }
}

} // namespace

void markReplacement(Resources& resources, NodeRef replacement, Origin step)
{
    for (const NodeRef target : itemsOf(fieldOf(replacement, "targets"))) {
        const Selector select = Selector::of(fieldOf(target, "select"));
        std::vector<Selector> rejects;
        for (const NodeRef reject : itemsOf(fieldOf(target, "reject")))
            rejects.push_back(Selector::of(reject));
        std::vector<std::vector<std::string>> paths;
        for (const NodeRef path : itemsOf(fieldOf(target, "fieldpaths")))
            paths.push_back(stepsOf(path.value()));
        if (paths.empty())
            paths.push_back({"metadata", "name"});
        for (ReadResource& resource : resources) {
            const auto refuses = [&](const Selector& reject) { return !reject.isEmpty() && reject.matches(resource); };
            if (!select.matches(resource) || std::ranges::any_of(rejects, refuses))
                continue;
            for (const auto& path : paths)
                mark(resource.root, path, step);
        }
    }
}

} // namespace meshdraft::kustomize
