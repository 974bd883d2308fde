// SPDX-License-Identifier: Apache-2.0
#include "models/matrix/fieldquery.h"

#include "models/mesh/kinds.h"
#include "models/mesh/schema.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace meshdraft::matrix {

namespace {

using Step = FieldQuery::Step;
using StepKind = FieldQuery::StepKind;

std::string lower(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(result, result.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return result;
}

/// The kind as Kubernetes spells it; empty: nobody knows it.
std::string kindNamed(std::string_view text)
{
    const std::string wanted = lower(text);
    for (const mesh::KindSchema& kind : mesh::Schema::builtIn().kinds()) {
        if (wanted == lower(kind.kind) || wanted == kind.plural || std::ranges::contains(kind.shortNames, wanted))
            return kind.kind;
    }
    for (const mesh::KindInfo& info : mesh::knownKinds()) {
        if (wanted == lower(info.kind) || wanted == lower(info.kind) + 's')
            return std::string(info.kind);
    }
    return {};
}

std::optional<Step> bracketStep(std::string_view inside)
{
    if (inside == "*")
        return Step{StepKind::AnyItem, {}, 0};
    if (inside.size() >= 2 && inside.starts_with('"') && inside.ends_with('"'))
        return Step{StepKind::Key, std::string(inside.substr(1, inside.size() - 2)), 0};
    std::size_t index = 0;
    const auto [end, error] = std::from_chars(inside.data(), inside.data() + inside.size(), index);
    if (error == std::errc() && end == inside.data() + inside.size())
        return Step{StepKind::Item, {}, index};
    if (inside.empty())
        return std::nullopt;
    return Step{StepKind::NamedItem, std::string(inside), 0};
}

/// Empty: not a path.
std::vector<Step> stepsIn(std::string_view path)
{
    std::vector<Step> steps;
    while (!path.empty()) {
        if (path.starts_with('[')) {
            const bool isQuoted = path.starts_with("[\"");
            const std::size_t close = isQuoted ? path.find("\"]", 2) : path.find(']');
            if (close == std::string_view::npos)
                return {};
            const std::size_t end = close + (isQuoted ? 1 : 0);
            const auto step = bracketStep(path.substr(1, end - 1));
            if (!step)
                return {};
            steps.push_back(*step);
            path.remove_prefix(end + 1);
        } else {
            const std::size_t end = std::min(path.find_first_of(".["), path.size());
            const std::string_view key = path.substr(0, end);
            if (key.empty())
                return {};
            steps.push_back({key == "*" ? StepKind::AnyKey : StepKind::Key, std::string(key), 0});
            path.remove_prefix(end);
        }
        if (path == ".")
            return {};
        if (path.starts_with('.'))
            path.remove_prefix(1);
    }
    return steps;
}

/// The first key of `steps` that no schema of the kind has; nothing when all is well or the kind has no table.
std::optional<std::pair<std::string, std::string>> unknownKey(std::string_view kind, const std::vector<Step>& steps)
{
    std::optional<std::pair<std::string, std::string>> problem;
    for (const mesh::KindSchema& schema : mesh::Schema::builtIn().kinds()) {
        if (schema.kind != kind)
            continue;
        if (!schema.isComplete)
            return std::nullopt;
        mesh::FieldPath path;
        bool isFine = true;
        for (const Step& step : steps) {
            const bool isKey = step.kind == StepKind::Key || step.kind == StepKind::AnyKey;
            const mesh::SchemaPlace above = schema.placeAt(path);
            const mesh::FieldPath next = isKey ? path.child(step.key) : path.child(step.index);
            if (schema.placeAt(next).value == nullptr) {
                const mesh::ObjectSchema* object = path.isEmpty() ? schema.root
                    : above.value                                 ? above.value->object
                                                                  : nullptr;
                problem = {next.text(), object ? std::string(mesh::nearestField(*object, step.key)) : std::string()};
                isFine = false;
                break;
            }
            path = next;
        }
        if (isFine)
            return std::nullopt;
    }
    return problem;
}

} // namespace

bool FieldQuery::isMany() const
{
    return std::ranges::any_of(
        steps, [](const Step& step) { return step.kind == StepKind::AnyItem || step.kind == StepKind::AnyKey; });
}

Expected<FieldQuery> parseField(std::string_view text)
{
    const auto colon = text.find(':');
    FieldQuery query;
    if (colon != std::string_view::npos)
        query.steps = stepsIn(text.substr(colon + 1));
    if (query.steps.empty() || colon == 0)
        return std::unexpected(Error{"matrix.field", {std::string(text)}, {}});
    query.kind = kindNamed(text.substr(0, colon));
    if (lower(text.substr(0, colon)).starts_with("secret"))
        return std::unexpected(Error{"matrix.secret", {}, {}});
    if (query.kind.empty())
        return std::unexpected(Error{"matrix.unknownKind", {std::string(text.substr(0, colon))}, {}});
    if (auto unknown = unknownKey(query.kind, query.steps)) {
        const char* code = unknown->second.empty() ? "matrix.unknownField" : "matrix.misspelledField";
        return std::unexpected(Error{code, {query.kind, unknown->first, unknown->second}, {}});
    }
    query.text = query.kind + ':' + std::string(text.substr(colon + 1));
    return query;
}

} // namespace meshdraft::matrix
