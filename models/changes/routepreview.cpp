// SPDX-License-Identifier: Apache-2.0
// A route for those who ask for it: the route again, before it, with a header or cookie more.
#include "models/changes/routeparts.h"

#include <re2/re2.h>

#include <algorithm>
#include <cctype>

namespace meshdraft::changes {

using source::Change;
using source::NewEntry;
using source::NewValue;
using source::NodeRef;

namespace {

/// A header field's name or a cookie's (RFC 9110, token).
bool isToken(const std::string& name)
{
    const auto isTokenByte = [](char byte) {
        return std::isalnum(static_cast<unsigned char>(byte)) != 0
            || std::string_view("!#$%&'*+-.^_`|~").contains(byte);
    };
    return !name.empty() && std::ranges::all_of(name, isTokenByte);
}

/// The header that is looked at. HTTP/2 has names of headers in small letters, and Istio wants them so.
std::string headerOf(const mesh::RouteTable& table, const PreviewSpec& preview)
{
    if (preview.by == PreviewSpec::By::Cookie)
        return table.isGatewayApi ? "Cookie" : "cookie";
    std::string name = preview.name;
    if (!table.isGatewayApi)
        std::ranges::transform(name, name.begin(), [](unsigned char byte) { return std::tolower(byte); });
    return name;
}

bool isExpression(const PreviewSpec& preview)
{
    return preview.isRegex || preview.by == PreviewSpec::By::Cookie;
}

std::string headerValue(const PreviewSpec& preview)
{
    return preview.by == PreviewSpec::By::Cookie ? cookieExpression(preview.name, preview.value, preview.isRegex)
                                                 : preview.value;
}

NewEntry* entryIn(NewValue& mapping, std::string_view key)
{
    const auto found = std::ranges::find_if(mapping.entries, [&](const NewEntry& each) { return each.key == key; });
    return found == mapping.entries.end() ? nullptr : &*found;
}

/// Adds the header to what one match asks for.
void addHeader(const mesh::RouteTable& table, NewValue& match, const PreviewSpec& preview)
{
    const std::string name = headerOf(table, preview);
    const NewValue value = NewValue::scalar(headerValue(preview), true);
    NewEntry* headers = entryIn(match, "headers");
    if (headers == nullptr) {
        match.entries.push_back({"headers", table.isGatewayApi ? NewValue::sequence({}) : NewValue::mapping({})});
        headers = &match.entries.back();
    }
    if (!table.isGatewayApi) {
        headers->value.entries.push_back(
            {name, NewValue::mapping({{isExpression(preview) ? "regex" : "exact", value}})});
        return;
    }
    std::vector<NewEntry> item;
    if (isExpression(preview))
        item.push_back({"type", NewValue::scalar("RegularExpression")});
    item.push_back({"name", NewValue::scalar(name, true)});
    item.push_back({"value", value});
    headers->value.items.push_back(NewValue::mapping(std::move(item)));
}

NewValue matchesOf(const mesh::RouteTable& table, NodeRef written, const PreviewSpec& preview)
{
    NewValue matches = written.resolved().size() > 0 ? copyOf(written) : NewValue::sequence({NewValue::mapping({})});
    for (NewValue& match : matches.items) {
        // a name is of one match only
        std::erase_if(match.entries, [](const NewEntry& entry) { return entry.key == "name"; });
        addHeader(table, match, preview);
    }
    return matches;
}

/// What the route does to every request, mirroring left out.
void copyRest(const mesh::RouteTable& table, NodeRef route, std::vector<NewEntry>& entries)
{
    for (const char* key : {"rewrite", "timeout", "retries", "headers", "corsPolicy", "timeouts", "retry"}) {
        if (const NodeRef written = route[key])
            entries.push_back({key, copyOf(written)});
    }
    NewValue filters = table.isGatewayApi ? copyOf(route["filters"]) : NewValue();
    std::erase_if(filters.items, [](NewValue& filter) {
        const NewEntry* type = entryIn(filter, "type");
        return type != nullptr && type->value.text == "RequestMirror";
    });
    if (!filters.items.empty())
        entries.push_back({"filters", std::move(filters)});
}

std::optional<Error> refusal(const mesh::Resource& resource, const mesh::Route& route, const PreviewSpec& preview)
{
    if (auto reason = unrepresentable(resource, route))
        return reason;
    const auto refused = [&](const char* code, std::string argument) {
        return Error{code, {std::move(argument)}, resource.locate(route.node)};
    };
    const mesh::RouteTable& table = tableOf(resource);
    if (route.protocol != mesh::Protocol::Http && route.protocol != mesh::Protocol::Grpc)
        return refused("routing.previewProtocol", std::string(mesh::protocolName(route.protocol)));
    if (!isToken(preview.name))
        return refused("routing.previewName", preview.name);
    if (preview.value.empty())
        return refused("routing.previewValue", {});
    if (isExpression(preview)) {
        const RE2 expression(headerValue(preview), RE2::Quiet);
        if (!expression.ok())
            return refused("routing.previewExpression", preview.value);
    }
    for (const mesh::Route& other : table.routes) {
        if (!preview.route.empty() && other.name.value == preview.route)
            return refused("routing.nameTaken", preview.route);
    }
    const std::string field = "headers." + headerOf(table, preview);
    for (const mesh::Match& match : route.matches) {
        for (const mesh::Match::Condition& condition : match.conditions) {
            if (condition.field == field)
                return refused("routing.headerTaken", headerOf(table, preview));
        }
    }
    return std::nullopt;
}

} // namespace

std::string cookieExpression(const std::string& name, const std::string& value, bool isRegex)
{
    return "^(.*?;\\s*)?" + RE2::QuoteMeta(name) + '=' + (isRegex ? "(?:" + value + ')' : RE2::QuoteMeta(value))
        + "(;.*)?$";
}

Expected<std::vector<Change>> addPreviewRoute(const mesh::Resource& resource, const mesh::Route& route,
                                              const PreviewSpec& preview)
{
    if (auto reason = refusal(resource, route, preview))
        return std::unexpected(std::move(*reason));
    const mesh::RouteTable& table = tableOf(resource);
    const NodeRef item = resource.node(route.node).resolved();
    const NodeRef like = resource.node(route.destinations.front().node).resolved();
    std::vector<NewEntry> entries;
    if (!preview.route.empty())
        entries.push_back({"name", NewValue::scalar(preview.route, true)});
    const char* matchKey = table.isGatewayApi ? "matches" : "match";
    entries.push_back({matchKey, matchesOf(table, item[matchKey], preview)});
    if (table.isGatewayApi)
        copyRest(table, item, entries);
    entries.push_back({table.isGatewayApi ? "backendRefs" : "route",
                       NewValue::sequence({destinationItem(table, preview.destination, std::nullopt, like)})});
    if (!table.isGatewayApi)
        copyRest(table, item, entries);
    source::ItemInsertion insertion;
    insertion.sequence = resource.node(route.node).parent().id();
    insertion.value = NewValue::mapping(std::move(entries));
    insertion.before = route.node;
    return std::vector<Change>{std::move(insertion)};
}

} // namespace meshdraft::changes
