// SPDX-License-Identifier: Apache-2.0
#include "models/traffic/rewrite.h"

#include "models/traffic/lowercase.h"

#include <re2/re2.h>

#include <algorithm>

namespace meshdraft::traffic {

namespace {

using Kind = TextMatch::Kind;

/// What of the path is replaced: the prefix that was matched, "/" where none was, all of it otherwise (Envoy,
/// RouteAction.prefix_rewrite).
std::size_t replacedLength(const std::string& path, const RouteMatch* match)
{
    if (match == nullptr || !match->path || match->path->kind() == Kind::Present)
        return std::min<std::size_t>(1, path.size());
    if (match->path->kind() != Kind::Prefix && match->path->kind() != Kind::PathPrefix)
        return path.size();
    std::size_t length = match->path->value().size();
    if (match->path->kind() == Kind::PathPrefix && length > 1 && match->path->value().ends_with('/'))
        --length;
    return std::min(length, path.size());
}

std::string newPath(const std::string& path, const RouteAction& action, const RouteMatch* match)
{
    if (!action.rewriteRegex.empty()) {
        std::string changed = path;
        const re2::RE2 regex(action.rewriteRegex, re2::RE2::Quiet);
        if (regex.ok())
            re2::RE2::GlobalReplace(&changed, regex, action.rewritePath);
        return changed;
    }
    if (action.rewritePath.empty())
        return path;
    if (action.rewritesWholePath)
        return action.rewritePath;
    std::string rest = path.substr(replacedLength(path, match));
    const bool isElements = match != nullptr && match->path && match->path->kind() == Kind::PathPrefix;
    if (isElements && action.rewritePath.ends_with('/') && rest.starts_with('/'))
        rest.erase(0, 1);
    return action.rewritePath + rest;
}

void changeHeaders(Request& request, source::NodeRef operations)
{
    const auto set = [&](std::string_view name, std::string_view value, bool isAdded) {
        const std::string key = lower(name);
        if (key == "host" || key == ":authority") {
            request.host = value;
            return;
        }
        if (!isAdded)
            request.headers.erase(key);
        request.headers.emplace(key, value);
    };
    for (const std::string_view operation : {"set", "add"}) {
        const source::NodeRef list = operations[operation].resolved();
        for (const auto& [name, value] : list.entries())
            set(name.value(), value.value(), operation == "add");
        for (const source::NodeRef item : list.items()) // Gateway API
            set(item["name"].value(), item["value"].value(), operation == "add");
    }
    for (const source::NodeRef name : operations["remove"].resolved().items())
        request.headers.erase(lower(name.value()));
}

} // namespace

Request sentOn(const Course& course, const RouteAction& action, const RouteMatch* match)
{
    Request request = course.request;
    if (action.headersPlace.resource != mesh::noResource) {
        const source::NodeRef written =
            course.at(action.headersPlace.resource).node(action.headersPlace.node).resolved();
        changeHeaders(request, written["request"].resolved());
        changeHeaders(request, written["requestHeaderModifier"].resolved());
    }
    request.path = newPath(request.path, action, match);
    if (!action.rewriteHost.empty())
        request.host = action.rewriteHost;
    return request;
}

} // namespace meshdraft::traffic
