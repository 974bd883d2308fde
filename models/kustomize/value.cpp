// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/value.h"

#include <algorithm>

namespace meshdraft::kustomize {

using source::NodeKind;
using source::NodeRef;

const Value* Value::find(std::string_view key) const
{
    const auto found = std::ranges::find(entries, key, [](const Entry& entry) { return std::string_view(entry.key); });
    return found == entries.end() ? nullptr : &found->value;
}

const Value* Value::at(std::initializer_list<std::string_view> keys) const
{
    const Value* value = this;
    for (const std::string_view key : keys) {
        value = value->find(key);
        if (value == nullptr)
            return nullptr;
    }
    return value;
}

std::string_view Value::text(std::initializer_list<std::string_view> keys) const
{
    const Value* value = at(keys);
    return value != nullptr && value->isScalar() ? std::string_view(value->scalar) : std::string_view();
}

Value& Value::entry(std::string_view key)
{
    if (!isMapping()) {
        *this = {};
        kind = NodeKind::Mapping;
    }
    if (Value* known = find(key))
        return *known;
    entries.push_back({std::string(key), {}});
    return entries.back().value;
}

void Value::remove(std::string_view key)
{
    std::erase_if(entries, [&](const Entry& entry) { return entry.key == key; });
}

void Value::setScalar(std::string_view text, Origin from)
{
    *this = {};
    kind = NodeKind::Scalar;
    scalar = text;
    origin = from;
}

Value ValueBuilder::build(NodeRef node, std::uint32_t text, std::uint32_t document)
{
    const NodeRef resolved = node.resolved();
    Value value;
    value.origin = {Origin::Kind::Source, text, document, node.id()};
    if (m_left == 0 || !resolved.isValid())
        return value;
    --m_left;
    value.kind = resolved.kind();
    value.isNull = resolved.isNull();
    if (resolved.isScalar()) {
        value.scalar = resolved.value();
    } else if (resolved.isSequence()) {
        for (const NodeRef item : resolved.items())
            value.items.push_back(build(item, text, document));
    } else if (resolved.isMapping()) {
        NodeRef merged;
        for (const NodeRef::Entry& entry : resolved.entries()) {
            if (entry.key.value() == "<<" && entry.key.isScalar()) {
                merged = entry.value;
            } else {
                value.entry(entry.key.resolved().value()) = build(entry.value, text, document);
            }
        }
        // Whoever merges by << gets what the mapping itself does not have.
        if (merged.isValid()) {
            for (auto& [key, inherited] : build(merged, text, document).entries) {
                if (value.find(key) == nullptr)
                    value.entries.push_back({key, std::move(inherited)});
            }
        }
    }
    return value;
}

} // namespace meshdraft::kustomize
