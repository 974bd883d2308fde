// SPDX-License-Identifier: Apache-2.0
#include "models/source/newvalue.h"

namespace meshdraft::source {

NewValue NewValue::scalar(std::string text, bool asString)
{
    NewValue value;
    value.text = std::move(text);
    value.asString = asString;
    return value;
}

NewValue NewValue::mapping(std::vector<NewEntry> entries)
{
    NewValue value;
    value.kind = NodeKind::Mapping;
    value.entries = std::move(entries);
    return value;
}

NewValue NewValue::sequence(std::vector<NewValue> items)
{
    NewValue value;
    value.kind = NodeKind::Sequence;
    value.items = std::move(items);
    return value;
}

bool NewValue::isNested() const
{
    return style != NodeStyle::Flow && (!entries.empty() || !items.empty());
}

void takeStyle(NewValue& value, NodeRef node)
{
    if (!node.isValid() || node.kind() != value.kind)
        return;
    const NodeStyle style = node.node().style;
    if (value.kind == NodeKind::Scalar) {
        if (style == NodeStyle::SingleQuoted || style == NodeStyle::DoubleQuoted)
            value.style = style;
    } else if (style == NodeStyle::Flow && node.size() > 0) {
        value.style = style;
        value.isPadded = node.document()->text->at(node.range().begin + 1) == ' ';
    }
}

NewValue styledLike(NewValue value, NodeRef other)
{
    const NodeRef like = other.resolved();
    if (!like.isValid() || like.kind() != value.kind)
        return value;
    takeStyle(value, like);
    for (NewEntry& entry : value.entries)
        entry.value = styledLike(std::move(entry.value), like[entry.key]);
    for (NewValue& item : value.items)
        item = styledLike(std::move(item), like.item(0));
    return value;
}

} // namespace meshdraft::source
