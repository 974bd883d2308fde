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
    return !entries.empty() || !items.empty();
}

} // namespace meshdraft::source
