// SPDX-License-Identifier: Apache-2.0
#include "models/matrix/cellvalue.h"

#include "models/mesh/elementplace.h"
#include "models/mesh/hostnames.h"

#include <charconv>
#include <cmath>
#include <optional>

namespace meshdraft::matrix {

namespace {

using mesh::ValueFormat;
using mesh::ValueType;

constexpr int deepest = 16;

void append(std::string& text, source::NodeRef node, int depth)
{
    node = node.resolved();
    if (depth > deepest) {
        text += "...";
    } else if (node.isMapping()) {
        text += '{';
        const char* separator = "";
        for (const auto& entry : node.entries()) {
            text.append(separator).append(entry.key.value()).append(": ");
            append(text, entry.value, depth + 1);
            separator = ", ";
        }
        text += '}';
    } else if (node.isSequence()) {
        text += '[';
        const char* separator = "";
        for (const source::NodeRef item : node.items()) {
            text += separator;
            append(text, item, depth + 1);
            separator = ", ";
        }
        text += ']';
    } else {
        text.append(node.value());
    }
}

std::optional<double> numberIn(std::string_view text)
{
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc() || end != text.data() + text.size() || !std::isfinite(number))
        return std::nullopt;
    return number;
}

std::string textOf(double number)
{
    std::string text(32, '\0');
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    text.resize(static_cast<std::size_t>(end - text.data()));
    return error == std::errc() ? text : std::string();
}

} // namespace

std::string writtenText(source::NodeRef node)
{
    std::string text;
    append(text, node, 0);
    return text;
}

std::string meaningOf(std::string_view value, const mesh::FieldSchema* field)
{
    // The sign in front keeps an empty text apart from nothing.
    std::string text = "=";
    const ValueType type = field == nullptr ? ValueType::Any : field->value.type;
    const ValueFormat format = field == nullptr ? ValueFormat::None : field->value.format;
    if (format == ValueFormat::Duration || format == ValueFormat::GatewayDuration) {
        if (const auto seconds = mesh::secondsOf(value))
            return text + textOf(*seconds) + 's';
    } else if (type == ValueType::Integer || type == ValueType::Number || type == ValueType::IntOrString
               || field == nullptr) {
        if (const auto number = numberIn(value))
            return text + textOf(*number);
    }
    return text.append(value);
}

bool isFilledInLater(std::string_view value)
{
    return mesh::isFilledInLater(value);
}

const mesh::FieldSchema* schemaOf(const mesh::Resource& resource, const mesh::FieldPath& path)
{
    const mesh::KindSchema* schema = mesh::Schema::builtIn().find(resource.key.group, {}, resource.key.kind);
    return schema == nullptr ? nullptr : schema->fieldAt(path);
}

Cell writtenCell(const mesh::Resource& resource, source::NodeRef node, const mesh::FieldSchema* field)
{
    Cell cell = derivedCell(resource, node, writtenText(node));
    if (node.resolved().isScalar())
        cell.meaning = meaningOf(cell.value, field);
    if (isFilledInLater(cell.value)) {
        cell.state = CellState::Unknown;
        cell.note = Note::Placeholder;
    }
    return cell;
}

Cell absentCell(const mesh::Resource& resource, source::NodeRef nearest, Note note, std::string value,
                const mesh::FieldSchema* field)
{
    Cell cell;
    cell.note = note;
    if (!value.empty())
        cell.meaning = meaningOf(value, field);
    cell.effective = std::move(value);
    const source::NodeId id = nearest.isValid() ? nearest.id() : source::noNode;
    cell.element = resource.element(id);
    cell.where = resource.locate(id);
    return cell;
}

Cell derivedCell(const mesh::Resource& resource, source::NodeRef node, std::string value)
{
    Cell cell;
    cell.state = CellState::Present;
    cell.meaning = "=" + value;
    cell.value = std::move(value);
    const source::NodeId id = node.isValid() ? node.id() : source::noNode;
    cell.element = resource.element(id);
    cell.where = resource.locate(id);
    return cell;
}

Cell bareCell(CellState state, Note note)
{
    Cell cell;
    cell.state = state;
    cell.note = note;
    return cell;
}

void place(Cell& cell, const mesh::MeshGraph& graph, const mesh::ElementRef& element)
{
    if (element.isNull())
        return;
    cell.element = element;
    cell.where = mesh::placeOf(graph, element).where;
}

} // namespace meshdraft::matrix
