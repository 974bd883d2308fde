// SPDX-License-Identifier: Apache-2.0
#include "models/changes/routeparts.h"

#include <algorithm>
#include <charconv>

namespace meshdraft::changes {

using source::NewEntry;
using source::NewValue;
using source::NodeRef;

const mesh::RouteTable& tableOf(const mesh::Resource& resource)
{
    return std::get<mesh::RouteTable>(resource.body);
}

NewValue inOrderOf(std::vector<NewEntry> entries, NodeRef mapping)
{
    std::vector<std::string_view> keys;
    for (const NodeRef::Entry& entry : mapping.resolved().entries())
        keys.push_back(entry.key.value());
    std::vector<std::pair<std::size_t, NewEntry>> placed;
    std::size_t last = 0;
    for (NewEntry& entry : entries) {
        const auto found = std::ranges::find(keys, entry.key);
        if (found != keys.end())
            last = static_cast<std::size_t>(found - keys.begin());
        placed.emplace_back(last, std::move(entry));
    }
    std::ranges::stable_sort(placed, {}, [](const auto& each) { return each.first; });
    entries.clear();
    for (auto& [place, entry] : placed)
        entries.push_back(std::move(entry));
    return NewValue::mapping(std::move(entries));
}

NewValue destinationValue(const DestinationSpec& destination, NodeRef like)
{
    std::vector<NewEntry> entries{{"host", NewValue::scalar(destination.host, true)}};
    if (!destination.subset.empty())
        entries.push_back({"subset", NewValue::scalar(destination.subset, true)});
    if (destination.port) {
        entries.push_back(
            {"port", NewValue::mapping({{"number", NewValue::scalar(std::to_string(*destination.port))}})});
    }
    return source::styledLike(inOrderOf(std::move(entries), like), like);
}

std::vector<NewEntry> backendEntries(const DestinationSpec& destination, NodeRef like)
{
    std::vector<NewEntry> entries;
    for (const std::string_view key : {"group", "kind"}) {
        if (const NodeRef written = like.resolved()[key])
            entries.push_back({std::string(key), copyOf(written)});
    }
    entries.push_back({"name", NewValue::scalar(destination.host, true)});
    if (!destination.ns.empty())
        entries.push_back({"namespace", NewValue::scalar(destination.ns, true)});
    if (destination.port)
        entries.push_back({"port", NewValue::scalar(std::to_string(*destination.port))});
    return entries;
}

NewValue destinationItem(const mesh::RouteTable& table, const DestinationSpec& destination,
                         std::optional<std::int64_t> weight, NodeRef like)
{
    std::vector<NewEntry> entries = table.isGatewayApi
        ? backendEntries(destination, like)
        : std::vector<NewEntry>{{"destination", destinationValue(destination, like["destination"])}};
    if (weight)
        entries.push_back({"weight", NewValue::scalar(std::to_string(*weight))});
    return source::styledLike(inOrderOf(std::move(entries), like), like);
}

NewValue copyOf(NodeRef node)
{
    node = node.resolved();
    if (node.isSequence()) {
        std::vector<NewValue> items;
        for (const NodeRef& item : node.items())
            items.push_back(copyOf(item));
        NewValue copy = NewValue::sequence(std::move(items));
        source::takeStyle(copy, node);
        return copy;
    }
    if (node.isMapping()) {
        std::vector<NewEntry> entries;
        const auto put = [&](const NodeRef::Entry& entry) {
            const auto isSame = [&](const NewEntry& other) { return other.key == entry.key.value(); };
            if (std::ranges::none_of(entries, isSame))
                entries.push_back({std::string(entry.key.value()), copyOf(entry.value)});
        };
        for (const NodeRef::Entry& entry : node.entries()) {
            if (entry.key.value() != "<<")
                put(entry);
        }
        for (const NodeRef::Entry& entry : node.entries()) {
            if (entry.key.value() == "<<" && entry.value.resolved().isMapping())
                std::ranges::for_each(entry.value.resolved().entries(), put);
        }
        NewValue copy = NewValue::mapping(std::move(entries));
        source::takeStyle(copy, node);
        return copy;
    }
    if (!node.isScalar())
        return NewValue::scalar("null");
    NewValue copy = NewValue::scalar(std::string(node.value()), node.node().style != source::NodeStyle::Plain);
    source::takeStyle(copy, node);
    return copy;
}

NodeRef::Entry entryOf(NodeRef mapping, std::string_view key)
{
    if (mapping.isMapping()) {
        for (const NodeRef::Entry& entry : mapping.entries()) {
            if (entry.key.value() == key)
                return entry;
        }
    }
    return {};
}

std::string numberText(double number)
{
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() ? std::string(text.data(), end) : std::string("0");
}

} // namespace meshdraft::changes
