// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/schemachecks.h"

#include <re2/re2.h>

#include <QLatin1StringView>

#include <algorithm>
#include <cmath>
#include <format>
#include <utility>

namespace meshdraft::mesh {

using source::NodeRef;
using source::NodeStyle;

namespace {

std::string numberText(double value)
{
    return std::format("{}", value);
}

std::string boundText(double bound, bool isDuration)
{
    if (!isDuration)
        return numberText(bound);
    return bound < 1 ? numberText(bound * 1000) + "ms" : numberText(bound) + "s";
}

std::size_t characters(std::string_view text)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

void checkRange(SchemaReport& report, const ValueSchema& value, const std::string& field, NodeRef node, double number)
{
    const bool isDuration = value.format == ValueFormat::Duration;
    const std::string text(node.value());
    if (value.minimum && number < *value.minimum)
        report.add(node, "schema.tooSmall", {field, text, boundText(*value.minimum, isDuration)});
    if (value.maximum && number > *value.maximum)
        report.add(node, "schema.tooLarge", {field, text, boundText(*value.maximum, isDuration)});
}

/// At most four whole numbers of at most five digits, each with its unit.
bool isGatewayDuration(std::string_view text)
{
    static const re2::RE2 form("([0-9]{1,5}(h|m|s|ms)){1,4}");
    return re2::RE2::FullMatch(std::string(text), form);
}

void checkDuration(SchemaReport& report, const ValueSchema& value, const std::string& field, NodeRef node)
{
    const auto seconds = secondsOf(node.value());
    const bool isForm = value.format == ValueFormat::Duration || isGatewayDuration(node.value());
    if (!seconds || !isForm) {
        report.add(node, "schema.format",
                   {field, std::string(node.value()), std::string(valueFormatName(value.format))});
    } else {
        checkRange(report, value, field, node, *seconds);
    }
}

/// "https" of "https://host/path"; nothing where no scheme is written.
std::string_view schemeOf(std::string_view url)
{
    const auto end = url.find("://");
    return end == std::string_view::npos ? std::string_view() : url.substr(0, end);
}

bool isIntegral(ValueType type)
{
    return type == ValueType::Integer || type == ValueType::IntOrString;
}

/// True when a scalar of the type that was found can stand for the expected one. An integral number may be spelled
/// with a fraction; Istio's own decoder takes numbers in quotes.
bool fits(const ValueSchema& value, ValueType found, NodeRef node, bool isProtoJson)
{
    switch (value.type) {
    case ValueType::Any:
        return true;
    case ValueType::Integer:
        if (found == ValueType::Number)
            return std::trunc(node.toDouble().value_or(0.5)) == node.toDouble();
        return found == ValueType::Integer || (isProtoJson && found == ValueType::String);
    case ValueType::Number:
        return found == ValueType::Integer || found == ValueType::Number || (isProtoJson && found == ValueType::String);
    case ValueType::IntOrString:
        return found == ValueType::Integer || found == ValueType::String;
    default:
        return value.type == found;
    }
}

/// A plain scalar that begins like neither a number nor a boolean; most texts do.
bool isSurelyText(std::string_view text)
{
    constexpr std::string_view others = "+-.0123456789yYnNtTfFoO";
    return !text.empty() && !others.contains(text.front());
}

} // namespace

ValueType foundType(NodeRef written)
{
    const NodeRef node = written.resolved();
    if (node.isMapping())
        return ValueType::Object;
    if (node.isSequence())
        return ValueType::List;
    if (!node.isScalar() || node.isNull())
        return ValueType::Any;
    if (node.node().style != NodeStyle::Plain || node.node().hasTag)
        return ValueType::String;
    if (isSurelyText(node.value()))
        return ValueType::String;
    // A lone y or n is a text to newer YAML libraries and a boolean to older ones: no verdict.
    if (node.value().size() > 1 && node.toBool())
        return ValueType::Boolean;
    if (node.toInt())
        return ValueType::Integer;
    return node.toDouble() ? ValueType::Number : ValueType::String;
}

std::string joinedNames(std::span<const std::string> names)
{
    std::string result;
    for (const std::string& name : names) {
        if (name.empty())
            continue;
        if (!result.empty())
            result += ", ";
        result += name;
    }
    return result;
}

void checkCount(SchemaReport& report, const ValueSchema& value, const std::string& field, NodeRef node,
                std::size_t items)
{
    if (value.minItems && items < *value.minItems)
        report.add(node, "schema.tooFew", {field, std::to_string(items), std::to_string(*value.minItems)});
    if (value.maxItems && items > *value.maxItems)
        report.add(node, "schema.tooMany", {field, std::to_string(items), std::to_string(*value.maxItems)});
}

void checkText(SchemaReport& report, const ValueSchema& value, const std::string& field, NodeRef node)
{
    const std::string_view text = node.value();
    const auto say = [&](std::string_view code, std::string what) {
        report.add(node, code, {field, std::string(text), std::move(what)});
    };
    if (!value.isOpen && !value.values.empty() && !std::ranges::contains(value.values, text))
        say("schema.notInEnum", joinedNames(value.values));
    const std::size_t length = value.minLength || value.maxLength ? characters(text) : 0;
    if (value.minLength && length < *value.minLength)
        report.add(node, "schema.tooShort", {field, std::to_string(length), std::to_string(*value.minLength)});
    if (value.maxLength && length > *value.maxLength)
        report.add(node, "schema.tooLong", {field, std::to_string(length), std::to_string(*value.maxLength)});
    for (const SchemaPattern& pattern : value.patterns) {
        if (text.starts_with(pattern.prefix) && !re2::RE2::PartialMatch(std::string(text), *pattern.regex))
            say("schema.pattern", pattern.text);
    }
    if (std::ranges::contains(value.excluded, text))
        say("schema.excluded", std::string(text));
    if (!value.without.empty() && text.contains(value.without))
        say("schema.excluded", value.without);
    if (!value.schemes.empty() && !std::ranges::contains(value.schemes, schemeOf(text)))
        say("schema.scheme", joinedNames(value.schemes));
    if (value.format == ValueFormat::Duration || value.format == ValueFormat::GatewayDuration) {
        checkDuration(report, value, field, node);
    } else if (value.minimum || value.maximum) {
        checkRange(report, value, field, node, QLatin1StringView(text).toDouble());
    }
}

void checkScalar(SchemaReport& report, const ValueSchema& value, const std::string& field, NodeRef written,
                 bool isProtoJson)
{
    const NodeRef node = written.resolved();
    const ValueType found = foundType(node);
    if (!fits(value, found, node, isProtoJson)) {
        report.add(node, "schema.wrongType",
                   {field, std::string(valueTypeName(value.type)), std::string(valueTypeName(found))});
        return;
    }
    if (found == ValueType::String && !(isIntegral(value.type) && isProtoJson)) {
        checkText(report, value, field, node);
    } else if (found == ValueType::Integer || found == ValueType::Number) {
        checkRange(report, value, field, node, node.toDouble().value_or(0));
    }
}

} // namespace meshdraft::mesh
