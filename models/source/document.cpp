// SPDX-License-Identifier: Apache-2.0
#include "models/source/document.h"

#include "models/source/scalar.h"

#include <charconv>

namespace meshdraft::source {

namespace {

constexpr int maximumMergeDepth = 64;

bool isQuoted(const Node& node)
{
    return node.style == NodeStyle::SingleQuoted || node.style == NodeStyle::DoubleQuoted;
}

/// The scalar's text if it can be a number, boolean or null: plain and without a tag.
std::string_view untypedText(const NodeRef& ref)
{
    const NodeRef target = ref.resolved();
    if (!target.isScalar() || target.node().style != NodeStyle::Plain || target.node().hasTag)
        return {};
    return target.value();
}

NodeRef find(const NodeRef& mapping, std::string_view key, int depth);

NodeRef findMerged(const NodeRef& merged, std::string_view key, int depth)
{
    const NodeRef target = merged.resolved();
    if (target.isMapping())
        return find(target, key, depth + 1);
    if (!target.isSequence())
        return {};
    // The earlier mapping of a merged list wins.
    for (const NodeRef& item : target.items()) {
        const NodeRef mapping = item.resolved();
        if (const NodeRef found = mapping.isMapping() ? find(mapping, key, depth + 1) : NodeRef())
            return found;
    }
    return {};
}

NodeRef find(const NodeRef& mapping, std::string_view key, int depth)
{
    const Document* document = mapping.document();
    NodeRef found;
    NodeRef merged;
    for (NodeId id = mapping.node().firstChild; id != noNode;) {
        const NodeRef entryKey(document, id);
        const NodeId value = entryKey.node().nextSibling;
        if (value == noNode)
            break;
        const NodeRef keyNode = entryKey.resolved();
        if (keyNode.isScalar()) {
            const std::string_view name = keyNode.value();
            if (name == key) {
                found = NodeRef(document, value);
            } else if (name == "<<" && keyNode.node().style == NodeStyle::Plain) {
                merged = NodeRef(document, value);
            }
        }
        id = document->nodes[value].nextSibling;
    }
    if (!found && merged && depth < maximumMergeDepth)
        return findMerged(merged, key, depth);
    return found;
}

} // namespace

NodeRef Document::root() const
{
    return nodes.empty() ? NodeRef() : NodeRef(this, 0);
}

std::string_view NodeRef::text() const
{
    if (!isValid())
        return {};
    return std::string_view(*m_document->text).substr(node().range.begin, node().range.size());
}

std::string_view NodeRef::value() const
{
    const NodeRef target = resolved();
    if (!target.isScalar())
        return {};
    const Node& scalar = target.node();
    if (scalar.value != 0)
        return m_document->values[scalar.value - 1];
    const std::string_view all = target.text();
    return isQuoted(scalar) ? all.substr(1, all.size() - 2) : all;
}

bool NodeRef::isNull() const
{
    const NodeRef target = resolved();
    if (!target.isValid() || target.kind() == NodeKind::Empty)
        return true;
    return target.isScalar() && target.node().style == NodeStyle::Plain && !target.node().hasTag
        && isNullWord(target.value());
}

std::optional<std::int64_t> NodeRef::toInt() const
{
    std::string_view digits = untypedText(*this);
    if (digits.starts_with('+'))
        digits.remove_prefix(1);
    const std::string_view magnitude = digits.starts_with('-') ? digits.substr(1) : digits;
    if (magnitude.empty() || (magnitude.size() > 1 && magnitude.front() == '0'))
        return std::nullopt;
    std::int64_t number = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (code != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return number;
}

std::optional<double> NodeRef::toDouble() const
{
    std::string_view digits = untypedText(*this);
    if (digits.starts_with('+'))
        digits.remove_prefix(1);
    if (digits.empty() || digits.find_first_not_of("0123456789+-.eE") != std::string_view::npos)
        return std::nullopt;
    double number = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (code != std::errc() || end != digits.data() + digits.size())
        return std::nullopt;
    return number;
}

std::optional<bool> NodeRef::toBool() const
{
    return booleanOf(untypedText(*this));
}

NodeRef NodeRef::resolved() const
{
    if (kind() != NodeKind::Alias)
        return *this;
    return {m_document, node().target};
}

NodeRef NodeRef::parent() const
{
    return isValid() ? NodeRef(m_document, node().parent) : NodeRef();
}

std::size_t NodeRef::size() const
{
    const NodeRef target = resolved();
    if (target.isMapping())
        return target.node().children / 2;
    return target.isSequence() ? target.node().children : 0;
}

NodeRef NodeRef::operator[](std::string_view key) const
{
    const NodeRef target = resolved();
    return target.isMapping() ? find(target, key, 0) : NodeRef();
}

NodeRef NodeRef::item(std::size_t index) const
{
    const NodeRef target = resolved();
    if (!target.isSequence() || index >= target.node().children)
        return {};
    NodeId id = target.node().firstChild;
    while (index-- > 0)
        id = m_document->nodes[id].nextSibling;
    return {m_document, id};
}

std::vector<NodeRef> NodeRef::items() const
{
    std::vector<NodeRef> result;
    const NodeRef target = resolved();
    if (!target.isSequence())
        return result;
    result.reserve(target.node().children);
    for (NodeId id = target.node().firstChild; id != noNode; id = m_document->nodes[id].nextSibling)
        result.emplace_back(m_document, id);
    return result;
}

std::vector<NodeRef::Entry> NodeRef::entries() const
{
    std::vector<Entry> result;
    const NodeRef target = resolved();
    if (!target.isMapping())
        return result;
    result.reserve(target.node().children / 2);
    for (NodeId id = target.node().firstChild; id != noNode;) {
        const NodeId value = m_document->nodes[id].nextSibling;
        if (value == noNode)
            break;
        result.push_back({NodeRef(m_document, id), NodeRef(m_document, value)});
        id = m_document->nodes[value].nextSibling;
    }
    return result;
}

NodeRef NodeRef::key() const
{
    const NodeRef mapping = parent();
    if (!mapping.isMapping())
        return {};
    for (NodeId id = mapping.node().firstChild; id != noNode;) {
        const NodeId value = m_document->nodes[id].nextSibling;
        if (value == m_id)
            return {m_document, id};
        id = value == noNode ? noNode : m_document->nodes[value].nextSibling;
    }
    return {};
}

std::optional<std::size_t> NodeRef::indexInParent() const
{
    const NodeRef owner = parent();
    if (!owner.isSequence())
        return std::nullopt;
    std::size_t index = 0;
    for (NodeId id = owner.node().firstChild; id != noNode; id = m_document->nodes[id].nextSibling, ++index) {
        if (id == m_id)
            return index;
    }
    return std::nullopt;
}

} // namespace meshdraft::source
