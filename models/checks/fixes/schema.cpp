// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/schema.h"
#include "models/checks/fixes/fixers.h"
#include "models/checks/fixes/fixparts.h"

#include <algorithm>
#include <charconv>
#include <ranges>

namespace meshdraft::checks {

using source::NewValue;
using source::NodeRef;

namespace {

constexpr std::size_t surelyMeant = 2; ///< letters that a typing mistake gets wrong at most
constexpr std::size_t fewValues = 4; ///< of an enum: all can be offered

/// What the table of a kind says of the finding's place; nulls where there is none.
mesh::SchemaPlace tablePlace(const FixContext& context)
{
    const auto& key = context.resource.key;
    const auto* kind = mesh::Schema::builtIn().find(key.group, {}, key.kind);
    return kind == nullptr ? mesh::SchemaPlace() : kind->placeAt(context.finding.element.field);
}

bool isDuration(const FixContext& context)
{
    const auto* value = tablePlace(context).value;
    return value != nullptr
        && (value->format == mesh::ValueFormat::Duration || value->format == mesh::ValueFormat::GatewayDuration);
}

bool isDigits(std::string_view text)
{
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

void removeField(const FixContext& context, std::vector<Fix>& fixes)
{
    if (const NodeRef key = context.node.key(); key.isValid() && key.value() == context.arg(0))
        fixes.push_back(fixOf(context, "fix.field.remove", {std::string(context.arg(0))}, Certainty::Choice,
                              {source::Removal{key.id()}}));
}

/// Nothing reads the field as it is, so that no request depends on it.
void renameField(const FixContext& context, std::vector<Fix>& fixes)
{
    const NodeRef key = context.node.key();
    const std::string old(context.arg(0));
    const std::string meant(context.arg(1));
    if (!key.isValid() || key.value() != old)
        return;
    if (!context.node.parent()[meant].isValid()) {
        const bool isSure = isSameWord(old, meant) || textDistance(old, meant) <= surelyMeant;
        fixes.push_back(fixOf(context, "fix.field.rename", {old, meant},
                              isSure ? Certainty::Certain : Certainty::Choice, {source::KeyRename{key.id(), meant}}));
    }
    removeField(context, fixes);
}

void useValue(const FixContext& context, const std::string& value, Certainty certainty, bool asString,
              std::vector<Fix>& fixes)
{
    if (auto change = scalarChange(context.node, value, asString))
        fixes.push_back(fixOf(context, "fix.value.use", {std::string(context.node.value()), value}, certainty,
                              {std::move(*change)}));
}

void useEnum(const FixContext& context, std::vector<Fix>& fixes)
{
    if (!context.node.isScalar() || context.node.value() != context.arg(1))
        return;
    std::vector<std::string> allowed;
    for (const auto& part : context.arg(2) | std::views::split(std::string_view(", ")))
        allowed.emplace_back(part.begin(), part.end());
    const auto same = std::ranges::find_if(allowed, [&](const auto& each) { return isSameWord(each, context.arg(1)); });
    if (same != allowed.end())
        return useValue(context, *same, Certainty::Certain, true, fixes);
    const auto near = nearNames(context.arg(1), allowed);
    for (const std::string& each : near)
        useValue(context, each, Certainty::Choice, true, fixes);
    if (near.empty() && allowed.size() <= fewValues) {
        for (const std::string& each : allowed)
            useValue(context, each, Certainty::Choice, true, fixes);
    }
}

void addUnits(const FixContext& context, std::vector<Fix>& fixes)
{
    const std::string text(context.node.value());
    if (isDigits(text)) {
        useValue(context, text + 's', Certainty::Choice, true, fixes);
        useValue(context, text + "ms", Certainty::Choice, true, fixes);
        return;
    }
    std::string tight = text;
    std::erase(tight, ' ');
    if (tight != text && mesh::secondsOf(tight))
        useValue(context, tight, Certainty::Certain, true, fixes);
}

/// A number or truth value without its quotes; nothing for a text that is none.
std::optional<std::string> unquoted(std::string_view text, std::string_view expected)
{
    if (expected == "boolean" && (isSameWord(text, "true") || isSameWord(text, "false")))
        return isSameWord(text, "true") ? "true" : "false";
    const bool isNegative = text.starts_with('-');
    const std::string_view digits = isNegative ? text.substr(1) : text;
    // 010 is eight in YAML 1.1
    if ((expected == "integer" || expected == "number") && isDigits(digits) && (digits.size() == 1 || digits[0] != '0'))
        return std::string(text);
    return std::nullopt;
}

/// The API server refuses such an object: what it means can only be what it says.
void changeType(const FixContext& context, std::vector<Fix>& fixes)
{
    const NodeRef node = context.node;
    const std::string_view expected = context.arg(1);
    if (!node.isScalar() || node.node().hasTag)
        return;
    const std::string text(node.value());
    if (expected == "string") {
        if (isDuration(context))
            return addUnits(context, fixes);
        fixes.push_back(fixOf(context, "fix.value.quote", {text}, Certainty::Certain,
                              {source::ScalarChange{node.id(), text, true}}));
    } else if (const auto plain = unquoted(text, expected)) {
        fixes.push_back(fixOf(context, "fix.value.unquote", {text}, Certainty::Certain,
                              {source::ValueReplacement{node.id(), NewValue::scalar(*plain)}}));
    } else if (expected == "list" && context.arg(2) == "string") {
        NewValue list = NewValue::sequence({NewValue::scalar(text, true)});
        list.style = source::NodeStyle::Flow;
        fixes.push_back(fixOf(context, "fix.value.list", {text}, Certainty::Certain,
                              {source::ValueReplacement{node.id(), std::move(list)}}));
    }
}

void useBound(const FixContext& context, std::vector<Fix>& fixes)
{
    if (context.node.isScalar() && context.node.value() == context.arg(1))
        useValue(context, std::string(context.arg(2)), Certainty::Choice, false, fixes);
}

} // namespace

/// What differs from the table of a kind.
std::vector<Fixer> schemaFixers()
{
    return {{"schema.format", {"IST0106"}, {"fix.value.use"}, addUnits},
            {"schema.misspelledField", {"IST0106"}, {"fix.field.remove", "fix.field.rename"}, renameField},
            {"schema.notInEnum", {"IST0106"}, {"fix.value.use"}, useEnum},
            {"schema.tooLarge", {"IST0106"}, {"fix.value.use"}, useBound},
            {"schema.tooSmall", {"IST0106"}, {"fix.value.use"}, useBound},
            {"schema.unknownField", {"IST0106"}, {"fix.field.remove"}, removeField},
            {"schema.wrongType",
             {"IST0106"},
             {"fix.value.list", "fix.value.quote", "fix.value.unquote", "fix.value.use"},
             changeType}};
}

} // namespace meshdraft::checks
