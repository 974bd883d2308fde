// SPDX-License-Identifier: Apache-2.0
#include "models/mesh/yamlreader.h"

#include <algorithm>
#include <charconv>

namespace meshdraft::mesh {

using source::NodeId;
using source::NodeRef;
using source::noNode;

namespace {

constexpr int deepestMerge = 8;
constexpr std::string_view mergeKey = "<<";

bool isNullOrEmpty(NodeRef node)
{
    const NodeRef value = node.resolved();
    return !value.isValid() || value.kind() == source::NodeKind::Empty || (value.isScalar() && value.isNull());
}

/// True when a key reads so. Most keys differ in length, which is looked at first: look-ups are most of what reading a
/// resource costs.
bool reads(const source::Document& document, NodeId id, std::string_view key)
{
    const source::Node& node = document.nodes[id];
    const bool isText = node.kind == source::NodeKind::Scalar && node.style == source::NodeStyle::Plain;
    if (isText && node.value == 0 && node.range.size() != key.size())
        return false;
    return NodeRef(&document, id).value() == key;
}

} // namespace

YamlReader::YamlReader(const source::Document& document)
    : m_budget(document.nodes.size() * 8 + 1024)
{
}

bool YamlReader::spend() const
{
    if (m_budget == 0)
        return false;
    --m_budget;
    return true;
}

NodeRef YamlReader::get(NodeRef mapping, std::string_view key) const
{
    return get(mapping, key, 0);
}

NodeRef YamlReader::get(NodeRef mapping, std::string_view key, int depth) const
{
    const NodeRef map = mapping.resolved();
    if (!map.isMapping() || depth > deepestMerge || (depth > 0 && !spend()))
        return {};
    const source::Document& document = *map.document();
    NodeRef found;
    NodeRef merged;
    for (NodeId id = map.node().firstChild; id != noNode;) {
        const NodeId valueId = document.nodes[id].nextSibling;
        if (valueId == noNode)
            break;
        if (reads(document, id, key)) {
            found = {&document, valueId};
        } else if (isMerge(document, id)) {
            merged = {&document, valueId};
        }
        id = document.nodes[valueId].nextSibling;
    }
    if (found.isValid() || !merged.isValid())
        return found;
    const NodeRef source = merged.resolved();
    if (source.isMapping())
        return get(source, key, depth + 1);
    if (source.isSequence()) {
        for (const NodeRef item : source.items()) {
            if (const NodeRef value = get(item, key, depth + 1))
                return value;
        }
    }
    return {};
}

NodeRef YamlReader::get(NodeRef mapping, std::initializer_list<std::string_view> keys) const
{
    NodeRef node = mapping;
    for (const std::string_view key : keys)
        node = get(node, key);
    return node;
}

bool YamlReader::has(NodeRef mapping, std::string_view key) const
{
    return !isNullOrEmpty(get(mapping, key));
}

bool YamlReader::isMerge(const source::Document& document, NodeId key)
{
    return reads(document, key, mergeKey);
}

std::vector<NodeRef> YamlReader::items(NodeRef sequence)
{
    const NodeRef list = sequence.resolved();
    std::vector<NodeRef> result;
    if (!list.isSequence())
        return result;
    const source::Document& document = *list.document();
    for (NodeId id = list.node().firstChild; id != noNode && spend(); id = document.nodes[id].nextSibling)
        result.emplace_back(&document, id);
    return result;
}

std::vector<NodeRef::Entry> YamlReader::entries(NodeRef mapping)
{
    std::vector<NodeRef::Entry> result;
    collect(mapping, result, 0);
    return result;
}

void YamlReader::collect(NodeRef mapping, std::vector<NodeRef::Entry>& into, int depth)
{
    const NodeRef map = mapping.resolved();
    if (!map.isMapping() || depth > deepestMerge)
        return;
    const source::Document& document = *map.document();
    NodeRef merged;
    for (NodeId id = map.node().firstChild; id != noNode && spend();) {
        const NodeRef key(&document, id);
        const NodeId valueId = document.nodes[id].nextSibling;
        if (valueId == noNode)
            break;
        if (key.value() == mergeKey) {
            merged = {&document, valueId};
        } else if (depth == 0
                   || std::ranges::none_of(into, [&](const auto& entry) { return entry.key.value() == key.value(); })) {
            into.push_back({key, {&document, valueId}});
        }
        id = document.nodes[valueId].nextSibling;
    }
    const NodeRef source = merged.resolved();
    if (source.isMapping())
        collect(source, into, depth + 1);
    for (const NodeRef item : items(source))
        collect(item, into, depth + 1);
}

Field<std::string> YamlReader::string(NodeRef node) const
{
    const NodeRef value = node.resolved();
    if (!value.isScalar() || value.isNull())
        return {};
    return {std::string(value.value()), node.id()};
}

Field<std::string> YamlReader::string(NodeRef mapping, std::string_view key) const
{
    return string(get(mapping, key));
}

Field<std::int64_t> YamlReader::integer(NodeRef mapping, std::string_view key) const
{
    const NodeRef node = get(mapping, key);
    const NodeRef scalar = node.resolved();
    if (!scalar.isScalar() || scalar.isNull())
        return {};
    Field<std::int64_t> field{0, node.id()};
    const std::string_view text = scalar.value();
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), field.value);
    if (parsed.ec != std::errc() || parsed.ptr != text.data() + text.size())
        field.value = 0;
    return field;
}

Field<std::uint32_t> YamlReader::number(NodeRef mapping, std::string_view key) const
{
    const Field<std::int64_t> wide = integer(mapping, key);
    const bool fits = wide.value >= 0 && wide.value <= std::numeric_limits<std::uint32_t>::max();
    return {fits ? static_cast<std::uint32_t>(wide.value) : 0U, wide.node};
}

bool YamlReader::isTrue(NodeRef mapping, std::string_view key) const
{
    return get(mapping, key).resolved().toBool().value_or(false);
}

std::vector<Field<std::string>> YamlReader::strings(NodeRef node)
{
    std::vector<Field<std::string>> result;
    if (Field<std::string> lone = string(node); lone.isPresent()) {
        result.push_back(std::move(lone));
        return result;
    }
    for (const NodeRef item : items(node)) {
        if (Field<std::string> value = string(item); value.isPresent())
            result.push_back(std::move(value));
    }
    return result;
}

Labels YamlReader::labels(NodeRef mapping)
{
    Labels result;
    for (const auto& [key, value] : entries(mapping)) {
        const NodeRef scalar = value.resolved();
        if (scalar.isScalar() && !scalar.isNull())
            result.insert_or_assign(std::string(key.value()), std::string(scalar.value()));
    }
    return result;
}

} // namespace meshdraft::mesh
