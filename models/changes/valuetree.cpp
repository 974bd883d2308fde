// SPDX-License-Identifier: Apache-2.0
#include "models/changes/valuetree.h"

#include <algorithm>
#include <format>
#include <functional>
#include <numeric>
#include <ranges>
#include <utility>

namespace meshdraft::changes {

namespace {

/// YAML nests at most 400 levels, aliases can add to that; deeper values compare as their text.
constexpr int deepest = 500;

std::size_t mixed(std::size_t seed, std::size_t value)
{
    return (seed ^ value) * 0x9e3779b97f4a7c15ULL + (seed >> 29U);
}

std::string scalarOf(source::NodeRef raw)
{
    const source::NodeRef node = raw.resolved();
    if (!node.isScalar())
        return "n";
    const std::string value(node.value());
    if (node.node().hasTag)
        return 't' + value;
    if (node.node().style != source::NodeStyle::Plain)
        return 's' + value;
    if (node.isNull())
        return "n";
    if (const auto number = node.toInt())
        return 'i' + std::to_string(*number);
    if (const auto truth = node.toBool())
        return *truth ? "btrue" : "bfalse";
    if (const auto number = node.toDouble())
        return std::format("f{}", *number);
    return 's' + value;
}

Value makeValue(mesh::YamlReader& reader, source::NodeRef raw, int depth)
{
    Value value;
    value.node = raw;
    const source::NodeRef node = raw.resolved();
    if (depth > deepest) {
        value.scalar = 's' + std::string(node.text());
        value.hash = std::hash<std::string>{}(value.scalar);
        return value;
    }
    if (node.isMapping()) {
        value.kind = Value::Kind::Map;
        for (const source::NodeRef::Entry& entry : reader.entries(node)) {
            const source::NodeRef key = entry.key.resolved();
            value.entries.push_back({std::string(key.isScalar() ? key.value() : key.text()), entry.key,
                                     makeValue(reader, entry.value, depth + 1)});
        }
        value.byKey.resize(value.entries.size());
        std::iota(value.byKey.begin(), value.byKey.end(), 0U);
        const auto keyAt = [&](std::uint32_t at) -> const std::string& { return value.entries[at].key; };
        std::ranges::stable_sort(value.byKey, {}, keyAt);
        // Of equal keys the last one counts.
        const auto rest = std::ranges::unique(std::views::reverse(value.byKey), {}, keyAt);
        value.byKey.erase(value.byKey.begin(), rest.begin().base());
        value.leaves = 0;
        value.hash = 1;
        for (const std::uint32_t at : value.byKey) {
            const Value::Entry& entry = value.entries[at];
            value.hash = mixed(mixed(value.hash, std::hash<std::string>{}(entry.key)), entry.value.hash);
            value.leaves += entry.value.leaves;
        }
    } else if (node.isSequence()) {
        value.kind = Value::Kind::List;
        value.leaves = 0;
        value.hash = 2;
        for (const source::NodeRef item : reader.items(node)) {
            value.items.push_back(makeValue(reader, item, depth + 1));
            value.hash = mixed(value.hash, value.items.back().hash);
            value.leaves += value.items.back().leaves;
        }
    } else {
        value.scalar = scalarOf(raw);
        value.hash = std::hash<std::string>{}(value.scalar);
    }
    return value;
}

void collectLeaves(const Value& value, std::size_t path, std::vector<std::size_t>& leaves)
{
    for (const std::uint32_t at : value.byKey)
        collectLeaves(value.entries[at].value, mixed(path, std::hash<std::string>{}(value.entries[at].key)), leaves);
    for (const Value& item : value.items)
        collectLeaves(item, mixed(path, 7), leaves);
    if (value.kind == Value::Kind::Scalar)
        leaves.push_back(mixed(path, value.hash));
}

void appendShort(const Value& value, std::string& out, std::size_t most)
{
    if (out.size() > most)
        return;
    std::string_view separator;
    switch (value.kind) {
    case Value::Kind::Scalar:
        out += value.isNull() ? std::string_view("null") : value.text();
        return;
    case Value::Kind::List:
        out += '[';
        for (const Value& item : value.items) {
            out += std::exchange(separator, ", ");
            appendShort(item, out, most);
            if (out.size() > most)
                return;
        }
        out += ']';
        return;
    case Value::Kind::Map:
        out += '{';
        for (const Value::Entry& entry : value.entries) {
            out += std::exchange(separator, ", ");
            out += entry.key + ": ";
            appendShort(entry.value, out, most);
            if (out.size() > most)
                return;
        }
        out += '}';
        return;
    }
}

} // namespace

Value Value::of(mesh::YamlReader& reader, source::NodeRef node)
{
    return makeValue(reader, node, 0);
}

const Value* Value::get(std::string_view key) const
{
    const auto keyAt = [this](std::uint32_t at) -> std::string_view { return entries[at].key; };
    const auto found = std::ranges::lower_bound(byKey, key, {}, keyAt);
    return found != byKey.end() && keyAt(*found) == key ? &entries[*found].value : nullptr;
}

const Value* Value::get(std::initializer_list<std::string_view> keys) const
{
    const Value* value = this;
    for (const std::string_view key : keys)
        value = value != nullptr ? value->get(key) : nullptr;
    return value;
}

std::string_view Value::text() const
{
    return kind == Kind::Scalar && !scalar.empty() ? std::string_view(scalar).substr(1) : std::string_view();
}

std::string Value::shortText(std::size_t most) const
{
    std::string out;
    appendShort(*this, out, most);
    if (out.size() > most) {
        std::size_t end = most;
        while (end > 0 && (static_cast<unsigned char>(out[end]) & 0xc0U) == 0x80U)
            --end;
        out.resize(end);
        out += "\xe2\x80\xa6";
    }
    return out;
}

bool operator==(const Value& a, const Value& b)
{
    if (a.hash != b.hash || a.kind != b.kind || a.scalar != b.scalar || a.items != b.items
        || a.byKey.size() != b.byKey.size())
        return false;
    for (std::size_t i = 0; i < a.byKey.size(); ++i) {
        const Value::Entry& left = a.entries[a.byKey[i]];
        const Value::Entry& right = b.entries[b.byKey[i]];
        if (left.key != right.key || !(left.value == right.value))
            return false;
    }
    return true;
}

double likeness(const Value& a, const Value& b)
{
    std::vector<std::size_t> left;
    std::vector<std::size_t> right;
    collectLeaves(a, 1, left);
    collectLeaves(b, 1, right);
    if (left.empty() && right.empty())
        return a == b ? 1 : 0;
    std::ranges::sort(left);
    std::ranges::sort(right);
    std::vector<std::size_t> common;
    std::ranges::set_intersection(left, right, std::back_inserter(common));
    return 2.0 * static_cast<double>(common.size()) / static_cast<double>(left.size() + right.size());
}

} // namespace meshdraft::changes
