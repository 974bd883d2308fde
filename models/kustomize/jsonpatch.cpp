// SPDX-License-Identifier: Apache-2.0
#include "models/kustomize/jsonpatch.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace meshdraft::kustomize {

using source::NodeKind;

namespace {

/// The parts of a JSON pointer; nothing for text that is none.
std::optional<std::vector<std::string>> partsOf(std::string_view pointer)
{
    std::vector<std::string> parts;
    while (!pointer.empty()) {
        if (pointer.front() != '/')
            return std::nullopt;
        pointer.remove_prefix(1);
        const auto end = std::min(pointer.find('/'), pointer.size());
        std::string& part = parts.emplace_back();
        for (std::size_t i = 0; i < end; ++i) {
            const bool isEscape = pointer[i] == '~' && i + 1 < end && (pointer[i + 1] == '0' || pointer[i + 1] == '1');
            part += isEscape ? (pointer[i + 1] == '0' ? '~' : '/') : pointer[i];
            i += isEscape ? 1 : 0;
        }
        pointer.remove_prefix(end);
    }
    return parts;
}

std::optional<std::size_t> indexOf(std::string_view part)
{
    std::size_t index = 0;
    const auto [end, failure] = std::from_chars(part.data(), part.data() + part.size(), index);
    if (failure != std::errc() || end != part.data() + part.size())
        return std::nullopt;
    return index;
}

Value* childOf(Value& parent, const std::string& part)
{
    if (parent.isMapping())
        return parent.find(part);
    const auto index = indexOf(part);
    return parent.isSequence() && index && *index < parent.items.size() ? &parent.items[*index] : nullptr;
}

Value* parentAt(Value& root, const std::vector<std::string>& parts)
{
    Value* value = &root;
    for (std::size_t i = 0; value != nullptr && i + 1 < parts.size(); ++i)
        value = childOf(*value, parts[i]);
    return value;
}

bool addAt(Value& root, const std::vector<std::string>& parts, Value value)
{
    Value* parent = parts.empty() ? nullptr : parentAt(root, parts);
    if (parent == nullptr)
        return false;
    if (parent->isMapping()) {
        parent->entry(parts.back()) = std::move(value);
        return true;
    }
    const auto index = parts.back() == "-" ? std::optional(parent->items.size()) : indexOf(parts.back());
    if (!parent->isSequence() || !index || *index > parent->items.size())
        return false;
    parent->items.insert(parent->items.begin() + static_cast<std::ptrdiff_t>(*index), std::move(value));
    return true;
}

bool replaceAt(Value& root, const std::vector<std::string>& parts, Value value)
{
    Value* parent = parts.empty() ? nullptr : parentAt(root, parts);
    Value* place = parent == nullptr ? nullptr : childOf(*parent, parts.back());
    if (place == nullptr)
        return false;
    *place = std::move(value);
    return true;
}

std::optional<Value> takeAt(Value& root, const std::vector<std::string>& parts, bool remove)
{
    Value* parent = parts.empty() ? nullptr : parentAt(root, parts);
    Value* place = parent == nullptr ? nullptr : childOf(*parent, parts.back());
    if (place == nullptr)
        return std::nullopt;
    Value value = *place;
    if (remove && parent->isMapping()) {
        parent->remove(parts.back());
    } else if (remove) {
        parent->items.erase(parent->items.begin() + (place - parent->items.data()));
    }
    return value;
}

bool applyOne(Value& target, const Value& operation)
{
    const std::string_view op = operation.text({"op"});
    const auto path = partsOf(operation.text({"path"}));
    const auto from = partsOf(operation.text({"from"}));
    if (!path || !from)
        return false;
    const Value* value = operation.find("value");
    if (op == "add")
        return value != nullptr && addAt(target, *path, *value);
    if (op == "replace")
        return value != nullptr && replaceAt(target, *path, *value);
    if (op == "remove")
        return takeAt(target, *path, true).has_value();
    if (op == "move" || op == "copy") {
        std::optional<Value> taken = takeAt(target, *from, op == "move");
        return taken && addAt(target, *path, std::move(*taken));
    }
    return op == "test";
}

} // namespace

bool applyJsonPatch(Value& target, const Value& operations)
{
    for (const Value& operation : operations.items) {
        if (!applyOne(target, operation))
            return false;
    }
    return operations.isSequence();
}

} // namespace meshdraft::kustomize
