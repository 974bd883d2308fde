// SPDX-License-Identifier: Apache-2.0
#include "models/workspace/form/formvalue.h"

#include "models/mesh/schemachecks.h"
#include "models/source/documentedit.h"

#include <algorithm>
#include <cmath>

namespace meshdraft::workspace {

using mesh::ValueType;
using source::NewValue;
using source::NodeRef;

namespace {

bool isInteger(std::string_view text)
{
    if (text.starts_with('-'))
        text.remove_prefix(1);
    return !text.empty() && text.size() < 19 && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The values of an enum that say something.
const std::string& firstValue(const std::vector<std::string>& values)
{
    const auto says = [](const std::string& value) { return !value.contains("UNSPECIFIED") && value != "UNDEFINED"; };
    const auto found = std::ranges::find_if(values, says);
    return found == values.end() ? values.front() : *found;
}

std::string seedText(const mesh::ValueSchema& value, const std::string& defaultValue)
{
    if (!defaultValue.empty())
        return defaultValue;
    if (!value.values.empty() && !value.isOpen)
        return firstValue(value.values);
    switch (value.type) {
    case ValueType::Boolean:
        return "true";
    case ValueType::Integer:
    case ValueType::Number:
    case ValueType::IntOrString:
        return std::to_string(static_cast<std::int64_t>(std::ceil(value.minimum.value_or(1))));
    default:
        break;
    }
    const bool isDuration =
        value.format == mesh::ValueFormat::Duration || value.format == mesh::ValueFormat::GatewayDuration;
    return isDuration ? "1s" : "";
}

/// A text of one value alone: "v: VALUE".
source::ParsedTextPtr textWith(const NewValue& value)
{
    auto empty = source::parseText({});
    const auto splices = source::planDocumentAddition(*empty, NewValue::mapping({{"v", value}}));
    auto text = splices ? source::applySplices({}, *splices) : std::unexpected(splices.error());
    return text ? source::parseText(std::move(*text)) : empty;
}

} // namespace

NewValue scalarOf(const mesh::ValueSchema& value, std::string text)
{
    const bool isString = value.type == ValueType::String || (value.type == ValueType::IntOrString && !isInteger(text));
    return NewValue::scalar(std::move(text), isString);
}

NewValue seedOf(const mesh::ValueSchema& value)
{
    switch (value.type) {
    case ValueType::Object: {
        NewValue result = NewValue::mapping({});
        for (const mesh::FieldSchema& field : value.object->fields) {
            if (field.isRequired)
                result.entries.push_back({field.name, seedOf(field)});
        }
        return result;
    }
    case ValueType::List: {
        NewValue result = NewValue::sequence({});
        if (value.minItems.value_or(0) > 0)
            result.items.push_back(seedOf(*value.element));
        return result;
    }
    case ValueType::Map:
    case ValueType::Any:
        return NewValue::mapping({});
    default:
        return scalarOf(value, seedText(value, {}));
    }
}

NewValue seedOf(const mesh::FieldSchema& field)
{
    const ValueType type = field.value.type;
    if (type == ValueType::Object || type == ValueType::Map || type == ValueType::Any)
        return seedOf(field.value);
    if (type == ValueType::List) {
        NewValue result = seedOf(field.value);
        if (field.isRequired && result.items.empty())
            result.items.push_back(seedOf(*field.value.element));
        return result;
    }
    return scalarOf(field.value, seedText(field.value, field.defaultValue));
}

NewValue copyOf(NodeRef written)
{
    const NodeRef node = written.resolved();
    switch (node.kind()) {
    case source::NodeKind::Mapping: {
        NewValue result = NewValue::mapping({});
        for (const auto& [key, value] : node.entries()) {
            if (key.value() == "<<") {
                const NodeRef merged = value.resolved();
                for (const NodeRef& from : merged.isSequence() ? merged.items() : std::vector<NodeRef>{merged}) {
                    for (auto& entry : copyOf(from).entries) {
                        if (!node[entry.key].isValid() || node[entry.key].parent() == node)
                            continue;
                        if (!std::ranges::contains(result.entries, entry.key, &source::NewEntry::key))
                            result.entries.push_back(std::move(entry));
                    }
                }
                continue;
            }
            result.entries.push_back({std::string(key.value()), copyOf(value)});
        }
        source::takeStyle(result, node);
        return result;
    }
    case source::NodeKind::Sequence: {
        NewValue result = NewValue::sequence({});
        for (const NodeRef& item : node.items())
            result.items.push_back(copyOf(item));
        source::takeStyle(result, node);
        return result;
    }
    case source::NodeKind::Scalar: {
        const bool isText = node.node().style != source::NodeStyle::Plain;
        return NewValue::scalar(std::string(node.value()), isText);
    }
    default:
        return NewValue::scalar("null");
    }
}

Expected<NewValue> valueOfYaml(const std::string& text)
{
    const auto parsed = source::parseText(text);
    if (!parsed->errors.empty()) {
        const Error& error = parsed->errors.front();
        return std::unexpected(Error{"form.yaml", {error.args.empty() ? error.code : error.args.front()}, {}});
    }
    if (parsed->kind != source::TextKind::Yaml || parsed->documents.size() > 1)
        return std::unexpected(Error{"form.yaml", {"---"}, {}});
    return parsed->documents.empty() ? NewValue::scalar("null") : copyOf(parsed->documents.front()->root());
}

std::string yamlOf(NodeRef node)
{
    if (!node.isValid())
        return {};
    std::string_view text = node.text();
    // The first line of a value stands behind what it is indented by.
    const std::string_view file = *node.document()->text;
    const std::size_t begin = node.range().begin;
    const std::size_t lineBreak = begin == 0 ? std::string_view::npos : file.rfind('\n', begin - 1);
    const std::size_t indent = begin - (lineBreak == std::string_view::npos ? 0 : lineBreak + 1);
    std::string result;
    bool isFirst = true;
    while (!text.empty()) {
        const auto end = std::min(text.find('\n'), text.size());
        std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (!isFirst) {
            result += '\n';
            line.remove_prefix(std::min({indent, line.size(), line.find_first_not_of(' ')}));
        }
        isFirst = false;
        result += line;
    }
    while (result.ends_with('\n'))
        result.pop_back();
    return result;
}

std::optional<mesh::SchemaViolation> checkText(const mesh::ValueSchema& value, const std::string& name,
                                               const std::string& text)
{
    const auto parsed = textWith(scalarOf(value, text));
    if (parsed->documents.empty())
        return mesh::SchemaViolation{source::noNode, "schema.wrongType", {name, std::string(), "null"}};
    const NodeRef node = parsed->documents.front()->root()["v"];
    mesh::SchemaReport report;
    if (node.isNull()) {
        report.add(node, "schema.wrongType", {name, std::string(mesh::valueTypeName(value.type)), "null"});
    } else {
        mesh::checkScalar(report, value, name, node, false);
    }
    auto found = report.take();
    if (found.empty())
        return std::nullopt;
    return std::move(found.front());
}

} // namespace meshdraft::workspace
