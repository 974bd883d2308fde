// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/schemareader.h"

#include <re2/re2.h>

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <utility>

namespace meshdraft::mesh {

namespace {

constexpr auto scalarTypes = std::to_array<std::pair<std::string_view, ValueType>>({
    {"list", ValueType::List},
    {"map", ValueType::Map},
    {"string", ValueType::String},
    {"integer", ValueType::Integer},
    {"number", ValueType::Number},
    {"boolean", ValueType::Boolean},
    {"int-or-string", ValueType::IntOrString},
    {"any", ValueType::Any},
});

// In the order of SchemaRule::Kind.
constexpr auto ruleNames = std::to_array<std::string_view>(
    {"atMostOne", "exactlyOne", "atLeastOne", "required", "forbidden", "maxItems", "without", "unique"});

std::string text(const QJsonValue& json)
{
    return json.toString().toStdString();
}

std::optional<std::uint32_t> count(const QJsonValue& json)
{
    return json.isDouble() ? std::optional(static_cast<std::uint32_t>(json.toDouble())) : std::nullopt;
}

/// A bound: a number or, for durations, a text such as "1ms".
std::optional<double> bound(const QJsonValue& json)
{
    if (json.isString())
        return secondsOf(text(json));
    return json.isDouble() ? std::optional(json.toDouble()) : std::nullopt;
}

/// What the width of an integer allows, where the table says nothing narrower.
void boundByFormat(ValueSchema& value)
{
    const auto within = [&](double lowest, double highest) {
        value.minimum = value.minimum.value_or(lowest);
        value.maximum = value.maximum.value_or(highest);
    };
    if (value.format == ValueFormat::Int32) {
        within(-2147483648.0, 2147483647.0);
    } else if (value.format == ValueFormat::Uint32) {
        within(0, 4294967295.0);
    }
}

ValueFormat formatOf(std::string_view name)
{
    for (int i = 0; i <= std::to_underlying(ValueFormat::Quantity); ++i) {
        if (valueFormatName(static_cast<ValueFormat>(i)) == name)
            return static_cast<ValueFormat>(i);
    }
    return ValueFormat::None;
}

SchemaCondition condition(const QJsonObject& json)
{
    return {.field = text(json[u"field"]),
            .in = schemaStrings(json[u"in"]),
            .notIn = schemaStrings(json[u"notIn"]),
            .prefix = text(json[u"prefix"]),
            .defaultValue = text(json[u"default"]),
            .present = schemaStrings(json[u"present"])};
}

} // namespace

std::vector<std::string> schemaStrings(const QJsonValue& json)
{
    std::vector<std::string> result;
    for (const QJsonValue each : json.toArray())
        result.push_back(text(each));
    return result;
}

void SchemaJson::fail(std::string_view code, std::vector<std::string> args)
{
    if (!m_fault)
        m_fault = {.code = std::string(code), .args = std::move(args)};
}

SchemaPattern SchemaJson::pattern(const QString& expression, const QString& prefix)
{
    SchemaPattern result{.text = expression.toStdString(), .prefix = prefix.toStdString(), .regex = nullptr};
    re2::RE2::Options options;
    options.set_log_errors(false);
    auto regex = std::make_shared<const re2::RE2>(result.text, options);
    if (!regex->ok())
        fail("schema.value", {"pattern", result.text});
    result.regex = std::move(regex);
    return result;
}

void SchemaJson::readLimits(ValueSchema& value, const QJsonObject& json)
{
    value.minimum = bound(json[u"min"]);
    value.maximum = bound(json[u"max"]);
    boundByFormat(value);
    value.minLength = count(json[u"minLength"]);
    value.maxLength = count(json[u"maxLength"]);
    value.minItems = count(json[u"minItems"]);
    value.maxItems = count(json[u"maxItems"]);
    if (json.contains(u"pattern"))
        value.patterns.push_back(pattern(json[u"pattern"].toString(), {}));
    const QJsonObject conditional = json[u"patternIf"].toObject();
    if (!conditional.isEmpty())
        value.patterns.push_back(pattern(conditional[u"pattern"].toString(), conditional[u"prefix"].toString()));
    value.excluded = schemaStrings(json[u"not"]);
    value.without = text(json[u"without"]);
    value.schemes = schemaStrings(json[u"schemes"]);
}

std::shared_ptr<const ValueSchema> SchemaJson::part(const QJsonValue& json)
{
    const QJsonObject object = json.isString() ? QJsonObject{{QStringLiteral("type"), json}} : json.toObject();
    return std::make_shared<const ValueSchema>(value(object));
}

ValueSchema SchemaJson::value(const QJsonObject& json)
{
    ValueSchema result;
    const std::string type = text(json[u"type"]);
    const auto* const found = std::ranges::find(scalarTypes, type, &std::pair<std::string_view, ValueType>::first);
    if (found == scalarTypes.end()) {
        result.type = ValueType::Object;
        result.object = m_objectOf(json[u"type"].toString());
        if (result.object == nullptr)
            fail("schema.type", {type});
    } else {
        result.type = found->second;
    }
    if (result.type == ValueType::List || result.type == ValueType::Map)
        result.element = part(json[u"of"]);
    if (json.contains(u"keys")) {
        QJsonObject keys = json[u"keys"].toObject();
        keys.insert(u"type", QStringLiteral("string"));
        result.keys = part(keys);
    }
    const std::string format = text(json[u"format"]);
    result.format = formatOf(format);
    if (result.format == ValueFormat::None && !format.empty())
        fail("schema.value", {"format", format});
    result.values = schemaStrings(json[u"values"]);
    result.isOpen = json[u"openValues"].toBool();
    readLimits(result, json);
    return result;
}

FieldSchema SchemaJson::field(const QJsonObject& json)
{
    FieldSchema result{.name = text(json[u"name"]),
                       .value = value(json),
                       .isRequired = json[u"required"].toBool(),
                       .isExperimental = json[u"channel"].toString() == u"experimental",
                       .defaultValue = text(json[u"default"]),
                       .unit = text(json[u"unit"]),
                       .listKey = schemaStrings(json[u"key"]),
                       .deprecated = std::nullopt,
                       .explanation = text(json[u"explanation"])};
    if (result.name.empty())
        fail("schema.value", {"name", result.explanation});
    if (json.contains(u"deprecated")) {
        const QJsonObject note = json[u"deprecated"].toObject();
        result.deprecated = FieldDeprecation{.instead = text(note[u"instead"]), .since = text(note[u"since"])};
    }
    return result;
}

SchemaRule SchemaJson::rule(const QJsonObject& json)
{
    SchemaRule result;
    const std::string name = text(json[u"rule"]);
    const auto* const found = std::ranges::find(ruleNames, name);
    if (found == ruleNames.end()) {
        fail("schema.value", {"rule", name});
    } else {
        result.kind = static_cast<SchemaRule::Kind>(found - ruleNames.begin());
    }
    result.fields = schemaStrings(json[u"fields"]);
    if (json.contains(u"when"))
        result.when = condition(json[u"when"].toObject());
    result.limit = count(json[u"limit"]).value_or(0);
    result.text = text(json[u"text"]);
    result.by = text(json[u"by"]);
    result.explanation = text(json[u"explanation"]);
    return result;
}

} // namespace meshdraft::mesh
